import type { SourceClass, StagedFileMeta } from '../intake/index.ts';

/**
 * Where sealed bodies rest. A body is an age file without its header; ids are random, never made from content.
 * Trusted for keeping ciphertext: it can lose items, it cannot read or alter them unseen.
 */
export interface BlobStore {
  /** Durable when the promise resolves. A body never changes. */
  putBody(blobId: Uint8Array, n: number, body: Uint8Array): Promise<void>;
  getBody(blobId: Uint8Array, n: number): Promise<Uint8Array>;
  /** The one small file that holds all age headers of an item: deleting it disposes of the item. */
  putHeaders(itemId: Uint8Array, headers: readonly Uint8Array[]): Promise<void>;
  getHeaders(itemId: Uint8Array): Promise<Uint8Array[]>;
}

/** Opens what was sealed to the evidence recipient. Held by the worker alone. */
export interface EvidenceOpener {
  /** The plain bytes of a complete age file, or null when it is damaged or for somebody else. */
  open(ageFile: Uint8Array): Promise<Uint8Array | null>;
  /** The header (to the end of its `---` line) and the rest; null when it is not an age file. */
  split(ageFile: Uint8Array): { header: Uint8Array; body: Uint8Array } | null;
}

/** A digest fed in pieces. */
export type RunningDigest = { update(bytes: Uint8Array): unknown; digest(): Uint8Array };
export type Digests = { sha256(): RunningDigest; sha512(): RunningDigest };

export type WaitingFile = {
  readonly number: number;
  readonly fileId: Uint8Array;
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

/** The submissions that wait to be sealed. */
export interface SealQueue {
  /** The oldest submission with no events yet that is none of `except` (ids, 32 hex), or null. */
  next(except: readonly string[]): Promise<WaitingSubmission | null>;
  /** Null when the piece is gone. */
  readSegment(fileId: Uint8Array, n: number): Promise<Uint8Array | null>;
  /** One transaction: items, the events `submission-received`, `item-sealed` … and `submission-sealed`, and their outbox rows. */
  recordSealed(submission: WaitingSubmission, items: readonly SealedItem[], at: Date): Promise<void>;
  /** Its sealing was tried and put off; the reason is shown until it is sealed or refused. */
  recordDelay(submission: WaitingSubmission, reason: string): Promise<void>;
  /** What was read back is not what was received: an event, and no retry by itself. */
  recordMismatch(submission: WaitingSubmission, fileNumber: number, what: string, at: Date): Promise<void>;
}
