import { secondsOfIso } from '../clocks/iso.ts';

const CREATED = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC$/;
/** Counts below these are of seconds and of milliseconds; above them, of microseconds. Good from 1973 to 5138. */
const LEAST_MILLIS = 1e11;
const LEAST_MICROS = 1e14;
const MOST_MICROS = 1e17;

export interface SnapTime {
  readonly utcMs: number | null;
  readonly precision: 'second' | 'millisecond' | 'none';
  /** The count was given and not used, or not in full. */
  readonly leavesCount: boolean;
  /** Time and count are more than a second apart. */
  readonly disagree: boolean;
}

/**
 * A time from `Created` ("2024-04-20 01:29:22 UTC") and the count beside it, whose unit is chosen by its magnitude: its
 * name says microseconds, and milliseconds were seen. Where they disagree, `Created` is used. A count of 0 is none.
 */
export function snapTime(created: string | null, count: string | null): SnapTime {
  const seconds = secondsOfCreated(created ?? '');
  const millis = millisOfCount(count ?? '');
  const isGiven = count !== null;
  if (millis === null)
    return seconds === null
      ? { utcMs: null, precision: 'none', leavesCount: isGiven, disagree: false }
      : { utcMs: seconds * 1000, precision: 'second', leavesCount: isGiven, disagree: false };
  const isFiner = !Number.isInteger(millis);
  const utcMs = Math.floor(millis);
  if (seconds !== null && Math.abs(Math.floor(utcMs / 1000) - seconds) > 1)
    return { utcMs: seconds * 1000, precision: 'second', leavesCount: true, disagree: true };
  return {
    utcMs,
    precision: millis % 1000 === 0 && isCountOfSeconds(count ?? '') ? 'second' : 'millisecond',
    leavesCount: isFiner,
    disagree: false,
  };
}

function secondsOfCreated(created: string): number | null {
  const match = CREATED.exec(created);
  return match ? secondsOfIso(`${match[1]}T${match[2]}`) : null;
}

function millisOfCount(count: string): number | null {
  const value = /^[1-9]\d{8,16}$/.test(count) ? Number(count) : null;
  if (value === null || value >= MOST_MICROS) return null;
  if (value < LEAST_MILLIS) return value * 1000;
  return value < LEAST_MICROS ? value : value / 1000;
}

function isCountOfSeconds(count: string): boolean {
  return Number(count) < LEAST_MILLIS;
}
