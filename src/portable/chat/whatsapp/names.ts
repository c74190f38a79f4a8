import { ByteStrings } from '../byte-strings.ts';
import { textOf } from '../written-text.ts';
import { Glyphs, isMark, isSpace } from './glyphs.ts';

/** Stands in a column for "nobody". */
export const NOBODY = -1;
/** Stands in a column for a name that is not numbered, because there are too many. */
export const UNNUMBERED = -2;

/** No chat has as many people; names beyond are read and not counted. */
const MOST_NAMES = 20_000;
const MOST_NAME_BYTES = 1 << 22;

/** The names of a file, numbered by first appearance and decoded once. Every pass over one file gives the same numbers. */
export class NameTable {
  /** True once there were names that got no number. */
  isFull = false;
  readonly #strings = new ByteStrings();
  readonly #texts: string[] = [];
  #bytes = 0;

  get size(): number {
    return this.#strings.size;
  }

  /** The number of a name, a new one when it was never seen; UNNUMBERED when there are too many. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const known = this.#strings.find(bytes, start, end);
    if (known >= 0) return known;
    if (this.size >= MOST_NAMES || this.#bytes + end - start > MOST_NAME_BYTES) {
      this.isFull = true;
      return UNNUMBERED;
    }
    this.#bytes += end - start;
    return this.#strings.intern(bytes, start, end);
  }

  /** The number of a name, -1 when it has none. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return this.#strings.find(bytes, start, end);
  }

  bytesOf(id: number): Uint8Array {
    return this.#strings.bytesOf(id);
  }

  /** How many bytes a name has. */
  lengthOf(id: number): number {
    return this.#strings.bytesOf(id).length;
  }

  text(id: number): string {
    const known = this.#texts[id];
    if (known !== undefined) return known;
    const bytes = this.#strings.bytesOf(id);
    return (this.#texts[id] = textOf(bytes, 0, bytes.length));
  }
}

/** Where a name stands without marks and spaces at its edges; null when nothing is left. */
export function trimmed(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  const glyphs = new Glyphs();
  glyphs.bytes = bytes;
  glyphs.at = start;
  glyphs.end = end;
  glyphs.skipSpaces();
  const from = glyphs.at;
  let to = end;
  for (let width = edgeWidth(glyphs, from, to); width > 0; width = edgeWidth(glyphs, from, to)) to -= width;
  return from < to ? { start: from, end: to } : null;
}

/** The width of the space or mark that ends right before `end`: one to three bytes, 0 when there is none. */
function edgeWidth(glyphs: Glyphs, start: number, end: number): number {
  glyphs.end = end;
  for (let width = 1; width <= 3 && end - width >= start; width++) {
    glyphs.at = end - width;
    const code = glyphs.peek();
    if (!isSpace(code) && !isMark(code)) continue;
    glyphs.skip(code);
    if (glyphs.at === end) return width;
  }
  return 0;
}

/** True when a quotation begins in the text and does not end in it, as in `Ben changed the subject from "Trip`. */
export function hasOpenQuotation(text: string): boolean {
  let straight = 0;
  let open = 0;
  for (const letter of text) {
    if (letter === '"') straight += 1;
    else if (letter === '“' || letter === '„' || letter === '«' || letter === '「') open += 1;
    else if (letter === '”' || letter === '»' || letter === '」') open -= 1;
  }
  return straight % 2 === 1 || open > 0;
}
