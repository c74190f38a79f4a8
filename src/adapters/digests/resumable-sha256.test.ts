import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { createResumableSha256 } from './resumable-sha256.ts';

describe('a SHA-256 that is put away and taken up again', () => {
  test('is that of the whole, wherever it was put away', async () => {
    const digest = await createResumableSha256();
    const bytes = Buffer.from('hello, are you coming to the station?\n'.repeat(20));
    for (const cut of [0, 1, 63, 64, 65, bytes.length]) {
      const half = digest.advance(digest.empty(), bytes.subarray(0, cut));
      const whole = digest.advance(half, bytes.subarray(cut));
      assert.equal(digest.hexOf(whole), createHash('sha256').update(bytes).digest('hex'));
    }
  });

  test('knows bytes that are no state of its own', async () => {
    const digest = await createResumableSha256();
    const state = digest.advance(digest.empty(), Buffer.from('x'));
    assert.equal(digest.isState(state), true);
    for (const other of [state.slice(1), new Uint8Array(0), new Uint8Array(state.length), new Uint8Array(9)])
      assert.equal(digest.isState(other), false);
  });
});
