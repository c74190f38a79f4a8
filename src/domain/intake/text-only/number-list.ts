import type { StateReader, StateWriter } from './kept-state.ts';

const DIGIT_0 = 48;
const DIGIT_9 = 57;
const MINUS = 45;
const NONE = -1;
/** Larger than any byte; further digits change nothing. */
const TOO_LARGE = 256;
/** Larger than any number that is read. */
const LARGEST = TOO_LARGE * 10;

/** What may stand between the numbers of a list: 1 for each such character. */
const BETWEEN = new Uint8Array(256);
for (const character of ' \t\r\n,;|[]\'"') BETWEEN[character.charCodeAt(0)] = 1;

/** The symbol that stands for the end of a list; see `NUMBERS` in alphabets.ts. */
export const LIST_END = 256;

/**
 * Reads lists of decimal numbers such as `[255, 216, -1, …]` out of a stream of text, as the bytes they stand for (signed
 * or not), with `LIST_END` wherever something else stands between two numbers.
 */
export class NumberList {
  #value = NONE;
  #isNegative = false;

  push(text: Uint8Array): Uint16Array {
    const symbols = new Uint16Array(text.length + 1);
    let length = 0;
    // Kept in local variables: this loop runs for every byte of every upload.
    let value = this.#value;
    let isNegative = this.#isNegative;
    let isEnded = false;
    for (let at = 0; at < text.length; at += 1) {
      const code = text[at]!;
      if (code >= DIGIT_0 && code <= DIGIT_9) {
        if (value < TOO_LARGE) value = (value === NONE ? 0 : value * 10) + code - DIGIT_0;
        continue;
      }
      const wasNumber = value !== NONE;
      if (wasNumber) {
        const byte = byteOf(value, isNegative);
        symbols[length++] = byte;
        isEnded = byte === LIST_END;
        value = NONE;
        isNegative = false;
      }
      if (code === MINUS && !wasNumber) isNegative = true;
      else if (!isEnded && BETWEEN[code] === 0) {
        symbols[length++] = LIST_END;
        isEnded = true;
      }
    }
    this.#value = value;
    this.#isNegative = isNegative;
    return symbols.subarray(0, length);
  }

  save(state: StateWriter): void {
    state.number(this.#value - NONE);
    state.flag(this.#isNegative);
  }

  load(state: StateReader): void {
    this.#value = state.whole(LARGEST) + NONE;
    this.#isNegative = state.flag();
  }
}

function byteOf(value: number, isNegative: boolean): number {
  if (value > (isNegative ? 128 : 255)) return LIST_END;
  return (isNegative ? -value : value) & 0xff;
}
