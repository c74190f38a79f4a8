import type { ContinuityEvent } from '#portable/continuity/index.ts';
import type { TileFile, TileReader } from '#portable/tlog/index.ts';
import type { RowImage } from './event-payload.ts';
import type { SignedHead } from './signed-head.ts';

/**
 * Seals what an event needs to be made again to the evidence recipients. The holder cannot open what it sealed once the
 * process has ended: it knows the recipients, not their identities.
 */
export interface EventSealer {
  /** A complete age file. */
  seal(payload: Uint8Array): Uint8Array;
}

/** Opens what an `EventSealer` sealed. Held only where the evidence identity is. */
export interface EventOpener {
  /** The payload, or null when the age file is damaged or for somebody else. */
  open(sealed: Uint8Array): Uint8Array | null;
  /** Whether it is an age file that nobody here can open, because it is for other identities. */
  isForOthers(sealed: Uint8Array): boolean;
}

/** Which entries a batch holds (`first` up to but not including `size`), and the root (hex) of the log with them. */
export type BatchName = { readonly first: number; readonly size: number; readonly rootHex: string };

/**
 * Where batches rest, beside the sealed items. Trusted for keeping bytes: what it holds counts only as far as a signed
 * head says. It may hold batches that were never committed.
 */
export interface BatchShelf {
  /** Durable when the promise resolves. */
  put(name: BatchName, bytes: Uint8Array): Promise<void>;
  get(name: BatchName): Promise<Uint8Array | null>;
  /** Every batch that holds an entry from index `size` on, in no order. */
  from(size: number): Promise<BatchName[]>;
}

/**
 * The newest checkpoint that was signed, kept where no backup of this installation reaches: a restored database cannot
 * take it back with it.
 */
export interface HeadFile {
  read(): Promise<string | null>;
  /** Durable when the promise resolves. */
  write(checkpoint: string): Promise<void>;
}

/** Somebody who remembers a checkpoint of this log, such as a witness; null when it knows none or cannot be asked. */
export interface HeadElsewhere {
  newest(): Promise<string | null>;
}

/** The log's files, as far as growing and mending them goes. A staged set of tiles is written whole or not at all. */
export interface TileStore {
  readonly readTile: TileReader;
  /** Takes the folder from any earlier leader. Order: before anything below is called, which writes for the leader alone. */
  lead(): Promise<void>;
  stage(size: number, root: Uint8Array, files: readonly TileFile[]): Promise<void>;
  /** False when nothing is staged for that head. */
  apply(size: number, root: Uint8Array): Promise<boolean>;
  unstage(size: number, root: Uint8Array): Promise<void>;
  readPublished(): Promise<string | null>;
  publish(checkpoint: string): Promise<void>;
}

/** One event as it is made again: opened, and checked against the log. */
export type RolledEvent = {
  readonly commitment: Uint8Array;
  readonly event: ContinuityEvent;
  readonly body: Uint8Array;
  readonly salt: Uint8Array;
  /** Under which its actor may repeat it, or null. */
  readonly key: string | null;
  /** Those that an event of its type leaves behind. */
  readonly rows: readonly RowImage[];
  /** A sentence for each row that was sealed beside it and is no such row. */
  readonly leftOut: readonly string[];
};

/** A whole checked batch: the step from one head to the next. */
export type RolledBatch = {
  readonly from: SignedHead;
  readonly to: SignedHead;
  readonly signedAt: Date;
  readonly events: readonly RolledEvent[];
};

/** The database's own history, as its owner. Only one at a time: the caller leads the log meanwhile. */
export interface HistoryStore {
  /** The checkpoint the database holds. Nothing of it has been checked. */
  checkpoint(): Promise<string>;
  /** At most `limit` commitments of logged entries, from index `from` on, in order. */
  commitments(from: number, limit: number): Promise<Uint8Array[]>;
  /**
   * One transaction: events that are not there yet with their rows, their places in the log, and the head. Throws
   * HandoverError `log-disagrees` when the database holds something else in their place; then nothing is changed.
   */
  append(batch: RolledBatch): Promise<void>;
  /**
   * Puts events without a place in the log, with their rows, where they are not there yet; each that does not fit what the
   * database holds is left out. For a log that is about to be closed. Returns how many were put there.
   */
  salvage(events: readonly RolledEvent[]): Promise<number>;
}
