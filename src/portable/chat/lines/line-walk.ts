import { Window } from '../source/window.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { byteOrderMarkBytes } from '../written-text.ts';

const LF = 0x0a;
const FIRST_BYTES = 4096;
const BOM_BYTES = 3;

/**
 * The lines of an item, one after the other, through a window. Lines end with LF; the last one may have none. A line keeps
 * its end.
 */
export class LineWalk {
  readonly window: Window;
  /** How many bytes a byte order mark takes at the beginning. */
  readonly markBytes: number;
  /** The offsets of the line stepped over last. */
  start = 0;
  end: number;
  /** The first offset that is still held, of those that were asked for. */
  heldFrom = 0;
  /** Bytes looked at, for tests of linear work. */
  #looked = 0;

  constructor(source: ByteSource) {
    this.window = new Window(source);
    this.window.hold(0, BOM_BYTES);
    this.markBytes = byteOrderMarkBytes(this.window.bytes);
    this.end = this.markBytes;
  }

  get steps(): number {
    return this.#looked + this.window.steps;
  }

  /**
   * Steps over the next line, holding the bytes from `keep` on, which is not behind its beginning. False at the end of the
   * item. What is too large to be held is let go: first what is before the line, then the line; see `heldFrom`.
   */
  next(keep = this.end): boolean {
    this.start = this.end;
    this.heldFrom = keep;
    if (this.start >= this.window.size) return false;
    for (let from = this.start; ;) {
      const { bytes, base, end } = this.window;
      const found = from < end ? bytes.indexOf(LF, from - base) : -1;
      this.#looked += (found < 0 ? bytes.length : found + 1) - (from - base);
      if (found >= 0 || this.window.isLast) {
        this.end = found >= 0 ? base + found + 1 : this.window.size;
        return true;
      }
      from = end;
      this.#grow();
    }
  }

  /** Holds twice as much, or lets go of what is too large. */
  #grow(): void {
    const { window } = this;
    for (const from of [this.heldFrom, this.start, window.end]) {
      this.heldFrom = Math.max(this.heldFrom, from);
      const more = Math.max(FIRST_BYTES, window.end - this.heldFrom);
      if (window.hold(this.heldFrom, window.end + more)) return;
    }
  }
}
