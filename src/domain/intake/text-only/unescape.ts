import type { StateReader, StateWriter } from './kept-state.ts';

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
    /\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|%([0-9a-fA-F]{2})|=([0-9a-fA-F]{2})|&#x0*([0-9a-fA-F]{1,2});|&#0*([0-9]{1,3});|\\[nrtbf]|=\r?\n|0x|\\/g,
  // A last 0 may begin 0x, but not where it ends an escape.
  cut: /(?:\\(?:u[0-9a-fA-F]{0,3}|x[0-9a-fA-F]?)?|[%=][0-9a-fA-F]?|=\r|&(?:#(?:x?[0-9a-fA-F]{0,12})?)?|(?<!\\u[0-9a-fA-F]{3}|\\x[0-9a-fA-F]|[%=][0-9a-fA-F])0)$/,
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

/** Control characters that are never in a text. */
const NO_TEXT = /[\0-\x08\x0e-\x1f]/;

function undoEscape(escape: string, ...groups: readonly unknown[]): string {
  const [json, script, percent, quoted, hexReference, reference] = groups;
  if (typeof json === 'string') return asUtf8(Number.parseInt(json, 16));
  const hex = script ?? percent ?? quoted ?? hexReference;
  if (typeof hex === 'string') return String.fromCharCode(Number.parseInt(hex, 16));
  if (typeof reference === 'string') return String.fromCharCode(Number(reference) & 0xff);
  // Joined lines, prefixes and lone backslashes stand for nothing.
  return CONTROLS[escape] ?? '';
}

/** A character below 256 as the byte it may stand for, another as the bytes of its UTF-8 (halves of pairs too). */
function asUtf8(unit: number): string {
  if (unit < 0x100) return String.fromCharCode(unit);
  const last = 0x80 | (unit & 0x3f);
  if (unit < 0x800) return String.fromCharCode(0xc0 | (unit >> 6), last);
  return String.fromCharCode(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), last);
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

  save(state: StateWriter): void {
    state.text(this.#kept);
  }

  load(state: StateReader): void {
    this.#kept = state.text(LONGEST_CUT);
  }
}

/** A piece of text without escapes, and the same with UTF-8 of Latin-1 letters taken for the bytes they may stand for. */
export type Unescaped = {
  readonly text: Uint8Array;
  readonly bytes: Uint8Array;
  /** Whether control characters that no text has are among the bytes. */
  readonly hasControls: boolean;
};

/**
 * Undoes escapes in a stream of text (Latin-1, one character a byte), so that they cannot hide written bytes. It is only
 * for looking: what is stored is what came.
 */
export class Unescaper {
  readonly #escapes = new StreamUndo(ESCAPES);
  readonly #latin1 = new StreamUndo(LATIN_1);

  push(text: string): Unescaped {
    const undone = this.#escapes.push(text);
    const bytes = this.#latin1.push(undone);
    const asBytes = Buffer.from(bytes, 'latin1');
    return {
      text: bytes === undone ? asBytes : Buffer.from(undone, 'latin1'),
      bytes: asBytes,
      hasControls: NO_TEXT.test(bytes),
    };
  }
  save(state: StateWriter): void {
    this.#escapes.save(state);
    this.#latin1.save(state);
  }

  load(state: StateReader): void {
    this.#escapes.load(state);
    this.#latin1.load(state);
  }
}
