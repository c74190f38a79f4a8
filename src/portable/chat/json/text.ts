import type { Repair } from '../reading.ts';
import { asciiOf, isUtf8, textOf } from '../written-text.ts';

const BACKSLASH = 0x5c;
const NOT_ASCII = 0x80;
const SMALL_U = 0x75;
const SMALL_X = 0x78;

const SIMPLE: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** More steps in one message than any export has; each costs memory. */
const MOST_REPAIRS = 10_000;
/** The entry behind the last that is listed. */
export const MORE_REPAIRS = 'more-not-listed';

/** What was noticed while strings were decoded. */
export class TextNotes {
  readonly repairs: Repair[] = [];
  invalidUtf8 = false;
  loneSurrogate = false;

  /** Records a step. Of a message with more than can be listed, the last entry says from where on they are not. */
  repair(step: Repair): void {
    if (this.repairs.length < MOST_REPAIRS) this.repairs.push(step);
    else if (this.repairs.length === MOST_REPAIRS)
      this.repairs.push({ what: MORE_REPAIRS, at: step.at, before: '', after: '' });
  }

  /** Takes over what was noticed later, in another part of the same message. */
  add(later: TextNotes): void {
    for (const repair of later.repairs) this.repair(repair);
    this.invalidUtf8 ||= later.invalidUtf8;
    this.loneSurrogate ||= later.loneSurrogate;
  }

  get isEmpty(): boolean {
    return this.repairs.length === 0 && !this.invalidUtf8 && !this.loneSurrogate;
  }
}

/** The value of a hexadecimal digit; -1 when the byte is none. */
function digitOf(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** The number of so many hexadecimal digits; -1 when some are none. */
function hexAt(bytes: Uint8Array, at: number, digits: number): number {
  let value = 0;
  for (let i = at; i < at + digits; i++) {
    const digit = digitOf(bytes[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/** One escape at a backslash: the text it stands for, and how many bytes it takes. */
function unescape(
  bytes: Uint8Array,
  at: number,
  end: number,
  notes: TextNotes,
): { text: string; width: number } {
  const letter = bytes[at + 1];
  const digits = letter === SMALL_U ? 4 : letter === SMALL_X ? 2 : 0;
  const hex = digits > 0 && at + 2 + digits <= end ? hexAt(bytes, at + 2, digits) : -1;
  if (hex >= 0) {
    const text = String.fromCharCode(hex);
    if (letter === SMALL_X)
      notes.repair({ what: 'hex-escape', at, before: textOf(bytes, at, at + 4), after: text });
    return { text, width: 2 + digits };
  }
  const simple = letter === undefined ? undefined : SIMPLE[String.fromCharCode(letter)];
  if (simple !== undefined) return { text: simple, width: 2 };
  notes.repair({ what: 'unknown-escape', at, before: '\\', after: '\\' });
  return { text: '\\', width: 1 };
}

/**
 * The text of a JSON string whose bytes between the quotes are `start` to `end`. Escapes the format does not allow
 * are read and recorded; halves of a character become U+FFFD and are noted.
 */
export function jsonText(bytes: Uint8Array, start: number, end: number, notes: TextNotes): string {
  let at = start;
  let all = 0;
  for (; at < end && bytes[at] !== BACKSLASH; at++) all |= bytes[at] as number;
  if (at === end) return all < NOT_ASCII ? asciiOf(bytes, start, end) : plainText(bytes, start, end, notes);
  return escapedText(bytes, start, end, notes);
}

/** Bytes without escapes; decoding never makes half a character of them. */
function plainText(bytes: Uint8Array, start: number, end: number, notes: TextNotes): string {
  const text = textOf(bytes, start, end);
  if (text.includes('\uFFFD') && !isUtf8(bytes, start, end)) notes.invalidUtf8 = true;
  return text;
}

function escapedText(bytes: Uint8Array, start: number, end: number, notes: TextNotes): string {
  let text = '';
  let from = start;
  for (let at = start; at < end;) {
    if (bytes[at] !== BACKSLASH) {
      at += 1;
      continue;
    }
    const escape = unescape(bytes, at, end, notes);
    text += textOf(bytes, from, at) + escape.text;
    at += escape.width;
    from = at;
  }
  text += textOf(bytes, from, end);
  if (text.includes('\uFFFD') && !isUtf8(bytes, start, end)) notes.invalidUtf8 = true;
  if (text.isWellFormed()) return text;
  notes.loneSurrogate = true;
  return text.toWellFormed();
}
