import { partsUnread } from '../json/parts.ts';
import type { JsonRow } from '../json/row.ts';
import { FLAG_KEYS, PARTS, READ_KEYS, SHOWN_KEYS } from './keys.ts';

/** What of a message is passed on as written, and whether anything of that is not known. */
export function metaExtra(row: JsonRow): { extra: Record<string, string>; isUnknown: boolean } {
  let isUnknown = false;
  const extra = row.extra((key, member) => {
    if (FLAG_KEYS.has(key)) return row.fields.raw(member) === 'false';
    const more = READ_KEYS.has(key) ? partsUnread(row, key, PARTS) : [key];
    isUnknown ||= more.some(part => !SHOWN_KEYS.has(part));
    return more.length === 0;
  });
  return { extra, isUnknown };
}
