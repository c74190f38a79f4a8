import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber, dayUnder, formatDay, formatTime } from './calendar.ts';

const DAY_MS = 86_400_000;
const DAYS_TRIED = 60_000;

test(`day numbers and written dates agree with the platform's calendar (${DAYS_TRIED} days)`, () => {
  for (let day = -30_000; day < DAYS_TRIED - 30_000; day++) {
    const date = new Date(day * DAY_MS);
    const [year, month, ofMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    assert.equal(dayNumber(year, month, ofMonth), day);
    assert.equal(formatDay(day), date.toISOString().slice(0, 10));
  }
});

test('dates that do not exist have no day number', () => {
  for (const [year, month, day] of [
    [2022, 2, 29],
    [2100, 2, 29],
    [2022, 0, 1],
    [2022, 13, 1],
    [2022, 4, 31],
    [2022, 1, 0],
    [0, 1, 1],
  ]) {
    // prettier-ignore
    assert.equal(dayNumber(year ?? 0, month ?? 0, day ?? 0), null, `${year}-${month}-${day}`);
  }
  assert.notEqual(dayNumber(2000, 2, 29), null);
});

test('a minute clock writes no seconds', () => {
  assert.equal(formatTime(3723, 'minute'), 'T01:02');
  assert.equal(formatTime(3723, 'second'), 'T01:02:03');
  assert.equal(formatTime(86_399, 'second'), 'T23:59:59');
});

test('each order reads the same three numbers its own way', () => {
  const parts = { a: 3, b: 4, c: 2005 };
  assert.equal(dayUnder('DMY', parts, false), dayNumber(2005, 4, 3));
  assert.equal(dayUnder('MDY', parts, false), dayNumber(2005, 3, 4));
  assert.equal(dayUnder('YMD', { a: 2005, b: 3, c: 4 }, false), dayNumber(2005, 3, 4));
  assert.equal(dayUnder('YDM', { a: 2005, b: 3, c: 4 }, false), dayNumber(2005, 4, 3));
  assert.equal(dayUnder('DMY', { a: 3, b: 4, c: 5 }, true), dayNumber(2005, 4, 3));
  assert.equal(dayUnder('DMY', { a: 3, b: 4, c: 2548 }, false), dayNumber(2005, 4, 3));
});
