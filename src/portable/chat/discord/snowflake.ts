import type { DoubtCode } from '../doubts.ts';

/** The first moment that a number can hold: 1 January 2015, UTC. */
const EPOCH_MS = 1_420_070_400_000;
const TIME_SHIFT = 22n;
const MOST_APART_MS = 2000;
const NUMBER = /^\d{1,20}$/;
const TOO_LARGE = 1n << 64n;

/**
 * Milliseconds since 1970 at which the service gave the number: its bits above the lowest 22, counted from the beginning of
 * 2015. Null for what is no number of 64 bits.
 */
export function millisOfSnowflake(id: string): number | null {
  const value = NUMBER.test(id) ? BigInt(id) : TOO_LARGE;
  return value < TOO_LARGE ? Number(value >> TIME_SHIFT) + EPOCH_MS : null;
}

/** Doubt where the time in the number is not the one beside it. */
export function snowflakeDoubts(id: string | null, utcMs: number | null): DoubtCode[] {
  const given = id === null ? null : millisOfSnowflake(id);
  if (given === null || utcMs === null) return [];
  return Math.abs(given - utcMs) > MOST_APART_MS ? ['id-and-time-disagree'] : [];
}
