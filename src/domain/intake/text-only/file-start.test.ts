import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '#portable/bytes/index.ts';
import { readFileStart } from './file-start.ts';

test('a beginning of 500 comments that lead to no picture is judged, and one that leads to a picture is found', () => {
  assert.equal(readFileStart(utf8(`${'<!---->'.repeat(500)}x`)), null);
  assert.deepEqual(readFileStart(utf8(`${'<!---->'.repeat(500)}<svg >`)), { found: 'picture' });
});

test('a portable anymap is found behind any number of comments, and its first letters alone are a word', () => {
  for (const start of [
    'P3\n2 2\n255',
    'P6 # made by hand\n# twice\n 640\n480\n',
    `P2${' '.repeat(2000)}#${' '.repeat(1000)}\n1 1 9`,
  ])
    assert.deepEqual(readFileStart(utf8(start)), { found: 'picture' }, start.slice(0, 20));
  for (const text of ['P3 is my seat, 2 2', `P1 #${' '.repeat(4000)}`, `P1 ${'# '.repeat(2000)}`])
    assert.equal(readFileStart(utf8(text)), null, text.slice(0, 20));
});
