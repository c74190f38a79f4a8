import { ByteStrings } from '../byte-strings.ts';
import type { NameTable } from './names.ts';
import { hasOpenQuotation } from './names.ts';

/** A name is taken to hold a colon when at least this many lines, all there are, begin with the longer name. */
const LEAST_COLON_NAMES = 3;
/** An unclosed quotation in a name used more often than this is a name after all. */
const MOST_QUOTED_LINES = 2;
const LONGEST_LONGER_BYTES = 256;
const MOST_CANDIDATES = 64;

/** What the lines of a file teach about its names, and what the division of each line is told. */
export interface NameRules {
  /** Names whose lines all go on with the same words and another colon. */
  readonly withColon: ReadonlySet<number>;
  /** Names in which a quotation is open, of few lines. */
  readonly quoted: ReadonlySet<number>;
  /** Whether any line begins with this name and a colon. */
  readonly isUsed: (id: number) => boolean;
}

export const NO_RULES: NameRules = { withColon: new Set(), quoted: new Set(), isUsed: () => false };

/** Counts how names are used, in one pass over a file. */
export class NameUses {
  /** Lines that begin with the name and a colon, by number. */
  readonly lines: number[] = [];
  /** Lines that the name speaks by the plain rule or a later one. */
  readonly spoken: number[] = [];
  /** The name up to the second colon, while it is the same on every line; null once it is not. */
  readonly #longer: (Uint8Array | null)[] = [];
  /** What stands before a colon on lines that no name begins. */
  readonly #candidates = new ByteStrings();
  #hasMore = false;

  /** True while the lines of a name have to be compared behind its colon. */
  isAlike(id: number): boolean {
    return this.lines[id] === undefined || this.#longer[id] !== null;
  }

  /** Counts a line; `secondColon` is -1 when there is none. */
  note(id: number, bytes: Uint8Array, nameStart: number, secondColon: number): void {
    const count = this.lines[id];
    this.lines[id] = (count ?? 0) + 1;
    const longer = secondColon < 0 || secondColon - nameStart > LONGEST_LONGER_BYTES ? null : bytes.subarray(nameStart, secondColon); // prettier-ignore
    if (count === undefined) this.#longer[id] = longer && longer.slice();
    else if (!isSame(this.#longer[id] ?? null, longer)) this.#longer[id] = null;
  }

  noteCandidate(bytes: Uint8Array, start: number, end: number): void {
    if (this.#candidates.size < MOST_CANDIDATES) this.#candidates.intern(bytes, start, end);
    else if (this.#candidates.find(bytes, start, end) < 0) this.#hasMore = true;
  }

  /** Counts a line that is text after all. */
  noteText(id: number): void {
    this.spoken[id] = (this.spoken[id] ?? 0) + 1;
  }

  rules(names: NameTable): NameRules {
    const withColon = new Set<number>();
    const quoted = new Set<number>();
    this.lines.forEach((count, id) => {
      if (count >= LEAST_COLON_NAMES && this.#longer[id]) withColon.add(id);
      else if (count > 0 && count <= MOST_QUOTED_LINES && hasOpenQuotation(names.text(id))) quoted.add(id);
    });
    return { withColon, quoted, isUsed: id => (this.lines[id] ?? 0) > 0 };
  }

  /** True when lines would be divided alike under both rules. */
  agree(a: NameRules, b: NameRules, names: NameTable): boolean {
    if (!isSameSet(a.withColon, b.withColon) || !isSameSet(a.quoted, b.quoted) || this.#hasMore) return false;
    for (let i = 0; i < this.#candidates.size; i++) {
      const bytes = this.#candidates.bytesOf(i);
      const id = names.find(bytes, 0, bytes.length);
      if (id >= 0 && a.isUsed(id) !== b.isUsed(id)) return false;
    }
    return true;
  }
}

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a !== null && b !== null && a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every(value => b.has(value));
}
