import { concatBytes } from '#portable/bytes/index.ts';
import { EncodedMedia, type WrittenFile, type Writing } from './encoded-media.ts';
import { readFileStart, START_BYTES } from './file-start.ts';
import type { ForeignFile } from './signatures.ts';

/** Why bytes were not taken as text. `line` is where, or for what is found in a longer piece, where that piece begins. */
export type TextRefusal =
  | { readonly reason: 'empty' }
  /** The first bytes are those of another kind of file. */
  | { readonly reason: 'not-text'; readonly found: ForeignFile }
  | { readonly reason: 'utf-16' }
  | { readonly reason: 'not-utf-8'; readonly line: number }
  /** A NUL or another control character that no text has. */
  | { readonly reason: 'control'; readonly line: number }
  | { readonly reason: 'written-file'; readonly found: WrittenFile; readonly line: number };

/** What a screen has to remember of the text before, to go on with it in another request or process. */
export type ScreenMemory = {
  readonly line: number;
  readonly hasWords: boolean;
  /** The last bytes of what was let through, from the beginning of a character on. */
  readonly tail: Uint8Array;
};

/** Longer than any beginning of a written file, and than the longest stretch that the wall of language lets through. */
const TAIL_BYTES = 49_152;

/** C0 controls but tab, line feed, vertical tab, form feed and carriage return; and delete. */
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f]/;
const LINE_FEED = 10;

/**
 * The wall of the open route: reads every byte of a file as it comes and says whether it is text and nothing else.
 *
 * Text is UTF-8 without control characters and without files written out in it. An incomplete character at the very end
 * is let through, because an export that was cut short often ends so. Memory is bounded whatever comes. Once refused,
 * the screen is done with.
 */
export class TextScreen {
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  readonly #media: EncodedMedia;
  #head: Uint8Array = new Uint8Array(0);
  #isStarted = false;
  #hasWords = false;
  #line = 1;
  #tail: Uint8Array = new Uint8Array(0);

  /** A screen that goes on after the text it has let through before: it looks at the tail again, so that nothing hides across the seam. */
  static resume({ line, hasWords, tail }: ScreenMemory): TextScreen {
    const screen = new TextScreen();
    screen.#isStarted = true;
    screen.#readText(tail);
    screen.#line = line;
    screen.#hasWords = hasWords;
    return screen;
  }

  /** Null while the beginning is not judged yet, because fewer than `START_BYTES` came. */
  memory(): ScreenMemory | null {
    if (!this.#isStarted) return null;
    return { line: this.#line, hasWords: this.#hasWords, tail: this.#tail };
  }

  constructor(writing: Writing = 'talk') {
    this.#media = new EncodedMedia(writing);
  }

  /**
   * Looks at the next piece, in order. Null when nothing speaks against what came so far; the first `START_BYTES` are
   * judged together, once they are there or `end` is called.
   */
  push(chunk: Uint8Array): TextRefusal | null {
    if (this.#isStarted) return this.#readText(chunk);
    this.#head = concatBytes(this.#head, chunk);
    return this.#head.length < START_BYTES ? null : this.#readStart();
  }

  /** Says whether the whole was text. Call it once, after the last piece. */
  end(): TextRefusal | null {
    const refusal = this.#isStarted ? null : this.#readStart();
    return refusal ?? (this.#hasWords ? null : { reason: 'empty' });
  }

  #readStart(): TextRefusal | null {
    this.#isStarted = true;
    const head = this.#head;
    this.#head = new Uint8Array(0);
    const start = readFileStart(head.subarray(0, START_BYTES));
    if (start === null) return this.#readText(head);
    return start.found === 'utf-16' ? { reason: 'utf-16' } : { reason: 'not-text', found: start.found };
  }

  #readText(chunk: Uint8Array): TextRefusal | null {
    const text = this.#decode(chunk);
    const line = this.#line;
    this.#line += countLines(chunk);
    if (text === null) return { reason: 'not-utf-8', line };
    const control = CONTROLS.exec(text);
    if (control !== null)
      return { reason: 'control', line: line + text.slice(0, control.index).split('\n').length - 1 };
    this.#hasWords ||= /\S/.test(text);
    this.#tail = tailOf(concatBytes(this.#tail, chunk));
    const found = this.#media.push(chunk);
    return found === null ? null : { reason: 'written-file', found, line };
  }

  #decode(chunk: Uint8Array): string | null {
    try {
      return this.#utf8.decode(chunk, { stream: true });
    } catch {
      return null;
    }
  }
}

/** The last bytes, without the end of a character whose beginning is not among them. */
function tailOf(text: Uint8Array): Uint8Array {
  if (text.length <= TAIL_BYTES) return text;
  let start = text.length - TAIL_BYTES;
  while (start < text.length && (text[start]! & 0xc0) === 0x80) start += 1;
  return text.slice(start);
}

function countLines(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}
