import type { Span } from '../reading.ts';

const FIRST_CAPACITY = 1 << 10;

/** How a header came to hold another that was taken for text. */
export const HOLDS_NOTHING = 0;
export const HOLDS_OTHER_STYLE = 1;

/** A header that was taken for text of the message before it, as places in the bytes of its batch. */
export interface PastedHeader {
  readonly speaker: number;
  readonly bodyStart: number;
}

/**
 * The headers of one stretch of a file, in file order, as columns; reused from stretch to stretch. Places are places in
 * `bytes`; add `base` for the offset in the item.
 */
export class HeaderBatch {
  bytes: Uint8Array = new Uint8Array(0);
  view = new DataView(new ArrayBuffer(0));
  base = 0;
  length = 0;
  /** How many of the headers have all that belongs to them here: the rest come again with the next stretch. */
  whole = 0;
  /** Where the message of the last header ends, when it is whole. */
  endsAt = 0;

  start = new Int32Array(FIRST_CAPACITY);
  textStart = new Int32Array(FIRST_CAPACITY);
  textEnd = new Int32Array(FIRST_CAPACITY);
  contentStart = new Int32Array(FIRST_CAPACITY);
  /** End of the header's line, without its line end. */
  lineEnd = new Int32Array(FIRST_CAPACITY);
  second = new Int32Array(FIRST_CAPACITY);
  shape = new Int32Array(FIRST_CAPACITY);
  /** The numbers of the date as one number; equal for equal dates of one shape. */
  date = new Int32Array(FIRST_CAPACITY);
  /** 1 when the word beside the time is not known, so that the hour may be 12 hours later. */
  openHour = new Uint8Array(FIRST_CAPACITY);
  /** Number of the name, or one of the marks of names.ts. */
  speaker = new Int32Array(FIRST_CAPACITY);
  bodyStart = new Int32Array(FIRST_CAPACITY);
  rule = new Uint8Array(FIRST_CAPACITY);
  holds = new Uint8Array(FIRST_CAPACITY);
  /** Not 0 when a byte of the message is zero or not ASCII, those of a known name aside. */
  strange = new Uint8Array(FIRST_CAPACITY);
  /** How many characters less than bytes a known name has: then `strange` says nothing of it. */
  nameLess = new Int32Array(FIRST_CAPACITY);
  /** Headers of strangers that were taken for text, by the place of the header that holds them. */
  readonly pasted = new Map<number, PastedHeader>();

  clear(bytes: Uint8Array, base: number): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
    this.base = base;
    this.length = 0;
    this.whole = 0;
    if (this.pasted.size > 0) this.pasted.clear();
  }

  /** Makes room for one more header. */
  reserve(): void {
    if (this.length < this.start.length) return;
    const room = this.start.length * 2;
    this.start = grown(this.start, room);
    this.textStart = grown(this.textStart, room);
    this.textEnd = grown(this.textEnd, room);
    this.contentStart = grown(this.contentStart, room);
    this.lineEnd = grown(this.lineEnd, room);
    this.second = grown(this.second, room);
    this.shape = grown(this.shape, room);
    this.date = grown(this.date, room);
    this.speaker = grown(this.speaker, room);
    this.bodyStart = grown(this.bodyStart, room);
    this.openHour = grownBytes(this.openHour, room);
    this.rule = grownBytes(this.rule, room);
    this.holds = grownBytes(this.holds, room);
    this.strange = grownBytes(this.strange, room);
    this.nameLess = grown(this.nameLess, room);
  }

  /** Where the message of a header ends: at the next one. */
  end(i: number): number {
    return i + 1 < this.length ? (this.start[i + 1] as number) : this.endsAt;
  }

  /** Where its body ends: before the last line end. */
  bodyEnd(i: number): number {
    const end = this.end(i);
    if (this.bytes[end - 1] !== 0x0a) return end;
    return this.bytes[end - 2] === 0x0d ? end - 2 : end - 1;
  }

  span(i: number): Span {
    return [this.base + (this.start[i] as number), this.base + this.end(i)];
  }

  /** The message of header `i` gets the lines of a header that was taken out. */
  takeIn(i: number, strange: number): void {
    this.strange[i] = (this.strange[i] as number) | strange;
  }

  /** Moves header `from` to place `to`, where headers before it were taken out. */
  move(from: number, to: number): void {
    if (from === to) return;
    for (const column of [this.start, this.textStart, this.textEnd, this.contentStart, this.lineEnd])
      column[to] = column[from] as number;
    for (const column of [this.second, this.shape, this.date, this.speaker, this.bodyStart, this.nameLess])
      column[to] = column[from] as number;
    for (const column of [this.openHour, this.rule, this.holds, this.strange])
      column[to] = column[from] as number;
  }
}

function grown(column: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room);
  larger.set(column);
  return larger;
}

function grownBytes(column: Uint8Array, room: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(room);
  larger.set(column);
  return larger;
}
