import type { DoubtCode, DoubtLedger } from '../doubts.ts';
import type { ChatRecord } from './record.ts';

/** Steps back in time that make a file one that runs newest first, when they are also the more frequent ones. */
const FEWEST_STEPS = 2;
const MESSAGES_LISTED = 100;
const UNIT_MS = { day: 86_400_000, minute: 60_000, second: 1000, millisecond: 1, none: 1 };

/** Compares the time of each message with that of the message before it in the file, within a chat. */
export class TimeSteps {
  #before: number | null = null;
  #unit = 1;
  #chatBefore = -1;

  /**
   * Below zero for a message earlier than the one before, above zero for a later one, else 0: also where both are within
   * the unit of the coarser clock of the two, which does not tell.
   */
  next({ chat, utcMs, localMs, precision }: ChatRecord): number {
    const at = utcMs ?? localMs;
    if (at === null) return 0;
    const [own, before] = [UNIT_MS[precision], chat === this.#chatBefore ? this.#before : null];
    const unit = Math.max(own, this.#unit);
    this.#before = at;
    this.#unit = own;
    this.#chatBefore = chat;
    return before === null ? 0 : Math.floor(at / unit) - Math.floor(before / unit);
  }
}

/** The doubt of a message that stands against the way its file runs; null when it does not. */
export function againstOrder(step: number, isNewestFirst: boolean): DoubtCode | null {
  if (isNewestFirst) return step > 0 ? 'time-goes-forwards' : null;
  return step < 0 ? 'time-goes-backwards' : null;
}

type Counted = { count: number; readonly messages: number[] };

/** Finds out which way a file runs whose format does not say, and which messages stand against it. */
export class TimeOrder {
  readonly #steps = new TimeSteps();
  readonly #earlier: Counted = { count: 0, messages: [] };
  readonly #later: Counted = { count: 0, messages: [] };
  readonly #fewest: number;

  /** Of a format that usually runs newest first, one step is enough. */
  constructor(isUsuallyNewestFirst = false) {
    this.#fewest = isUsuallyNewestFirst ? 1 : FEWEST_STEPS;
  }

  look(n: number, record: ChatRecord): void {
    const step = this.#steps.next(record);
    if (step === 0) return;
    const counted = step < 0 ? this.#earlier : this.#later;
    counted.count += 1;
    if (counted.messages.length < MESSAGES_LISTED) counted.messages.push(n);
  }

  get isNewestFirst(): boolean {
    return this.#earlier.count >= this.#fewest && this.#earlier.count > this.#later.count;
  }

  note(ledger: DoubtLedger): void {
    const { isNewestFirst } = this;
    const { count, messages } = isNewestFirst ? this.#later : this.#earlier;
    const code = isNewestFirst ? 'time-goes-forwards' : 'time-goes-backwards';
    for (let i = 0; i < count; i++) ledger.tally(code, messages[i] ?? 0);
    if (isNewestFirst) ledger.noteFile('newest-first');
  }
}
