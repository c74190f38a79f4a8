import { toHex } from '#portable/bytes/index.ts';
import { HandoverError } from '../error.ts';
import { bodyMemory } from './body-memory.ts';
import type { BlobStore, Digests, SegmentSealer } from './ports.ts';
import type { ReadBackDigests } from './read-back.ts';

/** Plain bytes in one segment of a file that is stored from this machine: three bodies in memory, and an fsync for each. */
export const SEGMENT_BYTES = 8_388_608;

/** Where the header of each stored segment is kept until the file is sealed. */
export interface HeaderShelf {
  /** Called once, before any segment. */
  begin(blobId: Uint8Array): Promise<void>;
  /** Called once a segment, in order, when its body is durable. Durable when the promise resolves. */
  keep(n: number, header: Uint8Array): Promise<void>;
}

export type StoreParts = {
  readonly blobs: Pick<BlobStore, 'createBody'>;
  readonly sealer: SegmentSealer;
  readonly digests: Pick<Digests, 'sha256'>;
  readonly headers: HeaderShelf;
  readonly random: (sizeBytes: number) => Uint8Array;
};

/** A file whose bodies rest where they will stay. `sha256` and `sizeBytes` are of the bytes as they came. */
export type StagedUpload = {
  readonly blobId: Uint8Array;
  readonly segments: number;
  readonly sizeBytes: number;
  readonly sha256: Uint8Array;
};

/** Segments that may be on their way to the disk at once; each needs memory for one body. */
const WRITES_AT_ONCE = 2;

/**
 * Stores a file as independent age files of 8 MiB of plain bytes. No byte of a body is written twice: each is
 * encrypted in memory, written and fsynced where it will rest. A piece of `source` need only be valid until the next one is
 * asked for. A crash leaves bodies that nothing names. Throws what the store and the source throw.
 */
export async function storeLocalFile(
  parts: StoreParts,
  source: AsyncIterable<Uint8Array>,
): Promise<StagedUpload> {
  const blobId = parts.random(16);
  await parts.headers.begin(blobId);
  const writing = new Writing(parts, blobId);
  const digest = parts.digests.sha256();
  let sizeBytes = 0;
  try {
    for await (const piece of source) {
      digest.update(piece);
      sizeBytes += piece.length;
      await writing.push(piece);
    }
    const segments = await writing.end();
    return { blobId, segments, sizeBytes, sha256: digest.digest() };
  } catch (error) {
    await writing.settle();
    throw error;
  }
}

/** Segments on their way: at most `WRITES_AT_ONCE` being written while the next is filled. */
class Writing {
  readonly #parts: StoreParts;
  readonly #blobId: Uint8Array;
  /** One more buffer than writes: the one that is filled. */
  readonly #free: Uint8Array[] = [];
  readonly #pending: Promise<void>[] = [];
  #open: ReturnType<SegmentSealer['begin']> | null = null;
  #buffer: Uint8Array | null = null;
  #size = 0;
  #segments = 0;
  #lastKept: Promise<void> = Promise.resolve();

  constructor(parts: StoreParts, blobId: Uint8Array) {
    this.#parts = parts;
    this.#blobId = blobId;
  }

  async push(piece: Uint8Array): Promise<void> {
    for (let at = 0; at < piece.length;) {
      if (this.#size === SEGMENT_BYTES) await this.#write();
      const part = piece.subarray(at, at + SEGMENT_BYTES - this.#size);
      this.#begin().push(part);
      this.#size += part.length;
      at += part.length;
    }
  }

  /** An empty file has one segment, of nothing. */
  async end(): Promise<number> {
    if (this.#open !== null || this.#segments === 0) await this.#write();
    await Promise.all(this.#pending);
    await this.#lastKept;
    return this.#segments;
  }

  /** Waits until nothing is being written any more, whatever became of it. */
  async settle(): Promise<void> {
    await Promise.allSettled([...this.#pending, this.#lastKept]);
  }

  #begin() {
    if (this.#open !== null) return this.#open;
    this.#buffer = this.#free.pop() ?? bodyMemory(this.#parts.sealer.bodySize(SEGMENT_BYTES));
    this.#open = this.#parts.sealer.begin(this.#buffer);
    return this.#open;
  }

  async #write(): Promise<void> {
    const { header, body } = this.#begin().end();
    const buffer = this.#buffer;
    const n = this.#segments;
    this.#segments += 1;
    this.#open = null;
    this.#size = 0;
    const stored = this.#store(n, body).then(() => {
      if (buffer !== null) this.#free.push(buffer);
    });
    const before = this.#lastKept;
    this.#lastKept = Promise.all([before, stored]).then(() => this.#parts.headers.keep(n, header));
    // Whoever waits for it hears of a failure; until then it must not count as unheard.
    this.#lastKept.catch(() => undefined);
    this.#pending.push(stored);
    if (this.#pending.length >= WRITES_AT_ONCE) await this.#pending.shift();
  }

  async #store(n: number, body: Uint8Array): Promise<void> {
    const created = await this.#parts.blobs.createBody({ blobId: this.#blobId, n }, body);
    if (!created.ok) throw new HandoverError('seal-mismatch', 'a new name in the store is taken');
  }
}

/** Reads back while more is written: headers in, in order, as their bodies become durable. */
export interface RunningReadBack {
  add(header: Uint8Array): void;
  /** The digests of everything added, or null when a segment is lost or cannot be opened. */
  finish(): Promise<ReadBackDigests | null>;
  abandon(): void;
}

export type StoredAndReadBack =
  | { readonly ok: true; readonly upload: StagedUpload; readonly digests: ReadBackDigests }
  | { readonly ok: false; readonly what: string };

/**
 * Stores a file and reads it back in one go: each segment is read from the store, opened and digested while the next is
 * encrypted and written, and what was read back is compared with what came.
 */
export async function storeAndReadBack(
  parts: StoreParts,
  source: AsyncIterable<Uint8Array>,
  begin: (blobId: Uint8Array) => RunningReadBack,
): Promise<StoredAndReadBack> {
  const blobId = parts.random(16);
  const running = begin(blobId);
  const headers: HeaderShelf = {
    begin: id => parts.headers.begin(id),
    async keep(n, header) {
      await parts.headers.keep(n, header);
      running.add(header);
    },
  };
  try {
    const upload = await storeLocalFile({ ...parts, headers, random: () => blobId }, source);
    const digests = await running.finish();
    if (digests === null) return { ok: false, what: 'a stored piece cannot be opened' };
    const isSame = toHex(digests.sha256) === toHex(upload.sha256) && digests.sizeBytes === upload.sizeBytes;
    return isSame
      ? { ok: true, upload, digests }
      : { ok: false, what: 'what was stored differs from what was received' };
  } finally {
    running.abandon();
  }
}
