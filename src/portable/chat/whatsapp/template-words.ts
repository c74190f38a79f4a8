/** Stands in the bytes of a pattern for any digit: no header has this byte. */
export const ANY_DIGIT = 0;

const WORD_BYTES = 4;
const UPPER_HALF = 0xf0;
const DIGIT_HALF = 0x30;
/** Added to a digit it stays within the digits' half of the table; added to `:` to `?` it does not. */
const OVER_NINE = 6;

/** Four bytes of a pattern: a word fits when it has `value` under `mask`, and none of its digits is above nine. */
interface PatternWord {
  readonly at: number;
  readonly mask: number;
  readonly value: number;
  readonly digits: number;
  readonly digitValue: number;
  readonly overNine: number;
}

/** Compares bytes with a pattern of at least four bytes, a word at a time. */
export class BytePattern {
  readonly length: number;
  readonly #words: readonly PatternWord[];

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    const words: PatternWord[] = [];
    for (let at = 0; at < bytes.length; at += WORD_BYTES)
      words.push(wordAt(bytes, Math.max(0, Math.min(at, bytes.length - WORD_BYTES))));
    this.#words = words;
  }

  /** True when the bytes from `start` on fit; there must be as many as the pattern has. */
  fits(view: DataView, start: number): boolean {
    const words = this.#words;
    for (let i = 0; i < words.length; i++) {
      const { at, mask, value, digits, digitValue, overNine } = words[i] as PatternWord;
      const word = view.getInt32(start + at, true);
      if ((word & mask) !== value || ((word + overNine) & digits) !== digitValue) return false;
    }
    return true;
  }
}

function wordAt(bytes: Uint8Array, at: number): PatternWord {
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
  return { at, mask, value, digits, digitValue: value & digits, overNine };
}
