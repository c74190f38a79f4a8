import type { DoubtCode } from '../doubts.ts';
import type { Repair, Span } from '../reading.ts';
import { textOf } from '../written-text.ts';
import { JsonFields } from './fields.ts';
import type { Member } from './scan.ts';
import { MORE_REPAIRS, TextNotes } from './text.ts';
import type { JsonWalker } from './walker.ts';

const OBJECT = 0x7b;
const ARRAY = 0x5b;
const NONE: readonly JsonFields[] = [];

/** One object of an export while a message is made of it. Good until the walker's next step. */
export class JsonRow {
  /** The object's bytes in the item. */
  readonly span: Span;
  readonly notes = new TextNotes();
  readonly fields: JsonFields;
  readonly #walker: JsonWalker;

  constructor(walker: JsonWalker, [start, end]: Span) {
    const { base } = walker.window;
    this.#walker = walker;
    this.span = [base + start, base + end];
    this.fields = new JsonFields(walker.scanner, [start, end], this.notes);
  }

  isTrue(key: string): boolean {
    return this.fields.text(key) === 'true';
  }

  /** The objects of the array under a key, or the one object that stands there. */
  objectsIn(key: string): readonly JsonFields[] {
    if (!this.fields.has(key)) return NONE;
    const { scanner } = this.#walker;
    return this.#valuesIn(key)
      .filter(([start]) => scanner.bytes[start] === OBJECT)
      .map(span => new JsonFields(scanner, span, this.notes));
  }

  /** Whether under a key, or in the array there, stands something that is neither an object nor null. */
  hasOthersIn(key: string): boolean {
    const { bytes } = this.#walker.scanner;
    return this.#valuesIn(key).some(
      ([start, end]) => bytes[start] !== OBJECT && textOf(bytes, start, end) !== 'null',
    );
  }

  #valuesIn(key: string): (readonly [start: number, end: number])[] {
    const member = this.fields.member(key);
    if (member === undefined) return [];
    const { scanner } = this.#walker;
    const isArray = scanner.bytes[member.start] === ARRAY;
    return isArray ? [...scanner.elements(member.start, member.end)] : [[member.start, member.end]];
  }

  /** Every member that `isRead` does not name, as raw text, and what was given again under a key. */
  extra(isRead: (key: string, member: Member) => boolean): Record<string, string> {
    const extra: [string, string][] = [];
    for (const [key, member] of this.fields.entries())
      if (!isRead(key, member)) extra.push([key, this.fields.raw(member)]);
    this.fields.repeated.forEach(([key, member], i) =>
      extra.push([`${key} (again ${i + 1})`, this.fields.raw(member)]),
    );
    return Object.fromEntries(extra);
  }

  /** What the bytes of the strings that were decoded so far give; `repairs` of this sort are said elsewhere. */
  doubts(saidElsewhere?: string): DoubtCode[] {
    const doubts: DoubtCode[] = [];
    const { repairs, invalidUtf8, loneSurrogate } = this.notes;
    if (repairs.some(({ what }) => what !== saidElsewhere && what !== MORE_REPAIRS))
      doubts.push('json-repaired');
    if (invalidUtf8) doubts.push('invalid-utf8');
    if (loneSurrogate) doubts.push('lone-surrogate');
    if (this.fields.repeated.length > 0) doubts.push('repeated-key');
    return doubts;
  }

  /** The repairs noted so far, with their offsets in the item. */
  repairs(): Repair[] {
    const { base } = this.#walker.window;
    return this.notes.repairs.map(repair => ({ ...repair, at: base + repair.at }));
  }
}
