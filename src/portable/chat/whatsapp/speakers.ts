import { textOf } from '../written-text.ts';
import { isCleanText } from './clean-text.ts';
import type { HeaderBatch } from './header-batch.ts';
import type { NameRules, NameUses } from './name-uses.ts';
import { NOBODY, type NameTable, trimmed } from './names.ts';
import { ByteKey } from './template-words.ts';

const COLON = 0x3a;
const SPACE = 0x20;
/** Slots for the beginnings of lines, by their first four bytes. */
const CACHED = 1 << 10;
const SLOT_SHIFT = 32 - 10;
const SPREAD = 0x9e3779b1;
/** Shorter and longer names are divided anew each time. */
const SHORTEST_KNOWN = 4;
const LONGEST_KNOWN = 64;

/** How the line of a header was divided; the names are the rules that messages carry. */
export const LINE_RULES = [
  'speaker',
  'no-speaker',
  'known-speaker-without-space',
  'quotation-open-in-name',
  'name-with-colon',
] as const;

export const PLAIN = 0;
const NO_SPEAKER = 1;
const WITHOUT_SPACE = 2;
const QUOTATION_OPEN = 3;
const NAME_WITH_COLON = 4;

/** The beginning of a line's content that was divided before: the same bytes are divided the same way. */
interface Divided {
  /** Name, colon and the space behind it. */
  readonly key: ByteKey;
  readonly speaker: number;
  readonly rule: number;
  /** How many characters less than bytes it has. */
  readonly less: number;
}

/** In the column of rules: the line was not divided yet. */
export const UNDIVIDED = 255;

/** Where a name ends: at a colon followed by a space, a mark or the end of the line. -1 when there is none. */
function colonAfter(bytes: Uint8Array, from: number, lineEnd: number): number {
  for (let i = from; i < lineEnd; i++) {
    if (bytes[i] !== COLON) continue;
    const next = i + 1 < lineEnd ? (bytes[i + 1] as number) : SPACE;
    if (next === SPACE || (next === 0xe2 && bytes[i + 2] === 0x80)) return i;
  }
  return -1;
}

function bodyAfter(bytes: Uint8Array, colon: number, lineEnd: number): number {
  return colon + 1 < lineEnd && bytes[colon + 1] === SPACE ? colon + 2 : colon + 1;
}

/** Divides the line of every header into speaker and body, by what is known of the names of the file. */
export class LineDivider {
  readonly #names: NameTable;
  readonly #rules: NameRules;
  readonly #uses: NameUses | null;
  readonly #cache: (Divided | undefined)[] = Array<undefined>(CACHED).fill(undefined);

  /** `uses` counts how names are used, in the passes that learn. */
  constructor(names: NameTable, rules: NameRules, uses: NameUses | null) {
    this.#names = names;
    this.#rules = rules;
    this.#uses = uses;
  }

  /**
   * Divides a line that begins as one did before, byte for byte up to the body; gives the place of the body. Of any other
   * line it gives the place of the content, and leaves the line undivided.
   */
  divideKnown(batch: HeaderBatch, i: number): number {
    const { bytes } = batch;
    const from = batch.contentStart[i] as number;
    if (from + LONGEST_KNOWN > bytes.length) return from;
    const entry = this.#cache[slotOf(batch.view, from)];
    if (!entry?.key.fits(batch.view, from)) return from;
    const { length } = entry.key;
    batch.speaker[i] = entry.speaker;
    batch.bodyStart[i] = from + length;
    batch.rule[i] = entry.rule;
    batch.nameLess[i] = entry.less;
    return from + length;
  }

  /** Divides a line whose end is known. */
  divide(batch: HeaderBatch, i: number): void {
    const { bytes } = batch;
    const from = batch.contentStart[i] as number;
    const lineEnd = batch.lineEnd[i] as number;
    const colon = colonAfter(bytes, from, lineEnd);
    const name = colon < 0 ? null : trimmed(bytes, from, colon);
    if (name === null) return this.#findKnown(batch, i);
    const id = this.#names.intern(bytes, name.start, name.end);
    if (id >= 0 && this.#rules.withColon.has(id)) return this.#lengthenName(batch, i, colon);
    const rule = id >= 0 && this.#rules.quoted.has(id) ? QUOTATION_OPEN : PLAIN;
    const bodyStart = bodyAfter(bytes, colon, lineEnd);
    set(batch, i, id, bodyStart, rule);
    const isSpaced = bytes[colon + 1] === SPACE && colon + 1 < lineEnd;
    if (id >= 0 && isSpaced) this.#remember(batch, from, bodyStart, { speaker: id, rule });
  }

  #remember(batch: HeaderBatch, from: number, to: number, as: Pick<Divided, 'speaker' | 'rule'>): void {
    const { bytes, view } = batch;
    if (to - from < SHORTEST_KNOWN || to - from > LONGEST_KNOWN || !isCleanText(bytes, view, from, to))
      return;
    const less = to - from - textOf(bytes, from, to).length;
    this.#cache[slotOf(view, from)] = { key: new ByteKey(bytes.subarray(from, to)), less, ...as };
  }

  #findKnown(batch: HeaderBatch, i: number): void {
    const { bytes } = batch;
    const from = batch.contentStart[i] as number;
    const lineEnd = batch.lineEnd[i] as number;
    set(batch, i, NOBODY, from, NO_SPEAKER);
    const colon = bytes.subarray(0, lineEnd).indexOf(COLON, from);
    const name = colon < 0 ? null : trimmed(bytes, from, colon);
    if (!name) return;
    this.#uses?.noteCandidate(bytes, name.start, name.end);
    const id = this.#names.find(bytes, name.start, name.end);
    if (id >= 0 && this.#rules.isUsed(id)) set(batch, i, id, colon + 1, WITHOUT_SPACE);
  }

  #lengthenName(batch: HeaderBatch, i: number, first: number): void {
    const { bytes } = batch;
    const from = batch.contentStart[i] as number;
    const lineEnd = batch.lineEnd[i] as number;
    const colon = colonAfter(bytes, first + 1, lineEnd);
    const name = colon < 0 ? null : trimmed(bytes, from, colon);
    const id = name ? this.#names.intern(bytes, name.start, name.end) : NOBODY;
    if (!name) set(batch, i, NOBODY, from, NO_SPEAKER);
    else set(batch, i, id, bodyAfter(bytes, colon, lineEnd), NAME_WITH_COLON);
  }

  /** Counts the names of the headers from `from` up to `to`, each header once in a pass. */
  learn(batch: HeaderBatch, from: number, to: number): void {
    const uses = this.#uses;
    if (!uses) return;
    for (let i = from; i < to; i++) {
      const id = batch.speaker[i] as number;
      const rule = batch.rule[i] as number;
      if (id < 0) continue;
      uses.spoken[id] = (uses.spoken[id] ?? 0) + 1;
      if (rule === WITHOUT_SPACE) continue;
      if (rule === NAME_WITH_COLON || uses.isAlike(id)) this.#compare(batch, i, uses);
      else uses.lines[id] = (uses.lines[id] as number) + 1;
    }
  }

  #compare(batch: HeaderBatch, i: number, uses: NameUses): void {
    const { bytes } = batch;
    const from = batch.contentStart[i] as number;
    const lineEnd = batch.lineEnd[i] as number;
    const colon = colonAfter(bytes, from, lineEnd);
    const name = trimmed(bytes, from, colon);
    const id = name ? this.#names.find(bytes, name.start, name.end) : -1;
    if (name && id >= 0) uses.note(id, bytes, name.start, colonAfter(bytes, colon + 1, lineEnd));
  }
}

function slotOf(view: DataView, at: number): number {
  return Math.imul(view.getInt32(at, true), SPREAD) >>> SLOT_SHIFT;
}

function set(
  batch: HeaderBatch,
  i: number,
  speaker: number,
  ...[bodyStart, rule]: readonly [number, number]
): void {
  batch.speaker[i] = speaker;
  batch.bodyStart[i] = bodyStart;
  batch.rule[i] = rule;
}
