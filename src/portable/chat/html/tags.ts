import { textOf } from '../written-text.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const DASH = 0x2d;

/** The bytes end inside the tag. */
export const TAG_CUT_OFF = -1;
/** What stands there is no tag but text. */
export const NO_TAG = 0;

/** Elements that have no end. */
const VOID: ReadonlySet<string> = new Set(['br', 'img', 'hr', 'meta', 'link', 'input', 'source', 'wbr']);

/** A tag, a comment or a declaration. */
export interface Tag {
  /** Lower case; empty for a comment or a declaration. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'void' | 'other';
  readonly start: number;
  readonly end: number;
}

/**
 * The place after the tag, comment or declaration that begins with the `<` at `at`. Quoted values may hold any byte but their
 * quote; a `<` outside of them means that there was no tag.
 */
export function tagEnd(bytes: Uint8Array, at: number): number {
  const first = bytes[at + 1];
  if (first === undefined) return TAG_CUT_OFF;
  if (first === BANG && bytes[at + 2] === DASH && bytes[at + 3] === DASH) return commentEnd(bytes, at + 4);
  if (!isLetter(first) && first !== SLASH && first !== BANG) return NO_TAG;
  let quote = 0;
  for (let i = at + 2; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (quote !== 0) quote = byte === quote ? 0 : quote;
    else if (byte === GREATER) return i + 1;
    else if (byte === LESS) return NO_TAG;
    else if (byte === DOUBLE || byte === SINGLE) quote = byte;
  }
  return TAG_CUT_OFF;
}

function commentEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(GREATER, from); at >= 0; at = bytes.indexOf(GREATER, at + 1))
    if (bytes[at - 1] === DASH && bytes[at - 2] === DASH) return at + 1;
  return TAG_CUT_OFF;
}

/** The tag whose bytes are `start` to `end`, as `tagEnd` found it. */
export function tagOf(bytes: Uint8Array, start: number, end: number): Tag {
  const isClose = bytes[start + 1] === SLASH;
  const nameStart = isClose ? start + 2 : start + 1;
  let nameEnd = nameStart;
  while (nameEnd < end && isNameByte(bytes[nameEnd] as number)) nameEnd += 1;
  const name = textOf(bytes, nameStart, nameEnd).toLowerCase();
  if (name === '') return { name, kind: 'other', start, end };
  if (isClose) return { name, kind: 'close', start, end };
  return { name, kind: VOID.has(name) || bytes[end - 2] === SLASH ? 'void' : 'open', start, end };
}

const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;

/** The values of a tag's attributes as written, by name in lower case; of two with one name the first. */
export function attributesOf(bytes: Uint8Array, { start, end }: Tag): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single, bare] of textOf(bytes, start, end).matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, double ?? single ?? bare ?? '');
  }
  return found;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isNameByte(byte: number): boolean {
  return isLetter(byte) || (byte >= 0x30 && byte <= 0x39);
}
