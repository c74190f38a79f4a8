import { HandoverError } from '../error.ts';
import { type BlobStore, type Digests, type EvidenceOpener, LARGEST_BODY } from './ports.ts';

/** What opens stored segments. */
export type OpenParts = {
  readonly blobs: Pick<BlobStore, 'bodyFacts' | 'readBody'>;
  readonly opener: Pick<EvidenceOpener, 'openPieces'>;
};

type Headers = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * The plain bytes of a blob, piece by piece, from the store itself; `headers` are those of its segments, in order. Holds one
 * body at a time. Throws HandoverError `seal-mismatch` when one is lost or cannot be opened.
 */
export async function* openSegments(
  parts: OpenParts,
  blobId: Uint8Array,
  headers: Headers,
): AsyncGenerator<Uint8Array> {
  let room = new Uint8Array(0);
  let n = 0;
  for await (const header of headers) {
    const size = (await parts.blobs.bodyFacts({ blobId, n }))?.sizeBytes ?? 0;
    if (size > room.length) room = new Uint8Array(Math.min(size, LARGEST_BODY));
    const body = await parts.blobs.readBody({ blobId, n }, room);
    if (!body.ok) throw new HandoverError('seal-mismatch', 'a part of a sealed item is gone');
    for (const plain of parts.opener.openPieces(header, body.bytes)) {
      if (plain === null) throw new HandoverError('seal-mismatch', 'a sealed item cannot be opened');
      yield plain;
    }
    n += 1;
  }
}

/** What was read back: the size and both digests, worked out in one pass over what the store holds. */
export type ReadBackDigests = {
  readonly sizeBytes: number;
  readonly sha256: Uint8Array;
  readonly sha512: Uint8Array;
};

/** Digests a blob from the store, once for all digests. Null when a segment is lost or cannot be opened. */
export async function readBack(
  parts: {
    readonly blobs: OpenParts['blobs'];
    readonly opener: Pick<EvidenceOpener, 'openInPassing'>;
    readonly digests: Digests;
  },
  blobId: Uint8Array,
  headers: Headers,
): Promise<ReadBackDigests | null> {
  const sha256 = parts.digests.sha256();
  const sha512 = parts.digests.sha512();
  let sizeBytes = 0;
  const opener: OpenParts['opener'] = {
    openPieces: (header, body) => parts.opener.openInPassing(header, body),
  };
  try {
    for await (const plain of openSegments({ blobs: parts.blobs, opener }, blobId, headers)) {
      sha256.update(plain);
      sha512.update(plain);
      sizeBytes += plain.length;
    }
  } catch (error) {
    if (error instanceof HandoverError && error.code === 'seal-mismatch') return null;
    throw error;
  }
  return { sizeBytes, sha256: sha256.digest(), sha512: sha512.digest() };
}
