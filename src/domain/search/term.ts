import { folded } from './folded.ts';

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
