import { ByteStrings } from '../byte-strings.ts';
import { TextNotes } from '../json/text.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { MOST_MESSAGE_BYTES, Window } from '../source/window.ts';
import { textOf } from '../written-text.ts';
import { passDeclaration } from './declarations.ts';
import { plainText, xmlText } from './text.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const DOUBLE = 0x22;
const SINGLE = 0x27;

const FIRST_BYTES = 4096;
const LONGEST_NAME = 64;
/** Names that are remembered. */
const MOST_NAMES = 500;
/** What an attribute costs besides its text. */
const ATTRIBUTE_BYTES = 64;

/** Takes the bytes of a value that is not held, in pieces, in order. The bytes are good during the call only. */
export interface ByteSink {
  readonly take: (bytes: Uint8Array, start: number, end: number) => void;
}

/** What stands next. `start` and `end` are offsets in the item. */
export type XmlToken = { readonly start: number; readonly end: number } & (
  | {
      readonly what: 'open';
      readonly name: string;
      readonly attributes: XmlAttributes;
      readonly isEmpty: boolean;
    }
  | { readonly what: 'close'; readonly name: string }
  /** Between tags; `isBlank` when it is white space alone. */
  | { readonly what: 'text'; readonly isBlank: boolean }
  /** `holdsMarkup` when a comment holds `<`, and so perhaps what once was read. */
  | { readonly what: 'comment'; readonly holdsMarkup: boolean }
  | { readonly what: 'instruction' }
  | { readonly what: 'doctype' }
  /** `end` is where the grammar broke: `resume` goes on behind it. */
  | { readonly what: 'broken' }
  /** The item ends within the markup. */
  | { readonly what: 'cut-off' }
);

/** The attributes of one tag, decoded. */
export interface XmlAttributes {
  /** The first of each name. */
  readonly values: ReadonlyMap<string, string>;
  /** Those given again. */
  readonly repeated: readonly (readonly [name: string, value: string])[];
}

export interface XmlHabits {
  /** Names of tags at which reading may go on behind a break, `/name` for an end tag. */
  readonly beginnings: readonly string[];
  /** Where the bytes of a value go that is not to be held; null for a value that is to be decoded. */
  readonly passOver: (element: string, attribute: string) => ByteSink | null;
}

type Stop = 'broken' | 'cut-off';

/**
 * Reads tags and attributes through a window, token by token, whatever the size of the document: nothing is nested,
 * nothing is declared, nothing is expanded. A value of gigabytes is stepped over. Never goes back.
 */
export class XmlScanner {
  readonly window: Window;
  /** The offset in the item where the next token begins. */
  at = 0;
  /** How many more bytes of attributes are held; below 0 they are stepped over and lost. Whoever asks for a token fills it up. */
  room = MOST_MESSAGE_BYTES;
  /** What was noticed since whoever asks for a token put new notes here. */
  notes = new TextNotes();
  readonly #habits: XmlHabits;
  readonly #longestBeginning: number;
  readonly #names = new ByteStrings();
  readonly #nameTexts: string[] = [];
  #steps = 0;

  constructor(source: ByteSource, habits: XmlHabits) {
    this.window = new Window(source);
    this.#habits = habits;
    this.#longestBeginning = Math.max(...habits.beginnings.map(name => name.length)) + 2;
  }

  /** Bytes looked at, for tests of linear work. */
  get steps(): number {
    return this.#steps + this.window.steps;
  }

  /** The next token; null at the end of the item. */
  next(): XmlToken | null {
    const start = this.at;
    const byte = this.peek();
    if (byte < 0) return null;
    if (byte !== LT) return this.#text(start);
    this.at += 1;
    const next = this.peek();
    if (next < 0) return { what: 'cut-off', start, end: this.at };
    if (next === SLASH) return this.#close(start);
    if (next === 0x21 || next === 0x3f) return passDeclaration(this, start);
    return this.#open(start);
  }

  /** After a break: goes on at the next place that looks like one of the beginnings. False when there is none. */
  resume(): boolean {
    while (this.peek() >= 0) {
      if (this.#passUntil(LT, LT, null) < 0) return false;
      if (this.#isBeginning()) return true;
      this.at += 1;
    }
    return false;
  }

  /** The byte `ahead` of where the scanner stands; -1 behind the end. */
  peek(ahead = 0): number {
    const at = this.at + ahead;
    if (at >= this.window.end && !(at < this.window.size && this.window.hold(this.at, at + 1))) return -1;
    return this.window.bytes[at - this.window.base] ?? -1;
  }

  /** To the next byte that is `one` or `other`, which is given back; -1 at the end. Bytes on the way go to the sink. */
  #passUntil(one: number, other: number, sink: ByteSink | null): number {
    while (this.peek() >= 0) {
      const { bytes, base } = this.window;
      const from = this.at - base;
      let i = from;
      while (i < bytes.length && bytes[i] !== one && bytes[i] !== other) i += 1;
      this.#steps += i - from + 1;
      sink?.take(bytes, from, i);
      this.at = base + i;
      if (i < bytes.length) return bytes[i] as number;
    }
    return -1;
  }

  /** As `#passUntil`, for whoever steps over what is not a tag. */
  passTo(byte: number): boolean {
    return this.#passUntil(byte, byte, null) >= 0;
  }

  #text(start: number): XmlToken {
    let isBlank = true;
    while (this.peek() >= 0 && this.peek() !== LT) {
      const { bytes, base } = this.window;
      let i = this.at - base;
      for (; i < bytes.length && bytes[i] !== LT; i++) if (!isSpace(bytes[i] as number)) isBlank = false;
      this.#steps += i - (this.at - base) + 1;
      this.at = base + i;
    }
    return { what: 'text', start, end: this.at, isBlank };
  }

  #close(start: number): XmlToken {
    this.at += 1;
    const name = this.#name();
    this.#skipSpace();
    if (this.peek() !== GT || name === '') return this.#stopped(start, this.#whyNot());
    this.at += 1;
    return { what: 'close', start, end: this.at, name };
  }

  #open(start: number): XmlToken {
    const name = this.#name();
    if (name === '') return this.#stopped(start, this.#whyNot());
    const values = new Map<string, string>();
    const repeated: [string, string][] = [];
    for (;;) {
      this.#skipSpace();
      const byte = this.peek();
      const isEmpty = byte === SLASH && this.peek(1) === GT;
      if (byte === GT || isEmpty) {
        this.at += isEmpty ? 2 : 1;
        return { what: 'open', start, end: this.at, name, attributes: { values, repeated }, isEmpty };
      }
      const attribute = this.#name();
      const value = attribute === '' ? this.#whyNot() : this.#value(name, attribute);
      if (typeof value === 'string') return this.#stopped(start, value);
      if (value.text === null) continue;
      if (values.has(attribute)) repeated.push([attribute, value.text]);
      else values.set(attribute, value.text);
    }
  }

  /** The value behind `=`, decoded; null when its bytes went elsewhere. */
  #value(element: string, attribute: string): { readonly text: string | null } | Stop {
    this.#skipSpace();
    if (this.peek() !== EQUALS) return this.#whyNot();
    this.at += 1;
    this.#skipSpace();
    const quote = this.peek();
    if (quote !== DOUBLE && quote !== SINGLE) return this.#whyNot();
    this.at += 1;
    const sink = this.#habits.passOver(element, attribute);
    this.room -= ATTRIBUTE_BYTES + attribute.length;
    if (sink || this.room < 0) return this.#passValue(quote, sink);
    return this.#heldValue(quote);
  }

  #heldValue(quote: number): { readonly text: string | null } | Stop {
    let [looked, hasReference] = [this.at, false];
    for (let room = FIRST_BYTES; ; room *= 4) {
      this.window.hold(this.at, this.at + Math.min(room, MOST_MESSAGE_BYTES));
      const { bytes, base, isLast } = this.window;
      // A beginning at the very end of what is held is looked at once more of it is.
      const end = isLast ? bytes.length : bytes.length - this.#longestBeginning;
      let i = looked - base;
      for (; i < end; i++) {
        const byte = bytes[i] as number;
        if (byte === quote || (byte === LT && this.#beginsAt(i))) break;
        if (byte === AMPERSAND) hasReference = true;
      }
      this.#steps += Math.max(0, base + i - looked) + 1;
      if (i < end)
        return bytes[i] === quote ? this.#decoded(base + i, hasReference) : this.#brokenAt(base + i);
      if (isLast) return this.#cutOff();
      if (bytes.length - (this.at - base) >= Math.min(this.room, MOST_MESSAGE_BYTES)) {
        this.room = -1;
        return this.#passValue(quote, null);
      }
      looked = Math.max(looked, base + i);
    }
  }

  #decoded(end: number, hasReference: boolean): { readonly text: string } {
    const { bytes, base } = this.window;
    const span = [this.at - base, end - base] as const;
    const text = hasReference ? xmlText(bytes, span, base, this.notes) : plainText(bytes, span, this.notes);
    this.room -= end - this.at;
    this.at = end + 1;
    return { text };
  }

  #passValue(quote: number, sink: ByteSink | null): { readonly text: null } | Stop {
    for (;;) {
      const byte = this.#passUntil(quote, LT, sink);
      if (byte < 0) return 'cut-off';
      if (byte === LT && this.#isBeginning()) return 'broken';
      if (byte === LT)
        sink?.take(this.window.bytes, this.at - this.window.base, this.at - this.window.base + 1);
      this.at += 1;
      if (byte === quote) return { text: null };
    }
  }

  #name(): string {
    let length = 0;
    while (length < LONGEST_NAME && isNameByte(this.peek(length))) length += 1;
    this.#steps += length + 1;
    const from = this.at - this.window.base;
    this.at += length;
    return this.#nameText(from, from + length);
  }

  /** The same few names stand in every tag: each is made into text once. */
  #nameText(from: number, to: number): string {
    const { bytes } = this.window;
    const known = this.#nameTexts[this.#names.find(bytes, from, to)];
    if (known !== undefined) return known;
    const text = textOf(bytes, from, to);
    if (this.#nameTexts.length < MOST_NAMES) this.#nameTexts[this.#names.intern(bytes, from, to)] = text;
    return text;
  }

  #skipSpace(): void {
    while (isSpace(this.peek())) {
      this.at += 1;
      this.#steps += 1;
    }
  }

  #isBeginning(): boolean {
    this.window.hold(this.at, this.at + this.#longestBeginning);
    return this.#beginsAt(this.at - this.window.base);
  }

  /** Whether one of the beginnings stands at this place in what is held. */
  #beginsAt(place: number): boolean {
    this.#steps += 1;
    const text = textOf(this.window.bytes, place + 1, place + this.#longestBeginning);
    return this.#habits.beginnings.some(
      name => text.startsWith(name) && /^[\s>/]/.test(text.slice(name.length)),
    );
  }

  #whyNot(): Stop {
    return this.peek() < 0 ? 'cut-off' : 'broken';
  }

  #brokenAt(at: number): Stop {
    this.at = at;
    return 'broken';
  }

  #cutOff(): Stop {
    this.at = this.window.size;
    return 'cut-off';
  }

  #stopped(start: number, what: Stop): XmlToken {
    return { what, start, end: this.at };
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Letters, digits and the marks that names of this kind of file have; nothing outside ASCII. */
function isNameByte(byte: number): boolean {
  if ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)) return true;
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte === 0x2d || byte === 0x3a || byte === 0x2e;
}
