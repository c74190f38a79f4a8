import { ByteStrings } from '../byte-strings.ts';
import { textOf } from '../written-text.ts';
import { type Member, MemberTable } from './member-table.ts';

export type { Member } from './member-table.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const ARRAY = 0x5b;
const ARRAY_END = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;

const LONGEST_KEY = 40;
const MOST_KEYS = 500;

/** Deeper nesting than any export has; beyond it a value counts as broken. */
export const DEEPEST = 100;

/** The file ends inside the value. */
export const CUT_OFF = -1;
/** The bytes do not follow the grammar; see {@link JsonScanner.brokenAt}. */
export const BROKEN = -2;

/**
 * Finds where JSON values end, in bytes, without building them. Strings may hold any byte but an unescaped quote,
 * so that the app's `\x0B` escapes and raw control bytes do not stop it. Never recursive.
 */
export class JsonScanner {
  /** What is scanned; all offsets are into it. Whoever scans through a window puts the bytes it holds here. */
  bytes: Uint8Array;
  /** Where the last BROKEN value stopped following the grammar. */
  brokenAt = 0;
  /** Bytes looked at, for tests of linear work. */
  steps = 0;

  /** For each container that is open, 1 when it is an object. */
  readonly #inObject = new Uint8Array(DEEPEST);
  readonly #keys = new ByteStrings();
  readonly #keyTexts: string[] = [];
  #depth = 0;
  #table: MemberTable | null = null;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  skipSpace(from: number): number {
    const at = spaceEnd(this.bytes, from);
    this.steps += at - from + 1;
    return at;
  }

  /** The place after the string that begins at `at`, or CUT_OFF. */
  stringEnd(at: number): number {
    const end = stringEnd(this.bytes, at);
    this.steps += (end < 0 ? this.bytes.length : end) - at;
    return end;
  }

  /**
   * The place after the value that begins at or after `from`, or CUT_OFF, or BROKEN. The members of an object are listed in
   * `table` on the way; of any other value, and of an object that is not whole, none.
   */
  valueEnd(from: number, table: MemberTable | null = null): number {
    table?.clear();
    this.#table = table;
    const end = this.#scan(from);
    const stopped = end === BROKEN ? this.brokenAt : end === CUT_OFF ? this.bytes.length : end;
    this.steps += stopped - from + 1;
    if (end < 0) table?.clear();
    return end;
  }

  /** The members of a whole object, whose bytes are `start` to `end`. */
  *members(start: number, end: number): Generator<Member, void, undefined> {
    const table = new MemberTable();
    if (start < end) this.valueEnd(start, table);
    for (let i = 0; i < table.size; i++) yield table.member(i);
  }

  /** The key of a member when it is plain ASCII and short, as nearly all are; each is decoded once. */
  keyText(keyStart: number, keyEnd: number): string | null {
    if (keyEnd - keyStart > LONGEST_KEY) return null;
    const known = this.#keyTexts[this.#keys.find(this.bytes, keyStart, keyEnd)];
    if (known !== undefined) return known;
    const text = textOf(this.bytes, keyStart, keyEnd);
    if (this.#keyTexts.length >= MOST_KEYS || !/^\w+$/.test(text)) return null;
    this.#keyTexts[this.#keys.intern(this.bytes, keyStart, keyEnd)] = text;
    return text;
  }

  /** The elements of a whole array, whose bytes are `start` to `end`. */
  *elements(start: number, end: number): Generator<readonly [start: number, end: number], void, undefined> {
    let at = this.skipSpace(start + 1);
    while (at < end - 1) {
      const valueEnd = this.valueEnd(at);
      if (valueEnd < 0) return;
      yield [at, valueEnd];
      at = this.skipSpace(this.skipSpace(valueEnd) + 1);
    }
  }

  #scan(from: number): number {
    this.#depth = 0;
    let at = spaceEnd(this.bytes, from);
    while (at >= 0) {
      const depth = this.#depth;
      at = this.#step(at);
      if (at >= 0 && this.#depth === depth) {
        at = this.#leave(at);
        if (this.#depth === 0) return at;
      }
    }
    return at;
  }

  /** Steps over a scalar or an empty container, or into a container: then to its first value. */
  #step(at: number): number {
    const { bytes } = this;
    const byte = bytes[at];
    if (byte === QUOTE) return stringEnd(bytes, at);
    if (byte !== OBJECT && byte !== ARRAY) return this.#literalEnd(at);
    const isObject = byte === OBJECT;
    const inside = spaceEnd(bytes, at + 1);
    if (bytes[inside] === (isObject ? OBJECT_END : ARRAY_END)) return inside + 1;
    if (this.#depth === DEEPEST) return this.#broken(at);
    this.#inObject[this.#depth] = isObject ? 1 : 0;
    this.#depth += 1;
    return isObject ? this.#key(inside) : inside;
  }

  /** The place of the value after `"key" :`, or CUT_OFF, or BROKEN. */
  #key(at: number): number {
    const { bytes } = this;
    if (at >= bytes.length) return CUT_OFF;
    if (bytes[at] !== QUOTE) return this.#broken(at);
    const keyEnd = stringEnd(bytes, at);
    if (keyEnd < 0) return CUT_OFF;
    const colon = spaceEnd(bytes, keyEnd);
    if (colon >= bytes.length) return CUT_OFF;
    if (bytes[colon] !== COLON) return this.#broken(colon);
    const value = spaceEnd(bytes, colon + 1);
    if (this.#depth === 1) this.#table?.begin(at + 1, keyEnd - 1, value);
    return value;
  }

  /** From behind a value to the next one, leaving the containers that end on the way. */
  #leave(from: number): number {
    const { bytes } = this;
    let at = from;
    while (this.#depth > 0) {
      const isObject = this.#inObject[this.#depth - 1] === 1;
      if (isObject && this.#depth === 1) this.#table?.finish(at);
      at = spaceEnd(bytes, at);
      const next = bytes[at];
      if (next === undefined) return CUT_OFF;
      if (next === COMMA) {
        at = spaceEnd(bytes, at + 1);
        return isObject ? this.#key(at) : at;
      }
      if (next !== (isObject ? OBJECT_END : ARRAY_END)) return this.#broken(at);
      this.#depth -= 1;
      at += 1;
    }
    return at;
  }

  /** The place after a number, true, false or null; a value that ends with the file may be cut off. */
  #literalEnd(from: number): number {
    const { bytes } = this;
    let at = from;
    while (at < bytes.length && isLiteral(bytes[at] as number)) at += 1;
    if (at >= bytes.length) return CUT_OFF;
    return at === from ? this.#broken(at) : at;
  }

  #broken(at: number): number {
    this.brokenAt = at;
    return BROKEN;
  }
}

export function isJsonSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function spaceEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && isJsonSpace(bytes[at])) at += 1;
  return at;
}

function stringEnd(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) at += 1;
  }
  return CUT_OFF;
}

/** Letters, digits, sign and point. */
function isLiteral(byte: number): boolean {
  if (byte >= 0x30 && byte <= 0x39) return true;
  if ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)) return true;
  return byte === 0x2d || byte === 0x2b || byte === 0x2e;
}
