import type { Message } from '../reading.ts';
import type { DayLimits } from '../clocks/date-tally.ts';
import type { HeaderBatch } from './header-batch.ts';
import type { Knowledge } from './knowledge.ts';
import { MessageMaker } from './make-message.ts';
import { type ChatFile, SettledBatches } from './settled-batches.ts';
import { MessageWalk } from './walk.ts';

/** What a pass over the messages must be told. */
export interface MessageRules {
  readonly known: Knowledge;
  readonly limits: DayLimits;
  readonly lone: ReadonlySet<number>;
}

/** One pass over the messages of a file. Not a generator: of a million messages each would pay for it. */
export class MessagePass implements Iterator<Message, undefined> {
  readonly #pass: SettledBatches;
  readonly #maker: MessageMaker;
  #batch: HeaderBatch | null = null;
  #i = 0;
  #whole = 0;

  constructor(file: ChatFile, { known, limits, lone }: MessageRules) {
    this.#pass = new SettledBatches(file, known, null);
    const walk = new MessageWalk({ ...known, clock: this.#pass.clock, limits });
    this.#maker = new MessageMaker(file.names, walk, lone);
  }

  next(): IteratorResult<Message, undefined> {
    while (this.#i >= this.#whole) {
      this.#batch = this.#pass.next();
      if (this.#batch === null) return { done: true, value: undefined };
      this.#maker.enter(this.#batch);
      this.#i = 0;
      this.#whole = this.#batch.whole;
    }
    return { done: false, value: this.#maker.make(this.#batch as HeaderBatch, this.#i++) };
  }
}
