import assert from 'node:assert/strict';
import { test } from 'node:test';
test('the test runner runs', () => {
  assert.equal(1, 1);
});
