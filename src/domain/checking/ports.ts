import type { TileReader } from '#portable/tlog/index.ts';

/** The log as it rests in files: tiles and the checkpoint as last published. Read only. */
export interface RestingLog {
  readonly readTile: TileReader;
  checkpoint(): Promise<string | null>;
}

export type HeadRow = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly checkpoint: string;
};

/** One event as its row holds it: the bytes that were committed to, and the columns that index them. */
export type EventRow = {
  readonly id: Uint8Array;
  readonly type: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly submissionId: Uint8Array | null;
  readonly submissionN: number | null;
  readonly caseId: Uint8Array | null;
  readonly caseN: number | null;
  readonly body: Uint8Array;
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
  /** Whether the outbox names it, and where the log has it; null index while it waits. */
  readonly outbox: { readonly logIndex: number | null } | null;
};

export type ItemRow = {
  readonly id: Uint8Array;
  readonly submissionId: Uint8Array;
  readonly number: number;
  readonly name: string;
  readonly sourceClass: string;
  readonly sizeBytes: number;
  readonly sha256: Uint8Array;
  readonly sha512: Uint8Array;
  readonly facts: Uint8Array;
  readonly factsSalt: Uint8Array;
  readonly blobId: Uint8Array;
  readonly segments: number;
  /** Its disposal was decided: its headers are gone or going, and nothing opens it any more. */
  readonly isDisposed: boolean;
};

/** One submission with its chain in order and its items. */
export type SubmissionRecord = {
  readonly id: Uint8Array;
  readonly reference: string;
  readonly state: 'received' | 'sealed';
  readonly sealedAt: Date | null;
  readonly letters: number;
  readonly events: readonly EventRow[];
  readonly items: readonly ItemRow[];
};

/** The record as the database holds it, page by page, in the order of ids. Every page is read anew; nothing is changed. */
export interface RecordPages {
  head(): Promise<HeadRow | null>;
  /** The checkpoint that the public listener shows, which follows the head on a schedule. */
  scheduledCheckpoint(): Promise<string | null>;
  /** The first entry that a kept batch must hold. */
  batchesKeptFrom(): Promise<number>;
  /** Rows of the log's index with `index >= from`, in order. */
  index(
    from: number,
    limit: number,
  ): Promise<readonly { readonly index: number; readonly commitment: Uint8Array }[]>;
  events(after: string, limit: number): Promise<readonly EventRow[]>;
  submissions(after: string, limit: number): Promise<readonly SubmissionRecord[]>;
  items(after: string, limit: number): Promise<readonly ItemRow[]>;
}
