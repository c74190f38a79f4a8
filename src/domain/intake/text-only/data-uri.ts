const LONGEST = 400;
const COLON = 58;
const DATA = wordOf('data');

/** A `data:` address that holds a file, from its colon on. */
const FILE_ADDRESS =
  /^:(?:(?:image|audio|video|font|application|model|multipart|message)\/[\w.+-]{1,80}(?:;[\w.+-]{1,60}(?:=[\w.+-]{0,60})?){0,4},|[\w/;=.+-]{0,200};base64,)/i;

/**
 * Finds `data:` addresses that hold a file in a stream of text. Blanks, line ends, backslashes and every byte that is
 * not ASCII are passed over, because whoever decodes such an address may pass over them too.
 */
export class DataUris {
  /** The last four characters, lower case, as one number. */
  #word = 0;
  /** What follows each `data` that may begin an address. */
  #open: string[] = [];

  /** Reads on; true when the text so far holds one. */
  push(text: Uint8Array): boolean {
    let word = this.#word;
    for (let at = 0; at < text.length; at += 1) {
      const code = text[at]!;
      if (code <= 32 || code === 92 || code > 126) continue;
      if (code === COLON && word === DATA) this.#open.push('');
      word = (word << 8) | (code | 32);
      if (this.#open.length > 0 && this.#follow(String.fromCharCode(code))) return true;
    }
    this.#word = word;
    return false;
  }

  #follow(character: string): boolean {
    this.#open = this.#open.map(text => text + character);
    if (character === ',' && this.#open.some(text => FILE_ADDRESS.test(text))) return true;
    this.#open = this.#open.filter(text => text.length < LONGEST && !/[\s"'<>(){}]/.test(character));
    return false;
  }
}

function wordOf(text: string): number {
  return Buffer.from(text).readInt32BE(0);
}
