const HIGH_BITS = 0x80808080 | 0;
const ONES = 0x01010101;

/** True when the bytes are well-formed UTF-8 without zero bytes; `view` is of the same bytes. */
export function isCleanText(bytes: Uint8Array, view: DataView, from: number, to: number): boolean {
  let i = from;
  while (i < to) {
    while (i + 4 <= to && isPlainWord(view.getInt32(i, true))) i += 4;
    if (i >= to) return true;
    const byte = bytes[i] as number;
    const width = byte < 0x80 ? (byte === 0 ? 0 : 1) : sequenceWidth(bytes, i, to);
    if (width === 0) return false;
    i += width;
  }
  return true;
}

/** True when none of four bytes is zero or above ASCII; false may also be said of others. */
function isPlainWord(word: number): boolean {
  return ((word | (word - ONES)) & HIGH_BITS) === 0;
}

/** How many bytes a character of several bytes takes; 0 when it is not well formed. */
function sequenceWidth(bytes: Uint8Array, at: number, to: number): number {
  const first = bytes[at] as number;
  const second = at + 1 < to ? (bytes[at + 1] as number) : 0;
  if (first < 0xc2 || first > 0xf4) return 0;
  if (first < 0xe0) return isTail(second) ? 2 : 0;
  if (!isSecond(first, second) || at + 2 >= to || !isTail(bytes[at + 2] as number)) return 0;
  if (first < 0xf0) return 3;
  return at + 3 < to && isTail(bytes[at + 3] as number) ? 4 : 0;
}

function isTail(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Not longer than need be, no half of a pair, nothing beyond Unicode. */
function isSecond(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0 && second <= 0xbf;
  if (first === 0xed) return second >= 0x80 && second <= 0x9f;
  if (first === 0xf0) return second >= 0x90 && second <= 0xbf;
  if (first === 0xf4) return second >= 0x80 && second <= 0x8f;
  return isTail(second);
}
