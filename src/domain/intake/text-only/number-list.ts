const DIGIT_0 = 48;
const DIGIT_9 = 57;
const MINUS = 45;
const NONE = -1;

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
    for (let at = 0; at < text.length; at += 1) {
      const code = text[at]!;
      if (code >= DIGIT_0 && code <= DIGIT_9) {
        this.#value = Math.min(999, Math.max(this.#value, 0) * 10 + code - DIGIT_0);
        continue;
      }
      const wasNumber = this.#value !== NONE;
      if (wasNumber) symbols[length++] = this.#take();
      if (code === MINUS && !wasNumber) this.#isNegative = true;
      else if (BETWEEN[code] === 0 && symbols[length - 1] !== LIST_END) symbols[length++] = LIST_END;
    }
    return symbols.subarray(0, length);
  }

  #take(): number {
    const isByte = this.#value <= (this.#isNegative ? 128 : 255);
    const byte = (this.#isNegative ? -this.#value : this.#value) & 0xff;
    this.#value = NONE;
    this.#isNegative = false;
    return isByte ? byte : LIST_END;
  }
}
