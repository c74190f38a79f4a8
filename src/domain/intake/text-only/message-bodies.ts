const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const COLON = 58;
const COMMA = 44;
const BRACKET = 91;
const BACKSLASH = 92;
const BRACKET_CLOSED = 93;
const LETTER_U = 117;

/** A date, a time and a name in front of a message are not longer. */
const LONGEST_HEADER = 100;
/** Keys of what people wrote, in the exports that are JSON. */
const BODY_KEYS = new Set(['text', 'content', 'message', 'body', 'caption']);
/** What Telegram writes a second time, in pieces. */
const COPY_KEY = 'text_entities';
const LONGEST_KEY = COPY_KEY.length;

/**
 * What people wrote in an export, without the date and name in front of each message or the keys around it: there, words
 * that every export repeats would thin out a file that is sent in pieces. A view for looking, not a reader: whatever
 * shape the text has, it gives some part of it, in order.
 */
export class MessageBodies {
  #view: View | null = null;

  /** Reads on; what belongs to bodies in this piece, and what earlier pieces left open. The first piece tells the shape. */
  push(text: Uint8Array): Uint8Array {
    this.#view ??= isJson(text) ? jsonBodies() : lineBodies();
    const bodies = new Uint8Array(text.length + LONGEST_HEADER);
    return bodies.subarray(0, this.#view(text, bodies));
  }
}

/** Writes the bodies in a piece of text to `out`, and returns how many bytes it wrote. */
type View = (text: Uint8Array, out: Uint8Array) => number;

/** JSON begins with a brace, or with a bracket that no date follows. */
function isJson(text: Uint8Array): boolean {
  return /^[\s\x80-\xff]*(?:\{|\[\s*[{["])/.test(textOf(text.subarray(0, 64)));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/**
 * Leaves out what stands in front of the first ": " of each line. Where that is a key of JSON (an export pasted behind
 * something else), only the lines of `BODY_KEYS` are given.
 */
function lineBodies(): View {
  const header = new Uint8Array(LONGEST_HEADER);
  const keys = new LineKeys();
  /** Bytes of the line so far that may be its header. */
  let length = 0;
  let part: 'header' | 'body' | 'passed' = 'header';
  let before = 0;
  return (text, out) => {
    let written = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text[at]!;
      const isEnd = code === LINE_FEED || code === CARRIAGE_RETURN;
      if (part === 'body') out[written++] = code;
      else if (part === 'header') {
        if (code === SPACE && before === COLON)
          part = keys.isBody(header.subarray(0, length - 1)) ? 'body' : 'passed';
        else if (isEnd || length === LONGEST_HEADER) {
          keys.noteLine(header.subarray(0, length));
          out.set(header.subarray(0, length), written);
          written += length;
          out[written++] = code;
          part = 'body';
        } else header[length++] = code;
      }
      if (isEnd) {
        length = 0;
        part = 'header';
      }
      before = code;
    }
    return written;
  };
}

/** Tells in JSON of one key to a line which lines are bodies. */
class LineKeys {
  #isCopy = false;

  /** `header` is what stands in front of a colon. */
  isBody(header: Uint8Array): boolean {
    if (header.at(-1) !== QUOTE) return true;
    const key = textOf(header).trim().slice(1, -1);
    this.#isCopy ||= key === COPY_KEY;
    return !this.#isCopy && BODY_KEYS.has(key);
  }

  /** Takes notice of a line without a key. */
  noteLine(line: Uint8Array): void {
    if (this.#isCopy && textOf(line).trim().startsWith(']')) this.#isCopy = false;
  }
}

/** Gives the strings behind one of `BODY_KEYS`, without escapes; but not the copy of them that Telegram adds. */
function jsonBodies(): View {
  let isInside = false;
  let isBody = false;
  let isCopy = false;
  let isList = false;
  let toSkip = 0;
  let isEscape = false;
  let string = '';
  return (text, out) => {
    let written = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text[at]!;
      if (toSkip > 0) toSkip -= 1;
      else if (isEscape) {
        isEscape = false;
        toSkip = code === LETTER_U ? 4 : 0;
      } else if (code === QUOTE) {
        isInside = !isInside;
        if (isInside) string = '';
      } else if (isInside) {
        if (code === BACKSLASH) isEscape = true;
        else if (isBody) out[written++] = code;
        else if (string.length <= LONGEST_KEY) string += String.fromCharCode(code);
      } else if (code === BRACKET) isList = isBody;
      else if (code === BRACKET_CLOSED) isList = isCopy = false;
      else if (code === COLON) {
        isCopy ||= string === COPY_KEY;
        isBody = !isCopy && BODY_KEYS.has(string);
      } else if (code === COMMA) isBody &&= isList;
    }
    return written;
  };
}
