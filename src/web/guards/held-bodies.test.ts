import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HeldBodies, TooBusy } from './held-bodies.ts';

const KIB = new Uint8Array(1024);

describe('the memory of all bodies that are held', () => {
  test('is bounded over all of them, and free again when they end, also when they fail', async () => {
    const held = new HeldBodies(10 * 1024);
    let letGo = (): void => undefined;
    const first = held.during(async hold => {
      for (let n = 0; n < 6; n += 1) hold(KIB);
      await new Promise<void>(resolve => (letGo = resolve));
    });
    const second = held.during(async hold => {
      for (let n = 0; n < 6; n += 1) hold(KIB);
    });
    await assert.rejects(second, TooBusy);
    assert.ok(held.heldBytes >= 6 * 1024);
    letGo();
    await first;
    assert.equal(held.heldBytes, 0);
    await held.during(async hold => hold(KIB));
    assert.equal(held.heldBytes, 0);
  });

  test('counts what a piece costs, not only its bytes', async () => {
    const held = new HeldBodies(64 * 1024);
    const pieces = held.during(async hold => {
      for (let n = 0; n < 1000; n += 1) hold(Uint8Array.of(1));
    });
    await assert.rejects(pieces, TooBusy);
  });
});
