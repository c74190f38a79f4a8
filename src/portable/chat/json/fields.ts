import type { Span } from '../reading.ts';
import { textOf } from '../written-text.ts';
import { type Member, MemberTable } from './member-table.ts';
import type { JsonScanner } from './scan.ts';
import type { TextNotes } from './text.ts';
import { jsonText } from './text.ts';

const QUOTE = 0x22;
const ARRAY = 0x5b;
const OBJECT = 0x7b;

/** The members of one JSON object, by key; values are decoded when they are asked for. */
export class JsonFields {
  /** Members given again under a key that was there already. */
  readonly repeated: (readonly [key: string, member: Member])[] = [];
  readonly #members = new Map<string, Member>();
  readonly #scanner: JsonScanner;
  readonly #notes: TextNotes;

  /** `table` may hold the object's members already, as a walker's does after `value`; else the span is scanned. */
  constructor(
    scanner: JsonScanner,
    span: readonly [number, number],
    notes: TextNotes,
    table: MemberTable | null = null,
  ) {
    this.#scanner = scanner;
    this.#notes = notes;
    const members = table ?? new MemberTable();
    if (table === null && span[0] < span[1]) scanner.valueEnd(span[0], members);
    for (let i = 0; i < members.size; i++) this.#add(members.member(i));
  }

  #add(member: Member): void {
    const { keyStart, keyEnd } = member;
    const key =
      this.#scanner.keyText(keyStart, keyEnd) ?? jsonText(this.#scanner.bytes, keyStart, keyEnd, this.#notes);
    if (this.#members.has(key)) this.repeated.push([key, member]);
    else this.#members.set(key, member);
  }

  entries(): Iterable<readonly [key: string, member: Member]> {
    return this.#members;
  }

  member(key: string): Member | undefined {
    return this.#members.get(key);
  }

  has(key: string): boolean {
    return this.#members.has(key);
  }

  /** A string or number as text, whatever its size; null when absent, null, or something else. */
  text(key: string): string | null {
    const member = this.#members.get(key);
    if (!member) return null;
    const first = this.#scanner.bytes[member.start] as number;
    if (first === QUOTE) return this.#string(member);
    const raw = this.raw(member);
    return first === OBJECT || first === ARRAY || raw === 'null' ? null : raw;
  }

  /** Where the value stands; empty when absent. */
  span(key: string): Span {
    const member = this.#members.get(key);
    return member ? [member.start, member.end] : [0, 0];
  }

  /** A safe whole number; null otherwise. */
  count(key: string): number | null {
    const text = this.text(key);
    const value = text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
    return value;
  }

  /** A member that is an object; null when it is something else or absent. */
  object(key: string): JsonFields | null {
    const member = this.#members.get(key);
    if (!member || this.#scanner.bytes[member.start] !== OBJECT) return null;
    return new JsonFields(this.#scanner, [member.start, member.end], this.#notes);
  }

  /** The objects of a member that is an array; other elements are passed over. */
  *objects(key: string): Generator<JsonFields, void, undefined> {
    const member = this.#members.get(key);
    if (!member || this.#scanner.bytes[member.start] !== ARRAY) return;
    for (const span of this.#scanner.elements(member.start, member.end))
      if (this.#scanner.bytes[span[0]] === OBJECT) yield new JsonFields(this.#scanner, span, this.#notes);
  }

  /** A string, or an array of strings and objects with a `text`, joined. */
  richText(key: string): string {
    const member = this.#members.get(key);
    if (!member || this.#scanner.bytes[member.start] !== ARRAY) return this.text(key) ?? '';
    let text = '';
    for (const [start, end] of this.#scanner.elements(member.start, member.end))
      text += this.#part(start, end);
    return text;
  }

  /** The value's bytes as they stand. */
  raw({ start, end }: Member): string {
    return textOf(this.#scanner.bytes, start, end);
  }

  /** The bytes of the value under a key; null when there is none. */
  rawOf(key: string): string | null {
    const member = this.#members.get(key);
    return member === undefined ? null : this.raw(member);
  }

  #string({ start, end }: { start: number; end: number }): string {
    return jsonText(this.#scanner.bytes, start + 1, end - 1, this.#notes);
  }

  #part(start: number, end: number): string {
    const first = this.#scanner.bytes[start];
    if (first === QUOTE) return this.#string({ start, end });
    if (first !== OBJECT) return '';
    return new JsonFields(this.#scanner, [start, end], this.#notes).text('text') ?? '';
  }
}
