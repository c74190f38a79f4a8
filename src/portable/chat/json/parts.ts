import type { JsonFields } from './fields.ts';
import type { JsonRow } from './row.ts';

/** Which members of the objects under a key become part of a message. */
export type Parts = Readonly<Record<string, ReadonlySet<string>>>;

/** Stands for a value of another sort than the format has. */
const ODD = '';

/**
 * What stands under a key that a message holds, besides what it holds of it: keys of objects, or `''` for a value that is not
 * of the sort the format has. Empty when the message holds all of it.
 */
export function partsUnread(row: JsonRow, key: string, parts: Parts): string[] {
  const read = parts[key];
  if (read === undefined) return isScalar(row.fields, key) ? [] : [ODD];
  const unread = row.objectsIn(key).flatMap(fields => unreadKeys(fields, read));
  return row.hasOthersIn(key) ? [...unread, ODD] : unread;
}

function unreadKeys(fields: JsonFields, read: ReadonlySet<string>): string[] {
  const keys = [...fields.entries()].map(([key]) => key).filter(key => !read.has(key));
  const isOdd = fields.repeated.length > 0 || [...read].some(key => !isScalar(fields, key));
  return isOdd ? [...keys, ODD] : keys;
}

/** Absent, null, a string, a number, true or false. */
function isScalar(fields: JsonFields, key: string): boolean {
  return fields.text(key) !== null || [null, 'null'].includes(fields.rawOf(key));
}
