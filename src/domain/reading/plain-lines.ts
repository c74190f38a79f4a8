import type { Span } from '#portable/chat/index.ts';
import type { ItemBytes } from '../sealing/index.ts';
import type { StoredLine } from './ports.ts';

const PIECE_BYTES = 4096;
const FETCHED_BYTES = 1 << 20;

/**
 * A stretch of an item that is not read, in pieces that end at line ends where they can: shown as unread, never dropped.
 * They are numbered from `seq` on; the number after the last is returned.
 */
export async function* plainLines(
  item: Pick<ItemBytes, 'slice'>,
  [from, to]: Span,
  seq: number,
): AsyncGenerator<StoredLine, number> {
  let next = seq;
  for (let at = from; at < to;) {
    const bytes = await item.slice(at, Math.min(to, at + FETCHED_BYTES));
    const isLast = at + bytes.length >= to || bytes.length === 0;
    let start = 0;
    const fewest = isLast ? 1 : PIECE_BYTES;
    while (bytes.length - start >= fewest) {
      const end = pieceEnd(bytes, start);
      yield {
        seq: next++,
        line: JSON.stringify({ type: 'unread', span: [at + start, at + end] }),
        ...{ n: null, day: null, sought: null },
        raw: bytes.subarray(start, end),
      };
      start = end;
    }
    if (isLast) break;
    at += start;
  }
  return next;
}

function pieceEnd(bytes: Uint8Array, start: number): number {
  const limit = Math.min(start + PIECE_BYTES, bytes.length);
  if (limit === bytes.length) return limit;
  const lineEnd = bytes.lastIndexOf(0x0a, limit - 1);
  if (lineEnd >= start) return lineEnd + 1;
  // Never cut inside a UTF-8 sequence: step back over continuation bytes.
  let end = limit;
  while (end > start + 1 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end;
}
