/** The first line of a uuencoded file. Source: POSIX.1-2017, uuencode, "STDOUT". */
const BEGINNING = /(?:^|\n)begin(?:-base64)? [0-7]{3,4} [^\r\n]{1,200}\r?\n/;
const KEPT = 240;

/** Finds uuencoded files in a stream of Latin-1 text. */
export class Uuencoded {
  #kept = '\n';

  /** Reads on; true when the text so far holds the beginning of one. */
  push(text: string): boolean {
    const whole = this.#kept + text;
    this.#kept = whole.slice(-KEPT);
    return whole.includes('begin') && BEGINNING.test(whole);
  }
}
