import type { OpenSegment, SegmentSealer } from '#domain/sealing/index.ts';
import { newFileKey, pointsOf } from './file-keys.ts';
import { bodySize, CHUNK_BYTES, NONCE_BYTES, PayloadSealer } from './payload.ts';

/** Seals segments of a file, each an age file under a key of its own, with its header apart from its body. */
export function createSegmentSealer(...recipients: readonly string[]): SegmentSealer {
  pointsOf(recipients);
  return { bodySize, begin: into => new Segment(recipients, into) };
}

/** One age file that grows piece by piece in memory that its owner lends until `end`. */
class Segment implements OpenSegment {
  readonly #into: Uint8Array;
  readonly #header: Uint8Array;
  readonly #sealer: PayloadSealer;
  /** The chunk that may be the last: which it is shows when more comes. */
  readonly #held = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  #filled = 0;
  #at = NONCE_BYTES;

  constructor(recipients: readonly string[], into: Uint8Array) {
    const { fileKey, header } = newFileKey(recipients);
    this.#into = into;
    this.#header = header;
    this.#sealer = new PayloadSealer(fileKey);
    into.set(this.#sealer.nonce);
  }

  push(plain: Uint8Array): void {
    for (let from = 0; from < plain.length;) {
      if (this.#filled === CHUNK_BYTES) this.#seal(this.#held, false);
      // Whole chunks with more behind them are sealed where they are, without a copy.
      const isWhole = this.#filled === 0 && plain.length - from > CHUNK_BYTES;
      if (isWhole) this.#seal(plain.subarray(from, from + CHUNK_BYTES), false);
      from += isWhole ? CHUNK_BYTES : this.#hold(plain.subarray(from));
    }
  }

  end(): { header: Uint8Array; body: Uint8Array } {
    this.#seal(this.#held.subarray(0, this.#filled), true);
    return { header: this.#header, body: this.#into.subarray(0, this.#at) };
  }

  #hold(plain: Uint8Array): number {
    const part = plain.subarray(0, CHUNK_BYTES - this.#filled);
    this.#held.set(part, this.#filled);
    this.#filled += part.length;
    return part.length;
  }

  #seal(plain: Uint8Array, isLast: boolean): void {
    this.#at = this.#sealer.chunk(plain, isLast, this.#into, this.#at);
    this.#filled = 0;
  }
}
