import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenPeriod } from './written-time.ts';

test('a period is its first and last day, and a single day is said once', () => {
  const day = '2018-12-05T20:10:22';
  assert.equal(writtenPeriod({ first: day, last: '2018-12-05T23:59:00' }), '5 December 2018');
  assert.equal(writtenPeriod({ first: day, last: '2019-01-01' }), '5 December 2018 to 1 January 2019');
});
