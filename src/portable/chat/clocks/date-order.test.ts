import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber } from './calendar.ts';
import type { DateOrderName } from '../reading.ts';
import type { DatedSegment, DecidedOrder } from './date-order.ts';
import { decideDateOrder } from './date-order.ts';
import { DateTally, type DayLimits } from './date-tally.ts';

const EARLIEST = dayNumber(2009, 1, 1) as number;
const LIMITS = { earliest: EARLIEST, latest: null };

interface Seen extends Omit<DatedSegment, 'tally'> {
  readonly dates: readonly string[];
  readonly twoDigitYear: boolean;
  readonly witnesses: readonly (readonly [date: string, day: number])[];
}

function segment(dates: readonly string[], more: Partial<Seen> = {}): Seen {
  const habit = { separator: '/', clock: '24', padded: true } as const;
  return { yearPlace: 'last', twoDigitYear: false, dates, habit, witnesses: [], ...more };
}

function partsOf(text: string) {
  const [a = 0, b = 0, c = 0] = text.split('/').map(Number);
  return { a, b, c };
}

function decide(seen: Seen, limits: DayLimits = LIMITS, declared: DateOrderName | null = null): DecidedOrder {
  const tally = new DateTally(seen.twoDigitYear, limits);
  for (const date of seen.dates) tally.add(partsOf(date));
  for (const [date, day] of seen.witnesses) tally.witness(partsOf(date), day);
  return decideDateOrder({ ...seen, tally }, declared);
}

test('a day after the twelfth decides by elimination', () => {
  const decided = decide(segment(['01/02/2022', '13/02/2022']), LIMITS);
  assert.equal(decided.decision, 'certain');
  assert.equal(decided.order, 'DMY');
  assert.match(
    decided.evidence.join(),
    /Not month, day, year: 1 written date would be impossible \(first: 13 2 2022\)/,
  );
  assert.equal(decide(segment(['02/01/2022', '02/13/2022']), LIMITS).order, 'MDY');
});

test('a date after the sealing decides by elimination', () => {
  const limits = { earliest: EARLIEST, latest: dayNumber(2022, 6, 13) };
  const decided = decide(segment(['05/06/2022', '06/12/2022']), limits);
  assert.deepEqual([decided.decision, decided.order], ['certain', 'MDY']);
});

test('a date before the service began decides by elimination', () => {
  const decided = decide(segment(['05/06/19'], { yearPlace: 'unknown', twoDigitYear: true }), LIMITS);
  assert.ok(!['YMD', 'YDM'].includes(String(decided.order)));
  assert.ok(!['YMD', 'YDM'].includes(String(decided.other)));
});

test('nothing to go by keeps both orders, and never asks the machine', () => {
  const decided = decide(segment(['05/06/2022']), LIMITS);
  assert.deepEqual([decided.decision, decided.order, decided.other], ['undetermined', 'DMY', 'MDY']);
});

test('steps back in time count against an order', () => {
  const dates = ['01/02/2022', '02/02/2022', '03/02/2022', '01/03/2022', '02/03/2022'];
  const decided = decide(
    segment(dates, { habit: { separator: '/', clock: '12-ascii-upper', padded: true } }),
    LIMITS,
  );
  assert.deepEqual([decided.decision, decided.order, decided.other], ['inferred', 'DMY', 'MDY']);
  assert.match(decided.evidence.join(), /fewest steps back in time \(0\)/);
});

test('names of media files outweigh the usual order', () => {
  const witnesses = [['5/6/2022', dayNumber(2022, 5, 6) as number]] as const;
  const decided = decide(segment(['05/06/2022'], { witnesses }), LIMITS);
  assert.deepEqual([decided.decision, decided.order], ['inferred', 'MDY']);
});

test('dates that are the same in every order are certain', () => {
  const decided = decide(segment(['05/05/2022', '06/06/2022']), LIMITS);
  assert.deepEqual([decided.decision, decided.other], ['certain', null]);
});

test('a year in front is followed by the month unless the dates say otherwise', () => {
  const usual = decide(segment(['2022/05/06'], { yearPlace: 'first' }), LIMITS);
  assert.deepEqual([usual.decision, usual.order, usual.other], ['inferred', 'YMD', 'YDM']);
  const unusual = decide(segment(['2022/13/06'], { yearPlace: 'first' }), LIMITS);
  assert.deepEqual([unusual.decision, unusual.order], ['certain', 'YDM']);
});

test('characters that name year, month and day leave nothing open', () => {
  const habit = { separator: 'cjk', clock: '24', padded: false } as const;
  const decided = decide(segment(['2022/5/6'], { yearPlace: 'first', habit }), LIMITS);
  assert.deepEqual([decided.decision, decided.order, decided.other], ['certain', 'YMD', null]);
});

test('dates that contradict each other are a conflict', () => {
  const decided = decide(segment(['13/02/2022', '02/13/2022']), LIMITS);
  assert.equal(decided.conflict, true);
  assert.equal(decided.decision, 'undetermined');
});

test('one line that does not fit among many does not unsettle the rest', () => {
  const many = Array.from({ length: 28 }, (_, i) => `${i + 1}/02/2022`);
  const decided = decide(segment([...many, '02/13/2022']), LIMITS);
  assert.deepEqual([decided.decision, decided.order, decided.conflict], ['inferred', 'DMY', true]);
});

test('dates after the sealing in every order set that limit aside and say so', () => {
  const limits = { earliest: EARLIEST, latest: dayNumber(2022, 1, 1) };
  const decided = decide(segment(['13/02/2022']), limits);
  assert.deepEqual([decided.decision, decided.order, decided.conflict], ['certain', 'DMY', false]);
  assert.match(decided.evidence.join(), /later than the sealing/);
});

test('no date fits any order when the calendar is another', () => {
  const decided = decide(segment(['1401/01/07'], { yearPlace: 'first' }), LIMITS);
  assert.deepEqual([decided.order, decided.conflict], [null, false]);
});

test('a declared order is used where the bytes leave it open, and the other is kept', () => {
  for (const declared of ['DMY', 'MDY'] as const) {
    const decided = decide(segment(['05/06/2022']), LIMITS, declared);
    assert.deepEqual([decided.decision, decided.order, decided.declared], ['inferred', declared, 'used']);
    assert.equal(decided.other, declared === 'DMY' ? 'MDY' : 'DMY');
    assert.match(decided.evidence[0] ?? '', /^Declared by somebody/);
  }
});

test('a declared order outweighs what is only likelier', () => {
  const witnesses = [['5/6/2022', dayNumber(2022, 5, 6) as number]] as const;
  const decided = decide(segment(['05/06/2022'], { witnesses }), LIMITS, 'DMY');
  assert.deepEqual([decided.order, decided.other], ['DMY', 'MDY']);
});

test('a declared order that the bytes exclude is not used and that is said', () => {
  const decided = decide(segment(['13/02/2022']), LIMITS, 'MDY');
  assert.deepEqual([decided.decision, decided.order, decided.declared], ['certain', 'DMY', 'excluded']);
  assert.match(decided.evidence.at(-1) ?? '', /It was not used/);
  const yearFirst = decide(segment(['2022/05/06'], { yearPlace: 'first' }), LIMITS, 'DMY');
  assert.deepEqual([yearFirst.order, yearFirst.declared], ['YMD', 'excluded']);
});

test('a declared order that changes nothing is not mentioned', () => {
  assert.equal(decide(segment(['13/02/2022']), LIMITS, 'DMY').declared, null);
  assert.equal(decide(segment(['05/05/2022']), LIMITS, 'MDY').declared, null);
});

test('where dates contradict each other a declared order is used for those that it fits', () => {
  const decided = decide(segment(['13/02/2022', '02/13/2022']), LIMITS, 'MDY');
  assert.deepEqual([decided.order, decided.other, decided.conflict], ['MDY', 'DMY', true]);
  const many = Array.from({ length: 28 }, (_, i) => `${i + 1}/02/2022`);
  assert.equal(decide(segment([...many, '02/13/2022']), LIMITS, 'MDY').order, 'DMY');
});
