import type { Alphabet } from './alphabets.ts';
import { bytesOf, type ForeignFile, type Signature } from './signatures.ts';

/** One symbol of a pattern: the bits that are known, and which they are. */
type PatternSymbol = { readonly value: number; readonly mask: number };

/** A signature as symbols of an alphabet, beginning at one place within a symbol. */
export type Pattern = {
  readonly kind: ForeignFile;
  readonly symbols: readonly PatternSymbol[];
  /** Too few known bits to be sure: what follows must look like written bytes too. */
  readonly isWeak: boolean;
};

/** Signatures ready to be looked for in one alphabet. Made once; shared by all scanners. */
export type SymbolPatterns = {
  readonly alphabet: Alphabet;
  /** A window over the newest symbols, as one number, has these bits. */
  readonly windowMask: number;
  /** 1 for each window with which a pattern may end. */
  readonly mayEnd: Uint8Array;
  readonly endings: ReadonlyMap<number, readonly Pattern[]>;
};

/** The largest window has 2^18 values. */
const WINDOW_BITS = 18;

/**
 * Makes every signature at each of its possible bit offsets a pattern of symbols, filed under the last run of fully
 * known symbols in it.
 */
export function symbolPatterns(alphabet: Alphabet, signatures: readonly Signature[]): SymbolPatterns {
  const { bits } = alphabet;
  const anchor = Math.floor(WINDOW_BITS / bits);
  const patterns = signatures.flatMap(signature => patternsOf(signature, alphabet, anchor));
  const endings = Map.groupBy(patterns, ({ symbols }) =>
    symbols.slice(-anchor).reduce((window, { value }) => (window << bits) | value, 0),
  );
  const windowMask = 2 ** (anchor * bits) - 1;
  const mayEnd = new Uint8Array(windowMask + 1);
  for (const window of endings.keys()) mayEnd[window] = 1;
  return { alphabet, windowMask, mayEnd, endings };
}

function patternsOf(signature: Signature, { bits, sureBits }: Alphabet, anchor: number): readonly Pattern[] {
  const bytes = bytesOf(signature);
  const offsets = new Set(Array.from({ length: bits }, (_, byte) => (byte * 8) % bits));
  return [...offsets].flatMap(offset => {
    const symbols = untilAnchor(symbolsOf(bytes, bits, offset), bits, anchor);
    return symbols === null ? [] : [{ kind: signature.kind, symbols, isWeak: knownBits(symbols) < sureBits }];
  });
}

function symbolsOf(
  bytes: readonly (number | null)[],
  bits: number,
  offset: number,
): readonly PatternSymbol[] {
  const length = Math.ceil((offset + bytes.length * 8) / bits);
  return Array.from({ length }, (_, n) => symbolAt(bytes, bits, n * bits - offset));
}

/** The symbol that begins at a bit of the bytes; bits outside them, or in an unknown byte, are not known. */
function symbolAt(bytes: readonly (number | null)[], bits: number, from: number): PatternSymbol {
  let value = 0;
  let mask = 0;
  for (let at = from; at < from + bits; at += 1) {
    const byte = (at < 0 ? undefined : bytes[at >> 3]) ?? null;
    value = (value << 1) | (((byte ?? 0) >> (7 - (at & 7))) & 1);
    mask = (mask << 1) | (byte === null ? 0 : 1);
  }
  return { value, mask };
}

/** Cuts a pattern after its last run of fully known symbols; null when it has none. */
function untilAnchor(
  symbols: readonly PatternSymbol[],
  bits: number,
  anchor: number,
): readonly PatternSymbol[] | null {
  const full = 2 ** bits - 1;
  for (let end = symbols.length; end >= anchor; end -= 1) {
    if (symbols.slice(end - anchor, end).every(({ mask }) => mask === full)) return symbols.slice(0, end);
  }
  return null;
}

function knownBits(symbols: readonly PatternSymbol[]): number {
  return symbols.reduce((sum, { mask }) => sum + mask.toString(2).replaceAll('0', '').length, 0);
}
