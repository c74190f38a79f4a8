import type { CanonicalValue } from '../bytes/index.ts';

/** A canonical JSON object whose members have not been looked at yet. */
export type Members = { readonly [key: string]: CanonicalValue };

/** Whether the value is a JSON object, as opposed to an array, text, number, boolean or null. */
export function isObject(value: CanonicalValue | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the value is an object with exactly these members, in any order: one too many is as wrong as one too few. */
export function hasExactly(value: CanonicalValue | undefined, keys: readonly string[]): value is Members {
  return (
    isObject(value) &&
    Object.keys(value).length === keys.length &&
    keys.every(key => Object.hasOwn(value, key))
  );
}

/** Whether the value is lower-case hexadecimal of this many bytes. */
export function isHex(value: CanonicalValue | undefined, sizeBytes: number): value is string {
  return typeof value === 'string' && value.length === 2 * sizeBytes && /^[0-9a-f]*$/.test(value);
}

/** Whether the value is a whole number from `least` to 2^53 - 1. */
export function isWhole(value: CanonicalValue | undefined, least: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
}
