import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offsetTimeOf } from './offset-time.ts';

const NOON = Date.UTC(2024, 1, 29, 12, 0, 5);

const READ = [
  ['2024-02-29T12:00:05+01:00', NOON, 60, 'second'],
  ['2024-02-29T12:00:05.1234567-03:30', NOON + 123, -210, 'millisecond'],
  ['2024-02-29 12:00:05', NOON, null, 'second'],
  ['2024-02-29 12:00:05.9+00:00', NOON + 900, 0, 'millisecond'],
  ['2024-02-29 12:00:05 UTC', NOON, 0, 'second'],
  ['2024-02-29T12:00:05Z', NOON, 0, 'second'],
  ['2024-02-29T12:00:05-0000', NOON, 0, 'second'],
] as const;

for (const [text, clockMs, offsetMinutes, precision] of READ) {
  test(`the time ${text} is read with its offset and to its unit`, () => {
    assert.deepEqual(offsetTimeOf(text), { clockMs, offsetMinutes, precision });
  });
}

for (const text of [
  '2023-02-29T12:00:05Z',
  '2024-02-29T12:00:05+24:00',
  '2024-02-29',
  '29/02/2024 12:00:05',
  '',
]) {
  test(`"${text}" is no such time`, () => {
    assert.equal(offsetTimeOf(text), null);
  });
}
