/**
 * Bytes that can be read at any place: a file on disk, a `File` in a browser, an array in a test.
 * `read` returns exactly `length` bytes; a source that cannot (the file shrank) throws.
 */
export type ByteSource = {
  sizeBytes: number;
  read: (offset: number, length: number) => Promise<Uint8Array>;
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
export async function readRange(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
  const bytes = length === 0 ? new Uint8Array(0) : await source.read(offset, length);
  if (bytes.length !== length) throw new Error(`the file gave ${bytes.length} of ${length} bytes`);
  return bytes;
}

/** Streams one range in pieces of at most `CHUNK_BYTES`. */
export async function* streamRange(
  source: ByteSource,
  offset: number,
  length: number,
): AsyncGenerator<Uint8Array, void> {
  for (let done = 0; done < length; done += CHUNK_BYTES) {
    yield await readRange(source, offset + done, Math.min(CHUNK_BYTES, length - done));
  }
}
