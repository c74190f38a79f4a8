import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HeldBodies, TooBusy } from './held-bodies.ts';

const KIB = 1024;
const from = (n: number) => ({ ip: `192.0.2.${n}` });
const roomOf = (kib: number, ofOne = kib) => ({ all: kib * KIB, ofOne: ofOne * KIB });

describe('the memory of all bodies that are held', () => {
  test('is bounded over all of them, and free again when they end, also when they fail', async () => {
    const held = new HeldBodies(roomOf(10));
    let letGo = (): void => undefined;
    const first = held.during(from(1), async hold => {
      hold(6 * KIB);
      await new Promise<void>(resolve => (letGo = resolve));
    });
    const second = held.during(from(2), async hold => {
      hold(4 * KIB);
      hold(1);
    });
    await assert.rejects(second, TooBusy);
    assert.equal(held.heldBytes, 6 * KIB);
    await held.during(from(2), async hold => hold(4 * KIB));
    letGo();
    await first;
    assert.equal(held.heldBytes, 0);
    await held.during(from(2), async hold => hold(10 * KIB));
    assert.equal(held.heldBytes, 0);
  });

  test('is not one connection’s alone, however many requests it makes', () => {
    const held = new HeldBodies(roomOf(10, 4));
    const [one, two] = [held.open(from(1)), held.open({ ip: '::ffff:192.0.2.1' })];
    one.hold(3 * KIB);
    two.hold(KIB);
    assert.throws(() => two.hold(1), TooBusy);
    held.open(from(2)).hold(4 * KIB);
    one.giveBack();
    two.hold(3 * KIB);
    assert.throws(() => two.hold(1), TooBusy);
  });

  test('is given back once, however often its end is told', () => {
    const held = new HeldBodies(roomOf(10));
    const [one, two] = [held.open(from(1)), held.open(from(1))];
    one.hold(5 * KIB);
    two.hold(5 * KIB);
    one.giveBack();
    one.giveBack();
    assert.equal(held.heldBytes, 5 * KIB);
  });

  test('has a reserve that those without it cannot fill', () => {
    const all = new HeldBodies(roomOf(10));
    const few = new HeldBodies(roomOf(4, 2), all);
    const flood = all.open(from(1));
    flood.hold(10 * KIB);
    assert.throws(() => flood.hold(1), TooBusy);
    const kept = few.open(from(2));
    kept.hold(2 * KIB);
    assert.throws(() => kept.hold(1), TooBusy);
    few.open(from(3)).hold(2 * KIB);
    assert.throws(() => few.open(from(4)).hold(1), TooBusy);
    flood.giveBack();
    // With room again, the reserve stays whole.
    kept.hold(3 * KIB);
    kept.giveBack();
    few.open(from(4)).hold(10 * KIB);
    assert.equal(all.heldBytes, 10 * KIB);
    few.open(from(4)).hold(2 * KIB);
    assert.throws(() => few.open(from(5)).hold(1), TooBusy);
  });
});
