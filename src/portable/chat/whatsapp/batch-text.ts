import { textOf } from '../written-text.ts';
import type { HeaderBatch } from './header-batch.ts';

/**
 * How many bytes are decoded at once. The texts of messages are slices of one decoded piece, so a text that somebody keeps
 * keeps its piece.
 */
const PIECE_BYTES = 1 << 14;

/**
 * The text of a stretch of well-formed UTF-8, decoded piece by piece: one call of the decoder for many messages. Messages
 * are asked for from the front to the back, and within one its places too.
 */
export class BatchText {
  #text = '';
  /** The bytes decoded end here. */
  #pieceEnd = 0;
  /** Up to here the characters were counted. */
  #at = 0;
  /** How far the place of the same character is less in the text. */
  #less = 0;
  #isStrange = false;
  /** A name that is known, the only part of a message that is not strange in which they differ. */
  #nameLess = 0;
  #nameEnd = 0;
  #bytes: Uint8Array = new Uint8Array(0);

  enter(batch: HeaderBatch): void {
    this.#bytes = batch.bytes;
    this.#pieceEnd = 0;
  }

  /** Makes the text of message `i` available. */
  hold(batch: HeaderBatch, i: number): void {
    const start = batch.start[i] as number;
    if (batch.end(i) > this.#pieceEnd) this.#decode(batch, i);
    else if (this.#isStrange) this.#count(start);
    else this.#less += this.#nameLess;
    this.#at = start;
    this.#isStrange = batch.strange[i] !== 0;
    this.#nameLess = batch.nameLess[i] as number;
    this.#nameEnd = this.#nameLess === 0 ? 0 : (batch.bodyStart[i] as number);
  }

  /** The text between two places of the message, which are not before those asked last. */
  slice(from: number, to: number): string {
    if (this.#isStrange) {
      this.#count(from);
      const unit = from - this.#less;
      this.#count(to);
      return this.#text.slice(unit, to - this.#less);
    }
    const less = this.#less + (from >= this.#nameEnd ? this.#nameLess : 0);
    return this.#text.slice(from - less, to - less);
  }

  #decode(batch: HeaderBatch, i: number): void {
    const start = batch.start[i] as number;
    let to = i + 1;
    while (to < batch.whole && batch.end(to) - start <= PIECE_BYTES) to += 1;
    this.#pieceEnd = batch.end(to - 1);
    this.#text = textOf(batch.bytes, start, this.#pieceEnd);
    this.#less = start;
  }

  /** Every byte of a character but the first makes the text shorter; a character of four bytes is two units. */
  #count(to: number): void {
    const bytes = this.#bytes;
    let less = this.#less;
    for (let i = this.#at; i < to; i++) {
      const byte = bytes[i] as number;
      if (byte >= 0xf0) less -= 1;
      else if (byte >= 0x80 && byte < 0xc0) less += 1;
    }
    this.#less = less;
    this.#at = to;
  }
}
