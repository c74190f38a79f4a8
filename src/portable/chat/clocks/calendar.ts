import type { DateOrderName, Precision } from '../reading.ts';

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days from 1 March of year 0 to 1 January 1970. */
const EPOCH_FROM_MARCH = 719_468;
const DAYS_IN_400_YEARS = 146_097;

/** Days since 1 January 1970 in the Gregorian calendar; null when there is no such date. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const longest = MONTH_DAYS[month - 1];
  if (longest === undefined || !(year >= 1 && year <= 9999 && day >= 1)) return null;
  if (day > (month === 2 && isLeap(year) ? 29 : longest)) return null;
  // Years begin in March, so that the leap day is the last day of a year.
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - EPOCH_FROM_MARCH;
}

/** The last day that was written: messages of one day follow one another. */
let lastDay = Number.NaN;
let lastText = '';

/** `YYYY-MM-DD` for a day from year 1 to 9999. */
export function formatDay(day: number): string {
  if (day === lastDay) return lastText;
  lastText = dayText(day);
  lastDay = day;
  return lastText;
}

function dayText(day: number): string {
  const fromMarch = day + EPOCH_FROM_MARCH;
  const era = Math.floor(fromMarch / DAYS_IN_400_YEARS);
  const dayOfEra = fromMarch - era * DAYS_IN_400_YEARS;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * fromMarchMonth + 2) / 5) + 1;
  const month = fromMarchMonth < 10 ? fromMarchMonth + 3 : fromMarchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

const [ZERO, COLON, TIME_MARK] = [0x30, 0x3a, 0x54];

/** `THH:MM` or, with precision `second`, `THH:MM:SS`. */
export function formatTime(secondOfDay: number, precision: Precision): string {
  const hour = Math.floor(secondOfDay / 3600);
  const minute = Math.floor(secondOfDay / 60) % 60;
  const second = secondOfDay % 60;
  const [hourTens, minuteTens, secondTens] = [(hour / 10) | 0, (minute / 10) | 0, (second / 10) | 0];
  const [h, hh] = [ZERO + hourTens, ZERO + hour - hourTens * 10];
  const [m, mm] = [ZERO + minuteTens, ZERO + minute - minuteTens * 10];
  if (precision !== 'second') return String.fromCharCode(TIME_MARK, h, hh, COLON, m, mm);
  const [s, ss] = [ZERO + secondTens, ZERO + second - secondTens * 10];
  return String.fromCharCode(TIME_MARK, h, hh, COLON, m, mm, COLON, s, ss);
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
