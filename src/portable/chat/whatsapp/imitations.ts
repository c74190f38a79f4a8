import { dayUnder } from '../clocks/calendar.ts';
import type { HeaderBatch } from './header-batch.ts';
import { HOLDS_OTHER_STYLE } from './header-batch.ts';
import type { HeaderClock } from './header-clock.ts';
import { NO_TIME } from './header-clock.ts';
import type { KnownShape, ShapeTable } from './shape-table.ts';
import { unpackDate } from './shape-table.ts';

const DAY_SECONDS = 86_400;
/** A run of foreign headers at the end of the file is text only when it is this short. */
const LONGEST_RUN_AT_END = 3;
/** A longer run is a change of style, not lines that somebody pasted. */
const LONGEST_RUN = 250;
/** Minute clocks beside second clocks: a minute is compared with the end of the minute. */
const SLACK_SECONDS = 60;

/** Where a stretch of an item ends. */
export interface StretchEnd {
  readonly atEnd: boolean;
  /** No more can be held, so nothing can be left open. */
  readonly atLimit: boolean;
}

/**
 * Takes out the headers that are more likely text inside a message: a run of lines in a shape other than the file's main
 * one, where the main shape goes on before and after it, and none of whose times fits between. A run at the very
 * end counts when it is short.
 */
export class ImitationFilter {
  /** How many headers were taken for text. */
  found = 0;
  readonly #table: ShapeTable;
  readonly #main: number;
  readonly #clock: HeaderClock;

  constructor(table: ShapeTable, main: number, clock: HeaderClock) {
    this.#table = table;
    this.#main = main;
    this.#clock = clock;
  }

  apply(batch: HeaderBatch, end: StretchEnd): void {
    const { length } = batch;
    let kept = 0;
    for (let i = 0; i < length;) {
      const to = this.#endOfRun(batch, i);
      if (to > i && kept > 0 && to === length && !end.atEnd && !end.atLimit && to - i <= LONGEST_RUN) {
        // What follows decides: the header before the run comes again with it.
        batch.length = kept;
        batch.whole = kept - 1;
        return;
      }
      if (to > i && kept > 0 && this.#isImitation(batch, { start: i, end: to }, end)) {
        batch.holds[kept - 1] = HOLDS_OTHER_STYLE;
        this.found += to - i;
        for (; i < to; i++) batch.takeIn(kept - 1, batch.strange[i] as number);
      } else for (const next = Math.max(to, i + 1); i < next; i++) batch.move(i, kept++);
    }
    batch.length = kept;
    batch.whole = Math.min(batch.whole, end.atEnd ? kept : Math.max(0, kept - 1));
  }

  #endOfRun(batch: HeaderBatch, from: number): number {
    let end = from;
    while (end < batch.length && batch.shape[end] !== this.#main) end += 1;
    return end;
  }

  #isImitation(batch: HeaderBatch, run: { start: number; end: number }, { atEnd }: StretchEnd): boolean {
    const isLast = run.end === batch.length;
    if (isLast && (!atEnd || run.end - run.start > LONGEST_RUN_AT_END)) return false;
    if (run.end - run.start > LONGEST_RUN) return false;
    const from = this.#timeOf(batch, run.start - 1);
    const to = isLast ? NO_TIME : this.#timeOf(batch, run.end);
    if (from !== NO_TIME && to !== NO_TIME && to < from) return false;
    for (let i = run.start; i < run.end; i++) if (this.#fits(batch, i, { from, to })) return false;
    return true;
  }

  #timeOf(batch: HeaderBatch, i: number): number {
    this.#clock.look(batch, i);
    return this.#clock.at;
  }

  /** True when some order of day and month puts the header between the two times (NO_TIME is no bound). */
  #fits(batch: HeaderBatch, i: number, { from, to }: { from: number; to: number }): boolean {
    const { shape } = this.#table.shapes[batch.shape[i] as number] as KnownShape;
    const parts = unpackDate(batch.date[i] as number, shape);
    return (['DMY', 'MDY', 'YMD', 'YDM'] as const).some(order => {
      const day = dayUnder(order, parts, shape.twoDigitYear);
      if (day === null) return false;
      const at = day * DAY_SECONDS + (batch.second[i] as number);
      return (from === NO_TIME || at + SLACK_SECONDS > from) && (to === NO_TIME || at < to + SLACK_SECONDS);
    });
  }
}
