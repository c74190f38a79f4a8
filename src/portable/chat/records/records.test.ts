import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { tilesExactly } from '../tiling.ts';
import { IdSet } from './id-set.ts';
import { readingOfRecords } from './reading-of-records.ts';
import type { ChatRecord, RecordPass } from './record.ts';

const RUNS = 200;
const SEED = 20261127;

function record(at: number, more: Partial<ChatRecord> = {}): ChatRecord {
  return {
    chat: 0,
    kind: 'text',
    speaker: 'Mina',
    writtenText: '',
    body: 'x',
    span: [at * 10, at * 10 + 8],
    rule: 'test/row',
    localMs: null,
    utcMs: at * 1000,
    precision: 'second',
    doubts: [],
    ...more,
  };
}

function readingOf(records: readonly ChatRecord[], more: Partial<RecordPass> = {}, sizeBytes = 100) {
  const walk = (): RecordPass => ({
    records,
    chats: [{ name: null, id: null, kind: null }],
    unread: [],
    finish: () => undefined,
    zone: clocks => ({ basis: 'utc', offsetsMinutes: clocks.offsetsMinutes, statement: '' }),
    ...more,
  });
  return readingOfRecords({ format: 'telegram-json', reader: 'test/1', sizeBytes, walk });
}

function doubtsOf(records: readonly ChatRecord[]): {
  all: [string, readonly number[]][];
  each: readonly (readonly string[])[];
} {
  const { doubts, messages } = readingOf(records);
  return {
    all: doubts.map(doubt => [doubt.code, doubt.messages]),
    each: [...messages].map(message => message.doubts),
  };
}

describe('a reading made of records', () => {
  test('messages, unread spans and the envelope between them tile the item', () => {
    const reading = readingOf([record(1), record(2), record(5)], { unread: [[30, 41], [95, 100]] }); // prettier-ignore
    assert.deepEqual([...reading.envelope], [[0, 10], [18, 20], [28, 30], [41, 50], [58, 95]]); // prettier-ignore
    const spans = [...reading.messages].map(({ span }) => span);
    assert.ok(tilesExactly([...spans, ...reading.unread, ...reading.envelope], 100));
    assert.equal(reading.unreadBytes, 16);
  });

  test('every doubt of the whole is a doubt of the messages it names, in each pass', () => {
    const { all, each } = doubtsOf([
      record(1, { id: '1', replyTo: '3' }),
      record(2, { id: '1', replyTo: '9' }),
      record(3, { id: '3', utcMs: 500, localMs: 500 + 3_600_000 }),
      record(4, { id: '4', utcMs: 9000, localMs: 9000 + 61_000 }),
      record(5, { replyTo: '8', repliesElsewhere: true, utcMs: null }),
    ]);
    assert.deepEqual(all, [
      ['date-and-instant-disagree', [3]],
      ['date-not-understood', [4]],
      ['time-goes-backwards', [2]],
      ['repeated-id', [1]],
      ['reply-to-absent', [1]],
    ]);
    for (const [code, messages] of all)
      each.forEach((codes, n) => assert.equal(codes.includes(code), messages.includes(n), `${code} of ${n}`));
  });

  test('times have the unit of their clock, and the period is by time and not by place', () => {
    const reading = readingOf([
      record(1, { utcMs: Date.UTC(2024, 0, 2, 3, 4, 5, 67), precision: 'millisecond' }),
      record(2, { utcMs: null, localMs: Date.UTC(2023, 0, 2, 3, 4), precision: 'minute' }),
      record(3, { utcMs: Date.UTC(2024, 5, 1), precision: 'day' }),
    ]);
    const times = [...reading.messages].map(({ written, instant }) => [written, instant]);
    assert.deepEqual(times, [
      ['2024-01-02T03:04:05.067', '2024-01-02T03:04:05.067Z'],
      ['2023-01-02T03:04', null],
      ['2024-06-01', '2024-06-01T00:00:00Z'],
    ]);
    assert.deepEqual(reading.period, { first: '2023-01-02T03:04', last: '2024-06-01' });
  });
});

describe('a set of ids', () => {
  test(`knows what a plain set knows, whatever the order (${RUNS} runs)`, () => {
    const id = fc.oneof(
      fc.integer({ min: 0, max: 30 }).map(String),
      fc.constantFrom('x', '007', '12345678901234567890'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), id), { maxLength: 60 }), ids => {
        const [set, plain] = [new IdSet(), new Set<string>()];
        for (const [chat, one] of ids) {
          assert.equal(set.add(chat, one), !plain.has(`${chat}:${one}`));
          plain.add(`${chat}:${one}`);
        }
        for (const [chat, one] of ids) assert.ok(set.has(chat, one));
        for (let n = 0; n <= 31; n++) assert.equal(set.has(0, `${n}`), plain.has(`0:${n}`));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  test('a million numbers in a row cost nothing; of numbers in no order it says when it no longer knows', () => {
    const [rising, scattered] = [new IdSet(), new IdSet()];
    for (let n = 0; n < 1_000_000; n++) rising.add(0, `${n}`);
    assert.equal(rising.isFull, false);
    for (let n = 0; n < 400_000; n++) scattered.add(0, `${n * 2}`);
    assert.equal(scattered.isFull, true);
  });
});
