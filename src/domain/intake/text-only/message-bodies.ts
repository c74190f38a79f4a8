import type { StateReader, StateWriter } from './kept-state.ts';

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
const BODY_KEYS = new Set(['text', 'content', 'message', 'body', 'caption', 'Text', 'Content']);
/** What Telegram writes a second time, in pieces. */
const COPY_KEY = 'text_entities';
const LONGEST_KEY = COPY_KEY.length;

const HEADER = 0;
const BODY = 1;
const PASSED = 2;

const NO_VIEW = 0;
const LINE_VIEW = 1;
const JSON_VIEW = 2;

/**
 * What people wrote in an export, without the date and name in front of each message or the keys around it: there, words
 * that every export repeats would thin out a file that is sent in pieces. A view for looking, not a reader: whatever
 * shape the text has, it gives some part of it, in order.
 */
export class MessageBodies {
  #view: View | null = null;

  /** Reads on; what belongs to bodies in this piece, and what earlier pieces left open. The first piece tells the shape. */
  push(text: Uint8Array): Uint8Array {
    this.#view ??= isJson(text) ? new JsonBodies() : new LineBodies();
    const bodies = new Uint8Array(text.length + LONGEST_HEADER);
    return bodies.subarray(0, this.#view.read(text, bodies));
  }

  save(state: StateWriter): void {
    state.number(this.#view === null ? NO_VIEW : this.#view instanceof JsonBodies ? JSON_VIEW : LINE_VIEW);
    this.#view?.save(state);
  }

  load(state: StateReader): void {
    const view = state.whole(JSON_VIEW);
    this.#view = view === NO_VIEW ? null : view === JSON_VIEW ? new JsonBodies() : new LineBodies();
    this.#view?.load(state);
  }
}

type View = JsonBodies | LineBodies;

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
class LineBodies {
  readonly #header = new Uint8Array(LONGEST_HEADER);
  readonly #keys = new LineKeys();
  /** Bytes of the line so far that may be its header. */
  #length = 0;
  #part: 0 | 1 | 2 = HEADER;
  #before = 0;

  /** Writes the bodies in a piece of text to `out`, and returns how many bytes it wrote. */
  read(text: Uint8Array, out: Uint8Array): number {
    const header = this.#header;
    // Kept in local variables: this loop runs for every byte of every upload.
    let length = this.#length;
    let part = this.#part;
    let before = this.#before;
    let written = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text[at]!;
      const isEnd = code === LINE_FEED || code === CARRIAGE_RETURN;
      if (part === BODY) out[written++] = code;
      else if (part === HEADER) {
        if (code === SPACE && before === COLON)
          part = this.#keys.isBody(header.subarray(0, Math.max(0, length - 1))) ? BODY : PASSED;
        else if (isEnd || length === LONGEST_HEADER) {
          this.#keys.noteLine(header.subarray(0, length));
          out.set(header.subarray(0, length), written);
          written += length;
          out[written++] = code;
          part = BODY;
        } else header[length++] = code;
      }
      if (isEnd) {
        length = 0;
        part = HEADER;
      }
      before = code;
    }
    this.#length = length;
    this.#part = part;
    this.#before = before;
    return written;
  }

  save(state: StateWriter): void {
    state.bytes(this.#header.subarray(0, this.#length));
    state.number(this.#part);
    state.number(this.#before);
    this.#keys.save(state);
  }

  load(state: StateReader): void {
    const header = state.bytes(LONGEST_HEADER);
    this.#header.set(header);
    this.#length = header.length;
    const part = state.whole(PASSED);
    this.#part = part === BODY || part === PASSED ? part : HEADER;
    this.#before = state.whole(255);
    this.#keys.load(state);
  }
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

  save(state: StateWriter): void {
    state.flag(this.#isCopy);
  }

  load(state: StateReader): void {
    this.#isCopy = state.flag();
  }
}

/** Gives the strings behind one of `BODY_KEYS`, without escapes; but not the copy of them that Telegram adds. */
class JsonBodies {
  #isInside = false;
  #isBody = false;
  #isCopy = false;
  #isList = false;
  #toSkip = 0;
  #isEscape = false;
  #string = '';

  /** Writes the bodies in a piece of text to `out`, and returns how many bytes it wrote. */
  read(text: Uint8Array, out: Uint8Array): number {
    // Kept in local variables: this loop runs for every byte of every upload.
    let isInside = this.#isInside;
    let isBody = this.#isBody;
    let isCopy = this.#isCopy;
    let isList = this.#isList;
    let toSkip = this.#toSkip;
    let isEscape = this.#isEscape;
    let string = this.#string;
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
    this.#isInside = isInside;
    this.#isBody = isBody;
    this.#isCopy = isCopy;
    this.#isList = isList;
    this.#toSkip = toSkip;
    this.#isEscape = isEscape;
    this.#string = string;
    return written;
  }

  save(state: StateWriter): void {
    for (const flag of [this.#isInside, this.#isBody, this.#isCopy, this.#isList, this.#isEscape])
      state.flag(flag);
    state.number(this.#toSkip);
    state.text(this.#string);
  }

  load(state: StateReader): void {
    this.#isInside = state.flag();
    this.#isBody = state.flag();
    this.#isCopy = state.flag();
    this.#isList = state.flag();
    this.#isEscape = state.flag();
    this.#toSkip = state.whole(4);
    this.#string = state.text(LONGEST_KEY + 1);
  }
}
