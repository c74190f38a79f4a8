import type { StateReader, StateWriter } from './kept-state.ts';

/**
 * The first lines of files that were written out for mail and news: uuencode (POSIX.1-2017, "STDOUT"), yEnc (draft 1.3)
 * and BinHex (RFC 1741, appendix).
 */
const BEGINNING =
  /[\r\n](?:begin(?:-base64)? [0-7]{3,4} [^\r\n]{1,200}[\r\n]|=ybegin (?:part=\d{1,9} )?(?:total=\d{1,9} )?line=\d|\(This file must be converted with BinHex)/;
const MARKS = ['begin', 'BinHex'];
/** Longer than any first line that counts. */
const KEPT = 240;

/** Finds such files in a stream of Latin-1 text. */
export class Envelopes {
  #kept = '\n';

  /** Reads on; true when the text so far holds the beginning of one. */
  push(text: string): boolean {
    const whole = this.#kept + text;
    this.#kept = whole.slice(-KEPT);
    return MARKS.some(mark => whole.includes(mark)) && BEGINNING.test(whole);
  }
  save(state: StateWriter): void {
    state.text(this.#kept);
  }

  load(state: StateReader): void {
    this.#kept = state.text(KEPT);
  }
}
