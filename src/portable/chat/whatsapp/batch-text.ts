import { textOf } from '../written-text.ts';
import { nextHigh, type Words } from './clean-text.ts';
import type { HeaderBatch } from './header-batch.ts';

/**
 * How many bytes are decoded at once. The texts of messages are slices of one decoded piece, so a text that somebody keeps
 * keeps its piece.
 */
const PIECE_BYTES = 1 << 14;

/**
 * The text of a stretch of well-formed UTF-8, decoded piece by piece: one call of the decoder for many messages. Places are
 * asked from the front to the back.
 */
export class BatchText {
  #batch: HeaderBatch | null = null;
  #words: Words = { words: new Int32Array(0), shift: 0 };
  #text = '';
  /** The bytes decoded. */
  #pieceEnd = 0;
  /** Up to the place asked last: its offset less its place in the text. */
  #less = 0;
  #nextHigh = 0;

  enter(batch: HeaderBatch, words: Words): void {
    this.#batch = batch;
    this.#words = words;
    this.#pieceEnd = 0;
  }

  /** Makes the text of message `i` available. Messages are asked for one after the other. */
  hold(i: number): void {
    const batch = this.#batch as HeaderBatch;
    if (batch.end(i) <= this.#pieceEnd) return;
    const start = batch.start[i] as number;
    let to = i + 1;
    while (to < batch.whole && batch.end(to) - start <= PIECE_BYTES) to += 1;
    const end = batch.end(to - 1);
    this.#text = textOf(batch.bytes, start, end);
    this.#pieceEnd = end;
    this.#less = start;
    this.#nextHigh = this.#text.length === end - start ? end : nextHigh(batch.bytes, this.#words, start, end);
  }

  /** The text between two places, which are not before those asked last. */
  slice(from: number, to: number): string {
    const start = this.#unit(from);
    return this.#text.slice(start, this.#unit(to));
  }

  /** Where a place of the bytes is in the text. */
  #unit(place: number): number {
    if (place > this.#nextHigh) this.#count(place);
    return place - this.#less;
  }

  /** Every byte of a character but the first is less text; characters of four bytes are two units. */
  #count(place: number): void {
    const { bytes } = this.#batch as HeaderBatch;
    let i = this.#nextHigh;
    for (; i < place; i++) {
      const byte = bytes[i] as number;
      if (byte < 0x80) continue;
      if (byte < 0xc0) this.#less += 1;
      else if (byte >= 0xf0) this.#less -= 1;
    }
    this.#nextHigh = nextHigh(bytes, this.#words, place, this.#pieceEnd);
  }
}
