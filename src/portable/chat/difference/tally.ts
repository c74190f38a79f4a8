import type { Span } from '../reading.ts';
import type { ReadingLine } from '../reading-lines.ts';

/** Of each kind of difference so many are listed; all are counted. */
const MOST_LISTED = 100;
const MOST_CHARACTERS = 200;

/** A line that stands after the first of a reading. */
export type SpanLine = Exclude<ReadingLine, { type: 'reading' }>;

/** Where a message, or a stretch of bytes, stands; `n` is its number in its own reading, null of a stretch. */
export interface Place {
  readonly n: number | null;
  readonly span: Span;
}

/** One key of a message that has another value. Values are JSON, at most 200 characters; null where the key is absent. */
export interface ChangedField {
  readonly key: string;
  readonly older: string | null;
  readonly newer: string | null;
}

/** A message, or a stretch, that begins at the same byte in both readings and differs. */
export interface Changed {
  readonly older: Place;
  readonly newer: Place;
  readonly fields: readonly ChangedField[];
}

/** How the lines of one type compare. The lists hold the first 100, in file order. */
export interface Compared {
  readonly unchanged: number;
  readonly changed: number;
  readonly onlyOlder: number;
  readonly onlyNewer: number;
  /** How many lines changed in each key. */
  readonly changedKeys: Readonly<Record<string, number>>;
  readonly firstChanged: readonly Changed[];
  readonly firstOnlyOlder: readonly Place[];
  readonly firstOnlyNewer: readonly Place[];
}

function placeOf(line: SpanLine): Place {
  return { n: line.type === 'message' ? line.n : null, span: line.span };
}

/** The value as JSON, cut to what a person reads. */
function shown(value: unknown): string | null {
  if (value === undefined) return null;
  const json = JSON.stringify(value);
  return json.length > MOST_CHARACTERS ? `${json.slice(0, MOST_CHARACTERS - 1).toWellFormed()}…` : json;
}

/**
 * The keys in which two lines of one type differ. Not `n`: one message more at the beginning moves all numbers. Both lines
 * must have the key order of the contract.
 */
export function changedFields(older: SpanLine, newer: SpanLine): ChangedField[] {
  const fields: ChangedField[] = [];
  for (const key of new Set([...Object.keys(older), ...Object.keys(newer)])) {
    const [before, after] = [Reflect.get(older, key) as unknown, Reflect.get(newer, key) as unknown];
    if (key === 'n' || JSON.stringify(before) === JSON.stringify(after)) continue;
    fields.push({ key, older: shown(before), newer: shown(after) });
  }
  return fields;
}

/** Counts the lines of one type. */
export class Tally {
  #unchanged = 0;
  #changed = 0;
  #onlyOlder = 0;
  #onlyNewer = 0;
  readonly #keys = new Map<string, number>();
  readonly #firstChanged: Changed[] = [];
  readonly #firstOnlyOlder: Place[] = [];
  readonly #firstOnlyNewer: Place[] = [];

  same(): void {
    this.#unchanged += 1;
  }

  both(older: SpanLine, newer: SpanLine): void {
    const fields = changedFields(older, newer);
    if (fields.length === 0) {
      this.#unchanged += 1;
      return;
    }
    this.#changed += 1;
    for (const { key } of fields) this.#keys.set(key, (this.#keys.get(key) ?? 0) + 1);
    if (this.#firstChanged.length < MOST_LISTED)
      this.#firstChanged.push({ older: placeOf(older), newer: placeOf(newer), fields });
  }

  onlyOlder(line: SpanLine): void {
    this.#onlyOlder += 1;
    if (this.#firstOnlyOlder.length < MOST_LISTED) this.#firstOnlyOlder.push(placeOf(line));
  }

  onlyNewer(line: SpanLine): void {
    this.#onlyNewer += 1;
    if (this.#firstOnlyNewer.length < MOST_LISTED) this.#firstOnlyNewer.push(placeOf(line));
  }

  result(): Compared {
    return {
      unchanged: this.#unchanged,
      changed: this.#changed,
      onlyOlder: this.#onlyOlder,
      onlyNewer: this.#onlyNewer,
      changedKeys: Object.fromEntries([...this.#keys].sort((a, b) => b[1] - a[1])),
      firstChanged: this.#firstChanged,
      firstOnlyOlder: this.#firstOnlyOlder,
      firstOnlyNewer: this.#firstOnlyNewer,
    };
  }
}
