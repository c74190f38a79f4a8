import type { CanonicalValue } from '../bytes/index.ts';
import { type DateOrderName, isDateOrder } from '../chat/index.ts';

/** Whether a value is what it should be. */
export type Check = (value: CanonicalValue | undefined) => boolean;

export function isText(value: CanonicalValue | undefined): value is string {
  return typeof value === 'string';
}

/** Text that can stand on one line of a tag file: not empty, nothing that ends it or turns its direction. */
export function isLine(value: CanonicalValue | undefined): value is string {
  return isText(value) && /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,200}$/u.test(value);
}

/** Lower-case hexadecimal of this many bytes. */
export function isHex(value: CanonicalValue | undefined, sizeBytes: number): value is string {
  return isText(value) && value.length === 2 * sizeBytes && /^[0-9a-f]*$/.test(value);
}

/** UTC with milliseconds, as events write it. */
export function isInstant(value: CanonicalValue | undefined): value is string {
  if (!isText(value) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const instant = new Date(value);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === value;
}

/** An order of day, month and year. */
export function isOrderOfDates(value: CanonicalValue | undefined): value is DateOrderName {
  return isText(value) && isDateOrder(value);
}

/** A list whose every member passes. */
export function isList(check: Check): Check {
  return value => Array.isArray(value) && value.every(member => check(member as CanonicalValue));
}

/** An object with exactly these members, each passing its check; those of `optional` may be absent. */
export function shaped(
  checks: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const keys = Object.keys(checks);
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const members = value as { readonly [key: string]: CanonicalValue };
    const more = Object.keys(optional).filter(key => Object.hasOwn(members, key));
    return (
      Object.keys(members).length === keys.length + more.length &&
      keys.every(key => Object.hasOwn(members, key) && checks[key]?.(members[key]) === true) &&
      more.every(key => optional[key]?.(members[key]) === true)
    );
  };
}
