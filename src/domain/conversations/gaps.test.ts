import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dayAfter, decodeDays, isCalendarDay } from './days.ts';
import { findGaps } from './gaps.ts';

/** Days with messages, given as steps from one to the next. */
function days(...steps: number[]): { day: string }[] {
  let day = '2026-09-01';
  return [{ day }, ...steps.map(step => ({ day: (day = dayAfter(day, step)) }))];
}

const emptyDays = (...steps: number[]): number[] => findGaps(days(...steps)).map(gap => gap.emptyDays);

describe('the rhythm of a conversation', () => {
  test('a daily conversation has a gap where two whole days are empty, and not where one is', () => {
    assert.deepEqual(emptyDays(1, 1, 1, 2, 1, 3, 1), [2]);
  });

  test('in a conversation every third day four empty days are nothing and eight are a gap', () => {
    assert.deepEqual(emptyDays(3, 3, 3, 3, 5, 3, 9, 3), [8]);
  });

  test('where nothing is usual yet a gap has three empty days', () => {
    assert.deepEqual(emptyDays(1, 3), []);
    assert.deepEqual(emptyDays(1, 4), [3]);
  });

  test('a gap says what was usual and the longest stretch before it', () => {
    const [first, second] = findGaps(days(1, 1, 1, 1, 1, 3, 1, 5));
    assert.deepEqual(
      [first?.usualDays, first?.longestBefore, second?.longestBefore, second?.nextDay],
      [1, 0, 2, '2026-09-15'],
    );
  });

  test('a conversation of one day, or of none, has no gap', () => {
    assert.deepEqual(findGaps(days()), []);
    assert.deepEqual(findGaps([]), []);
  });
});

describe('counts by day as they are kept', () => {
  test('a list in order of the calendar is read', () => {
    const text =
      '[{"day":"2026-09-01","counts":{"Jay R":2}},{"day":"2026-09-03","counts":{"":1,"__proto__":4}}]';
    const read = decodeDays(text);
    assert.equal(read?.length, 2);
    assert.deepEqual(Object.entries(read?.[1]?.counts ?? {}), [
      ['', 1],
      ['__proto__', 4],
    ]);
  });

  test('anything else is refused without an exception', () => {
    const wrong = [
      '',
      'null',
      '{}',
      '[1]',
      '[{"day":"2026-02-30","counts":{}}]',
      '[{"day":"2026-09-01","counts":[]}]',
      '[{"day":"2026-09-01","counts":{"a":-1}}]',
      '[{"day":"2026-09-02","counts":{}},{"day":"2026-09-01","counts":{}}]',
      '[{"day":"2026-09-01","counts":{}},{"day":"2026-09-01","counts":{}}]',
    ];
    for (const text of wrong) assert.equal(decodeDays(text), null, text);
  });

  test('only days that the calendar has are days', () => {
    assert.equal(isCalendarDay('2028-02-29'), true);
    for (const text of ['2026-02-29', '2026-13-01', '26-01-01', '2026-01-01T00:00', '']) {
      assert.equal(isCalendarDay(text), false, text);
    }
  });
});
