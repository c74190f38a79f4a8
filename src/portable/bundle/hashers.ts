import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { crc32 } from './zip/crc32.ts';

/** A digest being computed. `digest` is called once, at the end. */
export type Incremental = { update: (chunk: Uint8Array) => unknown; digest: () => Uint8Array };

/**
 * The hash functions a build or a check uses. Node passes its own (ten times faster); the default is
 * `@noble/hashes`, which runs anywhere. `crc32` continues from `previous` (0 to begin), result unsigned.
 */
export type Hashers = {
  sha256: () => Incremental;
  sha512: () => Incremental;
  crc32?: (bytes: Uint8Array, previous: number) => number;
};

export const NOBLE_HASHERS: Hashers = {
  sha256: () => sha256.create(),
  sha512: () => sha512.create(),
};

/** What one pass over a file yields. */
export type FileDigests = { sizeBytes: number; crc32: number; sha256: Uint8Array; sha512: Uint8Array };

/** The same of a pass that may have left SHA-512 out, which takes longer than all the rest together: null then. */
export type CheckedDigests = Omit<FileDigests, 'sha512'> & { sha512: Uint8Array | null };

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Reads a stream once for every digest that a seal holds. */
export async function digestStream(chunks: Chunks, hashers: Hashers): Promise<FileDigests> {
  const wide = hashers.sha512();
  return { ...(await digestNarrow(chunks, hashers, wide)), sha512: wide.digest() };
}

/** Reads a stream once for what a bundle's own lists hold; without SHA-512. `beside` is given every piece too. */
export async function digestNarrow(
  chunks: Chunks,
  hashers: Hashers,
  beside?: Incremental,
): Promise<CheckedDigests> {
  const [narrow, crc] = [hashers.sha256(), hashers.crc32 ?? crc32];
  let [sizeBytes, checksum] = [0, 0];
  for await (const chunk of chunks) {
    narrow.update(chunk);
    beside?.update(chunk);
    checksum = crc(chunk, checksum);
    sizeBytes += chunk.length;
  }
  return { sizeBytes, crc32: checksum, sha256: narrow.digest(), sha512: null };
}
