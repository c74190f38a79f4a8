import { EncodedMedia, type WrittenFile } from './encoded-media.ts';
import { readFileStart, START_BYTES } from './file-start.ts';
import type { ForeignFile } from './signatures.ts';

/** Why bytes were not taken as text. `line` is about where: the count of lines before the piece that shows it, plus one. */
export type TextRefusal =
  | { readonly reason: 'empty' }
  /** The first bytes are those of another kind of file. */
  | { readonly reason: 'not-text'; readonly found: ForeignFile }
  | { readonly reason: 'utf-16' }
  | { readonly reason: 'not-utf-8'; readonly line: number }
  /** A NUL or another control character that no text has. */
  | { readonly reason: 'control'; readonly line: number }
  | { readonly reason: 'written-file'; readonly found: WrittenFile; readonly line: number };

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
  readonly #media = new EncodedMedia();
  #head = new Uint8Array(0);
  #hasWords = false;
  #line = 1;

  /** Looks at the next piece, in order. Null when nothing speaks against what came so far. */
  push(chunk: Uint8Array): TextRefusal | null {
    if (this.#head.length < START_BYTES) {
      const refusal = this.#readStart(chunk);
      if (refusal !== null) return refusal;
    }
    const refusal = this.#readText(chunk);
    this.#line += countLines(chunk);
    return refusal;
  }

  /** Says whether the whole was text. Call it once, after the last piece. */
  end(): TextRefusal | null {
    return this.#hasWords ? null : { reason: 'empty' };
  }

  #readStart(chunk: Uint8Array): TextRefusal | null {
    const head = new Uint8Array(Math.min(START_BYTES, this.#head.length + chunk.length));
    head.set(this.#head);
    head.set(chunk.subarray(0, head.length - this.#head.length), this.#head.length);
    this.#head = head;
    const start = readFileStart(head);
    if (start === null) return null;
    return start.found === 'utf-16' ? { reason: 'utf-16' } : { reason: 'not-text', found: start.found };
  }

  #readText(chunk: Uint8Array): TextRefusal | null {
    const text = this.#decode(chunk);
    const line = this.#line;
    if (text === null) return { reason: 'not-utf-8', line };
    if (CONTROLS.test(text)) return { reason: 'control', line };
    this.#hasWords ||= /\S/.test(text);
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

function countLines(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}
