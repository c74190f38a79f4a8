/** One way of undoing: what is replaced in a stream, and what the end of a piece may have cut of it. */
type Undoing = {
  readonly pattern: RegExp;
  readonly cut: RegExp;
  readonly undo: (found: string, ...groups: readonly unknown[]) => string;
};

const LONGEST_CUT = 16;

/**
 * Ways of writing a byte or a character with others: JSON and JavaScript (`\u00ff`, `\xff`, `\/`, `\n`), percent-encoding,
 * quoted-printable with its joined lines, HTML references, and the prefix of hex numbers.
 */
const ESCAPES: Undoing = {
  pattern:
    /\\u00([0-9a-fA-F]{2})|\\x([0-9a-fA-F]{2})|%([0-9a-fA-F]{2})|=([0-9a-fA-F]{2})|&#x0*([0-9a-fA-F]{1,2});|&#0*([0-9]{1,3});|\\[nrtbf]|=\r?\n|0x|\\/g,
  cut: /(?:\\(?:u0?0?[0-9a-fA-F]?|x[0-9a-fA-F]?)?|[%=][0-9a-fA-F]?|=\r|&(?:#(?:x?[0-9a-fA-F]{0,12})?)?|0)$/,
  undo: undoEscape,
};

/** UTF-8 of Latin-1 letters, which is what bytes become that a program took for text. */
const LATIN_1: Undoing = {
  pattern: /[\xc2\xc3][\x80-\xbf]/g,
  cut: /[\xc2\xc3]$/,
  undo: found => String.fromCharCode(((found.charCodeAt(0) & 3) << 6) | (found.charCodeAt(1) & 63)),
};

const CONTROLS: Readonly<Record<string, string>> = {
  '\\n': '\n',
  '\\r': '\r',
  '\\t': '\t',
  '\\b': '\b',
  '\\f': '\f',
};

function undoEscape(escape: string, ...groups: readonly unknown[]): string {
  const [json, script, percent, quoted, hexReference, reference] = groups;
  const hex = json ?? script ?? percent ?? quoted ?? hexReference;
  if (typeof hex === 'string') return String.fromCharCode(Number.parseInt(hex, 16));
  if (typeof reference === 'string') return String.fromCharCode(Number(reference) & 0xff);
  // Joined lines, prefixes and lone backslashes stand for nothing.
  return CONTROLS[escape] ?? '';
}

/** Undoes one thing in a stream of Latin-1 text, also across the ends of its pieces. */
class StreamUndo {
  readonly #undoing: Undoing;
  #kept = '';

  constructor(undoing: Undoing) {
    this.#undoing = undoing;
  }

  push(text: string): string {
    const { pattern, cut, undo } = this.#undoing;
    const whole = this.#kept + text;
    this.#kept = cut.exec(whole.slice(-LONGEST_CUT))?.[0] ?? '';
    return whole.slice(0, whole.length - this.#kept.length).replace(pattern, undo);
  }
}

/**
 * Undoes escapes in a stream of text (Latin-1, one character a byte), so that they cannot hide written bytes. It is only
 * for looking: what is stored is what came.
 */
export class Unescaper {
  readonly #escapes = new StreamUndo(ESCAPES);
  readonly #latin1 = new StreamUndo(LATIN_1);

  push(text: string): Uint8Array {
    return Buffer.from(this.#latin1.push(this.#escapes.push(text)), 'latin1');
  }
}
