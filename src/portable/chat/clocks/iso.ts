import { dayNumber, formatDay, formatTime } from './calendar.ts';

const DAY_SECONDS = 86_400;
const ISO_LENGTH = 19;
/** 31 December 9999. */
const LATEST_SECONDS = 253_402_300_799;
/** What stands between the numbers of a time, and where. */
const MARKS = [[4, 0x2d], [7, 0x2d], [10, 0x54], [13, 0x3a], [16, 0x3a]] as const; // prettier-ignore

/** The number in decimal digits from `from` to `to`; NaN when there is anything else. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Seconds since 1970 for `YYYY-MM-DDTHH:MM:SS`; null when it is not such a time or no such date exists. */
export function secondsOfIso(text: string): number | null {
  if (text.length !== ISO_LENGTH) return null;
  for (const [at, mark] of MARKS) if (text.charCodeAt(at) !== mark) return null;
  const day = dayNumber(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  // Written so that NaN fails.
  if (day === null || !(hour <= 23 && minute <= 59 && second <= 59)) return null;
  return day * DAY_SECONDS + hour * 3600 + minute * 60 + second;
}

/** Seconds since 1970 for a number of seconds in text; null when it is none or far outside any calendar. */
export function secondsOfUnix(text: string): number | null {
  if (text.length === 0 || text.length > 12) return null;
  const seconds = digits(text, 0, text.length);
  return seconds <= LATEST_SECONDS ? seconds : null;
}

/** `YYYY-MM-DDTHH:MM:SS`. */
export function isoOfSeconds(seconds: number): string {
  const day = Math.floor(seconds / DAY_SECONDS);
  return formatDay(day) + formatTime(seconds - day * DAY_SECONDS, 'second');
}

/** `YYYY-MM-DDTHH:MM:SSZ`. */
export function instantOfSeconds(seconds: number): string {
  return `${isoOfSeconds(seconds)}Z`;
}

const INSTANT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/**
 * Milliseconds since 1970 for a date, or a time with its zone (`Z` or an offset). Null for anything else: a time
 * without a zone would be read by the zone of the machine.
 */
export function millisOfInstant(text: string): number | null {
  const millis = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(millis) ? null : millis;
}
