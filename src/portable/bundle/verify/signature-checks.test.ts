import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { utf8 } from '../../bytes/index.ts';
import { decodePolicy } from '../../tlog/index.ts';
import type { Policy } from '../../tlog/index.ts';
import { sourceOfBytes } from '../byte-source.ts';
import { BUNDLE_PROOF_PATH, POLICY_PATH } from '../paths.ts';
import { hide, unpack } from '../testing/hiding-adversary.ts';
import { makeSample } from '../testing/sample-bundle.ts';
import type { Sample } from '../testing/sample-bundle.ts';
import { sampleLog } from '../testing/sample-log.ts';
import { verifyBundle } from './verify-bundle.ts';

const ITEMS = [{ name: 'notes.txt', bytes: utf8('what happened') }];
const ORIGIN = 'northshire.example/log-7f3a';

function policyFrom(text: string): Policy {
  const decoded = decodePolicy(text);
  assert.ok(decoded.ok);
  return decoded.policy;
}

async function outcomes(zip: Uint8Array, policy: string | null): Promise<Record<string, string>> {
  const given = policy === null ? null : policyFrom(policy);
  const { findings, verdict } = await verifyBundle(sourceOfBytes(zip), { policy: given });
  const [signed, issuer, witnesses] = ['heads-signed', 'checkpoint-signed', 'witnesses'].map(
    name => findings.find(({ check }) => check === name)?.outcome ?? '',
  );
  return { signed: signed ?? '', issuer: issuer ?? '', witnesses: witnesses ?? '', verdict };
}

describe('signatures on the heads of the log', () => {
  let plain: Sample;
  let witnessed: Sample;
  before(async () => {
    plain = await makeSample({ items: ITEMS });
    witnessed = await makeSample({
      items: ITEMS,
      log: sampleLog(ORIGIN, 'northshire', ['eastmere', 'westvale']),
    });
  });

  it('of every witness the policy asks for are a passed check', async () => {
    assert.deepEqual(await outcomes(witnessed.zip, witnessed.policy), {
      signed: 'passed',
      issuer: 'passed',
      witnesses: 'passed',
      verdict: 'verified',
    });
  });

  it('of too few witnesses are a failed check, though the log is the right one', async () => {
    assert.deepEqual(await outcomes(plain.zip, witnessed.policy), {
      signed: 'passed',
      issuer: 'passed',
      witnesses: 'failed',
      verdict: 'failed',
    });
  });

  it('of witnesses that the policy does not name do no harm and prove nothing', async () => {
    assert.deepEqual(await outcomes(witnessed.zip, plain.policy), {
      signed: 'passed',
      issuer: 'passed',
      witnesses: 'not-checked',
      verdict: 'verified',
    });
  });

  it('say nothing of the issuer when the only keys came inside the bundle', async () => {
    assert.deepEqual(await outcomes(witnessed.zip, null), {
      signed: 'passed',
      issuer: 'not-checked',
      witnesses: 'not-checked',
      verdict: 'issuer-not-established',
    });
  });

  it('under another key than the one given are a failed check', async () => {
    const { issuer, verdict } = await outcomes(plain.zip, sampleLog(ORIGIN, 'a forger').policy);
    assert.deepEqual([issuer, verdict], ['failed', 'failed']);
  });

  it('that do not fit what they sign are a failed check, of the log and of a witness', async () => {
    for (const line of [1, 2]) {
      const unpacked = await unpack(witnessed.zip);
      unpacked.files.set(BUNDLE_PROOF_PATH, utf8(withBadSignature(witnessed.proof, line)));
      const { signed, verdict } = await outcomes(await hide(unpacked), plain.policy);
      assert.deepEqual([signed, verdict], ['failed', 'failed'], `signature ${line}`);
    }
  });

  it('of a witness that only the policy from outside names have to be good too', async () => {
    const unpacked = await unpack(witnessed.zip);
    unpacked.files.set(POLICY_PATH, utf8(plain.policy));
    assert.equal((await outcomes(await hide(unpacked), witnessed.policy)).signed, 'passed');
    unpacked.files.set(BUNDLE_PROOF_PATH, utf8(withBadSignature(witnessed.proof, 2)));
    assert.equal((await outcomes(await hide(unpacked), witnessed.policy)).signed, 'failed');
  });
});

/** The proof with one bit turned in a signature: line 1 is the log's, the next are those of witnesses. */
function withBadSignature(proof: string, line: number): string {
  const lines = proof.trimEnd().split('\n');
  const at = lines.length - 3 + line - 1;
  const [sign = '', name = '', base64 = ''] = (lines[at] ?? '').split(' ');
  const bytes = Buffer.from(base64, 'base64');
  bytes[bytes.length - 40] = (bytes.at(-40) ?? 0) ^ 1;
  return `${lines.with(at, [sign, name, bytes.toString('base64')].join(' ')).join('\n')}\n`;
}
