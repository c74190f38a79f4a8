import type { DateOrderName, Precision } from '../reading.ts';

const DAY_SECONDS = 86_400;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1 January 1970 in the Gregorian calendar; null when there is no such date. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const longest = MONTH_DAYS[month - 1];
  if (longest === undefined || year < 1 || year > 9999 || day < 1) return null;
  if (day > (month === 2 && isLeap(year) ? 29 : longest)) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 1000 / DAY_SECONDS;
}

/** `YYYY-MM-DDTHH:MM` or, with precision `second`, `…:SS`. */
export function formatWritten(day: number, secondOfDay: number, precision: Precision): string {
  const iso = new Date((day * DAY_SECONDS + secondOfDay) * 1000).toISOString();
  return iso.slice(0, precision === 'second' ? 19 : 16);
}

/** The three numbers of a date, as they stand in the file from left to right. */
export interface DateParts {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Thai and Japanese exports may count years from 543 BC. Years of that size are read so. */
function gregorianYear(year: number, twoDigits: boolean): number {
  if (twoDigits) return 2000 + year;
  return year >= 2400 && year <= 2800 ? year - 543 : year;
}

/** The day that the parts name under one order; null when there is no such date. */
export function dayUnder(order: DateOrderName, { a, b, c }: DateParts, twoDigits: boolean): number | null {
  if (order === 'DMY') return dayNumber(gregorianYear(c, twoDigits), b, a);
  if (order === 'MDY') return dayNumber(gregorianYear(c, twoDigits), a, b);
  if (order === 'YMD') return dayNumber(gregorianYear(a, twoDigits), b, c);
  return dayNumber(gregorianYear(a, twoDigits), c, b);
}
