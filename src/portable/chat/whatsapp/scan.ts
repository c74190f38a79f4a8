import { HeaderReader } from './header.ts';
import { HeaderTable } from './header-table.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BRACKET = 0x5b;

export interface Scan {
  readonly headers: HeaderTable;
  /** Lines that end in CR LF, and lines that end in LF alone. */
  readonly crlfLines: number;
  readonly lfLines: number;
  /** Bytes of header text looked at one by one, for tests of linear work. */
  readonly steps: number;
}

/** True when a header can begin with this byte: a digit of some script, `[`, a mark, or an era letter. */
function mayBeginHeader(byte: number, next: number): boolean {
  if (byte >= 0x30 && byte <= 0x39) return true;
  if (byte === BRACKET || byte === 0xe2 || byte === 0xef) return true;
  if (byte >= 0xd8 && byte <= 0xdb) return true;
  if (byte === 0xe0 || byte === 0xe1) return true;
  return byte >= 0x48 && byte <= 0x54 && next >= 0x30 && next <= 0x39;
}

/** Finds every line from `from` on that begins with a header. Lines end in LF, with or without CR before it. */
export function scanHeaders(bytes: Uint8Array, from: number): Scan {
  const headers = new HeaderTable();
  const reader = new HeaderReader(bytes);
  let crlfLines = 0;
  let lfLines = 0;
  for (let start = from; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const next = newline < 0 ? bytes.length : newline + 1;
    let end = newline < 0 ? next : newline;
    if (newline >= 0 && end > start && bytes[end - 1] === RETURN) {
      end -= 1;
      crlfLines += 1;
    } else if (newline >= 0) lfLines += 1;
    const first = bytes[start] as number;
    if (mayBeginHeader(first, bytes[start + 1] ?? 0) && reader.read(start, end))
      headers.add(reader, start, end);
    start = next;
  }
  return { headers, crlfLines, lfLines, steps: reader.steps };
}
