import { Buffer } from 'node:buffer';
import type { StoredLine } from '#domain/reading/index.ts';

/** The columns that are copied, in the order of `copyRows`. */
export const COPIED_COLUMNS = 'seq, n, day, sought, line, raw';
const COLUMNS = 6;

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const TRAILER = Buffer.from([0xff, 0xff]);
const CHUNK_BYTES = 1 << 18;
const DAY_MS = 86_400_000;
/** PostgreSQL counts days from here. */
const EPOCH_DAYS = Date.UTC(2000, 0, 1) / DAY_MS;
/** A row's integers and the lengths of its columns. */
const FIXED_BYTES = 2 + COLUMNS * 4 + 12;

/**
 * Lines as the binary form of COPY, numbered from 0 in the order in which they come, in chunks. Throws RangeError for a
 * number that no column holds, and what `lines` throws.
 */
export async function* copyRows(lines: AsyncIterable<StoredLine>): AsyncGenerator<Buffer> {
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let at = SIGNATURE.copy(chunk);
  for await (const row of lines) {
    const room = FIXED_BYTES + 3 * (row.line.length + (row.sought?.length ?? 0)) + (row.raw?.length ?? 0);
    if (at + room > chunk.length) {
      if (at > 0) yield chunk.subarray(0, at);
      chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, room));
      at = 0;
    }
    at = writeRow(chunk, at, row);
  }
  yield chunk.subarray(0, at);
  yield TRAILER;
}

function writeRow(into: Buffer, start: number, row: StoredLine): number {
  let at = into.writeInt16BE(COLUMNS, start);
  at = writeInteger(into, at, row.seq);
  at = writeInteger(into, at, row.n);
  at = writeInteger(into, at, row.day === null ? null : Date.parse(row.day) / DAY_MS - EPOCH_DAYS);
  at = writeText(into, at, row.sought);
  at = writeText(into, at, row.line);
  if (row.raw === null) return into.writeInt32BE(-1, at);
  at = into.writeInt32BE(row.raw.length, at);
  into.set(row.raw, at);
  return at + row.raw.length;
}

function writeInteger(into: Buffer, at: number, value: number | null): number {
  return value === null ? into.writeInt32BE(-1, at) : into.writeInt32BE(value, into.writeInt32BE(4, at));
}

function writeText(into: Buffer, at: number, text: string | null): number {
  if (text === null) return into.writeInt32BE(-1, at);
  const bytes = into.write(text, at + 4, 'utf8');
  into.writeInt32BE(bytes, at);
  return at + 4 + bytes;
}
