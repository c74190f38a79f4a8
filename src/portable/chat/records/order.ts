import type { DoubtCode } from '../doubts.ts';
import type { ChatRecord } from './record.ts';

/** Which way the messages of an item run. */
export type Direction = 'oldest-first' | 'newest-first';

/** How many messages are listed by number with a doubt. */
const LISTED = 100;

const UNIT_MS = { day: 86_400_000, minute: 60_000, second: 1000, millisecond: 1, none: 1 };

/** Follows the times of messages that stand one after the other in one chat. */
export class Steps {
  #before: number | null = null;
  #unit = 1;
  #chat = -1;

  /**
   * Milliseconds from the message before in the same chat, in the coarser unit of the two clocks: within it the times do
   * not tell which was first. 0 where there is none before, or no time.
   */
  next({ chat, utcMs, localMs, precision }: ChatRecord): number {
    const at = utcMs ?? localMs;
    if (at === null) return 0;
    const own = UNIT_MS[precision];
    const unit = Math.max(own, this.#unit);
    const before = chat === this.#chat ? this.#before : null;
    this.#before = at;
    this.#unit = own;
    this.#chat = chat;
    return before === null ? 0 : (Math.floor(at / unit) - Math.floor(before / unit)) * unit;
  }
}

/** The doubt of a message that stands so many milliseconds from the one before it. */
export function orderDoubt(direction: Direction, step: number): DoubtCode | null {
  if (direction === 'oldest-first') return step < 0 ? 'time-goes-backwards' : null;
  return step > 0 ? 'time-goes-forwards' : null;
}

/** The messages with one doubt: how many, and the first of them. */
export class Tally {
  count = 0;
  readonly first: number[] = [];

  add(n: number): void {
    this.count += 1;
    if (this.first.length < LISTED) this.first.push(n);
  }
}

/** Counts steps back and steps forward, so that the direction is known once all were seen. */
export class OrderCount {
  readonly #back = new Tally();
  readonly #forward = new Tally();

  add(n: number, step: number): void {
    if (step < 0) this.#back.add(n);
    if (step > 0) this.#forward.add(n);
  }

  /** Where an app may write newest first, most steps decide; where it may not, nothing does. */
  direction(mayRunEither: boolean): Direction {
    return mayRunEither && this.#back.count > this.#forward.count ? 'newest-first' : 'oldest-first';
  }

  /** The messages that stand against the direction. */
  against(direction: Direction): Tally {
    return direction === 'oldest-first' ? this.#back : this.#forward;
  }
}
