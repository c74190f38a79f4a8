import type { StateReader, StateWriter } from './kept-state.ts';

/** How much unlikeness is too much: about this many letters in a row that nothing before them announced. */
const TOO_MUCH = 4096;
/** A letter that was foreseen takes this much back; in every language tried at least 22 of 100 are, in written bytes 3 to 7. */
const FORESEEN_LETTER = 6;
/** Digits weigh half: random ones are foreseen one time in ten, and honest lists of numbers not much more often. */
const DIGIT = 0.5;
const FORESEEN_DIGIT = 1.75;
/** Of letters foreseen in one run (names, keys, the beginning of every link) only so many count. */
const LONGEST_RUN = 3;
/** So many zeros and ones in a row, and they are taken four together. */
const MANY_BITS = 16;

const SYMBOLS = 36;
const CONTEXTS = SYMBOLS * SYMBOLS;
const NONE = 255;

/** What each byte stands for: 0 to 9 for digits, 10 to 35 for letters of either case, `NONE` for all else. */
const VALUES = new Uint8Array(256).fill(NONE);
for (const [n, character] of Array.from('0123456789abcdefghijklmnopqrstuvwxyz').entries()) {
  VALUES[character.charCodeAt(0)] = n;
  VALUES[character.toUpperCase().charCodeAt(0)] = n;
}

/**
 * Finds long stretches of letters and digits that are no language, whatever alphabet they are written in: base64, base85,
 * base36, hex dumps, lists of numbers, turned round, in groups, in lines of any length.
 *
 * In every language, and in what apps write, two letters say much about the third. In written media nothing does. So
 * each letter is guessed from the two before it (what came last time), and a sum goes up at each wrong guess and down at
 * each right one, never below zero (a CUSUM test). It needs no word list and knows no language. Work: one table look-up
 * for a byte. Everything but ASCII letters and digits is passed over.
 */
export class UnlikeLanguage {
  readonly #last = new Uint8Array(CONTEXTS).fill(NONE);
  #previous = 0;
  #context = 0;
  #sum = 0;
  #run = 0;
  #bits = 0;
  #bitCount = 0;

  /** Reads on; true when the text so far holds too long a stretch. */
  push(text: Uint8Array): boolean {
    const last = this.#last;
    // Kept in local variables: this loop runs for every byte of every upload.
    let previous = this.#previous;
    let context = this.#context;
    let sum = this.#sum;
    let run = this.#run;
    for (let at = 0; at < text.length; at += 1) {
      let value = VALUES[text[at]!]!;
      if (value === NONE) continue;
      if (value > 1) this.#bitCount = 0;
      else {
        value = this.#takeBit(value);
        if (value === NONE) continue;
      }
      if (last[context] === value) {
        run += 1;
        if (run <= LONGEST_RUN) sum = Math.max(0, sum - (value < 10 ? FORESEEN_DIGIT : FORESEEN_LETTER));
      } else {
        run = 0;
        last[context] = value;
        sum += value < 10 ? DIGIT : 1;
        if (sum > TOO_MUCH) return true;
      }
      context = previous * SYMBOLS + value;
      previous = value;
    }
    this.#previous = previous;
    this.#context = context;
    this.#sum = sum;
    this.#run = run;
    return false;
  }

  save(state: StateWriter): void {
    state.bytes(this.#last);
    state.number(this.#previous);
    state.number(this.#context);
    state.number(this.#sum);
    state.number(Math.min(this.#run, LONGEST_RUN));
    state.number(this.#bits);
    // Past `MANY_BITS` only its place in a group of four counts.
    state.number(this.#bitCount > MANY_BITS ? MANY_BITS + 4 + (this.#bitCount % 4) : this.#bitCount);
  }

  load(state: StateReader): void {
    state.fill(this.#last);
    this.#previous = state.whole(SYMBOLS - 1);
    this.#context = state.whole(CONTEXTS - 1);
    this.#sum = state.amount(TOO_MUCH);
    this.#run = state.whole(LONGEST_RUN);
    this.#bits = state.whole(15);
    this.#bitCount = state.whole(MANY_BITS + 7);
  }

  /** The digit itself, or in a long row of zeros and ones, at every fourth, what the four are together. */
  #takeBit(bit: number): number {
    this.#bits = ((this.#bits << 1) | bit) & 15;
    this.#bitCount += 1;
    if (this.#bitCount <= MANY_BITS) return bit;
    return this.#bitCount % 4 === 0 ? 10 + this.#bits : NONE;
  }
}
