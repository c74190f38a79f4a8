import type { ByteSource } from './byte-source.ts';

/** How many bytes are fetched at once. */
const CHUNK_BYTES = 1 << 20;

/** A message of more bytes than this is not held, and so not read: its bytes are unread, with a doubt. */
export const MOST_MESSAGE_BYTES = 1 << 24;

/**
 * The stretch of an item that a reader looks at, sliding from its beginning to its end. Every offset that leaves a reader
 * is one of the item, `base` plus the place in `bytes`; a place in `bytes` is good until the next `hold`.
 */
export class Window {
  /** The bytes held. */
  bytes: Uint8Array = new Uint8Array(0);
  /** The offset in the item of `bytes[0]`. */
  base = 0;
  /** Bytes that were moved or fetched, for tests of linear work. */
  steps = 0;

  readonly #source: ByteSource;
  readonly #chunkBytes: number;
  #buffer = new Uint8Array(0);

  constructor(source: ByteSource) {
    this.#source = source;
    this.#chunkBytes = source.chunkBytes ?? CHUNK_BYTES;
  }

  /** The size of the item. */
  get size(): number {
    return this.#source.size;
  }

  /** The offset after the last byte held. */
  get end(): number {
    return this.base + this.bytes.length;
  }

  /** True when the bytes held are the last of the item. */
  get isLast(): boolean {
    return this.end >= this.size;
  }

  /**
   * Holds the bytes from offset `from` to `to`, or to the end of the item when that is nearer, and usually more; lets go of
   * what lies before `from`. `from` never goes back behind an earlier one. False, and nothing more is held, when that would be
   * more than a reader may hold.
   */
  hold(from: number, to: number): boolean {
    const wanted = Math.min(to, this.size);
    if (wanted <= this.end && from >= this.base) return true;
    if (wanted - from > MOST_MESSAGE_BYTES) return false;
    this.#slide(from, Math.min(this.size, Math.max(wanted, from + this.#chunkBytes)));
    return true;
  }

  #slide(from: number, to: number): void {
    const kept = from < this.end ? this.bytes.subarray(from - this.base) : this.bytes.subarray(0, 0);
    const room = to - from;
    const buffer = room <= this.#buffer.length ? this.#buffer : new Uint8Array(roomFor(room));
    buffer.set(kept);
    this.#buffer = buffer;
    let filled = kept.length;
    while (filled < room) {
      const got = this.#source.read(from + filled, buffer.subarray(filled, room));
      if (got === 0) throw new RangeError('the source ended before its size');
      filled += got;
    }
    this.steps += filled;
    this.bytes = buffer.subarray(0, filled);
    this.base = from;
  }
}

/** Twice what is needed, so that a growing message is not moved at every chunk. */
function roomFor(bytes: number): number {
  return 2 ** Math.ceil(Math.log2(bytes + 1));
}
