import type { Span } from '../reading.ts';

/** Of a file with more such places, everything behind them is unread. */
const MOST = 10_000;

/** The unread spans of one walk, in order, neighbours joined. */
export class UnreadSpans {
  readonly spans: Span[] = [];

  /** False when there is no room for another: the walk must end, with `rest`. */
  add(start: number, end: number): boolean {
    if (end <= start) return true;
    const last = this.spans.at(-1);
    if (last && last[1] === start) this.spans[this.spans.length - 1] = [last[0], end];
    else this.spans.push([start, end]);
    return this.spans.length < MOST;
  }

  /** The last span goes to the end of the item. */
  rest(size: number): void {
    const last = this.spans.pop();
    if (last) this.spans.push([last[0], size]);
  }
}
