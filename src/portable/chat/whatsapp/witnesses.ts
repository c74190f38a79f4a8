import { dayNumber } from '../clocks/calendar.ts';
import { textOf } from '../written-text.ts';
import type { Witness } from './date-segments.ts';
import type { HeaderTable } from './header-table.ts';
import type { Lines } from './speakers.ts';

/** `IMG-20220323-WA0000.jpg`, `00000035-PHOTO-2022-03-27-21-41-55.jpg`. */
const DATED_FILE = /[A-Z]{3,8}-(?:(\d{4})(\d\d)(\d\d)-WA|(\d{4})-(\d\d)-(\d\d)-)/;
const LONGEST_LINE_BYTES = 300;

/** The dates in the names of media files: a clock that does not depend on the order of day and month. */
export function findWitnesses(bytes: Uint8Array, headers: HeaderTable, lines: Lines): Witness[] {
  const found: Witness[] = [];
  for (let n = 0; n < headers.length; n++) {
    const start = lines.bodyStart.at(n);
    const end = headers.lineEnd.at(n);
    const last = bytes[end - 1];
    if (end - start > LONGEST_LINE_BYTES || (last !== 0x29 && last !== 0x3e)) continue;
    const match = DATED_FILE.exec(textOf(bytes, start, end));
    if (!match) continue;
    const [year, month, day] = (match[1] ? match.slice(1, 4) : match.slice(4, 7)).map(Number);
    const at = dayNumber(year ?? 0, month ?? 0, day ?? 0);
    if (at !== null) found.push({ n, day: at });
  }
  return found;
}
