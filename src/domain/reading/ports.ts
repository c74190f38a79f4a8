import type { DateOrderName, Detection } from '#portable/chat/index.ts';
import type { ItemBytes } from '../sealing/index.ts';
import type { LeftOut } from './left-out.ts';

/** One line of a reading as it is stored and shown. */
export type StoredLine = {
  /** Its place in the reading, from 0. */
  readonly seq: number;
  readonly line: string;
  /** The message's number, when the line is a message or an answer. */
  readonly n: number | null;
  /** The day it was written, YYYY-MM-DD, when it says one. */
  readonly day: string | null;
  /** The body in the form in which it is searched (`soughtForm`); null for what is not searched. */
  readonly sought: string | null;
  /** The bytes of the line's span; of a long unread span its beginning. */
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
  /** The order of dates that officers declared, and how many of their answers on it there are. */
  readonly dateOrder: DateOrderName | null;
  readonly answers: number;
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
  /** A limit was reached: what was read until then stands, the rest is unread, and it is no transcript for a court. */
  readonly partial: boolean;
  /** What the item was taken for, and why; null when it was not read as a chat, or what was said of it is not understood. */
  readonly detection: Detection | null;
};

/** How an attempt at one item began; `tries` counts those that never came to an end, with this one. */
export type BegunReading = { readonly readingId: Uint8Array; readonly tries: number };

/** How a confined reader ended. `detail` is for officers. */
export type ReaderEnd =
  | { readonly how: 'complete' }
  | { readonly how: 'not-a-known-chat'; readonly detail: string; readonly detection: Detection | null }
  /** It was stopped at a limit, or stopped by itself: what it wrote until then may be good. */
  | { readonly how: 'time' | 'output' | 'stopped'; readonly detail: string };

export type ReaderInput = {
  readonly item: Pick<ItemBytes, 'sizeBytes' | 'slice'>;
  readonly name: string;
  readonly sealedAt: Date;
  readonly dateOrder: DateOrderName | null;
};

export interface ConfinedReader {
  /** Names all its readers together, with their versions. */
  readonly name: string;
  /** The readers of formats that it has, each with its version; another version makes a new reading beside the old. */
  readonly formats: readonly string[];
  /**
   * The lines of the reading, as they are made. The reader is not trusted: every line is decoded again before it is kept. May
   * throw what the item throws.
   */
  read(input: ReaderInput): AsyncGenerator<string, ReaderEnd>;
}

export interface ReadingStore {
  /**
   * The oldest item, none of `except` (ids, 32 hex), with no finished reading by this reader, or whose failed reading was
   * asked for again. What one of its `formats` read already, though under another name, is not read again.
   */
  next(
    reader: Pick<ConfinedReader, 'name' | 'formats'>,
    except: readonly string[],
  ): Promise<WaitingReading | null>;
  /** Counts the attempt before anything is tried: what ends this process is counted too. Removes what was left of an earlier one. */
  begin(waiting: WaitingReading, reader: string): Promise<BegunReading>;
  /**
   * Keeps the lines and the outcome, all of it or nothing; `finished` is asked once, after the last line. Lines may come in any
   * order. False when the database will never take them as they are. Throws what `lines` throws. Order: after `begin`.
   */
  keep(
    readingId: Uint8Array,
    lines: AsyncIterable<StoredLine>,
    finished: () => FinishedReading,
  ): Promise<boolean>;
  /** The attempt ended for a reason outside of the item, and does not count. */
  giveBack(readingId: Uint8Array): Promise<void>;
}
