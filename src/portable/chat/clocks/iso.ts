import { dayNumber, formatWritten } from './calendar.ts';

const DAY_SECONDS = 86_400;
const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/;
/** 31 December 9999. */
const LATEST_SECONDS = 253_402_300_799;

/** Seconds since 1970 for `YYYY-MM-DDTHH:MM:SS`; null when it is not such a time or no such date exists. */
export function secondsOfIso(text: string): number | null {
  const match = LOCAL.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const at = dayNumber(year, month, day);
  if (at === null || hour > 23 || minute > 59 || second > 59) return null;
  return at * DAY_SECONDS + hour * 3600 + minute * 60 + second;
}

/** Seconds since 1970 for a number of seconds in text; null when it is none or far outside any calendar. */
export function secondsOfUnix(text: string): number | null {
  if (!/^\d{1,12}$/.test(text)) return null;
  const seconds = Number(text);
  return seconds <= LATEST_SECONDS ? seconds : null;
}

/** `YYYY-MM-DDTHH:MM:SS`. */
export function isoOfSeconds(seconds: number): string {
  const day = Math.floor(seconds / DAY_SECONDS);
  return formatWritten(day, seconds - day * DAY_SECONDS, 'second');
}

/** `YYYY-MM-DDTHH:MM:SSZ`. */
export function instantOfSeconds(seconds: number): string {
  return `${isoOfSeconds(seconds)}Z`;
}
