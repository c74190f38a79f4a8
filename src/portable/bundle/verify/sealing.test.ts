import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { concatBytes, sha256, utf8 } from '../../bytes/index.ts';
import { decodePolicy, decodeProofFile, encodeProofFile } from '../../tlog/index.ts';
import type { Policy } from '../../tlog/index.ts';
import { sourceOfBytes } from '../byte-source.ts';
import { decodeBundleProof } from '../bundle-proof.ts';
import { BUNDLE_PROOF_PATH } from '../paths.ts';
import { hide, unpack } from '../testing/hiding-adversary.ts';
import { makeSample } from '../testing/sample-bundle.ts';
import type { SampleOptions } from '../testing/sample-bundle.ts';
import { sampleLog } from '../testing/sample-log.ts';
import { failuresOf } from '../testing/tampering.ts';
import { verifyBundle } from './verify-bundle.ts';

const ORIGIN = 'northshire.example/log-7f3a';

function policyFrom(text: string): Policy {
  const decoded = decodePolicy(text);
  assert.ok(decoded.ok);
  return decoded.policy;
}

describe('the sealing of a bundle', () => {
  async function failures(options: Partial<SampleOptions>): Promise<string> {
    const made = await makeSample({ items: [{ name: 'notes.txt', bytes: utf8('x') }], ...options });
    const result = await verifyBundle(sourceOfBytes(made.zip), { policy: policyFrom(made.policy) });
    return failuresOf(result);
  }

  it('is sound when nobody meddles', async () => {
    assert.equal(await failures({}), '');
  });

  it('has to be of this bundle by name and by digest', async () => {
    const facts = { bundle: 'ab'.repeat(32), name: 'NS26-000001_2026-11-23_01' };
    assert.match(
      await failures({ produced: e => ({ ...e, facts }) }),
      /^sealed-list: The list that was sealed has/m,
    );
    const other = (name: string) => failures({ produced: e => ({ ...e, facts: { ...e.facts, name } }) });
    assert.match(
      await other('another'),
      /^sealed-list: The sealed list is that of a bundle of another name\./m,
    );
  });

  it('has to be the next event of the same chain', async () => {
    const place = { id: 'ab'.repeat(16), n: 5, previous: 'ab'.repeat(32) };
    for (const [name, value] of Object.entries({ ...place, n: 6 })) {
      const says = await failures({
        produced: e => ({ ...e, submission: e.submission && { ...e.submission, [name]: value } }),
      });
      assert.match(says, /^sealed-list: The making of the bundle does not follow the last entry/m, name);
    }
    assert.match(
      await failures({ produced: e => ({ ...e, submission: null }) }),
      /does not follow the last entry/,
    );
  });

  it('has to be an event of its type and form', async () => {
    assert.match(
      await failures({ produced: e => ({ ...e, type: 'bundle-made' }) }),
      /Its event is not the making/,
    );
    assert.match(
      await failures({ produced: e => ({ ...e, facts: {} }) }),
      /Its event is not the making of a bundle/,
    );
  });

  it('has to be in the same log, after the head that the record stands under', async () => {
    const elsewhere = sampleLog('elsewhere.example/log', 'northshire');
    assert.match(
      await failures({ laterLog: elsewhere }),
      /^sealed-list-in-log: The two heads are of different logs\./m,
    );
    const anew = sampleLog(ORIGIN, 'northshire');
    assert.match(
      await failures({ laterLog: anew }),
      /said to have been made before the head that it was made under/,
    );
  });

  it('has to be under a head that extends the earlier one: two histories of one log show', async () => {
    const forked = sampleLog(ORIGIN, 'northshire');
    for (let n = 0; n < 12; n += 1) forked.append(sha256(utf8(`another history ${n}`)));
    assert.equal(
      await failures({ laterLog: forked }),
      'log-extends: The proof does not lead from the earlier head to the later.',
    );
  });

  it('has its hashes in one encoding only: no more, no fewer, none cut', async () => {
    const made = await makeSample({ items: [{ name: 'notes.txt', bytes: utf8('x') }] });
    const decoded = decodeProofFile(made.proof);
    assert.ok(decoded.ok && decoded.proof.extra);
    const { extra } = decoded.proof;
    const readAgain = (bytes: Uint8Array) =>
      decodeBundleProof(encodeProofFile({ ...decoded.proof, extra: bytes }));
    const good = readAgain(extra);
    assert.ok(good.ok && good.value.consistency.length > 0);
    assert.equal(readAgain(extra.subarray(0, -1)).ok, false);
    assert.equal(readAgain(extra.subarray(0, 35)).ok, false);
    assert.equal(readAgain(concatBytes(extra, new Uint8Array(64 * 32))).ok, false);
    assert.equal(readAgain(extra.with(32, 0xff)).ok, false);
    for (const changed of [extra.subarray(0, -32), concatBytes(extra, new Uint8Array(32))]) {
      const unpacked = await unpack(made.zip);
      const proof = encodeProofFile({ ...decoded.proof, extra: changed });
      unpacked.files.set(BUNDLE_PROOF_PATH, utf8(proof));
      const zip = await hide(unpacked);
      const result = await verifyBundle(sourceOfBytes(zip), { policy: policyFrom(made.policy) });
      assert.match(failuresOf(result), /^log-extends: /);
    }
  });

  it('has to open to the entry that its proof proves', async () => {
    const made = await makeSample({ items: [{ name: 'notes.txt', bytes: utf8('x') }] });
    const unpacked = await unpack(made.zip);
    const decoded = decodeProofFile(made.proof);
    assert.ok(decoded.ok && decoded.proof.extra);
    const extra = concatBytes(new Uint8Array(32), decoded.proof.extra.subarray(32));
    unpacked.files.set(BUNDLE_PROOF_PATH, utf8(encodeProofFile({ ...decoded.proof, extra })));
    const result = await verifyBundle(sourceOfBytes(await hide(unpacked)), {
      policy: policyFrom(made.policy),
    });
    assert.match(
      failuresOf(result),
      /^sealed-list-in-log: The proof of the making of the bundle does not lead/m,
    );
  });
});
