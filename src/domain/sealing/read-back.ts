import { HandoverError } from '../error.ts';
import { bodyMemory } from './body-memory.ts';
import { type BlobStore, type Digests, type EvidenceOpener, LARGEST_BODY } from './ports.ts';

/** What opens stored segments. */
export type OpenParts = {
  readonly blobs: Pick<BlobStore, 'bodyFacts' | 'readBody'>;
  readonly opener: Pick<EvidenceOpener, 'openPieces'>;
};

type Headers = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * The plain bytes of a blob from segment `first` on, piece by piece, from the store itself; `headers` are those of its
 * segments, in order. Holds two
 * bodies at a time: the next is read while this one is opened. Throws HandoverError `seal-mismatch` when one is lost or
 * cannot be opened.
 */
export async function* openSegments(
  parts: OpenParts,
  blobId: Uint8Array,
  headers: Headers,
  first = 0,
): AsyncGenerator<Uint8Array> {
  for await (const { header, body } of oneAhead(readBodies(parts.blobs, blobId, headers, first))) {
    let pieces = 0;
    for (const plain of parts.opener.openPieces(header, body)) {
      if (plain === null) throw new HandoverError('seal-mismatch', 'a sealed item cannot be opened');
      yield plain;
      pieces += 1;
      if (pieces % PIECES_IN_A_ROW === 0) await aTurn();
    }
  }
}

/** Opening never waits, and so would keep the next body from coming: after so many pieces others have their turn. */
const PIECES_IN_A_ROW = 8;

function aTurn(): Promise<void> {
  return new Promise(resolve => {
    setImmediate(resolve);
  });
}

type Segment = { readonly header: Uint8Array; readonly body: Uint8Array };

/** A body is valid until the one after the next is asked for: two rooms take turns. */
async function* readBodies(
  blobs: OpenParts['blobs'],
  blobId: Uint8Array,
  headers: Headers,
  first: number,
): AsyncGenerator<Segment> {
  let [room, other] = [bodyMemory(0), bodyMemory(0)];
  let n = first;
  for await (const header of headers) {
    [room, other] = [other, room];
    const size = (await blobs.bodyFacts({ blobId, n }))?.sizeBytes ?? 0;
    if (size > room.length) room = bodyMemory(Math.min(size, LARGEST_BODY));
    const body = await blobs.readBody({ blobId, n }, room);
    if (!body.ok) throw new HandoverError('seal-mismatch', 'a part of a sealed item is gone');
    yield { header, body: body.bytes };
    n += 1;
  }
}

/** Asks for the next before it gives this one out. */
async function* oneAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let coming = source.next();
  try {
    for (;;) {
      const { done, value } = await coming;
      if (done === true) return;
      coming = source.next();
      // A failure is for whoever asks for it, and until then it must not count as unheard.
      coming.catch(() => undefined);
      yield value;
    }
  } finally {
    await coming.catch(() => undefined);
    await source.return(undefined);
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
