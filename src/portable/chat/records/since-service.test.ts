import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChatRecord } from './record.ts';
import { sinceService } from './since-service.ts';

const BEGAN = Date.UTC(2013, 7, 14);
const DAY_MS = 86_400_000;

function timesOf(localMs: number | null, utcMs: number | null) {
  const record: ChatRecord = {
    chat: 0,
    kind: 'text',
    speaker: 'Kit',
    writtenText: '0',
    body: 'hello',
    span: [0, 5],
    rule: 'x',
    localMs,
    utcMs,
    precision: 'second',
    doubts: ['instant-only'],
  };
  const found = sinceService(record, BEGAN);
  return [found.localMs, found.utcMs, found.precision, found.writtenText];
}

test('a time before the service began is none, and what was written stands', () => {
  assert.deepEqual(timesOf(null, 0), [null, null, 'none', '0']);
  assert.deepEqual(timesOf(3_600_000, 0), [null, null, 'none', '0']);
  assert.deepEqual(timesOf(null, BEGAN - DAY_MS - 1), [null, null, 'none', '0']);
});

test('a day before it may be the same moment in another zone, and one clock that can be right keeps both', () => {
  assert.deepEqual(timesOf(BEGAN - DAY_MS, null), [BEGAN - DAY_MS, null, 'second', '0']);
  assert.deepEqual(timesOf(0, BEGAN), [0, BEGAN, 'second', '0']);
  assert.deepEqual(timesOf(null, null), [null, null, 'second', '0']);
});
