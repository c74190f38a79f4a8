import { dayNumber } from '../clocks/calendar.ts';

const TITLE = /^\s*(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):(\d{2})(?: UTC([+-])(\d{2}):(\d{2}))?\s*$/;
const SEPARATOR = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/;
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore
const DAY_MS = 86_400_000;

export interface PrintedTime {
  /** Milliseconds since 1970 on the clock that is printed. */
  readonly localMs: number;
  /** The offset printed beside it, in minutes; null in older exports. */
  readonly offsetMinutes: number | null;
}

/** A time as the title of a message's clock prints it; null when it is none. */
export function printedTime(title: string): PrintedTime | null {
  const parts = TITLE.exec(title);
  if (!parts) return null;
  const [, day, month, year, hour, minute, second, sign, offsetHours, offsetMinutes] = parts;
  const date = dayNumber(Number(year), Number(month), Number(day));
  if (date === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const offset = sign === undefined ? null : Number(offsetHours) * 60 + Number(offsetMinutes);
  return {
    localMs: date * DAY_MS + seconds * 1000,
    offsetMinutes: offset !== null && sign === '-' ? -offset : offset,
  };
}

/** Milliseconds since 1970 of the day that a separator names, as `19 June 2022`; null when it names none. */
export function separatorDay(text: string): number | null {
  const [, day, month, year] = SEPARATOR.exec(text) ?? [];
  const date = dayNumber(Number(year), MONTHS.indexOf(month ?? '') + 1, Number(day));
  return date === null ? null : date * DAY_MS;
}
