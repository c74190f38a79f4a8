import type { DoubtLedger } from '../doubts.ts';
import type { ChatRecord } from './record.ts';

/** Steps back in time that make a file one that runs newest first, when they are also the more frequent ones. */
const FEWEST_STEPS = 2;
const MESSAGES_LISTED = 100;

/** Compares the time of each message with that of the message before it in the file, within a chat. */
export class TimeSteps {
  #before: number | null = null;
  #chatBefore = -1;

  /** Below zero for a message earlier than the one before, above zero for a later one, else 0. */
  next({ chat, utcMs, localMs }: ChatRecord): number {
    const at = utcMs ?? localMs;
    if (at === null) return 0;
    const step = chat === this.#chatBefore && this.#before !== null ? at - this.#before : 0;
    this.#before = at;
    this.#chatBefore = chat;
    return step;
  }
}

type Counted = { count: number; readonly messages: number[] };

/** Finds out which way a file runs whose format does not say, and which messages stand against it. */
export class TimeOrder {
  readonly #steps = new TimeSteps();
  readonly #earlier: Counted = { count: 0, messages: [] };
  readonly #later: Counted = { count: 0, messages: [] };

  look(n: number, record: ChatRecord): void {
    const step = this.#steps.next(record);
    if (step === 0) return;
    const counted = step < 0 ? this.#earlier : this.#later;
    counted.count += 1;
    if (counted.messages.length < MESSAGES_LISTED) counted.messages.push(n);
  }

  get isNewestFirst(): boolean {
    return this.#earlier.count >= FEWEST_STEPS && this.#earlier.count > this.#later.count;
  }

  note(ledger: DoubtLedger): void {
    const { count, messages } = this.isNewestFirst ? this.#later : this.#earlier;
    for (let i = 0; i < count; i++) ledger.tally('time-goes-backwards', messages[i] ?? 0);
    if (this.isNewestFirst) ledger.noteFile('newest-first');
  }
}
