const SHORTEST_TOKEN = 40;
const LONGEST_GAP = 8;
const LONGEST_RUN = 4096;
/** Shares of a run that are digits and letters; laughter and drawn lines have hardly one or the other. */
const DIGITS_SHARE = 0.02;
const LETTERS_SHARE = 0.05;

const OTHER = 0;
const DIGIT = 1;
const LETTER = 2;
const SIGN = 3;

const CLASSES = new Uint8Array(256);
for (const [from, to, kind] of [
  ['0', '9', DIGIT],
  ['a', 'z', LETTER],
  ['A', 'Z', LETTER],
  ['+', '+', SIGN],
  ['/', '/', SIGN],
  ['-', '-', SIGN],
  ['_', '_', SIGN],
] as const)
  CLASSES.fill(kind, from.charCodeAt(0), to.charCodeAt(0) + 1);

/**
 * Finds a block of written bytes of any kind: 4,096 characters of base64 or hex with no word in between (lines of 40 or
 * more, broken by at most a few characters). Whatever it is, nobody typed it and nobody can read it. It also stops
 * encodings whose beginning no signature knows. The longest links that apps make are about half of that.
 */
export class WrittenBlob {
  #token = 0;
  #gap = 0;
  #run = 0;
  #digits = 0;
  #letters = 0;

  /** Reads on; true when the text so far holds such a block. */
  push(text: Uint8Array): boolean {
    for (let at = 0; at < text.length; at += 1) {
      const kind = CLASSES[text[at]!]!;
      if (kind === OTHER) this.#pass();
      else if (this.#take(kind)) return true;
    }
    return false;
  }

  #pass(): void {
    if (this.#token > 0 && this.#token < SHORTEST_TOKEN) this.#forget();
    else this.#run += this.#token;
    this.#token = 0;
    this.#gap += 1;
    if (this.#gap > LONGEST_GAP) this.#forget();
  }

  #take(kind: number): boolean {
    this.#token += 1;
    this.#gap = 0;
    if (kind === DIGIT) this.#digits += 1;
    else if (kind === LETTER) this.#letters += 1;
    const length = this.#run + this.#token;
    if (length < LONGEST_RUN) return false;
    if (this.#digits >= length * DIGITS_SHARE && this.#letters >= length * LETTERS_SHARE) return true;
    // A long run of one kind ("hahaha…"): counted again from here, so that it cannot thin out what follows.
    this.#forget();
    return false;
  }

  #forget(): void {
    this.#token = 0;
    this.#run = 0;
    this.#digits = 0;
    this.#letters = 0;
  }
}
