import type { DoubtCode } from '../doubts.ts';

/** The doubts of single messages, in the order in which a message lists them; a set of them is a number, one bit each. */
export const MESSAGE_DOUBTS = [
  'header-like-line',
  'header-like-body-line',
  'placeholder-guessed',
  'system-or-user',
  'speaker-has-colon',
  'content-not-in-export',
  'invalid-utf8',
  'nul-bytes',
  'date-order-conflict',
  'day-period-not-understood',
  'date-not-understood',
  'date-after-sealing',
  'time-goes-backwards',
  'media-date-differs',
  'media-numbers-absent',
  'media-mark-missing',
  'speaker-appears-once',
  'header-shape-differs',
] as const satisfies readonly DoubtCode[];

export type MessageDoubt = (typeof MESSAGE_DOUBTS)[number];

/** The bit of each doubt. */
export const BIT = Object.fromEntries(MESSAGE_DOUBTS.map((code, i) => [code, 1 << i])) as Record<
  MessageDoubt,
  number
>;

const NONE: readonly MessageDoubt[] = [];

/** Lists of doubts, the same list for the same set. */
export class DoubtLists {
  readonly #lists = new Map<number, readonly MessageDoubt[]>();

  in(set: number): readonly MessageDoubt[] {
    if (set === 0) return NONE;
    const known = this.#lists.get(set);
    if (known) return known;
    const list = MESSAGE_DOUBTS.filter(code => (set & BIT[code]) !== 0);
    this.#lists.set(set, list);
    return list;
  }
}
