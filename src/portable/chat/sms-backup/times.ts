import type { Precision } from '../reading.ts';

/** The times between which a phone that wrote such a file can have been in use: 2000 up to 2100. */
const EARLIEST_MS = 946_684_800_000;
const LATEST_MS = 4_102_444_800_000;
/** 31 December 9999, the last time that can be written. */
const LAST_MS = 253_402_300_799_999;

type Unit = 'millisecond' | 'second';

/** A number in the file, read as a time. */
export interface NumberTime {
  readonly ms: number;
  readonly precision: Precision;
  /** The number is too large or too small for the unit that the format says, and fits the other one. */
  readonly isOtherUnit: boolean;
}

function fits(ms: number): boolean {
  return ms >= EARLIEST_MS && ms < LATEST_MS;
}

/**
 * The time that a whole number since 1970 stands for, in the unit that the format says unless only the other one gives a
 * time at which such phones existed. Null for no number, 0, and what is beyond any calendar.
 */
export function timeOfNumber(text: string | null, usual: Unit): NumberTime | null {
  if (text === null || !/^\d{1,15}$/.test(text)) return null;
  const value = Number(text);
  if (value === 0) return null;
  const [asUsual, asOther] = usual === 'second' ? [value * 1000, value] : [value, value * 1000];
  const isOtherUnit = !fits(asUsual) && fits(asOther);
  const ms = isOtherUnit ? asOther : asUsual;
  if (ms > LAST_MS) return null;
  const isSeconds = (usual === 'second') !== isOtherUnit;
  return { ms, precision: isSeconds ? 'second' : 'millisecond', isOtherUnit };
}
