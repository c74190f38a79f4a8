import { equalBytes } from './joining.ts';
import { decodeUtf8, utf8 } from './text.ts';

/** What our canonical JSON can hold. Numbers are safe integers; text is well-formed Unicode; no undefined. */
export type CanonicalValue =
  null | boolean | number | string | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/** The outcome of `decodeCanonicalJson`. */
export type CanonicalJson = { ok: true; value: CanonicalValue } | { ok: false; reason: string };

/** Values nested deeper than this are neither written nor read, so that no input exhausts the stack. */
const MAX_DEPTH = 64;

/**
 * JSON in the one spelling of RFC 8785 (sorted keys, no white space, shortest escapes), restricted to safe integers
 * and well-formed text. Text is not normalised. Throws TypeError for a value outside `CanonicalValue`.
 */
export function encodeCanonicalJson(value: CanonicalValue): Uint8Array {
  return utf8(spell(value, 0));
}

/** Reads canonical JSON and nothing else: whatever does not encode back to the same bytes is refused. Never throws. */
export function decodeCanonicalJson(bytes: Uint8Array): CanonicalJson {
  const text = decodeUtf8(bytes);
  if (text === null) return refuse('It is not UTF-8 text.');
  let value: CanonicalValue;
  let again: Uint8Array;
  try {
    value = JSON.parse(text) as CanonicalValue;
  } catch {
    return refuse('It is not JSON.');
  }
  try {
    again = encodeCanonicalJson(value);
  } catch {
    return refuse('It holds a value that canonical JSON does not allow.');
  }
  return equalBytes(again, bytes)
    ? { ok: true, value }
    : refuse('It is JSON, but not in its one canonical spelling.');
}

function refuse(reason: string): CanonicalJson {
  return { ok: false, reason };
}

function spell(value: CanonicalValue, depth: number): string {
  if (depth > MAX_DEPTH) throw new TypeError('Canonical JSON is nested too deeply.');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return spellInteger(value);
  if (typeof value === 'string') return spellText(value);
  if (Array.isArray(value))
    return `[${Array.from(value as CanonicalValue[], part => spell(part, depth + 1)).join(',')}]`;
  if (typeof value !== 'object')
    throw new TypeError(`Canonical JSON cannot hold a value of type ${typeof value}.`);
  return spellObject(value as { readonly [key: string]: CanonicalValue }, depth);
}

function spellObject(value: { readonly [key: string]: CanonicalValue }, depth: number): string {
  // The default order compares UTF-16 code units, which is the order of RFC 8785 section 3.2.3.
  const keys = Object.keys(value).sort();
  const members = keys.map(key => `${spellText(key)}:${spell(value[key] as CanonicalValue, depth + 1)}`);
  return `{${members.join(',')}}`;
}

function spellInteger(value: number): string {
  if (!Number.isSafeInteger(value))
    throw new TypeError(`Canonical JSON holds safe integers only, not ${value}.`);
  return JSON.stringify(value);
}

function spellText(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('Canonical JSON cannot hold a lone surrogate.');
  return JSON.stringify(value);
}
