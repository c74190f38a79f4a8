/** Less than this are control characters, the line feed among them. */
const BLANKS = 0x20202020;
const HIGH_BITS = 0x80808080 | 0;
const LINE_FEED = 0x0a;

/**
 * Finds line ends, four bytes at a time, and notes on the way whether a byte is zero or not ASCII. The fields hold what the
 * last search found.
 */
export class LineEnds {
  /** True when one of the bytes before the line feed is zero or not ASCII. */
  isStrange = false;

  /** The place of the next line feed from `from` on; -1 when there is none before the end. */
  next(view: DataView, from: number): number {
    const lastWord = view.byteLength - 4;
    this.isStrange = false;
    let at = from;
    for (; at <= lastWord; at += 4) {
      const word = view.getInt32(at, true);
      // Nothing but printable ASCII: no line feed either.
      if (((word | (word - BLANKS)) & HIGH_BITS) === 0) continue;
      const found = this.#inBytes(view, at, at + 4);
      if (found >= 0) return found;
    }
    return this.#inBytes(view, at, view.byteLength);
  }

  #inBytes(view: DataView, from: number, to: number): number {
    for (let at = from; at < to; at++) {
      const byte = view.getUint8(at);
      if (byte === LINE_FEED) return at;
      if (byte === 0 || byte >= 0x80) this.isStrange = true;
    }
    return -1;
  }
}
