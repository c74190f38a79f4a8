/**
 * The bytes of an item, wherever they are: in memory, in a file, behind a pipe that can be asked again. Readers go
 * through it from the beginning to the end, once to survey it and once more to make its messages, and hold only a window of
 * it. Synchronous: a reader works in a process of its own, which has nothing else to do.
 */
export interface ByteSource {
  /** How many bytes the item has. */
  readonly size: number;
  /**
   * Copies bytes from offset `at` on to the beginning of `into`; how many: at least one, at most `into.length`, and 0 only
   * when `at` is not before the end. May throw what the disk throws.
   */
  readonly read: (at: number, into: Uint8Array) => number;
  /** How many bytes a window fetches at once, 1 MiB when not said. The reading is the same whatever it is. */
  readonly chunkBytes?: number;
}

/** An item that is in memory. */
export function sourceOf(bytes: Uint8Array, chunkBytes?: number): ByteSource {
  return {
    size: bytes.length,
    read(at, into) {
      const part = bytes.subarray(at, at + into.length);
      into.set(part);
      return part.length;
    },
    ...(chunkBytes === undefined ? {} : { chunkBytes }),
  };
}

/** The first and last `most` bytes, which may be the same. */
export function endsOf(source: ByteSource, most: number): { head: Uint8Array; tail: Uint8Array } {
  return {
    head: stretch(source, 0, most),
    tail: stretch(source, Math.max(0, source.size - most), most),
  };
}

function stretch(source: ByteSource, from: number, most: number): Uint8Array {
  const into = new Uint8Array(Math.min(most, source.size - from));
  let filled = 0;
  while (filled < into.length) {
    const got = source.read(from + filled, into.subarray(filled));
    if (got === 0) break;
    filled += got;
  }
  return into.subarray(0, filled);
}
