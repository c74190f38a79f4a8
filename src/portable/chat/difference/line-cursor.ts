import { decodeReadingLine, type ReadingHead, type ReadingLine } from '../reading-lines.ts';
import type { SpanLine } from './tally.ts';

/** Why lines are no reading: the number of the first line concerned, from 1. */
export interface NoReading {
  readonly reason: 'no-first-line' | 'not-a-reading-line' | 'not-in-file-order';
  readonly line: number;
}

export type Side = 'older' | 'newer';

/** Work that asks for the next line of a side and is given it, null when there is none: so it does not matter where lines come from. */
export type Asking<Result> = Generator<Side, Result, string | null>;

const RANK = { message: 0, unread: 1, envelope: 2 };

/** Goes through the lines of one reading, one at a time, and checks that they stand in the order of the contract. */
export class LineCursor {
  /** The line that stands next, as text and decoded; null at the end, or when the lines are no reading. */
  text: string | null = null;
  line: SpanLine | null = null;
  problem: NoReading | null = null;
  readonly side: Side;
  #number = 0;
  #rank = 0;
  #end = 0;

  constructor(side: Side) {
    this.side = side;
  }

  /** The first line; null, with a problem, when it is none. */
  *head(): Asking<ReadingHead | null> {
    const line = yield* this.#read(null);
    if (line?.type === 'reading') return line;
    this.problem = { reason: 'no-first-line', line: 1 };
    return null;
  }

  /** To the next line. `known` is a line that was decoded already: one of the same text need not be again. */
  *next(known: LineCursor | null = null): Asking<void> {
    const line = yield* this.#read(known);
    this.line = line === null || line.type === 'reading' ? null : line;
    if (line === null) return;
    if (this.line === null) this.#fail('not-a-reading-line');
    else if (!this.#isInOrder(this.line)) this.#fail('not-in-file-order');
  }

  /** Before `other` in the order of the contract: negative. The same type and first byte: 0. */
  compare(other: LineCursor): number {
    if (this.line === null) return other.line === null ? 0 : 1;
    if (other.line === null) return -1;
    const byType = RANK[this.line.type] - RANK[other.line.type];
    return byType === 0 ? this.line.span[0] - other.line.span[0] : byType;
  }

  *#read(known: LineCursor | null): Asking<ReadingLine | null> {
    this.text = yield this.side;
    if (this.text === null) return null;
    this.#number += 1;
    if (known?.line && known.text === this.text) return known.line;
    const decoded = decodeReadingLine(this.text);
    if (decoded.ok) return decoded.line;
    this.#fail('not-a-reading-line');
    return null;
  }

  #isInOrder({ type, span }: SpanLine): boolean {
    const rank = RANK[type];
    const isInOrder = rank > this.#rank || (rank === this.#rank && span[0] >= this.#end);
    this.#rank = rank;
    this.#end = span[1];
    return isInOrder;
  }

  #fail(reason: NoReading['reason']): void {
    this.problem ??= { reason, line: this.#number };
    this.line = null;
  }
}
