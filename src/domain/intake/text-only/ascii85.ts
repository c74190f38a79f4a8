import type { StateReader, StateWriter } from './kept-state.ts';

const OPENING = 60;
const TILDE = 126;
const FIRST = 33;
const LAST = 117;
const ZEROS = 122;
/** Sixteen bytes. */
const SHORTEST = 20;
/** With so many characters it counts without its end. */
const LONG = 200;

/** Finds Ascii85 as Adobe writes it (ISO 32000-1, 7.4.3): `<~`, characters from `!` to `u` in any lines, `~>`. */
export class Ascii85 {
  #before = 0;
  /** Characters behind the opening; -1 when none is open. */
  #length = -1;

  /** Reads on; true when the text so far holds a block. */
  push(text: Uint8Array): boolean {
    if (this.#length < 0 && text.indexOf(TILDE) < 0) {
      this.#before = text.at(-1) ?? this.#before;
      return false;
    }
    for (let at = 0; at < text.length; at += 1) {
      const code = text[at]!;
      if (code === TILDE && this.#before === OPENING) this.#length = 0;
      else if (this.#length >= 0 && this.#follow(code)) return true;
      this.#before = code;
    }
    return false;
  }

  save(state: StateWriter): void {
    state.number(this.#before);
    state.number(this.#length + 1);
  }

  load(state: StateReader): void {
    this.#before = state.whole(255);
    this.#length = state.whole(LONG) - 1;
  }

  #follow(code: number): boolean {
    if (code === 10 || code === 13) return false;
    if ((code >= FIRST && code <= LAST) || code === ZEROS) {
      this.#length += 1;
      return this.#length >= LONG;
    }
    const isWhole = code === TILDE && this.#length >= SHORTEST;
    this.#length = -1;
    return isWhole;
  }
}
