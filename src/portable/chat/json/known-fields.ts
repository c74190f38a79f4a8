import { secondsOfIsoBytes } from '../clocks/iso.ts';
import { isUtf8, textOf } from '../written-text.ts';
import { WordCache } from '../word-cache.ts';
import type { KnownKeys } from './known-keys.ts';
import { MemberTable } from './member-table.ts';
import type { JsonScanner } from './scan.ts';
import { jsonText, TextNotes } from './text.ts';

const QUOTE = 0x22;
const ARRAY = 0x5b;
const OBJECT = 0x7b;
const BACKSLASH = 0x5c;
const SMALL_N = 0x6e;
const NOT_ASCII = 0x80;

/** What a member is when its key is none of the known ones, or was there already. */
export const UNKNOWN = -1;
export const REPEATED = -2;

/** How many digits a number may have to be counted with. */
const MOST_DIGITS = 15;

/**
 * The members of one object after another, found by keys that are known beforehand: nothing is made of a member that is not
 * asked for. For readers of many messages; `JsonFields` is simpler. The first of several members under one key is used, as `JsonFields` does. */
export class KnownFields<Key extends string> {
  /** For each member of the object in file order: the number of its key, or UNKNOWN, or REPEATED. */
  numbers = new Int16Array(64);
  size = 0;
  /** True when every member has a key of its own, and one of the first `usual`, and none is an object or list that should not be. */
  isUsual = true;
  /** True when the last `richText` left something out: parts that are no text, or members beside `type` and `text`. */
  isReduced = false;

  readonly #keys: KnownKeys<Key>;
  readonly #scanner: JsonScanner;
  readonly #words = new WordCache();
  /** For each known key, one more than the place of its member; 0 when there is none. */
  readonly #places: Int32Array;
  readonly #others = new Set<string>();
  readonly #parts = new MemberTable();
  readonly #table: MemberTable;
  #notes = new TextNotes();

  readonly #usual: number;
  readonly #lists: ReadonlySet<number>;

  /** `usual`: how many of the keys, from the first, need no second look; see `isUsual`. `lists`: those of them that may be lists. */
  constructor(
    keys: KnownKeys<Key>,
    { usual, lists }: { readonly usual: number; readonly lists: ReadonlySet<number> },
    scanner: JsonScanner,
    table: MemberTable,
  ) {
    this.#usual = usual;
    this.#lists = lists;
    this.#keys = keys;
    this.#scanner = scanner;
    this.#places = new Int32Array(keys.names.length);
    this.#table = table;
  }

  /** Looks at the object whose members the table holds now. */
  take(notes: TextNotes): void {
    this.#notes = notes;
    for (let i = 0; i < this.size; i++) {
      const number = this.numbers[i] as number;
      if (number >= 0) this.#places[number] = 0;
    }
    if (this.#others.size > 0) this.#others.clear();
    this.size = this.#table.size;
    if (this.size > this.numbers.length) this.numbers = new Int16Array(this.size * 2);
    this.isUsual = true;
    for (let i = 0; i < this.size; i++) {
      const number = this.#numberOf(i);
      this.numbers[i] = number;
      if (number < 0 || number >= this.#usual || this.isOdd(i)) this.isUsual = false;
    }
  }

  /** Whether a member is an object, or a list that should be none. */
  isOdd(i: number): boolean {
    const first = this.#scanner.bytes[this.#table.start(i)];
    return first === OBJECT || (first === ARRAY && !this.#lists.has(this.numbers[i] as number));
  }

  /** The key of a member as text. */
  keyOf(i: number): string {
    return this.#keyText(i, new TextNotes());
  }

  /** The bytes of a member's value as they stand. */
  rawOf(i: number): string {
    const { bytes } = this.#scanner;
    const text = textOf(bytes, this.#table.start(i), this.#table.end(i));
    if (text.includes('\uFFFD') && !isUtf8(bytes, this.#table.start(i), this.#table.end(i)))
      this.#notes.invalidUtf8 = true;
    return text;
  }

  has(key: number): boolean {
    return this.#places[key] !== 0;
  }

  /** The bytes of the value as they stand; empty when absent. */
  raw(key: number): string {
    return this.has(key) ? this.rawOf(this.#place(key)) : '';
  }

  /** Where the value begins; 0 when absent. */
  start(key: number): number {
    return this.has(key) ? this.#table.start(this.#place(key)) : 0;
  }

  /** Where the value ends; 0 when absent. */
  end(key: number): number {
    return this.has(key) ? this.#table.end(this.#place(key)) : 0;
  }

  /** True when the value is a string of plain ASCII without escapes, which no decoding finds anything to note in. */
  isPlainString(key: number): boolean {
    const place = this.#places[key] as number;
    if (place === 0) return false;
    const start = this.#table.start(place - 1);
    const { bytes } = this.#scanner;
    return bytes[start] === QUOTE && isPlain(bytes, start + 1, this.#table.end(place - 1) - 1);
  }

  /** A string or number as text, whatever its size; null when absent, null, or something else. */
  text(key: number): string | null {
    const place = this.#places[key] as number;
    return place === 0 ? null : this.#text(this.#table.start(place - 1), this.#table.end(place - 1), false);
  }

  /** The same, for values that come again and again. */
  word(key: number): string | null {
    const place = this.#places[key] as number;
    return place === 0 ? null : this.#text(this.#table.start(place - 1), this.#table.end(place - 1), true);
  }

  /** A safe whole number, written as a number or in a string; null otherwise. */
  count(key: number): number | null {
    const place = this.#places[key] as number;
    if (place === 0) return null;
    const { bytes } = this.#scanner;
    let at = this.#table.start(place - 1);
    let end = this.#table.end(place - 1);
    if (bytes[at] === QUOTE) {
      at += 1;
      end -= 1;
    }
    if (at === end || end - at > MOST_DIGITS) return null;
    let value = 0;
    for (; at < end; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) return null;
      value = value * 10 + digit;
    }
    return value;
  }

  /** Seconds since 1970 for a string that is `YYYY-MM-DDTHH:MM:SS`, as if it were UTC; null for anything else. */
  isoSeconds(key: number): number | null {
    const place = this.#places[key] as number;
    if (place === 0) return null;
    const start = this.#table.start(place - 1);
    const { bytes } = this.#scanner;
    return bytes[start] === QUOTE
      ? secondsOfIsoBytes(bytes, start + 1, this.#table.end(place - 1) - 1)
      : null;
  }

  /** A string, or an array of strings and objects with a `text`, joined. See `isReduced`. */
  richText(key: number): string {
    this.isReduced = false;
    const place = this.#places[key] as number;
    if (place === 0) return '';
    const start = this.#table.start(place - 1);
    const end = this.#table.end(place - 1);
    if (this.#scanner.bytes[start] !== ARRAY) return this.#text(start, end, false) ?? '';
    let text = '';
    for (const [from, to] of this.#scanner.elements(start, end)) text += this.#part(from, to);
    return text;
  }

  #keyText(i: number, notes: TextNotes): string {
    return jsonText(this.#scanner.bytes, this.#table.keyStart(i), this.#table.keyEnd(i), notes);
  }

  #place(key: number): number {
    return (this.#places[key] as number) - 1;
  }

  #numberOf(i: number): number {
    const start = this.#table.keyStart(i);
    const end = this.#table.keyEnd(i);
    let number = this.#keys.find(this.#scanner.bytes, start, end);
    if (number < 0) {
      if (isPlain(this.#scanner.bytes, start, end))
        return this.#other(textOf(this.#scanner.bytes, start, end));
      // A key may be written with escapes.
      const name = this.#keyText(i, this.#notes);
      number = this.#keys.names.indexOf(name as Key);
      if (number < 0) return this.#other(name);
    }
    if (this.#places[number] !== 0) return REPEATED;
    this.#places[number] = i + 1;
    return number;
  }

  #other(name: string): number {
    if (this.#others.has(name)) return REPEATED;
    this.#others.add(name);
    return UNKNOWN;
  }

  #text(start: number, end: number, isWord: boolean): string | null {
    const { bytes } = this.#scanner;
    const first = bytes[start];
    if (first === QUOTE) {
      return isWord ? this.#word(start + 1, end - 1) : jsonText(bytes, start + 1, end - 1, this.#notes);
    }
    if (first === OBJECT || first === ARRAY) return null;
    const raw = textOf(bytes, start, end);
    return first === SMALL_N && raw === 'null' ? null : raw;
  }

  /** Only words that gave nothing to note are kept. */
  #word(start: number, end: number): string {
    const { bytes } = this.#scanner;
    const known = this.#words.find(bytes, start, end);
    if (known !== null) return known;
    const notes = new TextNotes();
    const text = jsonText(bytes, start, end, notes);
    if (!notes.isEmpty) return jsonText(bytes, start, end, this.#notes);
    this.#words.keep(bytes, start, end, text);
    return text;
  }

  #part(start: number, end: number): string {
    const { bytes } = this.#scanner;
    if (bytes[start] === QUOTE) return jsonText(bytes, start + 1, end - 1, this.#notes);
    const text = bytes[start] === OBJECT ? this.#partText(start) : null;
    if (text === null) this.isReduced = true;
    return text ?? '';
  }

  /** The `text` of a part; the first when there are several. */
  #partText(start: number): string | null {
    const { bytes } = this.#scanner;
    const parts = this.#parts;
    this.#scanner.valueEnd(start, parts);
    let text: string | null = null;
    for (let i = 0; i < parts.size; i++) {
      const key = textOf(bytes, parts.keyStart(i), parts.keyEnd(i));
      if (key === 'text' && text === null) text = this.#text(parts.start(i), parts.end(i), false);
      else if (key !== 'type') this.isReduced = true;
    }
    return text;
  }
}

/** Without escapes and all ASCII. */
function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte === BACKSLASH || byte >= NOT_ASCII) return false;
  }
  return true;
}
