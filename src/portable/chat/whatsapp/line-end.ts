/** A line feed in each byte of a word. */
const LINE_FEEDS = 0x0a0a0a0a;
const ONES = 0x01010101;
const HIGH_BITS = 0x80808080 | 0;
const LINE_FEED = 0x0a;

/**
 * Finds line ends, four bytes at a time, and notes on the way whether a byte is zero or not ASCII. The fields hold what the
 * last search found.
 */
export class LineEnds {
  /** Not 0 when one of the bytes before the line feed is zero or not ASCII. */
  strange = 0;

  /** The place of the next line feed from `from` on; -1 when there is none before the end. */
  next(view: DataView, from: number): number {
    const lastWord = view.byteLength - 4;
    let strange = 0;
    let at = from;
    for (; at <= lastWord; at += 4) {
      const word = view.getInt32(at, true);
      const other = word ^ LINE_FEEDS;
      // The lowest bit set is that of the first line feed; those above may be wrong.
      const found = (other - ONES) & ~other & HIGH_BITS;
      if (found === 0) {
        strange |= word | (word - ONES);
        continue;
      }
      const bytes = (31 - Math.clz32(found & -found)) >> 3;
      const before = bytes === 0 ? 0 : word & (0xffffffff >>> (32 - bytes * 8));
      this.strange = (strange | before | (hasZero(before, bytes) ? HIGH_BITS : 0)) & HIGH_BITS;
      return at + bytes;
    }
    return this.#nextByte(view, at, strange);
  }

  #nextByte(view: DataView, from: number, seen: number): number {
    let strange = seen & HIGH_BITS;
    for (let at = from; at < view.byteLength; at++) {
      const byte = view.getUint8(at);
      if (byte === LINE_FEED || byte === 0 || byte >= 0x80) strange |= byte === LINE_FEED ? 0 : HIGH_BITS;
      if (byte !== LINE_FEED) continue;
      this.strange = strange;
      return at;
    }
    this.strange = strange;
    return -1;
  }
}

/** True when one of the first `bytes` bytes of the word is zero. */
function hasZero(word: number, bytes: number): boolean {
  for (let i = 0; i < bytes; i++) if (((word >>> (i * 8)) & 0xff) === 0) return true;
  return false;
}
