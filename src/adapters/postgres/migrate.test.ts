import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listMigrations } from './migrate.ts';

test('each migration has a number of its own: two of one number would be applied in the order of their names', () => {
  const numbers = listMigrations().map(name => name.slice(0, 4));
  assert.ok(numbers.length > 20);
  assert.deepEqual(numbers, [...new Set(numbers)]);
});
