import type { TextNotes } from '../json/text.ts';
import { isUtf8, textOf } from '../written-text.ts';

const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
/** Longer than any reference that a format needs. */
const LONGEST_REFERENCE = 40;
const LAST_CHARACTER = 0x10ffff;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A reference that stands in the bytes, and what it stands for. */
interface Reference {
  readonly written: string;
  /** Null when the format has no such reference. */
  readonly code: number | null;
  readonly text: string;
}

/** What `&` begins at place `at`: up to its `;`, or the `&` alone. */
function referenceAt(bytes: Uint8Array, at: number, end: number): Reference {
  const limit = Math.min(end, at + LONGEST_REFERENCE);
  for (let i = at + 1; i < limit; i++) {
    if (bytes[i] === SEMICOLON) return referenceOf(textOf(bytes, at, i + 1));
    if (bytes[i] === AMPERSAND) break;
  }
  return { written: '&', code: null, text: '&' };
}

function referenceOf(written: string): Reference {
  const name = written.slice(1, -1);
  const number = /^#(?:x([0-9A-Fa-f]{1,8})|(\d{1,10}))$/.exec(name);
  const code = number
    ? number[1] === undefined
      ? Number(number[2])
      : Number.parseInt(number[1], 16)
    : Object.hasOwn(NAMED, name)
      ? (NAMED[name] as string).charCodeAt(0)
      : null;
  if (code === null || code > LAST_CHARACTER) return { written, code: null, text: written };
  return { written, code, text: String.fromCodePoint(code) };
}

function isSurrogate(code: number | null, first: number): boolean {
  return code !== null && code >= first && code < first + 0x400;
}

/** Control characters that XML 1.0 does not allow, even as a reference. */
function isForbidden(code: number): boolean {
  return (
    (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0xfffe || code === 0xffff
  );
}

/** Two references that are the halves of one character, joined; null when those at `at` are not. */
function pairAt(bytes: Uint8Array, at: number, end: number, high: Reference): Reference | null {
  if (!isSurrogate(high.code, 0xd800)) return null;
  const next = at + high.written.length;
  if (bytes[next] !== AMPERSAND || next >= end) return null;
  const low = referenceAt(bytes, next, end);
  if (!isSurrogate(low.code, 0xdc00)) return null;
  return { written: high.written + low.written, code: high.code, text: high.text + low.text };
}

/** What was done that the format does not allow; null when nothing was. */
function repairOf(one: Reference, isPair: boolean): string | null {
  if (isPair) return 'surrogate-pair';
  if (one.code === null) return 'unknown-reference';
  return isForbidden(one.code) ? 'forbidden-character' : null;
}

/**
 * The text of an XML attribute whose bytes between the quotes are `span`. References that XML itself has are read; those
 * that a document may declare are never expanded, they stay as written. Line ends stay as they are. Halves of a character
 * become U+FFFD and are noted. `base` is the offset of `bytes[0]` in the item.
 */
export function xmlText(
  bytes: Uint8Array,
  [start, end]: readonly [number, number],
  base: number,
  notes: TextNotes,
): string {
  const value = bytes.subarray(0, end);
  let [text, from] = ['', start];
  for (let at = value.indexOf(AMPERSAND, start); at >= 0; at = value.indexOf(AMPERSAND, from)) {
    const one = referenceAt(bytes, at, end);
    const pair = pairAt(bytes, at, end, one);
    const { written, text: after } = pair ?? one;
    const what = repairOf(one, pair !== null);
    if (what !== null) notes.repair({ what, at: base + at, before: written, after });
    text += textOf(bytes, from, at) + after;
    from = at + (one.code === null ? widthOf(value, at, written) : written.length);
  }
  text += textOf(bytes, from, end);
  if (hasBroken(text, bytes, start, end)) notes.invalidUtf8 = true;
  if (text.isWellFormed()) return text;
  notes.loneSurrogate = true;
  return text.toWellFormed();
}

/** As {@link xmlText}, of a value that holds no `&`. */
export function plainText(
  bytes: Uint8Array,
  [start, end]: readonly [number, number],
  notes: TextNotes,
): string {
  const text = textOf(bytes, start, end);
  if (hasBroken(text, bytes, start, end)) notes.invalidUtf8 = true;
  return text;
}

/** A replacement character stands for bytes that are no text, or was written as such. */
function hasBroken(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  return text.includes('\uFFFD') && !isUtf8(bytes, start, end);
}

/** How many bytes an unknown reference takes: its name need not be ASCII. */
function widthOf(value: Uint8Array, at: number, written: string): number {
  return written === '&' ? 1 : value.indexOf(SEMICOLON, at) + 1 - at;
}
