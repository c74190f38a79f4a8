import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayPeriodOf, hourOfDay } from './day-periods.ts';

test('twelve is the first hour of its half of the day', () => {
  assert.deepEqual(
    [12, 1, 11].map(hour => hourOfDay(hour, 'am')),
    [0, 1, 11],
  );
  assert.deepEqual(
    [12, 1, 11].map(hour => hourOfDay(hour, 'pm')),
    [12, 13, 23],
  );
});

test('an hour that is already of 24 stays, whatever word stands beside it', () => {
  assert.equal(hourOfDay(0, 'am'), 0);
  assert.equal(hourOfDay(15, 'pm'), 15);
  assert.equal(hourOfDay(15, 'none'), 15);
  assert.equal(hourOfDay(24, 'none'), null);
  assert.equal(hourOfDay(99, 'pm'), null);
});

test('words for noon and night reach over twelve', () => {
  assert.deepEqual(
    [11, 12, 1, 3].map(hour => hourOfDay(hour, 'noon')),
    [11, 12, 13, 15],
  );
  assert.deepEqual(
    [8, 11, 12, 2].map(hour => hourOfDay(hour, 'night')),
    [20, 23, 0, 2],
  );
});

test('words of many languages name their half of the day', () => {
  const halves = {
    am: 'am πμ ص قظ 上午 午前 오전 सुबह'.split(' '),
    pm: 'pm μμ م بظ 下午 午後 오후 शाम ös'.split(' '),
  };
  for (const [period, words] of Object.entries(halves)) {
    for (const word of words) assert.equal(dayPeriodOf(word), period, word);
  }
  assert.equal(dayPeriodOf('uhr'), 'none');
  assert.equal(dayPeriodOf('banana'), 'unknown');
});
