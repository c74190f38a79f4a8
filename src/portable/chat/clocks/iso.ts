import { dayNumber, formatDay, formatTime } from './calendar.ts';

const DAY_SECONDS = 86_400;
const PATTERN = '0000-00-00T00:00:00';
/** 31 December 9999. */
const LATEST_SECONDS = 253_402_300_799;

/** True when `text` is PATTERN with any digits for its zeros. */
function isIso(text: string): boolean {
  if (text.length !== PATTERN.length) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const wanted = PATTERN.charCodeAt(i);
    if (wanted === 0x30 ? code < 0x30 || code > 0x39 : code !== wanted) return false;
  }
  return true;
}

/** Seconds since 1970 for `YYYY-MM-DDTHH:MM:SS`; null when it is not such a time or no such date exists. */
export function secondsOfIso(text: string): number | null {
  if (!isIso(text)) return null;
  const part = (from: number, to: number): number => Number(text.slice(from, to));
  const day = dayNumber(part(0, 4), part(5, 7), part(8, 10));
  const [hour, minute, second] = [part(11, 13), part(14, 16), part(17, 19)];
  if (day === null || hour > 23 || minute > 59 || second > 59) return null;
  return day * DAY_SECONDS + hour * 3600 + minute * 60 + second;
}

/** Seconds since 1970 for a number of seconds in text; null when it is none or far outside any calendar. */
export function secondsOfUnix(text: string): number | null {
  if (!/^\d{1,12}$/.test(text)) return null;
  const seconds = Number(text);
  return seconds <= LATEST_SECONDS ? seconds : null;
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
