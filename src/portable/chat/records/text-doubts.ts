import type { DoubtCode } from '../doubts.ts';
import type { JsonFields } from '../json/fields.ts';
import type { TextNotes } from '../json/text.ts';
import type { ChatRecord } from './record.ts';

/** What decoding the strings of a record gave reason to doubt. */
export function textDoubts({ repairs, invalidUtf8, loneSurrogate }: TextNotes): DoubtCode[] {
  const doubts: DoubtCode[] = [];
  if (repairs.length > 0) doubts.push('json-repaired');
  if (invalidUtf8) doubts.push('invalid-utf8');
  if (loneSurrogate) doubts.push('lone-surrogate');
  return doubts;
}

/** The repairs, their places counted from the beginning of the item; `base` is the offset of the first byte held. */
export function repairsAt(base: number, { repairs }: TextNotes): Pick<ChatRecord, 'repairs'> {
  return repairs.length > 0 ? { repairs: repairs.map(one => ({ ...one, at: base + one.at })) } : {};
}

/** A key with its value; nothing for null. */
export function present<Key extends string, Value>(key: Key, value: Value | null): { [K in Key]?: Value } {
  return value === null ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

const SAYS_NOTHING = /^(?:null|false|""|\[\s*\]|\{\s*\})$/;

/** Raw members of a record that its reader does not turn into fields; those that say nothing are left out. */
export class Leftovers {
  readonly #entries = new Map<string, string>();

  add(key: string, raw: string): void {
    if (!SAYS_NOTHING.test(raw)) this.#entries.set(key, raw);
  }

  /** All members but those in `read`, each key behind `prefix`, and what was given twice. */
  addMembers(fields: JsonFields, read: ReadonlySet<string>, prefix = ''): void {
    for (const [key, member] of fields.entries())
      if (!read.has(key)) this.add(prefix + key, fields.raw(member));
    fields.repeated.forEach(([key, member], i) =>
      this.#entries.set(`${prefix}${key} (again ${i + 1})`, fields.raw(member)),
    );
  }

  get extra(): Pick<ChatRecord, 'extra'> {
    return this.#entries.size > 0 ? { extra: Object.fromEntries(this.#entries) } : {};
  }
}

/** True when the record has a member that is not among the known ones. */
export function hasUnknown(fields: JsonFields, known: ReadonlySet<string>): boolean {
  for (const [key] of fields.entries()) if (!known.has(key)) return true;
  return false;
}
