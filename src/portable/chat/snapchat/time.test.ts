import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { snapTime } from './time.ts';

const CREATED = '2024-04-20 01:29:22 UTC';
const SECONDS = Date.UTC(2024, 3, 20, 1, 29, 22) / 1000;

describe('a time of Snapchat', () => {
  const UNITS: Record<string, readonly [count: string, ms: number, precision: string, leaves: boolean]> = {
    'of milliseconds': [`${SECONDS}686`, 686, 'millisecond', false],
    'of microseconds': [`${SECONDS}686000`, 686, 'millisecond', false],
    'of microseconds that are no whole milliseconds': [`${SECONDS}686123`, 686, 'millisecond', true],
    'of seconds': [`${SECONDS}`, 0, 'second', false],
  };
  for (const [what, [count, ms, precision, leavesCount]] of Object.entries(UNITS))
    test(`a count ${what} is known by its magnitude`, () => {
      const expected = { utcMs: SECONDS * 1000 + ms, precision, leavesCount, disagree: false };
      assert.deepEqual(snapTime(CREATED, count), expected);
      assert.deepEqual(snapTime(null, count), expected);
    });

  test('a second more or less is rounding, and two are a disagreement in which the words count', () => {
    for (const [away, disagree] of [
      [-2, true],
      [-1, false],
      [1, false],
      [2, true],
    ] as const) {
      // prettier-ignore
      const time = snapTime(CREATED, `${SECONDS + away}686`);
      assert.equal(time.disagree, disagree, `${away}`);
      assert.equal(time.utcMs, disagree ? SECONDS * 1000 : (SECONDS + away) * 1000 + 686);
      assert.equal(time.leavesCount, disagree);
    }
  });

  test('a count that is none leaves the words, and is kept', () => {
    for (const count of ['0', '-5', '1e12', 'x', '17', '99999999999999999999'])
      assert.deepEqual(
        snapTime(CREATED, count),
        { utcMs: SECONDS * 1000, precision: 'second', leavesCount: true, disagree: false },
        count,
      );
  });

  test('without either there is no time', () => {
    for (const created of [null, '2024-04-20 01:29:22', '2024-02-30 01:29:22 UTC', '20/04/2024'])
      assert.deepEqual([snapTime(created, null).utcMs, snapTime(created, null).precision], [null, 'none']);
  });
});
