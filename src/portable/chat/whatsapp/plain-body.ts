import { BODY_PHRASES, mayBeginCall } from './phrase-book.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const PAREN_END = 0x29;
const COLON = 0x3a;
const SPACE = 0x20;
const EQUALS = 0x3d;
const SHORTEST_LINK_BYTES = 'https://maps.google.com/?q='.length;
const STOP = 0x2e;
const FIRST_OF_MARK = 0xe2;
const LEFT_TO_RIGHT = 0x8e;
const RIGHT_TO_LEFT = 0x8f;

/**
 * True only when nothing in the body is the app's own, by a look at its edges: `bodyKind` says the same of it. False says
 * nothing.
 */
export function isPlainBody(bytes: Uint8Array, start: number, lineEnd: number, end: number): boolean {
  if (lineEnd <= start) return false;
  const first = bytes[start] as number;
  if (first === FIRST_OF_MARK || first === LESS || bytes[end - 1] === GREATER) return false;
  const last = bytes[lineEnd - 1] as number;
  if (
    last === GREATER ||
    last === PAREN_END ||
    last === COLON ||
    last === LEFT_TO_RIGHT ||
    last === RIGHT_TO_LEFT
  )
    // prettier-ignore
    return false;
  if (mayBeginCall(bytes, start) || endsInLink(bytes, start, lineEnd)) return false;
  if (lineEnd < end) return true;
  let to = end;
  while (to > start && (bytes[to - 1] === SPACE || bytes[to - 1] === STOP)) to -= 1;
  if (to < end && (bytes[to - 1] === LEFT_TO_RIGHT || bytes[to - 1] === RIGHT_TO_LEFT)) return false;
  return !BODY_PHRASES.hasLike(bytes, start, to);
}

/** True when the last word of the line is long and holds `=`, as the address of a map. */
function endsInLink(bytes: Uint8Array, start: number, lineEnd: number): boolean {
  let from = lineEnd - 1;
  while (from > start && bytes[from] !== SPACE) from -= 1;
  if (lineEnd - from < SHORTEST_LINK_BYTES) return false;
  for (let i = from; i < lineEnd; i++) if (bytes[i] === EQUALS) return true;
  return false;
}
