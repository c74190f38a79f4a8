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

/** What was noticed while strings were decoded. */
export class TextNotes {
  readonly repairs: Repair[] = [];
  invalidUtf8 = false;
  loneSurrogate = false;

  get isEmpty(): boolean {
    return this.repairs.length === 0 && !this.invalidUtf8 && !this.loneSurrogate;
  }
}

function hexAt(bytes: Uint8Array, at: number, digits: number): string | null {
  const text = textOf(bytes, at, at + digits);
  return text.length === digits && /^[0-9A-Fa-f]+$/.test(text) ? text : null;
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
  const hex = digits > 0 && at + 2 + digits <= end ? hexAt(bytes, at + 2, digits) : null;
  if (hex !== null) {
    const text = String.fromCharCode(Number.parseInt(hex, 16));
    if (letter === SMALL_X) notes.repairs.push({ what: 'hex-escape', at, before: `\\x${hex}`, after: text });
    return { text, width: 2 + digits };
  }
  const simple = letter === undefined ? undefined : SIMPLE[String.fromCharCode(letter)];
  if (simple !== undefined) return { text: simple, width: 2 };
  notes.repairs.push({ what: 'unknown-escape', at, before: '\\', after: '\\' });
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
