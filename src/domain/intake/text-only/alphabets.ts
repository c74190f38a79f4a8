import { LIST_END } from './number-list.ts';

/** An alphabet in which bytes can be written: each character stands for `bits` bits. */
export type Alphabet = {
  readonly bits: 4 | 5 | 6 | 8;
  /** What each character code stands for; `PASSED` when it may stand between two symbols, `ENDS` when nothing goes on after it. */
  readonly values: Int16Array;
  /** Known bits from which on a signature is sure by itself. */
  readonly sureBits: number;
  /** Whether the symbols that follow an unsure signature look like the inside of a file, and not like words. */
  readonly looksWritten: (following: Uint8Array) => boolean;
};

/** What is left of 40 known bits when a byte begins in the middle of a symbol. */
const SURE_BITS = 36;

/** Written bytes go through most of an alphabet, words do not. */
const hasVariety = (least: number) => (following: Uint8Array) => new Set(following).size >= least;

export const PASSED = -1;
export const ENDS = -2;

/** Base64 with either pair of last characters (RFC 4648, 4 and 5). 32 random symbols have 25 different ones, ± 2. */
export const BASE64: Alphabet = {
  bits: 6,
  sureBits: SURE_BITS,
  looksWritten: hasVariety(20),
  values: valuesOf([
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  ]),
};

/** Base32 in either case (RFC 4648, 6). Words are made of the same letters, so only sure signatures count. */
export const BASE32: Alphabet = {
  bits: 5,
  sureBits: SURE_BITS,
  looksWritten: () => false,
  values: valuesOf(['ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 'abcdefghijklmnopqrstuvwxyz234567']),
};

/** Hexadecimal in either case; another letter ends it, so that words and dates do not run together. 14 of 16, ± 1. */
export const HEX: Alphabet = {
  bits: 4,
  sureBits: SURE_BITS,
  looksWritten: hasVariety(11),
  values: valuesOf(['0123456789abcdef', '0123456789ABCDEF'], 'gG'),
};

/** Bytes as themselves: what is left once escapes are undone. Text has none of the bytes that make a signature up. */
export const BYTES: Alphabet = {
  bits: 8,
  sureBits: SURE_BITS,
  looksWritten: () => true,
  values: Int16Array.from({ length: 256 }, (_, byte) => byte),
};

/** Bytes as themselves, for signatures that people may write ("GIF89a"): control characters have to follow. */
export const SPOKEN_BYTES: Alphabet = {
  ...BYTES,
  sureBits: Infinity,
  looksWritten: following => following.filter(byte => byte < 9 || (byte > 13 && byte < 32)).length >= 2,
};

/** Bytes read from a list of numbers. */
export const NUMBERS: Alphabet = { ...BYTES, values: Int16Array.from([...BYTES.values, ENDS]) };
if (NUMBERS.values[LIST_END] !== ENDS) throw new Error('the end of a list has no symbol');

/** `endingFrom`: the first lower and upper case letter of those that end a run. */
function valuesOf(spellings: readonly string[], endingFrom = ''): Int16Array {
  const values = new Int16Array(256).fill(PASSED);
  for (const from of endingFrom) {
    for (let letter = from; /[a-z]/i.test(letter); letter = String.fromCharCode(letter.charCodeAt(0) + 1))
      values[letter.charCodeAt(0)] = ENDS;
  }
  for (const spelling of spellings) {
    for (let value = 0; value < spelling.length; value += 1) values[spelling.charCodeAt(value)] = value;
  }
  return values;
}
