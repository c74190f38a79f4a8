import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PATIENCE, RoleWatch } from './role-watch.ts';

const CRASH = { reason: 'The worker process keeps stopping.', refused: false };
const REFUSAL = { reason: 'The log disagrees with the database.', refused: true };

/** Ends of a process that never serves, each at once after its start. */
function pausesOf(watch: RoleWatch, ends: number): number[] {
  let nowMs = 0;
  return Array.from({ length: ends }, () => {
    watch.started();
    const pause = watch.ended(nowMs, CRASH);
    nowMs += pause;
    return pause;
  });
}

describe('how a role is kept up', () => {
  test('a role that keeps stopping is started again for ever, after pauses that grow and are bounded', () => {
    const pauses = pausesOf(new RoleWatch(), 1_200);
    assert.deepEqual(pauses.slice(0, 4), [200, 400, 800, 1_600]);
    assert.equal(pauses.at(-1), PATIENCE.longestPauseMs);
    assert.ok(pauses.every(pause => Number.isFinite(pause)));
  });

  test('people are told at the sixth end in a row, with the time of the first', () => {
    const watch = new RoleWatch();
    const told = Array.from({ length: 7 }, (_, index) => {
      watch.ended(1_000 + index, CRASH);
      return watch.trouble;
    });
    assert.deepEqual(told.slice(0, 5), [null, null, null, null, null]);
    assert.deepEqual(told[5], { sinceMs: 1_000, reason: CRASH.reason });
    assert.deepEqual(told[6], told[5]);
  });

  test('a refusal is told at once, and tried again only after the longest pause', () => {
    const watch = new RoleWatch();
    assert.equal(watch.ended(5, REFUSAL), PATIENCE.longestPauseMs);
    assert.deepEqual(watch.trouble, { sinceMs: 5, reason: REFUSAL.reason });
  });

  test('ends that lie a minute of service apart never add up', () => {
    const watch = new RoleWatch();
    for (let day = 0; day < 100; day += 1) {
      watch.started();
      watch.serves(day * 1_000_000);
      assert.equal(watch.ended(day * 1_000_000 + PATIENCE.steadyMs, CRASH), PATIENCE.firstPauseMs);
    }
    assert.equal(watch.trouble, null);
  });

  test('trouble is over when the role has served a minute, not when it merely runs', () => {
    const watch = new RoleWatch();
    watch.ended(0, REFUSAL);
    watch.started();
    watch.beat();
    watch.check(10 * PATIENCE.steadyMs);
    assert.notEqual(watch.trouble, null);
    watch.serves(0);
    watch.check(PATIENCE.steadyMs - 1);
    assert.notEqual(watch.trouble, null);
    watch.check(PATIENCE.steadyMs);
    assert.equal(watch.trouble, null);
  });
});

describe('a process whose beats stay away', () => {
  const looks = (watch: RoleWatch, count: number) => Array.from({ length: count }, () => watch.check(0));

  test('is hung after twenty looks without a beat, and each beat begins the count anew', () => {
    const watch = new RoleWatch();
    watch.started();
    watch.beat();
    assert.ok(!looks(watch, PATIENCE.hungChecks).includes('hung'));
    watch.beat();
    assert.ok(!looks(watch, PATIENCE.hungChecks).includes('hung'));
    assert.equal(watch.check(0), 'hung');
  });

  test('has longer for its first beat, while its program is loaded', () => {
    const watch = new RoleWatch();
    watch.started();
    assert.ok(!looks(watch, PATIENCE.unbegunChecks).includes('hung'));
    assert.equal(watch.check(0), 'hung');
  });

  test('is not blamed for an hour in which the machine slept and nobody looked', () => {
    const watch = new RoleWatch();
    watch.started();
    watch.beat();
    assert.equal(watch.check(0), 'fine');
    assert.equal(watch.check(3_600_000), 'fine');
  });

  test('owes nothing for the beats that the process before it missed', () => {
    const watch = new RoleWatch();
    watch.started();
    watch.beat();
    looks(watch, PATIENCE.hungChecks + 1);
    watch.started();
    assert.equal(watch.check(0), 'fine');
  });
});
