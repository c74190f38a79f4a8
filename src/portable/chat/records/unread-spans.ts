import type { Span } from '../reading.ts';

/** A reading lists at most so many stretches of unread bytes. */
const MOST_SPANS = 10_000;

/**
 * The unread spans of one walk, in order, neighbours joined. Once they are full the walk must end, and what is left is one
 * more: a file of nothing but damage costs no memory.
 */
export class UnreadSpans {
  readonly spans: [start: number, end: number][] = [];

  /** Bytes `start` to `end`, behind all that were added before; nothing when there are none. */
  add([start, end]: Span): void {
    const before = this.spans.at(-1);
    if (start >= end) return;
    if (before?.[1] === start) before[1] = end;
    else this.spans.push([start, end]);
  }

  /** True when there is room for one more only: the rest of the item. */
  get isFull(): boolean {
    return this.spans.length >= MOST_SPANS - 1;
  }
}
