import { diffReadings, type ReadingDifference } from '#portable/chat/index.ts';

/** The lines in which two readings of one item differ, in the order of either, each with its head first. */
export type DifferingLines = {
  readonly older: readonly string[];
  readonly newer: readonly string[];
  /** Lines that both have, to the last character. */
  readonly same: number;
  /** There are more than these. */
  readonly isCut: boolean;
};

/** Another reading of the same item. */
export type OtherReading = {
  readonly readingId: string;
  readonly reader: string;
  readonly dateOrder: string | null;
  readonly readAt: Date;
};

/**
 * What differs between two readings; null when they cannot be compared line by line. Counts of what did not change leave out
 * the lines that both have.
 */
export function differenceOf({ older, newer }: DifferingLines): ReadingDifference | null {
  const result = diffReadings(older, newer);
  return result.ok ? result.difference : null;
}
