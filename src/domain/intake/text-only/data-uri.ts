import type { StateReader, StateWriter } from './kept-state.ts';

const LONGEST = 400;
const COLON = 58;
const COMMA = 44;
const BACKSLASH = 92;
const DATA = wordOf('data');

/** A `data:` address that holds a file, from behind its colon to its first comma. */
const FILE_ADDRESS =
  /^(?:(?:image|audio|video|font|application|model|multipart|message)\/[\w.+-]{1,80}(?:;[\w.+-]{1,60}(?:=[\w.+-]{0,60})?){0,4}|[\w/;=.+-]{0,200};base64)$/i;

/** The characters that may stand between the colon and the comma of such an address. */
const INSIDE = new Uint8Array(256);
for (let code = 0; code < 128; code += 1) if (/[\w/;=.+-]/.test(String.fromCharCode(code))) INSIDE[code] = 1;

/**
 * Finds `data:` addresses that hold a file in a stream of text. Blanks, line ends, backslashes and every byte that is
 * not ASCII are passed over, because whoever decodes such an address may pass over them too.
 *
 * At most one address is open at a time, and nothing is missed by that: a colon cannot stand inside one, so the next
 * `data:` ends the one before. Each byte is added to one address at most, and each address is compared once.
 */
export class DataUris {
  /** The last four characters, lower case, as one number. */
  #word = 0;
  readonly #inside = new Uint8Array(LONGEST);
  /** Characters behind the colon of the open address; -1 when none is open. */
  #length = -1;
  /** Characters compared with the pattern so far: a measure of work for tests. */
  compared = 0;

  /** Reads on; true when the text so far holds one. */
  push(text: Uint8Array): boolean {
    let word = this.#word;
    for (let at = 0; at < text.length; at += 1) {
      const code = text[at]!;
      if (code <= 32 || code === BACKSLASH || code > 126) continue;
      if (code === COLON) this.#length = word === DATA ? 0 : -1;
      else if (this.#length >= 0 && this.#follow(code)) return true;
      word = (word << 8) | (code | 32);
    }
    this.#word = word;
    return false;
  }

  save(state: StateWriter): void {
    state.number(this.#word >>> 0);
    state.flag(this.#length >= 0);
    state.bytes(this.#inside.subarray(0, Math.max(0, this.#length)));
  }

  load(state: StateReader): void {
    this.#word = state.whole(0xffff_ffff) | 0;
    const isOpen = state.flag();
    const inside = state.bytes(LONGEST);
    this.#inside.set(inside);
    this.#length = isOpen ? inside.length : -1;
  }

  #follow(code: number): boolean {
    const length = this.#length;
    if (INSIDE[code] === 1 && length < LONGEST) {
      this.#inside[length] = code;
      this.#length = length + 1;
      return false;
    }
    this.#length = -1;
    if (code !== COMMA) return false;
    this.compared += length;
    return FILE_ADDRESS.test(String.fromCharCode(...this.#inside.subarray(0, length)));
  }
}

function wordOf(text: string): number {
  return Buffer.from(text).readInt32BE(0);
}
