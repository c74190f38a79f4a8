import type { HeaderBatch } from './header-batch.ts';
import type { NameRules, NameUses } from './name-uses.ts';
import { NOBODY, type NameTable, trimmed } from './names.ts';

const COLON = 0x3a;
const SPACE = 0x20;
const CACHED = 256;

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
  readonly bytes: Uint8Array;
  readonly speaker: number;
  readonly rule: number;
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

  divide(batch: HeaderBatch): void {
    for (let i = 0; i < batch.length; i++) if (!this.#isKnown(batch, i)) this.#read(batch, i);
  }

  /** A line that begins as one did before, byte for byte up to the body. */
  #isKnown(batch: HeaderBatch, i: number): boolean {
    const { bytes } = batch;
    const from = batch.contentStart[i] as number;
    const entry = this.#cache[slotOf(bytes, from)];
    if (!entry) return false;
    const known = entry.bytes;
    const { length } = known;
    for (let k = 0; k < length; k++) if (bytes[from + k] !== known[k]) return false;
    batch.speaker[i] = entry.speaker;
    batch.bodyStart[i] = from + length;
    batch.rule[i] = entry.rule;
    return true;
  }

  #read(batch: HeaderBatch, i: number): void {
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
    if (id >= 0 && isSpaced) this.#remember(bytes, from, bodyStart, { speaker: id, rule });
  }

  #remember(bytes: Uint8Array, from: number, to: number, as: Omit<Divided, 'bytes'>): void {
    this.#cache[slotOf(bytes, from)] = { bytes: bytes.slice(from, to), ...as };
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

function slotOf(bytes: Uint8Array, at: number): number {
  const [a, b, c, d] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]] as [
    number,
    number,
    number,
    number,
  ];
  return (a * 31 + b * 7 + c * 3 + d) & (CACHED - 1);
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
