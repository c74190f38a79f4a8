import { concatBytes } from '#portable/bytes/index.ts';
import { EncodedMedia, type WrittenFile, type Writing } from './encoded-media.ts';
import { type KeptState, StateReader, StateWriter } from './kept-state.ts';
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

/**
 * What a screen has to remember of the text before, to go on with it in another request or process, as values of JSON:
 * what each scanner knows, never a stretch of the text that something could be moved out of.
 */
export type ScreenMemory = KeptState;

/** A character of UTF-8 has at most four bytes. */
const LONGEST_CUT = 3;

/** C0 controls but tab, line feed, vertical tab, form feed and carriage return; and delete. */
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f]/;
const LINE_FEED = 10;
const MOST_LINES = 2 ** 48;

/**
 * The wall of the open route: reads every byte of a file as it comes and says whether it is text and nothing else.
 *
 * Text is UTF-8 without control characters and without files written out in it. An incomplete character at the very end
 * is let through, because an export that was cut short often ends so. Memory is bounded whatever comes. Once refused,
 * the screen is done with.
 */
export class TextScreen {
  // A byte order mark is a blank here, and must not depend on where a screen goes on.
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #media: EncodedMedia;
  #head: Uint8Array = new Uint8Array(0);
  #isStarted = false;
  #hasWords = false;
  #line = 1;
  /** The bytes of a character whose end has not come. */
  #cut: Uint8Array = new Uint8Array(0);

  /** A screen of talk that goes on exactly where another stopped; null for what no screen can have remembered. */
  static resume(memory: readonly unknown[]): TextScreen | null {
    const screen = new TextScreen();
    const state = new StateReader(memory);
    screen.#load(state);
    return state.isSound && screen.#decode(screen.#cut) !== null ? screen : null;
  }

  /** Null while the beginning is not judged yet, because fewer than `START_BYTES` came. */
  memory(): ScreenMemory | null {
    if (!this.#isStarted) return null;
    const state = new StateWriter();
    state.number(this.#line);
    state.flag(this.#hasWords);
    state.bytes(this.#cut);
    this.#media.save(state);
    return state.values;
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

  #load(state: StateReader): void {
    this.#isStarted = true;
    this.#line = state.whole(MOST_LINES);
    this.#hasWords = state.flag();
    this.#cut = state.bytes(LONGEST_CUT);
    this.#media.load(state);
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
    this.#cut = cutOf(concatBytes(this.#cut, chunk.subarray(-LONGEST_CUT)));
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

/** What the end of valid UTF-8 holds of a character that goes on behind it. */
function cutOf(text: Uint8Array): Uint8Array {
  for (let bytes = 1; bytes <= Math.min(LONGEST_CUT, text.length); bytes += 1) {
    const first = text[text.length - bytes]!;
    if ((first & 0xc0) === 0x80) continue;
    const whole = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    return text.slice(bytes < whole ? -bytes : text.length);
  }
  return new Uint8Array(0);
}

function countLines(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}
