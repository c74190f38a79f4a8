import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber } from './calendar.ts';
import type { DatedSegment } from './date-order.ts';
import { decideDateOrder } from './date-order.ts';

const EARLIEST = dayNumber(2009, 1, 1) as number;
const LIMITS = { earliest: EARLIEST, latest: null };

function segment(dates: readonly string[], more: Partial<DatedSegment> = {}): DatedSegment {
  return {
    yearPlace: 'last',
    twoDigitYear: false,
    dates: dates.map(text => {
      const [a = 0, b = 0, c = 0] = text.split('/').map(Number);
      return { a, b, c };
    }),
    habit: { separator: '/', clock: '24', padded: true },
    witnesses: [],
    ...more,
  };
}

test('a day after the twelfth decides by elimination', () => {
  const decided = decideDateOrder(segment(['01/02/2022', '13/02/2022']), LIMITS);
  assert.equal(decided.decision, 'certain');
  assert.equal(decided.order, 'DMY');
  assert.match(
    decided.evidence.join(),
    /Not month, day, year: 1 written date would be impossible \(first: 13 2 2022\)/,
  );
  assert.equal(decideDateOrder(segment(['02/01/2022', '02/13/2022']), LIMITS).order, 'MDY');
});

test('a date after the sealing decides by elimination', () => {
  const limits = { earliest: EARLIEST, latest: dayNumber(2022, 6, 13) };
  const decided = decideDateOrder(segment(['05/06/2022', '06/12/2022']), limits);
  assert.deepEqual([decided.decision, decided.order], ['certain', 'MDY']);
});

test('a date before the service began decides by elimination', () => {
  const decided = decideDateOrder(
    segment(['05/06/19'], { yearPlace: 'unknown', twoDigitYear: true }),
    LIMITS,
  );
  assert.ok(!['YMD', 'YDM'].includes(String(decided.order)));
  assert.ok(!['YMD', 'YDM'].includes(String(decided.other)));
});

test('nothing to go by keeps both orders, and never asks the machine', () => {
  const decided = decideDateOrder(segment(['05/06/2022']), LIMITS);
  assert.deepEqual([decided.decision, decided.order, decided.other], ['undetermined', 'DMY', 'MDY']);
});

test('steps back in time count against an order', () => {
  const dates = ['01/02/2022', '02/02/2022', '03/02/2022', '01/03/2022', '02/03/2022'];
  const decided = decideDateOrder(
    segment(dates, { habit: { separator: '/', clock: '12-ascii-upper', padded: true } }),
    LIMITS,
  );
  assert.deepEqual([decided.decision, decided.order, decided.other], ['inferred', 'DMY', 'MDY']);
  assert.match(decided.evidence.join(), /fewest steps back in time \(0\)/);
});

test('names of media files outweigh the usual order', () => {
  const witnesses = [{ parts: { a: 5, b: 6, c: 2022 }, day: dayNumber(2022, 5, 6) as number }];
  const decided = decideDateOrder(segment(['05/06/2022'], { witnesses }), LIMITS);
  assert.deepEqual([decided.decision, decided.order], ['inferred', 'MDY']);
});

test('dates that are the same in every order are certain', () => {
  const decided = decideDateOrder(segment(['05/05/2022', '06/06/2022']), LIMITS);
  assert.deepEqual([decided.decision, decided.other], ['certain', null]);
});

test('a year in front is followed by the month unless the dates say otherwise', () => {
  const usual = decideDateOrder(segment(['2022/05/06'], { yearPlace: 'first' }), LIMITS);
  assert.deepEqual([usual.decision, usual.order, usual.other], ['inferred', 'YMD', 'YDM']);
  const unusual = decideDateOrder(segment(['2022/13/06'], { yearPlace: 'first' }), LIMITS);
  assert.deepEqual([unusual.decision, unusual.order], ['certain', 'YDM']);
});

test('characters that name year, month and day leave nothing open', () => {
  const habit = { separator: 'cjk', clock: '24', padded: false } as const;
  const decided = decideDateOrder(segment(['2022/5/6'], { yearPlace: 'first', habit }), LIMITS);
  assert.deepEqual([decided.decision, decided.order, decided.other], ['certain', 'YMD', null]);
});

test('dates that contradict each other are a conflict', () => {
  const decided = decideDateOrder(segment(['13/02/2022', '02/13/2022']), LIMITS);
  assert.equal(decided.conflict, true);
  assert.equal(decided.decision, 'undetermined');
});

test('one line that does not fit among many does not unsettle the rest', () => {
  const many = Array.from({ length: 28 }, (_, i) => `${i + 1}/02/2022`);
  const decided = decideDateOrder(segment([...many, '02/13/2022']), LIMITS);
  assert.deepEqual([decided.decision, decided.order, decided.conflict], ['inferred', 'DMY', true]);
});

test('dates after the sealing in every order set that limit aside and say so', () => {
  const limits = { earliest: EARLIEST, latest: dayNumber(2022, 1, 1) };
  const decided = decideDateOrder(segment(['13/02/2022']), limits);
  assert.deepEqual([decided.decision, decided.order, decided.conflict], ['certain', 'DMY', false]);
  assert.match(decided.evidence.join(), /later than the sealing/);
});

test('no date fits any order when the calendar is another', () => {
  const decided = decideDateOrder(segment(['1401/01/07'], { yearPlace: 'first' }), LIMITS);
  assert.deepEqual([decided.order, decided.conflict], [null, false]);
});
