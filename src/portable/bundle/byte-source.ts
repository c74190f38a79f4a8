/**
 * Bytes that can be read at any place: a file on disk, a `File` in a browser, an array in a test.
 * `read` returns exactly `length` bytes; a source that cannot (the file shrank) throws. It may put them into `space`, of at
 * least that length, and return that part of it: a large file is then streamed without new memory for every piece.
 */
export type ByteSource = {
  sizeBytes: number;
  read: (offset: number, length: number, space?: Uint8Array) => Promise<Uint8Array>;
};

/** How much is held of a large file at once while it is streamed. */
export const CHUNK_BYTES = 1 << 20;

/** A source over bytes already in memory. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return {
    sizeBytes: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

/** Reads one range whole; throws when the source gives fewer bytes than it declared. */
export async function readRange(
  source: ByteSource,
  offset: number,
  length: number,
  space?: Uint8Array,
): Promise<Uint8Array> {
  const bytes = length === 0 ? new Uint8Array(0) : await source.read(offset, length, space);
  if (bytes.length !== length) throw new Error(`the file gave ${bytes.length} of ${length} bytes`);
  return bytes;
}

/**
 * Streams one range in pieces of at most `CHUNK_BYTES`, each read while the one before is looked at. With `passing`, a piece
 * is good only until the next is asked for: its memory is used again.
 */
export async function* streamRange(
  source: ByteSource,
  offset: number,
  length: number,
  { passing = false } = {},
): AsyncGenerator<Uint8Array, void> {
  const spaces = passing ? [spaceFor(length), spaceFor(length - CHUNK_BYTES)] : [];
  const piece = (n: number): Promise<Uint8Array> => {
    const done = n * CHUNK_BYTES;
    return readRange(source, offset + done, Math.min(CHUNK_BYTES, length - done), spaces[n % 2]);
  };
  let next = length > 0 ? piece(0) : null;
  for (let n = 1; next !== null; n += 1) {
    const bytes: Uint8Array = await next;
    next = n * CHUNK_BYTES < length ? piece(n) : null;
    // Whoever stops early never asks for the piece that is on its way: its failure is nobody's.
    next?.catch(() => undefined);
    yield bytes;
  }
}

function spaceFor(length: number): Uint8Array {
  return new Uint8Array(Math.min(CHUNK_BYTES, Math.max(0, length)));
}
