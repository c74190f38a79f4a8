import { HeaderReader } from './header.ts';
import type { FoundHeader } from './header-table.ts';
import { HeaderTable } from './header-table.ts';
import { HeaderTemplates } from './header-templates.ts';

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

function foundBy(header: HeaderReader, shape: number, lineStart: number, lineEnd: number): FoundHeader {
  const { textStart, textEnd, contentStart, hour, date, time } = header;
  const secondOfDay = hour * 3600 + time.minute * 60 + Math.max(time.second, 0);
  const openHour = time.period === 'unknown';
  const { a, b, c } = date;
  return { lineStart, lineEnd, textStart, textEnd, contentStart, secondOfDay, a, b, c, openHour, shape };
}

/** Finds the headers of a file, line by line. */
class HeaderScanner {
  readonly headers = new HeaderTable();
  readonly #bytes: Uint8Array;
  readonly #reader: HeaderReader;
  readonly #templates: HeaderTemplates;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#reader = new HeaderReader(bytes);
    this.#templates = new HeaderTemplates(bytes);
  }

  get steps(): number {
    return this.#reader.steps + this.#templates.steps;
  }

  look(start: number, end: number): void {
    if (!mayBeginHeader(this.#bytes[start] as number, this.#bytes[start + 1] ?? 0)) return;
    const known = this.#templates.match(start, end);
    if (known) this.headers.push(known);
    else if (this.#reader.read(start, end)) {
      const shape = this.headers.shapeId(this.#reader);
      this.headers.push(foundBy(this.#reader, shape, start, end));
      this.#templates.learn(start, this.#reader, shape);
    }
  }
}

/** Finds every line from `from` on that begins with a header. Lines end in LF, with or without CR before it. */
export function scanHeaders(bytes: Uint8Array, from: number): Scan {
  const scanner = new HeaderScanner(bytes);
  let crlfLines = 0;
  let lfLines = 0;
  for (let start = from; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const next = newline < 0 ? bytes.length : newline + 1;
    const crlf = newline > start && bytes[newline - 1] === RETURN;
    if (crlf) crlfLines += 1;
    else if (newline >= 0) lfLines += 1;
    scanner.look(start, newline < 0 ? next : newline - (crlf ? 1 : 0));
    start = next;
  }
  return { headers: scanner.headers, crlfLines, lfLines, steps: scanner.steps };
}
