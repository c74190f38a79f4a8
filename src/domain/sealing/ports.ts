import type { SourceClass, StagedFileMeta } from '../intake/index.ts';
import type { ReadBackDigests } from './read-back.ts';

/** Names one body: segment `n` (0, 1, …) of a blob, whose 16-byte id is random, never made from content. A name, not a path. */
export type BodyName = { readonly blobId: Uint8Array; readonly n: number };

/** What is kept under a name. `version` names exactly these bytes in the store; a store with one version says `only`. */
export type StoredBody = BodyName & { readonly version: string; readonly sizeBytes: number };

/** `conflict`: the name already holds other bytes, which stay as they are. */
export type Created =
  { readonly ok: true; readonly version: string } | { readonly ok: false; readonly reason: 'conflict' };

export type ReadBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'missing' | 'too-large' };

/**
 * Where sealed bodies rest, and their headers apart from them. A body is an age file without its header. Trusted for
 * keeping ciphertext: it can lose items, it cannot read or alter them unseen. Every store passes
 * `src/adapters/blobs/blob-store.contract.ts`. Throws HandoverError `storage-full`; any other failure of the store is thrown
 * as it is, and what the store then holds is unknown.
 */
export interface BlobStore {
  /**
   * Durable when the promise resolves. A body never changes: the same bytes again are success, other bytes a conflict.
   * A store that keeps versions must not let a second create shadow the first.
   */
  createBody(name: BodyName, body: Uint8Array): Promise<Created>;
  /** The body in `into`, from its start, so that a reader of many bodies needs memory for one; `too-large` when it has no room. */
  readBody(name: BodyName, into: Uint8Array): Promise<ReadBytes>;
  /** Size and version, and the day before which nobody can remove it; null when the store promises none. Null: missing. */
  bodyFacts(name: BodyName): Promise<(StoredBody & { readonly retainedUntil: Date | null }) | null>;
  /** Bodies in order of blob and segment, at most `limit` after `after`: what is found by walking the store, not by asking a database. */
  listBodies(after: BodyName | null, limit: number): Promise<StoredBody[]>;

  /** The one small file that holds all age headers of an item. The same headers again are success, others a conflict. */
  createHeaders(itemId: Uint8Array, headers: readonly Uint8Array[]): Promise<Created>;
  /** Puts new headers in the place of the old at one stroke: a crash leaves the one or the other. */
  replaceHeaders(itemId: Uint8Array, headers: readonly Uint8Array[]): Promise<void>;
  /** Null when there are none: the item was disposed of, or its headers are lost. */
  readHeaders(itemId: Uint8Array): Promise<Uint8Array[] | null>;
  /** Removed when the promise resolves, also after a power cut, with what writers of them that were cut off left. False when there were none. */
  removeHeaders(itemId: Uint8Array): Promise<boolean>;
  /** Removes what writers of headers that were cut off left behind. Order: before this process writes any, and while no other does. */
  removeUnfinishedHeaders(): Promise<void>;
  /** Items that have headers, in order of id, at most `limit` after `after`. */
  listHeaders(after: Uint8Array | null, limit: number): Promise<Uint8Array[]>;
}

/** A body is at most this long: one segment of 16 MiB of plain bytes, with its nonce and tags. */
export const LARGEST_BODY = 16_781_328;

/** Opens what was sealed to the evidence recipient. Held by the worker alone. */
export interface EvidenceOpener {
  /** The plain bytes of a complete age file, or null when it is damaged or for somebody else. */
  open(ageFile: Uint8Array): Promise<Uint8Array | null>;
  /** The plain bytes of header and body in pieces, each checked; the last is null when the rest is damaged or for somebody else. */
  openPieces(header: Uint8Array, body: Uint8Array): Iterable<Uint8Array | null>;
  /** The same, for a reader in passing: a piece is gone when the next one is asked for, so that memory does not gather. */
  openInPassing(header: Uint8Array, body: Uint8Array): Iterable<Uint8Array | null>;
  /** The header (to the end of its `---` line) and the rest; null when it is not an age file. */
  split(ageFile: Uint8Array): { header: Uint8Array; body: Uint8Array } | null;
  /** How many plain bytes a body of this size holds; null when no body has it. */
  plainSize(bodyBytes: number): number | null;
  /** A header for the recipients of today over the same file key, so that the body stays as it is; null when it cannot be opened. */
  rewrap(header: Uint8Array): Uint8Array | null;
  /** Whether both headers can be opened and open the same body. */
  isSameKey(header: Uint8Array, other: Uint8Array): boolean;
}

/** Seals segments of a file; holds recipients alone. */
export interface SegmentSealer {
  /** How long the body of so many plain bytes is. */
  bodySize(plainBytes: number): number;
  /** Begins an age file under a key of its own. `into` must have room for its body and is lent until `end`. */
  begin(into: Uint8Array): OpenSegment;
}

/** An age file that is being made. Order: `push` any number of times, `end` once. */
export interface OpenSegment {
  push(plain: Uint8Array): void;
  /** `body` lies in the memory that was lent. */
  end(): { readonly header: Uint8Array; readonly body: Uint8Array };
}

/** A digest fed in pieces. */
export type RunningDigest = { update(bytes: Uint8Array): unknown; digest(): Uint8Array };
export type Digests = { sha256(): RunningDigest; sha512(): RunningDigest };

export type WaitingFile = {
  readonly number: number;
  readonly fileId: Uint8Array;
  /** The blob whose bodies are in the store already; null when its pieces wait in their staging. */
  readonly blobId: Uint8Array | null;
  /** What the read-back found that went along while it was stored; null when every segment is still to be read back. */
  readonly readBack: ReadBackDigests | null;
  readonly segments: number;
  readonly meta: Uint8Array;
};

export type WaitingSubmission = {
  readonly id: Uint8Array;
  readonly reference: string;
  readonly submitterType: string;
  readonly receivedAt: Date;
  readonly files: readonly WaitingFile[];
};

/** One item as it will be recorded: stored, read back and hashed, not yet in the database. */
export type SealedItem = {
  readonly id: Uint8Array;
  readonly number: number;
  readonly kind: StagedFileMeta['kind'];
  readonly sourceClass: SourceClass;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: Uint8Array;
  readonly sha512: Uint8Array;
  /** Canonical item facts and the salt of their commitment (docs/formats/log.md). */
  readonly facts: Uint8Array;
  readonly factsSalt: Uint8Array;
  readonly content: string;
  readonly blobId: Uint8Array;
  readonly segments: number;
  readonly extractOf: StagedFileMeta['extractOf'];
};

/** What a file's item and its bodies are called in the store. */
export type StoreNames = { readonly itemId: Uint8Array; readonly blobId: Uint8Array };

/** The submissions that wait to be sealed. */
export interface SealQueue {
  /** The oldest submission with no events yet that is none of `except` (ids, 32 hex), or null. */
  next(except: readonly string[]): Promise<WaitingSubmission | null>;
  /** A staged piece: a complete age file. Null when the piece is gone. */
  readSegment(fileId: Uint8Array, n: number): Promise<Uint8Array | null>;
  /**
   * Durable when the promise resolves: the names of a file, those of an earlier try where there was one. Order: before anything is
   * written under them.
   */
  keepNames(fileId: Uint8Array, names: StoreNames): Promise<StoreNames>;
  /** The headers of a file whose bodies are in the store, in order. */
  readHeaders(fileId: Uint8Array): Promise<Uint8Array[]>;
  /** One transaction: items, the events `submission-received`, `item-sealed` … and `submission-sealed`, and their outbox rows. */
  recordSealed(submission: WaitingSubmission, items: readonly SealedItem[], at: Date): Promise<void>;
  /** Its sealing was tried and put off; the reason is shown until it is sealed or refused. */
  recordDelay(submission: WaitingSubmission, reason: string): Promise<void>;
  /** What was read back is not what was received: an event, and no retry by itself. */
  recordMismatch(submission: WaitingSubmission, fileNumber: number, what: string, at: Date): Promise<void>;
}
