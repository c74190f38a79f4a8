import { ByteStrings } from '../byte-strings.ts';
import { Column } from '../column.ts';
import { textOf } from '../written-text.ts';
import { Glyphs, isMark, isSpace } from './glyphs.ts';
import type { HeaderTable } from './header-table.ts';

const COLON = 0x3a;
const SPACE = 0x20;

/** Stands in a column for "nobody". */
export const NOBODY = 0xffff_ffff;

/** How the line of a header was divided; the names are the rules that messages carry. */
export const LINE_RULES = [
  'speaker',
  'no-speaker',
  'known-speaker-without-space',
  'quotation-open-in-name',
  'name-with-colon',
] as const;

const NO_SPEAKER = 1;
const WITHOUT_SPACE = 2;
const QUOTATION_OPEN = 3;
const NAME_WITH_COLON = 4;

/** A name is taken to hold a colon when at least this many lines, all there are, begin with the longer name. */
const LEAST_COLON_NAMES = 3;
/** An unclosed quotation in a name used more often than this is a name after all. */
const MOST_QUOTED_LINES = 2;

/** Who says each line, and where what they say begins. */
export interface Lines {
  /** Number of the name in `names`, or {@link NOBODY}. */
  readonly speaker: Column;
  readonly bodyStart: Column;
  readonly rule: Column;
  readonly names: ByteStrings;
  /** The name of that number, decoded once. */
  nameText(id: number): string;
}

interface NameUse {
  count: number;
  /** The name up to the second colon, when it is the same on every line; -1 none yet, -2 not the same. */
  longer: number;
}

/** Where a name ends: at a colon followed by a space, a mark or the end of the line. -1 when there is none. */
function colonAfter(bytes: Uint8Array, from: number, lineEnd: number): number {
  for (let i = from; i < lineEnd; i++) {
    if (bytes[i] !== COLON) continue;
    const next = i + 1 < lineEnd ? (bytes[i + 1] as number) : SPACE;
    if (next === SPACE || (next === 0xe2 && bytes[i + 2] === 0x80)) return i;
  }
  return -1;
}

/** Divides the line of every header into speaker and body. */
export class LineDivider {
  readonly #bytes: Uint8Array;
  readonly #headers: HeaderTable;
  readonly #names = new ByteStrings();
  readonly #longer = new ByteStrings();
  readonly #uses: NameUse[] = [];
  readonly #texts: string[] = [];
  readonly #speaker = new Column();
  readonly #bodyStart = new Column();
  readonly #rule = new Column();

  constructor(bytes: Uint8Array, headers: HeaderTable) {
    this.#bytes = bytes;
    this.#headers = headers;
  }

  divide(): Lines {
    for (let i = 0; i < this.#headers.length; i++) this.#first(i);
    for (let i = 0; i < this.#headers.length; i++) this.#second(i);
    return {
      speaker: this.#speaker,
      bodyStart: this.#bodyStart,
      rule: this.#rule,
      names: this.#names,
      nameText: id => this.#nameOf(id),
    };
  }

  /** The plain division at the first colon. */
  #first(i: number): void {
    const from = this.#headers.contentStart.at(i);
    const lineEnd = this.#headers.lineEnd.at(i);
    const colon = colonAfter(this.#bytes, from, lineEnd);
    const name = colon < 0 ? null : this.#trim(from, colon);
    if (name === null) {
      this.#push(NOBODY, from, NO_SPEAKER);
      return;
    }
    const id = this.#names.intern(this.#bytes, name.start, name.end);
    this.#noteUse(id, name.start, colonAfter(this.#bytes, colon + 1, lineEnd));
    this.#push(id, this.#bodyAfter(colon, lineEnd), 0);
  }

  /** What the other lines teach: names with colons, open quotations, a known name without the space. */
  #second(i: number): void {
    const id = this.#speaker.at(i);
    if (id === NOBODY) return this.#findKnown(i);
    const use = this.#uses[id] as NameUse;
    if (use.longer >= 0 && use.count >= LEAST_COLON_NAMES) return this.#lengthenName(i);
    if (use.count <= MOST_QUOTED_LINES && hasOpenQuotation(this.#nameOf(id)))
      this.#rule.set(i, QUOTATION_OPEN);
  }

  #findKnown(i: number): void {
    const from = this.#headers.contentStart.at(i);
    const lineEnd = this.#headers.lineEnd.at(i);
    for (let colon = from; colon < lineEnd; colon++) {
      if (this.#bytes[colon] !== COLON) continue;
      const name = this.#trim(from, colon);
      const id = name ? this.#names.find(this.#bytes, name.start, name.end) : -1;
      if (id >= 0) this.#replace(i, id, colon + 1, WITHOUT_SPACE);
      return;
    }
  }

  #lengthenName(i: number): void {
    const from = this.#headers.contentStart.at(i);
    const lineEnd = this.#headers.lineEnd.at(i);
    const first = colonAfter(this.#bytes, from, lineEnd);
    const colon = colonAfter(this.#bytes, first + 1, lineEnd);
    const name = this.#trim(from, colon);
    if (!name) return;
    const id = this.#names.intern(this.#bytes, name.start, name.end);
    this.#uses[id] ??= { count: 0, longer: -2 };
    this.#replace(i, id, this.#bodyAfter(colon, lineEnd), NAME_WITH_COLON);
  }

  #noteUse(id: number, nameStart: number, secondColon: number): void {
    const longer = secondColon < 0 ? -2 : this.#longer.intern(this.#bytes, nameStart, secondColon);
    const use = this.#uses[id];
    if (!use) this.#uses[id] = { count: 1, longer };
    else {
      use.count += 1;
      if (use.longer !== longer) use.longer = -2;
    }
  }

  #bodyAfter(colon: number, lineEnd: number): number {
    return colon + 1 < lineEnd && this.#bytes[colon + 1] === SPACE ? colon + 2 : colon + 1;
  }

  /** The name without marks and spaces at its edges; null when nothing is left. */
  #trim(start: number, end: number): { start: number; end: number } | null {
    const bounds = trimEdges(this.#bytes, start, end);
    return bounds.start < bounds.end ? bounds : null;
  }

  #nameOf(id: number): string {
    const known = this.#texts[id];
    if (known !== undefined) return known;
    const bytes = this.#names.bytesOf(id);
    return (this.#texts[id] = textOf(bytes, 0, bytes.length));
  }

  #push(speaker: number, bodyStart: number, rule: number): void {
    this.#speaker.push(speaker);
    this.#bodyStart.push(bodyStart);
    this.#rule.push(rule);
  }

  #replace(i: number, speaker: number, bodyStart: number, rule: number): void {
    this.#speaker.set(i, speaker);
    this.#bodyStart.set(i, bodyStart);
    this.#rule.set(i, rule);
  }
}

/** Steps over marks and spaces at both edges. */
function trimEdges(bytes: Uint8Array, start: number, end: number): { start: number; end: number } {
  const glyphs = new Glyphs(bytes);
  glyphs.at = start;
  glyphs.end = end;
  glyphs.skipSpaces();
  const from = glyphs.at;
  let to = end;
  for (let width = edgeWidth(glyphs, from, to); width > 0; width = edgeWidth(glyphs, from, to)) to -= width;
  return { start: from, end: to };
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
function hasOpenQuotation(text: string): boolean {
  let straight = 0;
  let open = 0;
  for (const letter of text) {
    if (letter === '"') straight += 1;
    else if (letter === '“' || letter === '„' || letter === '«' || letter === '「') open += 1;
    else if (letter === '”' || letter === '»' || letter === '」') open -= 1;
  }
  return straight % 2 === 1 || open > 0;
}
