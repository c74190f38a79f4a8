import { plausibleOffset } from '../clocks/zone.ts';
import type { DoubtCode } from '../doubts.ts';
import { IdSet } from './id-set.ts';
import type { ChatRecord } from './record.ts';
import { againstOrder, TimeSteps } from './time-order.ts';

/**
 * The doubts of a message that those before it give: computed alike in every pass, so that none need be remembered by
 * message. Replies are left to whoever knows all ids.
 */
export class Neighbours {
  readonly ids = new IdSet();
  readonly #steps = new TimeSteps();
  readonly #isNewestFirst: boolean;

  constructor(isNewestFirst = false) {
    this.#isNewestFirst = isNewestFirst;
  }

  /** All doubts of the next message in file order. */
  doubtsOf(record: ChatRecord): readonly DoubtCode[] {
    const isRepeated = record.id !== undefined && !this.ids.add(record.chat, record.id);
    const clock = clockDoubt(record);
    const order = againstOrder(this.#steps.next(record), this.#isNewestFirst);
    if (!isRepeated && clock === null && order === null) return record.doubts;
    return [
      ...record.doubts,
      ...(isRepeated ? (['repeated-id'] as const) : []),
      ...(clock === null ? [] : [clock]),
      ...(order === null ? [] : [order]),
    ];
  }
}

function clockDoubt({ localMs, utcMs }: ChatRecord): DoubtCode | null {
  if (localMs === null) return utcMs === null ? 'date-not-understood' : null;
  if (utcMs === null) return null;
  return plausibleOffset(localMs / 1000, utcMs / 1000) === null ? 'date-and-instant-disagree' : null;
}
