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

/** What a reader does not turn into fields of a message: key to text as it stands in the file. */
export class Leftovers {
  readonly #entries = new Map<string, string>();

  addText(key: string, text: string): void {
    if (text !== '') this.#entries.set(key, text);
  }

  /**
   * All members but those in `read`, each key behind `prefix`, and what was given twice. Those that say nothing, such as
   * null and empty lists, are left out.
   */
  addMembers(fields: JsonFields, read: ReadonlySet<string>, prefix = ''): void {
    for (const [key, member] of fields.entries()) {
      const raw = read.has(key) ? '' : fields.raw(member);
      if (!SAYS_NOTHING.test(raw)) this.addText(prefix + key, raw);
    }
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
