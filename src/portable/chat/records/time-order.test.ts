import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Reading } from '../reading.ts';
import { readingOfRecords } from './reading-of-records.ts';
import type { ChatRecord } from './record.ts';
import { TimeSteps } from './time-order.ts';

type At = number | null | readonly [chat: number, at: number];

function recordAt(at: At, n: number): ChatRecord {
  const [chat, utcMs] = Array.isArray(at) ? (at as [number, number]) : [0, at as number | null];
  return {
    chat,
    kind: 'text',
    speaker: 'Mina',
    writtenText: '',
    body: 'x',
    span: [n * 10, n * 10 + 10],
    rule: 'test/row',
    localMs: null,
    utcMs,
    precision: 'millisecond',
    doubts: [],
  };
}

function readingOf(times: readonly At[], mayRunNewestFirst: boolean | 'usually' = true): Reading {
  return readingOfRecords({
    format: 'messenger-json',
    reader: 'test/1',
    sizeBytes: times.length * 10,
    mayRunNewestFirst,
    walk: () => ({
      records: times.map(recordAt),
      chats: [0, 1].map(() => ({ name: null, id: null, kind: null })),
      unread: [],
      finish: () => undefined,
      zone: () => ({ basis: 'utc', offsetsMinutes: [], statement: '' }),
    }),
  });
}

function orderOf(
  times: readonly At[],
  mayRunNewestFirst?: boolean | 'usually',
): [string, number, readonly number[]][] {
  const reading = readingOf(times, mayRunNewestFirst);
  const ofOrder = reading.doubts.filter(({ code }) => /^(?:newest-first|time-goes-)/.test(code));
  const marked = [...reading.messages].flatMap(({ n, doubts }) =>
    doubts.some(code => code.startsWith('time-goes-')) ? [n] : [],
  );
  const listed = ofOrder.find(({ code }) => code.startsWith('time-goes-'))?.messages ?? [];
  assert.deepEqual(marked, listed, 'each pass marks what the first counted');
  return ofOrder.map(({ code, count, messages }) => [code, count, messages]);
}

describe('the way an item runs', () => {
  test('newest first is said once, and only what stands against it is marked', () => {
    assert.deepEqual(orderOf([9000, 8000, 8500, 8500, 2000]), [
      ['newest-first', 0, []],
      ['time-goes-forwards', 1, [2]],
    ]);
  });

  test('as many steps forward as back are oldest first', () => {
    assert.deepEqual(orderOf([1000, 2000, 1500]), [['time-goes-backwards', 1, [2]]]);
    assert.deepEqual(orderOf([1000]), []);
    assert.deepEqual(orderOf([1000, 1000, null]), []);
  });

  test('one step back is newest first only where the format usually is', () => {
    assert.deepEqual(orderOf([2000, 1000]), [['time-goes-backwards', 1, [1]]]);
    assert.deepEqual(orderOf([2000, 1000], 'usually'), [['newest-first', 0, []]]);
  });

  test('of a format that is always written oldest first every step back is marked', () => {
    assert.deepEqual(orderOf([9000, 8000, 7000], false), [['time-goes-backwards', 2, [1, 2]]]);
  });

  test('the first message of another conversation is compared with none', () => {
    const times = [[0, 5000], [0, 4000], [1, 9000], [1, 8000], [0, 7000]] as const; // prettier-ignore
    assert.deepEqual(orderOf(times), [['newest-first', 0, []]]);
  });

  test('within the unit of the coarser clock no time is earlier', () => {
    const steps = new TimeSteps();
    const next = (utcMs: number, precision: ChatRecord['precision']): number =>
      steps.next({ ...recordAt(utcMs, 0), precision });
    assert.deepEqual(
      [next(60_700, 'millisecond'), next(60_000, 'second'), next(60_900, 'millisecond')],
      [0, 0, 0],
    );
    assert.deepEqual([next(60_800, 'millisecond'), next(59_999, 'second')], [-100, -1]);
  });

  test('the first hundred against it are listed and all are counted', () => {
    let at = 9_000_000;
    const times = Array.from({ length: 451 }, (_, n) => (at += n % 3 === 0 ? 5000 : -10_000));
    const { doubts, messages } = readingOf(times);
    const forwards = doubts.find(({ code }) => code === 'time-goes-forwards');
    assert.deepEqual([forwards?.count, forwards?.messages.length], [150, 100]);
    const marked = [...messages].filter(message => message.doubts.includes('time-goes-forwards'));
    assert.equal(marked.length, 150);
  });
});
