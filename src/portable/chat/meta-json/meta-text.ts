import type { JsonFields } from '../json/fields.ts';
import type { TextNotes } from '../json/text.ts';
import { isPlain, repaired } from './mojibake.ts';

export const MOJIBAKE = 'mojibake';

/** Reads the strings of one record or of the file's head, and puts those together that were taken apart into bytes. */
export class MetaText {
  /** True once characters beyond ASCII were met that are not in the app's usual form. */
  hasOther = false;
  readonly #notes: TextNotes;

  constructor(notes: TextNotes) {
    this.#notes = notes;
  }

  /** A string or number as text; null when absent, null, or something else. */
  of(fields: JsonFields, key: string): string | null {
    const text = fields.text(key);
    return text === null ? null : this.read(text, (fields.member(key)?.start ?? 0) + 1);
  }

  /** The text of a string whose first character stands at `at`. */
  read(text: string, at: number): string {
    if (isPlain(text)) return text;
    const after = repaired(text);
    if (after === null) {
      this.hasOther = true;
      return text;
    }
    this.#notes.repair({ what: MOJIBAKE, at, before: text, after });
    return after;
  }
}
