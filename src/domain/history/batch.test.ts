import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  encodeCheckpoint,
  encodeNote,
  publicKeyOf,
  signNote,
  verifierKey,
  type Signer,
} from '#portable/tlog/index.ts';
import { type Batch, encodeBatch, openBatch } from './batch.ts';

const SIGNER: Signer = { name: 'northshire.example/log/test', secretKey: new Uint8Array(32).fill(3) };
const OTHER: Signer = { name: SIGNER.name, secretKey: new Uint8Array(32).fill(4) };
const KEY = verifierKey(SIGNER.name, publicKeyOf(SIGNER.secretKey));

function checkpoint(size: number, signer = SIGNER): string {
  const root = new Uint8Array(32).fill(size);
  return encodeNote(signNote(encodeCheckpoint({ origin: SIGNER.name, size, root }), signer));
}

const BATCH: Batch = {
  previous: checkpoint(5),
  checkpoint: checkpoint(7),
  signedAt: new Date('2026-11-23T20:31:22.123Z'),
  entries: [
    { commitment: new Uint8Array(32).fill(1), sealed: new Uint8Array(300).fill(2) },
    { commitment: new Uint8Array(32).fill(3), sealed: new Uint8Array(0) },
  ],
};

describe('a batch', () => {
  test('comes back as it was, with the heads it lies between', () => {
    const opened = openBatch(encodeBatch(BATCH, SIGNER), KEY);
    assert.ok(opened);
    const { from, to, ...batch } = opened;
    assert.deepEqual(batch, BATCH);
    assert.deepEqual([from.size, to.size], [5, 7]);
  });

  test('changed in any byte, cut anywhere or made longer it is refused and nothing is thrown', () => {
    const bytes = encodeBatch(BATCH, SIGNER);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.equal(openBatch(changed, KEY), null, `byte ${at} changed`);
      assert.equal(openBatch(bytes.subarray(0, at), KEY), null, `cut at ${at}`);
    }
    assert.equal(openBatch(Buffer.concat([bytes, Buffer.from([0])]), KEY), null);
  });

  test('signed by another key, as a whole or in one of its heads, it is refused', () => {
    assert.equal(openBatch(encodeBatch(BATCH, OTHER), KEY), null);
    assert.equal(openBatch(encodeBatch({ ...BATCH, previous: checkpoint(5, OTHER) }, SIGNER), KEY), null);
    assert.equal(openBatch(encodeBatch({ ...BATCH, checkpoint: checkpoint(7, OTHER) }, SIGNER), KEY), null);
  });

  test('with another number of entries than lies between its heads it is refused', () => {
    assert.equal(openBatch(encodeBatch({ ...BATCH, entries: BATCH.entries.slice(1) }, SIGNER), KEY), null);
  });

  test('its signed statement can never be taken for a checkpoint', () => {
    const text = Buffer.from(encodeBatch(BATCH, SIGNER)).toString('latin1');
    const statement = text.slice(text.lastIndexOf('handover/batch/v1'));
    assert.match(statement, /^handover\/batch\/v1\n[0-9a-f]{64}\n\n/);
  });
});
