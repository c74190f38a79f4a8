import { plausibleOffset } from '../clocks/zone.ts';
import type { DoubtCode } from '../doubts.ts';
import { IdSet } from './id-set.ts';
import type { ChatRecord } from './record.ts';

const DAY_MS = 86_400_000;

/**
 * The doubts of a message that those before it give: computed alike in every pass, so that none need be remembered by
 * message. Replies are left to whoever knows all ids.
 */
export class Neighbours {
  readonly ids = new IdSet();
  #before: number | null = null;
  #chatBefore = -1;

  /** All doubts of the next message in file order. */
  doubtsOf(record: ChatRecord): readonly DoubtCode[] {
    const isRepeated = record.id !== undefined && !this.ids.add(record.chat, record.id);
    const clock = clockDoubt(record);
    const isBackwards = this.#isBackwards(record);
    if (!isRepeated && clock === null && !isBackwards) return record.doubts;
    return [
      ...record.doubts,
      ...(isRepeated ? (['repeated-id'] as const) : []),
      ...(clock === null ? [] : [clock]),
      ...(isBackwards ? (['time-goes-backwards'] as const) : []),
    ];
  }

  #isBackwards({ chat, utcMs, localMs, precision }: ChatRecord): boolean {
    const at = utcMs ?? localMs;
    if (at === null) return false;
    const before = chat === this.#chatBefore ? this.#before : null;
    // A day is not before an hour of it.
    const isBackwards = before !== null && (precision === 'day' ? at + DAY_MS <= before : at < before);
    if (precision !== 'day' || isBackwards || before === null || at > before) this.#before = at;
    this.#chatBefore = chat;
    return isBackwards;
  }
}

function clockDoubt({ localMs, utcMs }: ChatRecord): DoubtCode | null {
  if (localMs === null) return utcMs === null ? 'date-not-understood' : null;
  if (utcMs === null) return null;
  return plausibleOffset(localMs / 1000, utcMs / 1000) === null ? 'date-and-instant-disagree' : null;
}
