import type { DangerAnswers } from './danger.ts';
import type { UploadStore } from './resumable/index.ts';
import type { SubmitterType } from './submission.ts';

/** Where a submission stands for the person who handed it in; a function only of what they sent. */
export type HandInState = 'received' | 'sealed';

/** What the visitor's box holds: ciphertexts only the holder of the return code can open. */
export type Box = {
  readonly reference: string;
  readonly receivedAt: Date;
  readonly state: HandInState;
  /** age files to the box recipient, oldest first. The first one, once sealed, is the receipt. */
  readonly letters: readonly Uint8Array[];
};

/** What the force says of itself on the public pages. */
export type ForceNotice = {
  readonly forceName: string;
  /** When the desk is staffed, in words ("8am to 10pm, every day"); empty means that it is not staffed. */
  readonly deskStaffed: string;
  readonly demo: boolean;
};

/** A body whose systems hand in through the partner interface. What comes with a sandbox key is checked and never handed in. */
export type Partner = { readonly name: string; readonly isSandbox: boolean };

export type SubmitRequest = {
  /** 32 bytes. One draft is handed in once; the same id again gives the first answer back. */
  readonly draftId: Uint8Array;
  readonly boxId: Uint8Array;
  /** The age recipient (`age1…`) of the visitor's box. */
  readonly boxRecipient: string;
  readonly submitterType: SubmitterType;
  /** Completed files to hand in, in the order they are numbered. Others of the draft are dropped. */
  readonly fileIds: readonly Uint8Array[];
};

/**
 * The only way the public process reaches storage: each method is one database function it may execute.
 * It has no right on any table. Everything that it may read back is ciphertext under a key that only the
 * visitor holds. Throws HandoverError `storage-full` or `storage-away`.
 */
export interface IntakeDoor extends UploadStore {
  /** Stores the draft, sealed under the visitor's key. `version` is the version read plus one; false when another write came first. */
  putDraft(id: Uint8Array, sealed: Uint8Array, version: number): Promise<boolean>;
  getDraft(id: Uint8Array): Promise<{ sealed: Uint8Array; version: number } | null>;
  /** Removes the draft and its staged files. Danger answers already given stay with the desk. */
  dropDraft(id: Uint8Array): Promise<void>;
  /**
   * Stores the way to a submission's box, like a draft. Unlike a draft it is never removed for lying untouched.
   */
  putTicket(id: Uint8Array, sealed: Uint8Array, version: number): Promise<boolean>;
  /**
   * The answers reach the desk now, finished or not. Called again for the same draft, what is said replaces what was
   * said, an answer left empty takes nothing away, every version is kept, and the first time stays. `source` (16 bytes)
   * marks a new report as one of many from one connection; null leaves it unmarked.
   */
  reportDanger(
    draftId: Uint8Array,
    answers: DangerAnswers,
    source?: Uint8Array | null,
  ): Promise<{ readonly at: Date }>;
  /** Begins a staged file of this draft. The draft must exist. */
  beginFile(draftId: Uint8Array, fileId: Uint8Array): Promise<void>;
  /** Stores segment `n` (0, 1, …) of the file: one complete age file. Durable when the promise resolves. */
  stageSegment(fileId: Uint8Array, n: number, segment: Uint8Array): Promise<void>;
  /** Marks the file complete. `meta` is an age file holding a StagedFileMeta. Until then nothing of it counts. */
  completeFile(fileId: Uint8Array, segments: number, meta: Uint8Array): Promise<void>;
  dropFile(draftId: Uint8Array, fileId: Uint8Array): Promise<void>;
  /** Hands the draft in. Idempotent: the same draft gives the same reference (`again: true`). */
  submit(request: SubmitRequest): Promise<{ reference: string; receivedAt: Date; again: boolean } | null>;
  readBox(boxId: Uint8Array): Promise<Box | null>;
  /** What the force says of itself on the public pages. */
  forceNotice(): Promise<ForceNotice>;
  /** Who holds the partner key with this SHA-256; null when nobody does, or not any more. */
  partner(keyHash: Uint8Array): Promise<Partner | null>;
  /** The newest published checkpoint, on its fixed schedule. Null before the first. */
  publishedCheckpoint(): Promise<string | null>;
  /**
   * The RFC 6962 consistency proof between two sizes of the log, as lines of base64: `none` when there is no such proof
   * or the newer size is not published, `later` while the worker has not made it yet.
   */
  consistencyProof(from: number, to: number): Promise<{ readonly proof: string } | 'none' | 'later'>;
}

/** Seals bytes so that only the holder of the evidence identity can open them. The public process has the recipient alone. */
export interface EvidenceSealer {
  /** A complete age v1 file. */
  seal(bytes: Uint8Array): Promise<Uint8Array>;
}

/** The keys and letters of a visitor's box, which belong to whoever holds the return code. */
export interface BoxOpener {
  /** The identity and recipient whose secret is these 32 bytes, derived from a return code. */
  keysOf(boxSecret: Uint8Array): Promise<{ readonly identity: string; readonly recipient: string }>;
  /** The plain bytes of a letter, or null when it is damaged or for another box. */
  open(letter: Uint8Array, boxIdentity: string): Promise<Uint8Array | null>;
}
