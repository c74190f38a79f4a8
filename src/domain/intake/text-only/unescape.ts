/**
 * Ways of writing a byte or a character with others: JSON and JavaScript (`\u00ff`, `\xff`, `\/`, `\n`), percent-encoding,
 * quoted-printable with its joined lines, HTML references, and the prefix of hex numbers.
 */
const ESCAPE =
  /\\u00([0-9a-fA-F]{2})|\\x([0-9a-fA-F]{2})|%([0-9a-fA-F]{2})|=([0-9a-fA-F]{2})|&#x0*([0-9a-fA-F]{1,2});|&#0*([0-9]{1,3});|\\[nrtbf]|=\r?\n|0x|\\/g;

/** An escape that the end of a piece may have cut: it is kept for the next piece. */
const CUT =
  /(?:\\(?:u0?0?[0-9a-fA-F]?|x[0-9a-fA-F]?)?|[%=][0-9a-fA-F]?|=\r|&(?:#(?:x?[0-9a-fA-F]{0,12})?)?|0)$/;
const LONGEST_CUT = 16;

/** One of the characters that every escape has. */
const MAY_ESCAPE = /[\\%=&]|0x/;

/**
 * Undoes escapes in a stream of text (Latin-1, one character a byte), so that they cannot hide written bytes. It is only
 * for looking: what is stored is what came.
 */
export class Unescaper {
  #kept = '';

  push(text: string): Uint8Array {
    const whole = this.#kept + text;
    this.#kept = CUT.exec(whole.slice(-LONGEST_CUT))?.[0] ?? '';
    const ready = whole.slice(0, whole.length - this.#kept.length);
    return Buffer.from(MAY_ESCAPE.test(ready) ? ready.replace(ESCAPE, undo) : ready, 'latin1');
  }
}

function undo(_escape: string, ...groups: readonly unknown[]): string {
  const [json, script, percent, quoted, hexReference, reference] = groups;
  const hex = json ?? script ?? percent ?? quoted ?? hexReference;
  if (typeof hex === 'string') return String.fromCharCode(Number.parseInt(hex, 16));
  if (typeof reference === 'string') return String.fromCharCode(Number(reference) & 0xff);
  // Line ends written as escapes, prefixes and lone backslashes stand for nothing here.
  return '';
}
