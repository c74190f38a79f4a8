import { folded } from './folded.ts';

/**
 * Longer messages are searched so far and no further, so that one hostile message does not fill an index. In characters of
 * the sought form.
 */
const MOST_CHARACTERS = 1_000_000;

/** The letters that begin the stand-in of a character, and those that go on in it: neither occurs in folded ASCII. */
const FIRST = 'ABCDEFGHIJKLM';
const NEXT = 'NOPQRSTUVWXYZ';
const BASE = FIRST.length;
/** Characters below are written with three letters, all others with six. */
const SHORT = BASE ** 3;

/**
 * The form in which a body is stored to be searched: folded, and every character beyond ASCII replaced by a stand-in of
 * capital letters. A stand-in begins with a letter of its own kind and each character has one stand-in, so one text holds
 * another exactly when their sought forms do. Trigram indexes of PostgreSQL pass over letters that the locale of the
 * database does not know, under the locale C all letters beyond ASCII; in this form no letter is passed over.
 */
export function soughtForm(text: string): string {
  const letters = folded(text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text);
  // oxlint-disable-next-line no-control-regex -- everything beyond ASCII, and U+0000, which no text of PostgreSQL holds
  return letters.replaceAll(/[^\u0001-\u007f]/gu, standIn).slice(0, MOST_CHARACTERS);
}

const MOST_KNOWN = 20_000;
const known = new Map<string, string>();

function standIn(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const code = character.codePointAt(0) ?? 0;
  const made = code < SHORT ? lettersOf(code, 3) : lettersOf(code, 6);
  if (known.size < MOST_KNOWN) known.set(character, made);
  return made;
}

function lettersOf(code: number, length: number): string {
  let rest = code;
  let tail = '';
  for (let i = 1; i < length; i++) {
    tail = `${NEXT[rest % BASE]}${tail}`;
    rest = Math.floor(rest / BASE);
  }
  return `${FIRST[rest % BASE]}${tail}`;
}
