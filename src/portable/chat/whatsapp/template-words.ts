/** Stands in the bytes of a pattern for any digit: no header has this byte. */
export const ANY_DIGIT = 0;

const WORD_BYTES = 4;
const UPPER_HALF = 0xf0;
const DIGIT_HALF = 0x30;
/** Added to a digit it stays within the digits' half of the table; added to `:` to `?` it does not. */
const OVER_NINE = 6;

/** Numbers kept for each word of a pattern. */
const PER_WORD = 6;

/** Compares bytes with a pattern of at least four bytes, a word at a time. */
export class BytePattern {
  readonly length: number;
  /**
   * For each word: its place, mask and value under it, then the mask and value of its digits and what is added to see whether
   * one of them is above nine.
   */
  readonly #words: Int32Array;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#words = Int32Array.from(wordPlaces(bytes.length).flatMap(at => wordAt(bytes, at)));
  }

  /** True when the bytes from `start` on fit; there must be as many as the pattern has. */
  fits(view: DataView, start: number): boolean {
    const words = this.#words;
    for (let i = 0; i < words.length; i += PER_WORD) {
      const word = view.getInt32(start + (words[i] as number), true);
      if ((word & (words[i + 1] as number)) !== words[i + 2]) return false;
      if (((word + (words[i + 5] as number)) & (words[i + 3] as number)) !== words[i + 4]) return false;
    }
    return true;
  }
}

/** Compares bytes with others, at least four, a word at a time. */
export class ByteKey {
  readonly length: number;
  readonly #words: Int32Array;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    const view = new DataView(bytes.slice().buffer);
    this.#words = Int32Array.from(wordPlaces(bytes.length), at => view.getInt32(at, true));
  }

  /** True when the bytes from `start` on are the same; there must be as many. */
  fits(view: DataView, start: number): boolean {
    const words = this.#words;
    const last = words.length - 1;
    for (let i = 0; i < last; i++) if (view.getInt32(start + i * WORD_BYTES, true) !== words[i]) return false;
    return view.getInt32(start + this.length - WORD_BYTES, true) === words[last];
  }
}

/** Where the words of so many bytes begin: side by side, but that the last may overlap the one before. */
function wordPlaces(length: number): number[] {
  const words = Math.ceil(length / WORD_BYTES);
  return Array.from({ length: words }, (_, i) => Math.min(i * WORD_BYTES, length - WORD_BYTES));
}

function wordAt(bytes: Uint8Array, at: number): number[] {
  let [mask, value, digits, overNine] = [0, 0, 0, 0];
  for (let i = 0; i < WORD_BYTES; i++) {
    const byte = bytes[at + i] as number;
    const shift = i * 8;
    const isDigit = byte === ANY_DIGIT;
    mask |= (isDigit ? UPPER_HALF : 0xff) << shift;
    value |= (isDigit ? DIGIT_HALF : byte) << shift;
    if (!isDigit) continue;
    digits |= UPPER_HALF << shift;
    overNine |= OVER_NINE << shift;
  }
  return [at, mask, value, digits, value & digits, overNine];
}
