import { diffReadingsAsTheyCome, type ReadingDifference } from '#portable/chat/index.ts';

/** A reading that stands, and the one made before it of the same item, if there is one; ids of 16 bytes. */
export type WaitingComparison = { readonly readingId: Uint8Array; readonly before: Uint8Array | null };

export interface ComparisonStore {
  /** The oldest reading that was not compared yet with the one before it; null when there is none. */
  next(): Promise<WaitingComparison | null>;
  /** The lines of a reading, in the order of the contract, without line ends. */
  lines(readingId: Uint8Array): AsyncIterable<string>;
  /** Null: there is nothing to compare it with, or the two cannot be compared. Nothing happens when it does not stand any more. */
  keep(compared: WaitingComparison, difference: ReadingDifference | null): Promise<void>;
}

/**
 * Compares one reading with the one before it: what a better reader, or an answer about dates, made of the same bytes. An
 * attempt that is cut off is made again. Returns false when nothing waited.
 */
export async function compareNext(store: ComparisonStore): Promise<boolean> {
  const waiting = await store.next();
  if (waiting === null) return false;
  const { readingId, before } = waiting;
  const result =
    before === null ? null : await diffReadingsAsTheyCome(store.lines(before), store.lines(readingId));
  await store.keep(waiting, result?.ok === true ? result.difference : null);
  return true;
}
