/** A digest whose running state can be put away and taken up again. States are opaque. */
export interface ResumableDigest {
  empty(): Uint8Array;
  advance(state: Uint8Array, bytes: Uint8Array): Uint8Array;
  hexOf(state: Uint8Array): string;
  /** Whether these bytes are a state that the others can go on with. */
  isState(bytes: Uint8Array): boolean;
}

/** An upload as storage knows it: sizes, and a state it cannot read. */
export type StoredUpload = {
  /** The whole file, in bytes. */
  readonly length: number;
  /** How much is acknowledged: stored and committed. Always the end of a segment. */
  readonly offset: number;
  readonly segments: number;
  readonly state: Uint8Array;
  readonly complete: boolean;
};

export type UploadKey = { readonly draftId: Uint8Array; readonly fileId: Uint8Array };

/** One segment to add: a complete age file that holds `sizeBytes` plain bytes, and the state after it. */
export type UploadSegment = {
  readonly writer: Uint8Array;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly body: Uint8Array;
  readonly state: Uint8Array;
};

/** Where resumable uploads rest until they are handed in. Throws HandoverError `storage-full` or `storage-away`. */
export interface UploadStore {
  beginUpload(key: UploadKey, length: number, state: Uint8Array): Promise<void>;
  findUpload(key: UploadKey): Promise<StoredUpload | null>;
  /** From now on only `writer` (16 bytes) may add to it: who wrote before is cut off, and nobody waits. */
  takeUpload(key: UploadKey, writer: Uint8Array): Promise<void>;
  /** Durable when it resolves to true. False: another request took the upload over, or moved it. */
  appendUpload(key: UploadKey, segment: UploadSegment): Promise<boolean>;
  keepUploadState(key: UploadKey, offset: number, state: Uint8Array): Promise<boolean>;
}
