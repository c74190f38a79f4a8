import { secondsOfIso } from '../clocks/iso.ts';
import { type FileTime } from '../records/written.ts';
import { textOf } from '../written-text.ts';

const OPENING = 0x5b;
const HEADER = /^\[(\d{4}-\d\d-\d\d)(,?) (\d\d:\d\d)(:\d\d)?\] ([^\n]*?):(?: |(?=\r?\n|$))/;
/** `[YYYY-MM-DD`, and in it the places of the two hyphens. */
const SHORTEST = 11;
const HYPHENS = [5, 8];
const HYPHEN = 0x2d;
/** The program writes this year where the app gave no time. */
const NO_YEAR = '1970-';

/** The beginning of a message: `[2024-02-29 12:00:05] Sender: `. */
export interface MarkdownHeader {
  /** The time between the brackets, as written. */
  readonly writtenText: string;
  readonly time: FileTime;
  readonly sender: string;
  /** How many characters come before the text of the message. */
  readonly length: number;
  /** The way the time is written: with or without comma and seconds. */
  readonly form: string;
}

/** The header that the line in `bytes` from `start` to `end` begins with; null when it begins with none. */
export function markdownHeader(bytes: Uint8Array, start: number, end: number): MarkdownHeader | null {
  if (bytes[start] !== OPENING || end - start < SHORTEST) return null;
  if (HYPHENS.some(at => bytes[start + at] !== HYPHEN)) return null;
  return headerIn(textOf(bytes, start, end));
}

/** The same for text. */
export function headerIn(text: string): MarkdownHeader | null {
  const match = HEADER.exec(text);
  if (!match) return null;
  const [whole, date = '', comma = '', minutes = '', seconds, sender = ''] = match;
  const at = date.startsWith(NO_YEAR) ? null : secondsOfIso(`${date}T${minutes}${seconds ?? ':00'}`);
  const precision = at === null ? 'none' : seconds === undefined ? 'minute' : 'second';
  return {
    writtenText: `${date}${comma} ${minutes}${seconds ?? ''}`,
    time: { localMs: at === null ? null : at * 1000, utcMs: null, precision },
    sender,
    length: whole.length,
    form: `[DATE${comma} TIME] with ${seconds === undefined ? 'minutes' : 'seconds'}`,
  };
}
