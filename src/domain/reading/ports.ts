import type { LeftOut } from './left-out.ts';

/** One line of a reading as it is stored and shown. */
export type StoredLine = {
  readonly line: string;
  /** The message's number, when the line is a message or an answer. */
  readonly n: number | null;
  /** The day it was written, YYYY-MM-DD, when it says one. */
  readonly day: string | null;
  /** The bytes of the line's span. */
  readonly raw: Uint8Array | null;
};

export type WaitingReading = {
  readonly itemId: Uint8Array;
  readonly blobId: Uint8Array;
  readonly segments: number;
  readonly kind: 'chat' | 'account' | 'fingerprints';
  readonly name: string;
  readonly sizeBytes: number;
  readonly sealedAt: Date;
};

/** Counts of one day for the strip chart: `counts` by the name of the speakers with most messages, `others` of all the rest. */
export type DayCount = {
  readonly day: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly others?: number;
};

export type FinishedReading = {
  readonly state: 'read' | 'refused' | 'failed';
  readonly format: string | null;
  /** In plain words, when refused or failed. */
  readonly reason: string | null;
  readonly messages: number;
  readonly summary: string | null;
  readonly days: readonly DayCount[];
  readonly leftOut: LeftOut;
};

/** How an attempt at one item began; `tries` counts those that never came to an end, with this one. */
export type BegunReading = { readonly readingId: Uint8Array; readonly tries: number };

/** What a confined reader answers for one item. It is not trusted: every line is decoded again before it is kept. */
export type ReaderAnswer =
  | { readonly ok: true; readonly lines: AsyncIterable<string> }
  | {
      readonly ok: false;
      readonly reason: 'not-a-known-chat' | 'time' | 'memory' | 'crashed';
      readonly detail: string;
    };

export interface ConfinedReader {
  /** Names the reader and its version; another version makes a new reading beside the old. */
  readonly name: string;
  read(input: { bytes: Uint8Array; name: string; sealedAt: Date }): Promise<ReaderAnswer>;
}

export interface ReadingStore {
  /**
   * The oldest item, none of `except` (ids, 32 hex), with no finished reading by this reader, or whose failed reading was
   * asked for again.
   */
  next(reader: string, except: readonly string[]): Promise<WaitingReading | null>;
  /** Counts the attempt before anything is tried: what ends this process is counted too. Removes what was left of an earlier one. */
  begin(itemId: Uint8Array, reader: string): Promise<BegunReading>;
  /** False when the database will never take them as they are; nothing of them is kept then. */
  addLines(readingId: Uint8Array, firstSeq: number, lines: readonly StoredLine[]): Promise<boolean>;
  dropLines(readingId: Uint8Array): Promise<void>;
  /** False as in `addLines`. */
  finish(readingId: Uint8Array, finished: FinishedReading): Promise<boolean>;
  /** The attempt ended for a reason outside of the item, and does not count. */
  giveBack(readingId: Uint8Array): Promise<void>;
}
