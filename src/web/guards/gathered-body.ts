import { Transform, type TransformCallback } from 'node:stream';

const BLOCK_BYTES = 4096;

/**
 * A body in pieces of a few KiB, however it comes. Whoever collects pieces until the end holds an object for each, and
 * for some the whole buffer they were read into: a body in pieces of one byte would cost some hundred times its size.
 */
export class GatheredBody extends Transform {
  #block = Buffer.alloc(0);
  #filled = 0;

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    for (let at = 0; at < piece.length;) {
      if (this.#block.length === 0) this.#block = Buffer.alloc(BLOCK_BYTES);
      const copied = piece.copy(this.#block, this.#filled, at);
      at += copied;
      this.#filled += copied;
      if (this.#filled === BLOCK_BYTES) this.#emit();
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    if (this.#filled > 0) this.#emit();
    done();
  }

  #emit(): void {
    this.push(this.#block.subarray(0, this.#filled));
    this.#block = Buffer.alloc(0);
    this.#filled = 0;
  }
}
