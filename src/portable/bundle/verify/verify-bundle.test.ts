import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { utf8 } from '../../bytes/index.ts';
import { decodePolicy } from '../../tlog/index.ts';
import type { Policy } from '../../tlog/index.ts';
import { sourceOfBytes } from '../byte-source.ts';
import { makeSample } from '../testing/sample-bundle.ts';
import { verifyBundle } from './verify-bundle.ts';

const ITEMS = [
  { name: 'chat.txt', bytes: utf8('a chat') },
  { name: 'notes.txt', bytes: utf8('what happened') },
];

function policyFrom(text: string): Policy {
  const decoded = decodePolicy(text);
  assert.ok(decoded.ok);
  return decoded.policy;
}

describe('checking a bundle', () => {
  it('passes every check under the policy from outside', async () => {
    const { zip, policy, bundleId } = await makeSample({ items: ITEMS });
    const result = await verifyBundle(sourceOfBytes(zip), { policy: policyFrom(policy) });
    assert.deepEqual(
      result.findings.filter(({ outcome }) => outcome === 'failed'),
      [],
    );
    assert.equal(result.verdict, 'verified');
    assert.equal(result.bundleId, bundleId);
    assert.equal(
      result.summary,
      'Unchanged since police received it on 23 November 2026; this does not show the conversation happened as written.',
    );
  });

  it('does not say who issued it without a policy from outside', async () => {
    const { zip } = await makeSample({ items: ITEMS });
    const result = await verifyBundle(sourceOfBytes(zip), { policy: null });
    assert.equal(result.verdict, 'issuer-not-established');
  });
});
