import type { Span } from '../reading.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { MOST_MESSAGE_BYTES, Window } from '../source/window.ts';
import { HeaderBatch } from './header-batch.ts';
import { HeaderScanner } from './scan.ts';
import type { ShapeTable } from './shape-table.ts';
import type { LineDivider } from './speakers.ts';

/** A place in the item where something began that is not read. */
const NOTHING = -1;
/** Fetched at once: what is found in so many bytes stays near the processor until it is used. */
const STRETCH_BYTES = 1 << 16;
const NEWLINE = 0x0a;

/**
 * Goes through an item once, stretch by stretch, and finds the headers of each. Whoever takes a stretch may say by
 * `batch.whole` that later headers must come again with the next stretch, because what follows decides about them.
 */
export class Batches {
  /** Stretches that belong to no message: what stands before the first header, and messages too large to be held. */
  readonly unread: Span[] = [];
  readonly batch = new HeaderBatch();
  readonly scanner: HeaderScanner;
  tooLarge = 0;
  /** True when the item ends with this stretch. */
  atEnd = false;
  /** True when no more can be held: what is open must be decided by what is here. */
  atLimit = false;

  readonly #window: Window;
  /** Offset of the first byte that is not done with. */
  #at: number;
  #unreadFrom: number;
  /** The line at `#at` began before it. */
  #inLine = false;
  /** Up to here lines were looked at. */
  #scanned = 0;
  #isOpenLine = false;

  constructor(source: ByteSource, shapes: ShapeTable, from: number, divider: LineDivider | null = null) {
    const chunkBytes = source.chunkBytes ?? STRETCH_BYTES;
    this.#window = new Window({ size: source.size, read: (at, into) => source.read(at, into), chunkBytes });
    this.scanner = new HeaderScanner(this.batch, shapes, divider);
    this.#at = from;
    this.#unreadFrom = from;
  }

  /** Bytes fetched and looked at, for tests of linear work. */
  get steps(): number {
    return this.#window.steps + this.scanner.steps;
  }

  /** Finds the headers of the next stretch; false at the end of the item. `whole` is all but the last, or all at the end. */
  next(): boolean {
    const { batch } = this;
    let isStuck = batch.length > 0 && batch.whole === 0;
    if (batch.whole > 0) this.#at = batch.base + batch.end(batch.whole - 1);
    while (isStuck || this.#at < this.#window.size) {
      if (!this.#take(isStuck)) {
        this.#giveUp();
        isStuck = false;
      } else if (this.#find()) return true;
      else isStuck = this.#isOpenLine;
    }
    this.#finish();
    return false;
  }

  /** Holds more than before; false when that is more than may be held. */
  #take(isStuck: boolean): boolean {
    const { end, size } = this.#window;
    const held = Math.max(0, end - this.#at);
    if (isStuck && held >= MOST_MESSAGE_BYTES) return false;
    const wanted = isStuck ? end + held : end + 1;
    return this.#window.hold(this.#at, Math.min(wanted, size, this.#at + MOST_MESSAGE_BYTES));
  }

  /** True when a stretch with headers was found. */
  #find(): boolean {
    const { batch } = this;
    const { bytes, base, isLast } = this.#window;
    batch.clear(bytes, base);
    this.atEnd = isLast;
    this.atLimit = this.#window.end - this.#at >= MOST_MESSAGE_BYTES;
    const from = this.#inLine ? this.#restOfLine(this.#at - base) : this.#at - base;
    // At the limit a line that does not end here is looked at all the same: it may begin the message that cannot be held.
    this.#scanned = base + (from < 0 ? bytes.length : this.scanner.scan(from, isLast || this.atLimit));
    batch.endsAt = bytes.length;
    batch.whole = isLast ? batch.length : Math.max(0, batch.length - 1);
    this.#isOpenLine = false;
    if (this.#unreadFrom === NOTHING) return true;
    if (batch.length > 0) this.#endUnread();
    else this.#passOver();
    return batch.length > 0;
  }

  /** Where the next line begins, in a line of which the beginning was passed over; -1 when it does not end here. */
  #restOfLine(from: number): number {
    const newline = this.batch.bytes.indexOf(NEWLINE, from);
    if (newline < 0) return -1;
    this.#inLine = false;
    return newline + 1;
  }

  #endUnread(): void {
    const start = this.batch.base + (this.batch.start[0] as number);
    if (start > this.#unreadFrom) this.unread.push([this.#unreadFrom, start]);
    this.#unreadFrom = NOTHING;
    this.#at = start;
  }

  /** No header yet: what stands here is let go, but for a line that is not all here. */
  #passOver(): void {
    if (this.atEnd) this.#at = this.#window.size;
    else if (this.#isLineEndHere) this.#at = this.#scanned;
    else if (this.atLimit) this.#letGo();
    else this.#isOpenLine = true;
  }

  /** Lines were looked at, and the last of them is all here. */
  get #isLineEndHere(): boolean {
    return this.#scanned > this.#at && (!this.atLimit || this.#scanned < this.#window.end);
  }

  #letGo(): void {
    this.#at = this.#window.end;
    this.#inLine = this.batch.bytes.at(-1) !== NEWLINE;
  }

  /** A message that cannot be held: its bytes are passed over up to the next header. */
  #giveUp(): void {
    if (this.#unreadFrom === NOTHING) {
      this.tooLarge += 1;
      this.#unreadFrom = this.#at;
    }
    if (this.#isLineEndHere) this.#at = this.#scanned;
    else this.#letGo();
  }

  #finish(): void {
    const { size } = this.#window;
    if (this.#unreadFrom !== NOTHING && this.#unreadFrom < size) this.unread.push([this.#unreadFrom, size]);
    this.#unreadFrom = NOTHING;
  }
}
