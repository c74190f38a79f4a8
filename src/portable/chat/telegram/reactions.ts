import { JsonFields } from '../json/fields.ts';
import type { JsonScanner } from '../json/scan.ts';
import type { TextNotes } from '../json/text.ts';
import type { Reaction, Span } from '../reading.ts';

const ARRAY = 0x5b;
const OBJECT = 0x7b;

/**
 * The reactions in the array at that place. The app counts each and names only the last who set it: each who is named is
 * one of the list, and the others are one more with their number and no name.
 */
export function reactionsOf(scanner: JsonScanner, span: Span, notes: TextNotes): Reaction[] {
  const found: Reaction[] = [];
  for (const fields of objectsIn(scanner, span, notes)) {
    const reaction = fields.text('emoji') ?? fields.text('type') ?? '';
    const named = [...objectsIn(scanner, fields.span('recent'), notes)];
    for (const one of named) found.push({ reaction, by: one.text('from') });
    const unnamed = (fields.count('count') ?? named.length) - named.length;
    if (unnamed > 0) found.push({ reaction, by: null, count: unnamed });
  }
  return found;
}

function* objectsIn(scanner: JsonScanner, [start, end]: Span, notes: TextNotes): Generator<JsonFields> {
  if (start === end || scanner.bytes[start] !== ARRAY) return;
  for (const span of scanner.elements(start, end))
    if (scanner.bytes[span[0]] === OBJECT) yield new JsonFields(scanner, span, notes);
}
