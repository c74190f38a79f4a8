import type { Precision } from '../reading.ts';
import { secondsOfIso } from './iso.ts';

/** A time with the offset it was written with. */
export interface OffsetTime {
  /** Milliseconds since 1970 on the clock that was written. */
  readonly clockMs: number;
  /** Minutes ahead of UTC; null when the text has no offset. */
  readonly offsetMinutes: number | null;
  readonly precision: Precision;
}

const FORM = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?: ?(Z|UTC|[+-]\d\d:?\d\d))?$/;

/**
 * `YYYY-MM-DD HH:MM:SS` with a space or T, with or without a fraction (milliseconds are kept of it), and with or without
 * `Z`, `UTC`, `+HH:MM` or `+HHMM`. Null for anything else, and for dates that do not exist.
 */
export function offsetTimeOf(text: string): OffsetTime | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, date, time, fraction, zone] = match;
  const seconds = secondsOfIso(`${date}T${time}`);
  const offsetMinutes = zone === undefined ? null : minutesOf(zone);
  if (seconds === null || Number.isNaN(offsetMinutes)) return null;
  const millis = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  return {
    clockMs: seconds * 1000 + millis,
    offsetMinutes,
    precision: fraction === undefined ? 'second' : 'millisecond',
  };
}

/** Minutes ahead of UTC; NaN for an offset that is no time of day. */
function minutesOf(zone: string): number {
  if (zone === 'Z' || zone === 'UTC') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 23 || minutes > 59) return Number.NaN;
  const size = hours * 60 + minutes;
  return zone.startsWith('-') && size > 0 ? -size : size;
}
