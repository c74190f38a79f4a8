import assert from 'node:assert/strict';
import { test } from 'node:test';
import { piecesOf } from './pieces.ts';

const LATIN = new Set(Array.from('abcdefghijklmnopqrstuvwxyz.[]+ é\u0301', each => each.codePointAt(0)!));
const ARABIC = new Set(Array.from('مرحبا', each => each.codePointAt(0)!));

/** The pieces as they would be read, a mark in angle brackets and a place where a line may end as a bar. */
function read(text: string): string {
  return piecesOf(text, [LATIN, ARABIC])
    .map(piece => ('mark' in piece ? `<${piece.mark}>` : `${piece.text}${piece.breaks ? '|' : ''}`))
    .join('');
}

test('letters of any of the fonts stay, and all others are marks', () => {
  assert.equal(read('cafe\u0301 مرحبا 中'), 'cafe\u0301 مرحبا <U+4E2D>');
});

test('a grapheme that needs two fonts is a row of marks: an accent of another font would not sit on its letter', () => {
  assert.equal(read('م\u0301'), '<U+0645><U+0301>');
});

test('a joiner that no font has takes no letter with it', () => {
  assert.equal(read('م\u200Cر'), 'م<U+200C>ر');
});

test('what cannot be seen or ends a line is a mark', () => {
  assert.equal(read('a\u202Eb\nc\td\0'), 'a<U+202E>b<U+000A>c<U+0009>d<U+0000>');
});

test('what only looks like a mark is letters', () => {
  assert.deepEqual(piecesOf('[u+]', [LATIN]), [{ text: '[u+]' }]);
});

test('a line may end inside a long word, and nothing is added to it', () => {
  assert.equal(read('a'.repeat(30)), `${'a'.repeat(12)}|${'a'.repeat(12)}|aaaaaa`);
  assert.equal(read('short words only stay whole'), 'short words only stay whole');
});
