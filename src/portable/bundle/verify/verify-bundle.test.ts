import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { concatBytes, utf8 } from '../../bytes/index.ts';
import { decodePolicy } from '../../tlog/index.ts';
import type { Policy } from '../../tlog/index.ts';
import { sourceOfBytes } from '../byte-source.ts';
import { makeSample } from '../testing/sample-bundle.ts';
import { plainChatItem } from '../testing/sample-chat.ts';
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
      'Unchanged since police received it on 23 November 2026 (UTC); this does not show the conversation happened as written.',
    );
  });

  it('warns first of a transcript that was not read again, whoever issued it', async () => {
    const { zip, policy } = await makeSample({ items: [plainChatItem(3)] });
    for (const given of [policyFrom(policy), null]) {
      const result = await verifyBundle(sourceOfBytes(zip), { policy: given });
      assert.equal(result.verdict, given ? 'verified' : 'issuer-not-established');
      assert.match(result.summary, /^TRANSCRIPT NOT CHECKED: do not read from it\. [UC]/);
    }
  });

  it('calls a repacked, cut or lengthened bundle failed, and marks what was not checked', async () => {
    const { zip } = await makeSample({ items: ITEMS });
    const more = new Uint8Array(zip.length + 3);
    more.set(zip, 2);
    for (const bytes of [
      zip.subarray(0, -1),
      zip.subarray(0, zip.length >> 1),
      concatBytes(zip, zip),
      more,
    ]) {
      const { verdict, findings } = await verifyBundle(sourceOfBytes(bytes), { policy: null });
      assert.equal(verdict, 'failed');
      assert.equal(findings[0]?.sentence, 'The zip was repacked or damaged after it was made.');
      assert.equal(findings.length, 20);
      assert.ok(findings.slice(1).every(({ outcome }) => outcome === 'not-checked'));
    }
    const other = await verifyBundle(sourceOfBytes(utf8('PK\u0003\u0004 no bundle')), { policy: null });
    assert.equal(other.verdict, 'unusable');
  });

  it('does not say who issued it without a policy from outside', async () => {
    const { zip } = await makeSample({ items: ITEMS });
    const result = await verifyBundle(sourceOfBytes(zip), { policy: null });
    assert.equal(result.verdict, 'issuer-not-established');
  });
});
