import type { StoredLine } from './ports.ts';

const PIECE_BYTES = 4096;

/** A text that no reader knows, in pieces that end at line ends where they can: shown as unread, never dropped. */
export function* plainLines(bytes: Uint8Array): Generator<StoredLine> {
  for (let start = 0; start < bytes.length;) {
    const end = pieceEnd(bytes, start);
    yield {
      line: JSON.stringify({ type: 'unread', span: [start, end] }),
      n: null,
      day: null,
      raw: bytes.subarray(start, end),
    };
    start = end;
  }
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
