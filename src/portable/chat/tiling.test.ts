import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapsBetween, sizeOf, tilesExactly } from './tiling.ts';

test('spans tile a file only without gap, overlap, emptiness or excess', () => {
  assert.equal(tilesExactly([[2, 5], [0, 2]], 5), true); // prettier-ignore
  assert.equal(tilesExactly([], 0), true);
  assert.equal(tilesExactly([], 1), false);
  assert.equal(tilesExactly([[0, 2], [3, 5]], 5), false); // prettier-ignore
  assert.equal(tilesExactly([[0, 3], [2, 5]], 5), false); // prettier-ignore
  assert.equal(tilesExactly([[0, 2], [2, 2], [2, 5]], 5), false); // prettier-ignore
  assert.equal(tilesExactly([[0, 6]], 5), false);
});

test('gaps are what the spans leave over', () => {
  assert.deepEqual(gapsBetween([[1, 2], [2, 4], [6, 7]], 9), [[0, 1], [4, 6], [7, 9]]); // prettier-ignore
  assert.deepEqual(gapsBetween([], 3), [[0, 3]]);
  assert.deepEqual(gapsBetween([[0, 3]], 3), []);
  assert.equal(sizeOf([[0, 1], [4, 6]]), 3); // prettier-ignore
});
