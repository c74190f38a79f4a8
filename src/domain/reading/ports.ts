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

/** Counts of one day for the strip chart: `counts` by speaker name. */
export type DayCount = { readonly day: string; readonly counts: Readonly<Record<string, number>> };

export type FinishedReading = {
  readonly state: 'read' | 'refused' | 'failed';
  readonly format: string | null;
  /** In plain words, when refused or failed. */
  readonly reason: string | null;
  readonly messages: number;
  readonly summary: string | null;
  readonly days: readonly DayCount[];
};

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
  /** The oldest item with no finished reading by this reader; what an interrupted reading left is removed first. */
  next(reader: string): Promise<WaitingReading | null>;
  begin(itemId: Uint8Array, reader: string): Promise<Uint8Array>;
  addLines(readingId: Uint8Array, firstSeq: number, lines: readonly StoredLine[]): Promise<void>;
  finish(readingId: Uint8Array, finished: FinishedReading): Promise<void>;
}
