import { dayNumber, formatDay, formatTime } from './calendar.ts';

const DAY_SECONDS = 86_400;
const ISO_LENGTH = 19;
/** 31 December 9999. */
const LATEST_SECONDS = 253_402_300_799;
const [DASH, COLON, TIME_MARK, ZERO] = [0x2d, 0x3a, 0x54, 0x30];
const encoder = new TextEncoder();

/** The number of two decimal digits; NaN when there is anything else. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - ZERO;
  const units = (bytes[at + 1] as number) - ZERO;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
}

/** Seconds since 1970 for the bytes of `YYYY-MM-DDTHH:MM:SS`; null when it is not such a time or no such date exists. */
export function secondsOfIsoBytes(bytes: Uint8Array, start: number, end: number): number | null {
  if (end - start !== ISO_LENGTH) return null;
  if (bytes[start + 4] !== DASH || bytes[start + 7] !== DASH || bytes[start + 10] !== TIME_MARK) return null;
  if (bytes[start + 13] !== COLON || bytes[start + 16] !== COLON) return null;
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const day = dayNumber(year, twoDigits(bytes, start + 5), twoDigits(bytes, start + 8));
  const hour = twoDigits(bytes, start + 11);
  const minute = twoDigits(bytes, start + 14);
  const second = twoDigits(bytes, start + 17);
  // Written so that NaN fails.
  if (day === null || !(hour <= 23 && minute <= 59 && second <= 59)) return null;
  return day * DAY_SECONDS + hour * 3600 + minute * 60 + second;
}

/** The same for text. */
export function secondsOfIso(text: string): number | null {
  if (text.length !== ISO_LENGTH) return null;
  const bytes = encoder.encode(text);
  return secondsOfIsoBytes(bytes, 0, bytes.length);
}

/** Seconds since 1970 for a number of seconds in text; null when it is none or far outside any calendar. */
export function secondsOfUnix(text: string): number | null {
  if (!/^\d{1,12}$/.test(text)) return null;
  return inCalendar(Number(text));
}

/** A number of seconds since 1970; null when it is far outside any calendar. */
export function inCalendar(seconds: number | null): number | null {
  return seconds !== null && seconds <= LATEST_SECONDS ? seconds : null;
}

/** Milliseconds since 1970 for a number of milliseconds in text; null when it is none or far outside any calendar. */
export function millisOfUnix(text: string): number | null {
  if (!/^\d{1,15}$/.test(text)) return null;
  const millis = Number(text);
  return millis / 1000 <= LATEST_SECONDS ? millis : null;
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
