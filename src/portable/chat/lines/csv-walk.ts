import type { Span } from '../reading.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { Window } from '../source/window.ts';
import { byteOrderMarkBytes, isUtf8, textOf } from '../written-text.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LF = 0x0a;
const CR = 0x0d;
const BOM_BYTES = 3;
const FIRST_BYTES = 4096;
/** How many times the bytes of the item may be looked at in vain; then what is left is given up. */
const MOST_IN_VAIN = 4;
/** Looked at to see whether a row begins here. */
const BEGINNING_BYTES = 64;

/** Where a field's text stands, without its quotes; offsets of the item. */
interface Field {
  readonly start: number;
  readonly end: number;
  /** Every quote within stands twice. */
  readonly hasPairs: boolean;
}

/** A row, or bytes where no row could be made out and why. */
export type CsvStep =
  | {
      readonly what: 'row';
      readonly span: Span;
      readonly fields: readonly Field[];
      readonly isBroken: boolean;
    }
  | { readonly what: 'broken' | 'cut-off' | 'too-large'; readonly span: Span };

type Place = 'begin' | 'bare' | 'quoted' | 'closed' | 'closed-cr' | 'raw';
type Scanned = 'row' | 'open' | 'too-large';

/**
 * The rows of a CSV item (RFC 4180) of any size, one after the other, through a window: fields in quotes may hold line ends
 * and pairs of quotes. Lines end with LF or CRLF. A row whose quotes do not match is given up at the next line that begins
 * like `beginning`, so that one lost quote does not swallow the file.
 */
export class CsvWalk {
  readonly window: Window;
  readonly markBytes: number;
  /** Bytes looked at, for tests of linear work. */
  #looked = 0;
  readonly #beginning: RegExp;
  #at: number;
  /** Bytes looked at for rows that were none. */
  #inVain = 0;
  #fields: Field[] = [];
  #end = 0;
  #isBroken = false;

  constructor(source: ByteSource, beginning: RegExp) {
    this.window = new Window(source);
    this.window.hold(0, BOM_BYTES);
    this.markBytes = byteOrderMarkBytes(this.window.bytes);
    this.#at = this.markBytes;
    this.#beginning = beginning;
  }

  get steps(): number {
    return this.#looked + this.window.steps;
  }

  /** The next row, whose fields can be decoded until the next step; null at the end of the item. */
  next(): CsvStep | null {
    const start = this.#at;
    if (start >= this.window.size) return null;
    const scanned = this.#scan(start);
    const isRow = scanned === 'row';
    const limit = isRow ? this.#end : this.window.size;
    const isSuspect = !isRow || (this.#isBroken && this.#holdsLineEnd(start, limit - 1));
    const again = isSuspect ? this.#nextBeginning(start, limit, isRow) : null;
    this.#at = again ?? limit;
    if (isRow && again === null)
      return { what: 'row', span: [start, limit], fields: this.#fields, isBroken: this.#isBroken };
    const isCutOff = scanned === 'open' && again === null && !this.#isGivenUp;
    const what = scanned === 'too-large' ? scanned : isCutOff ? 'cut-off' : 'broken';
    return { what, span: [start, this.#at] };
  }

  /** The text of a field, as the row that was given last has it. */
  text({ start, end, hasPairs }: Field): string {
    const { bytes, base } = this.window;
    const text = textOf(bytes, start - base, end - base);
    return hasPairs ? text.replaceAll('""', '"') : text;
  }

  isUtf8([start, end]: Span): boolean {
    const { bytes, base } = this.window;
    return isUtf8(bytes, start - base, end - base);
  }

  /** Gives up at this row: everything from here on. */
  rest(): Span {
    const span: Span = [this.#at, this.window.size];
    this.#at = this.window.size;
    return span;
  }

  get #isGivenUp(): boolean {
    return this.#inVain > MOST_IN_VAIN * this.window.size;
  }

  #scan(start: number): Scanned {
    const { window } = this;
    this.#fields = [];
    this.#isBroken = false;
    let [at, from, place, hasPairs]: [number, number, Place, boolean] = [start, start, 'begin', false];
    for (;;) {
      if (at >= window.end) {
        if (window.isLast) break;
        if (!window.hold(start, window.end + Math.max(FIRST_BYTES, window.end - start))) return 'too-large';
        continue;
      }
      const { bytes, base } = window;
      const byte = bytes[at - base];
      if (place === 'quoted') {
        const found = bytes.indexOf(QUOTE, at - base);
        this.#looked += (found < 0 ? bytes.length : found) - (at - base);
        at = found < 0 ? window.end : base + found + 1;
        if (found >= 0) place = 'closed';
        continue;
      }
      this.#looked += 1;
      if (byte === COMMA || byte === LF) {
        this.#push(from, at, place, hasPairs);
        if (byte === LF) return this.#ended(at + 1);
        [from, place, hasPairs] = [at + 1, 'begin', false];
      } else {
        hasPairs ||= byte === QUOTE && place === 'closed';
        place = placeAfter(place, byte);
      }
      at += 1;
    }
    if (place === 'quoted') return 'open';
    this.#push(from, at, place, hasPairs);
    return this.#ended(at);
  }

  #ended(at: number): 'row' {
    this.#end = at;
    return 'row';
  }

  /** The field from `from` up to the comma or line end at `at`. */
  #push(from: number, at: number, place: Place, hasPairs: boolean): void {
    const isInQuotes = place === 'closed' || place === 'closed-cr';
    const { bytes, base } = this.window;
    const isLineEnd = bytes[at - base] === LF;
    const end = isLineEnd && at > from && bytes[at - 1 - base] === CR ? at - 1 : at;
    if (isInQuotes && (place === 'closed' || isLineEnd)) {
      this.#fields.push({ start: from + 1, end: end - 1, hasPairs });
      return;
    }
    if (place === 'raw' || isInQuotes) this.#isBroken = true;
    this.#fields.push({ start: from, end, hasPairs: false });
  }

  #holdsLineEnd(start: number, end: number): boolean {
    const { bytes, base } = this.window;
    const found = bytes.indexOf(LF, start - base);
    return found >= 0 && base + found < end;
  }

  /** The first line behind `start` that begins like a row, before `limit`. */
  #nextBeginning(start: number, limit: number, isHeld: boolean): number | null {
    this.#inVain += this.window.end - start;
    if (this.#isGivenUp) return null;
    const { window } = this;
    for (let at = start; at < limit;) {
      if (!isHeld) window.hold(at, at + BEGINNING_BYTES);
      const { bytes, base } = window;
      const found = bytes.indexOf(LF, at - base);
      this.#looked += (found < 0 ? bytes.length : found) - (at - base) + 1;
      at = found < 0 ? window.end : base + found + 1;
      if (found < 0 || at >= limit) continue;
      if (!isHeld) window.hold(at, at + BEGINNING_BYTES);
      const local = at - window.base;
      if (
        this.#beginning.test(
          textOf(window.bytes, local, Math.min(local + BEGINNING_BYTES, limit - window.base)),
        )
      )
        return at;
    }
    return null;
  }
}

function placeAfter(place: Place, byte: number | undefined): Place {
  if (place === 'begin') return byte === QUOTE ? 'quoted' : 'bare';
  if (place === 'closed') return byte === QUOTE ? 'quoted' : byte === CR ? 'closed-cr' : 'raw';
  return place === 'bare' ? 'bare' : 'raw';
}
