import { KnownFields } from '../json/known-fields.ts';
import { KnownKeys } from '../json/known-keys.ts';
import { MemberTable } from '../json/member-table.ts';
import type { JsonScanner } from '../json/scan.ts';
import type { TextNotes } from '../json/text.ts';
import type { Reaction } from '../reading.ts';

const ARRAY = 0x5b;
const OBJECT = 0x7b;
const KEYS = new KnownKeys(['type', 'count', 'emoji', 'document_id', 'recent', 'from', 'from_id', 'date']);
const K = KEYS.number;
const ALL_USUAL = { usual: KEYS.names.length, lists: new Set<number>() };

/** Reads the reactions of one message after another. */
export class ReactionReader {
  readonly #scanner: JsonScanner;
  readonly #table = new MemberTable();
  readonly #fields: KnownFields<keyof typeof K>;

  constructor(scanner: JsonScanner) {
    this.#scanner = scanner;
    this.#fields = new KnownFields(KEYS, ALL_USUAL, scanner, this.#table);
  }

  /**
   * The reactions in the array at that place. The app counts each and names only the last who set it: each who is named is
   * one of the list, and the others are one more with their number and no name.
   */
  read(start: number, end: number, notes: TextNotes): Reaction[] {
    const found: Reaction[] = [];
    for (const [from] of this.#objects(start, end)) this.#reaction(from, notes, found);
    return found;
  }

  #reaction(start: number, notes: TextNotes, found: Reaction[]): void {
    const fields = this.#take(start, notes);
    const reaction = fields.word(K.emoji) ?? fields.word(K.type) ?? '';
    const count = fields.count(K.count);
    let named = 0;
    for (const [from] of this.#objects(fields.start(K.recent), fields.end(K.recent))) {
      named += 1;
      found.push({ reaction, by: this.#take(from, notes).word(K.from) });
    }
    if (count !== null && count > named) found.push({ reaction, by: null, count: count - named });
  }

  #take(start: number, notes: TextNotes): KnownFields<keyof typeof K> {
    this.#scanner.valueEnd(start, this.#table);
    this.#fields.take(notes);
    return this.#fields;
  }

  *#objects(start: number, end: number): Generator<readonly [number, number]> {
    if (start === end || this.#scanner.bytes[start] !== ARRAY) return;
    for (const span of this.#scanner.elements(start, end))
      if (this.#scanner.bytes[span[0]] === OBJECT) yield span;
  }
}
