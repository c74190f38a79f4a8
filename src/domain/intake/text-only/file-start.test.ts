import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '#portable/bytes/index.ts';
import { readFileStart } from './file-start.ts';

test('a beginning of 500 comments that lead to no picture is judged, and one that leads to a picture is found', () => {
  assert.equal(readFileStart(utf8(`${'<!---->'.repeat(500)}x`)), null);
  assert.deepEqual(readFileStart(utf8(`${'<!---->'.repeat(500)}<svg >`)), { found: 'picture' });
});
