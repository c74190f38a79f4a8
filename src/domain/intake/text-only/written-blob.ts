import type { StateReader, StateWriter } from './kept-state.ts';

const SHORTEST_TOKEN = 40;
const LONGEST_GAP = 8;
const LONGEST_RUN = 4096;
/** Digits and letters in a run, one in 50 and one in 20; laughter and drawn lines have hardly one or the other. */
const LEAST_DIGITS = LONGEST_RUN * 0.02;
const LEAST_LETTERS = LONGEST_RUN * 0.05;

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
  /** Characters of the word so far, and of the run in front of it. */
  #token = 0;
  #run = 0;
  #gap = 0;
  /** Of the run and the word together. */
  #digits = 0;
  #letters = 0;

  /** Reads on; true when the text so far holds such a block. */
  push(text: Uint8Array): boolean {
    // Kept in local variables: this loop runs for every byte of every upload.
    let token = this.#token;
    let run = this.#run;
    let gap = this.#gap;
    let digits = this.#digits;
    let letters = this.#letters;
    for (let at = 0; at < text.length; at += 1) {
      const kind = CLASSES[text[at]!]!;
      if (kind === OTHER) {
        run += token;
        gap += 1;
        if ((token > 0 && token < SHORTEST_TOKEN) || gap > LONGEST_GAP) run = digits = letters = 0;
        token = 0;
        continue;
      }
      token += 1;
      gap = 0;
      if (kind === LETTER) letters += 1;
      else if (kind === DIGIT) digits += 1;
      if (run + token < LONGEST_RUN) continue;
      if (digits >= LEAST_DIGITS && letters >= LEAST_LETTERS) return true;
      // A long run of one kind ("hahaha…"): counted again from here, so that it cannot thin out what follows.
      token = run = digits = letters = 0;
    }
    this.#token = token;
    this.#run = run;
    this.#gap = gap;
    this.#digits = digits;
    this.#letters = letters;
    return false;
  }
  save(state: StateWriter): void {
    const gap = Math.min(this.#gap, LONGEST_GAP + 1);
    for (const count of [this.#token, this.#run, gap, this.#digits, this.#letters]) state.number(count);
  }

  load(state: StateReader): void {
    this.#token = state.whole(LONGEST_RUN);
    this.#run = state.whole(LONGEST_RUN);
    this.#gap = state.whole(LONGEST_GAP + 1);
    this.#digits = state.whole(LONGEST_RUN);
    this.#letters = state.whole(LONGEST_RUN);
  }
}
