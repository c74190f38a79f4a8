import { isoOfSeconds } from '../clocks/iso.ts';
import type { ChatRecord } from './record.ts';

/** A time as a file gives it. */
export type FileTime = Pick<ChatRecord, 'localMs' | 'utcMs' | 'precision'>;

const WIDTHS = { day: 10, minute: 16, second: 19, millisecond: 23, none: 0 };

/** Milliseconds since 1970 as `YYYY-MM-DDTHH:MM:SS.sss`, cut to the unit of the clock. */
function isoOf(ms: number, precision: FileTime['precision']): string {
  const seconds = Math.floor(ms / 1000);
  if (precision === 'second') return isoOfSeconds(seconds);
  const millis = String(ms - seconds * 1000).padStart(3, '0');
  return `${isoOfSeconds(seconds)}.${millis}`.slice(0, WIDTHS[precision]);
}

/** The time as the file's clock showed it, to its unit; null when the file gives none. */
export function writtenOf({ localMs, utcMs, precision }: FileTime): string | null {
  const shown = localMs ?? utcMs;
  return shown === null || precision === 'none' ? null : isoOf(shown, precision);
}

/** The time in UTC, where the file gives it. */
export function instantOf({ utcMs, precision }: FileTime): string | null {
  return utcMs === null ? null : `${isoOf(utcMs, precision === 'millisecond' ? precision : 'second')}Z`;
}
