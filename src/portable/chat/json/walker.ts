import type { Span } from '../reading.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { MOST_MESSAGE_BYTES, Window } from '../source/window.ts';
import { textOf } from '../written-text.ts';
import { MemberTable } from './member-table.ts';
import { BROKEN, CUT_OFF, DEEPEST, isJsonSpace, JsonScanner } from './scan.ts';
import { jsonText, TextNotes } from './text.ts';

const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const ARRAY = 0x5b;
const ARRAY_END = 0x5d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;

/** Held at first for a value; most messages are shorter. */
const FIRST_BYTES = 4096;
/** Held to see whether a message begins here. */
const BEGINNING_BYTES = 160;

/**
 * Why the walk could not step over a value. `cut-off`: the item ends within it. `broken`: it does not follow the grammar.
 * `too-large`: it was stepped over unread, and `large` says where it is.
 */
export type JsonStop = 'cut-off' | 'broken' | 'too-large';

type Open = { readonly end: number; isFirst: boolean };

/**
 * Walks a JSON document of any size, value after value, through a window: into the objects and arrays where messages
 * are, over everything else. Pulled, so that a generator can yield between two steps:
 *
 *     walker.enter();
 *     for (let key = walker.nextMember(); key !== null; key = walker.nextMember()) walker.skip();
 *
 * Whoever enters goes on until `nextMember` gives null or `nextElement` false; `stop` then says whether the container
 * ended or the walk did. Each value must be stepped over, by `value`, `skip`, or `enter` and what follows.
 */
export class JsonWalker {
  readonly window: Window;
  /** Over the bytes the window holds; its offsets are places in `window.bytes`. */
  readonly scanner: JsonScanner;
  /** The members of the object that `value` stepped over last; none when it was no object. Good until the next step. */
  readonly table = new MemberTable();
  /** The offset in the item where the walk stands. */
  at = 0;
  stop: JsonStop | null = null;
  /** True once anything was broken; reading may have gone on behind it. */
  wasBroken = false;
  /** The value that was last too large. */
  large: Span = [0, 0];
  readonly #open: Open[] = [];
  #brokenAt = 0;

  constructor(source: ByteSource) {
    this.window = new Window(source);
    this.scanner = new JsonScanner(this.window.bytes);
  }

  /** Bytes looked at, for tests of linear work. */
  get steps(): number {
    return this.scanner.steps + this.window.steps;
  }

  /** The byte at which the next value begins, spaces stepped over; -1 at the end of the item. */
  peek(): number {
    for (;;) {
      if (!this.#hold(1)) return -1;
      const byte = this.#byte();
      if (byte === undefined) return -1;
      if (!isJsonSpace(byte)) return byte;
      this.at = this.window.base + this.scanner.skipSpace(this.#local());
    }
  }

  /** Steps into the object or array that stands next. False when none does, or the nesting is too deep. */
  enter(): boolean {
    const byte = this.peek();
    if (byte !== OBJECT && byte !== ARRAY) return this.#stopAt(byte < 0 ? 'cut-off' : 'broken');
    if (this.#open.length >= DEEPEST) return this.#stopAt('broken');
    this.#open.push({ end: byte === OBJECT ? OBJECT_END : ARRAY_END, isFirst: true });
    this.at += 1;
    return true;
  }

  /** The key of the next member of the object that was entered last; its value stands next. Null when there is none. */
  nextMember(): string | null {
    if (!this.#goOn(OBJECT_END)) return null;
    const key = this.peek() === QUOTE ? this.value() : this.#nothing();
    if (key === null) return this.#nothing();
    const text = jsonText(this.window.bytes, key[0] + 1, key[1] - 1, new TextNotes());
    if (this.peek() !== COLON) return this.#nothing();
    this.at += 1;
    return text;
  }

  /** Whether the array that was entered last has another element; it stands next. */
  nextElement(): boolean {
    return this.#goOn(ARRAY_END);
  }

  /**
   * Steps over the value that stands next and holds it whole: its place in `window.bytes`, good until the next step.
   * Null when that cannot be: see `stop`. A value that is only too large is stepped over all the same.
   */
  value(): Span | null {
    if (this.peek() < 0) return this.#noValue('cut-off');
    for (let room = FIRST_BYTES; ; room *= 4) {
      if (!this.#hold(Math.min(room, MOST_MESSAGE_BYTES))) return this.#noValue('cut-off');
      const start = this.#local();
      const end = this.scanner.valueEnd(start, this.table);
      if (end >= 0) {
        this.at = this.window.base + end;
        this.stop = null;
        return [start, end];
      }
      if (end === BROKEN) {
        this.#brokenAt = this.window.base + this.scanner.brokenAt;
        return this.#noValue('broken');
      }
      if (end === CUT_OFF && this.window.isLast) return this.#noValue('cut-off');
      if (room >= MOST_MESSAGE_BYTES) return this.#stepOverLarge();
    }
  }

  /** Steps over the value that stands next, however large. False when it could not: see `stop`. */
  skip(): boolean {
    if (this.value() !== null) return true;
    if (this.stop !== 'too-large') return false;
    this.stop = null;
    return true;
  }

  /**
   * After a broken element: goes on at the next place behind the break where one begins like `beginning`, which is given
   * the next 160 bytes as text. The bytes from the broken element to there, or null when there is no such place.
   */
  resume(beginning: RegExp): Span | null {
    const from = this.at;
    for (let at = Math.max(this.#brokenAt, from + 1); at < this.window.size; at += 1) {
      if (!this.window.hold(at, at + BEGINNING_BYTES)) break;
      const { bytes, base } = this.window;
      const found = bytes.indexOf(OBJECT, at - base);
      this.scanner.steps += 1;
      if (found < 0) {
        at = this.window.end - 1;
        continue;
      }
      at = base + found;
      this.window.hold(at, at + BEGINNING_BYTES);
      const local = at - this.window.base;
      if (!beginning.test(textOf(this.window.bytes, local, local + BEGINNING_BYTES))) continue;
      this.#goTo(at);
      return [from, at];
    }
    this.stop = 'broken';
    return null;
  }

  #goTo(at: number): void {
    this.at = at;
    this.stop = null;
    const open = this.#open.at(-1);
    if (open) open.isFirst = true;
  }

  /** To the next member or element: over the comma, or out of the container. */
  #goOn(end: number): boolean {
    const open = this.#open.at(-1);
    if (open?.end !== end || this.stop === 'cut-off' || this.stop === 'broken') return false;
    const byte = this.peek();
    if (byte === end) {
      this.#open.pop();
      this.at += 1;
      this.stop = null;
      return false;
    }
    if (open.isFirst) open.isFirst = false;
    else if (byte === COMMA) this.at += 1;
    else return this.#stopAt(byte < 0 ? 'cut-off' : 'broken');
    this.stop = null;
    return this.peek() < 0 ? this.#stopAt('cut-off') : true;
  }

  #stepOverLarge(): null {
    const start = this.at;
    const byte = this.peek();
    if (byte !== OBJECT && byte !== ARRAY && byte !== QUOTE) return this.#noValue('broken');
    const isWhole = this.#passOver();
    this.stop = isWhole ? 'too-large' : 'cut-off';
    this.large = [start, this.at];
    return null;
  }

  /** Counts brackets outside of strings; the grammar within is not looked at. */
  #passOver(): boolean {
    let [depth, isInString] = [0, false];
    while (this.#hold(1) && this.#local() < this.window.bytes.length) {
      const { bytes } = this.window;
      for (let i = this.#local(); i < bytes.length; i++) {
        this.at += 1;
        const byte = bytes[i];
        if (isInString && byte === BACKSLASH) {
          this.at += 1;
          i += 1;
        } else if (byte === QUOTE) isInString = !isInString;
        else if (!isInString && (byte === OBJECT || byte === ARRAY)) depth += 1;
        else if (!isInString && (byte === OBJECT_END || byte === ARRAY_END)) depth -= 1;
        if (depth === 0 && !isInString) return true;
      }
    }
    return false;
  }

  #hold(bytes: number): boolean {
    const held = this.window.hold(this.at, this.at + bytes);
    this.scanner.bytes = this.window.bytes;
    return held;
  }

  #local(): number {
    return this.at - this.window.base;
  }

  #byte(): number | undefined {
    return this.window.bytes[this.#local()];
  }

  #nothing(): null {
    if (this.stop === null || this.stop === 'too-large') this.#stopAt(this.peek() < 0 ? 'cut-off' : 'broken');
    return null;
  }

  #noValue(stop: JsonStop): null {
    this.#stopAt(stop);
    return null;
  }

  #stopAt(stop: JsonStop): false {
    if (stop === 'broken') {
      this.wasBroken = true;
      this.#brokenAt = Math.max(this.#brokenAt, this.at);
    }
    this.stop = stop;
    return false;
  }
}
