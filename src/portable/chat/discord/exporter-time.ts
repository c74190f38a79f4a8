import { offsetTimeOf } from '../clocks/offset-time.ts';
import type { Edit } from '../reading.ts';
import { type FileTime, instantOf, writtenOf } from '../records/written.ts';

export const NO_TIME: FileTime = { localMs: null, utcMs: null, precision: 'none' };

/** A time that has its offset beside it; without one, only the clock of the exporting computer is known. */
export function fileTimeOf(text: string | null): FileTime {
  const time = text === null ? null : offsetTimeOf(text);
  if (!time) return NO_TIME;
  const { clockMs, offsetMinutes, precision } = time;
  return {
    localMs: clockMs,
    utcMs: offsetMinutes === null ? null : clockMs - offsetMinutes * 60_000,
    precision,
  };
}

/** When a message was edited; null when it was not. */
export function editOf(text: string | null): Edit | null {
  if (text === null) return null;
  const time = fileTimeOf(text);
  return { written: writtenOf(time), instant: instantOf(time) };
}
