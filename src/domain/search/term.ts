import { folded, rangesOf, type TextRange } from './folded.ts';

/**
 * What is looked for. `letters`: the term as it stands, anywhere, also inside a word. `words`: all of its words, each whole, in
 * any order.
 */
export type Search = { readonly term: string; readonly by: 'letters' | 'words' };

/** Characters that a term has at least. */
const FEWEST_LETTERS = 3;
/** Scripts that write a word in one or two signs, and pictures: there one sign is a term. */
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** Whether this can be searched for: three characters that are compared, or one where one is a word. */
export function isTerm(text: string): boolean {
  const letters = folded(text).trim();
  return Array.from(letters).length >= FEWEST_LETTERS || (letters !== '' && DENSE.test(letters));
}

/** Where a message that was found holds what was looked for, in UTF-16 units of its text; in order, at most `most` places. */
export function placesIn(text: string, { term, by }: Search, most: number): TextRange[] {
  if (by === 'letters') return rangesOf(text, term, most);
  const words = folded(term).split(/[^\p{L}\p{M}\p{N}]+/u);
  const all = words.flatMap(word => rangesOf(text, word, most)).filter(range => isWhole(text, range));
  const places: TextRange[] = [];
  for (const range of all.toSorted((a, b) => a[0] - b[0]))
    if (range[0] >= (places.at(-1)?.[1] ?? 0)) places.push(range);
  return places.slice(0, most);
}

const LETTER_BEFORE = /[\p{L}\p{N}]$/u;
const LETTER_AFTER = /^[\p{L}\p{N}]/u;
/** Two units, so that a character of two is seen whole. */
const LOOK = 2;

function isWhole(text: string, [start, end]: TextRange): boolean {
  return (
    !LETTER_BEFORE.test(text.slice(Math.max(0, start - LOOK), start)) &&
    !LETTER_AFTER.test(text.slice(end, end + LOOK))
  );
}
