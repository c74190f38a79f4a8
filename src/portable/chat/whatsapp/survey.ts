import type { DoubtLedger } from '../doubts.ts';
import type { MessageKind, Period, Precision, Speaker } from '../reading.ts';
import { SpeakerCount } from '../speaker-count.ts';
import type { HeaderBatch } from './header-batch.ts';
import { NO_TIME } from './header-clock.ts';
import { DoubtLists } from './message-doubts.ts';
import type { NameTable } from './names.ts';
import type { MessageWalk } from './walk.ts';
import { writtenOf } from './written-time.ts';

interface Clocked {
  readonly seconds: number;
  readonly precision: Precision;
}

/** What one name said. */
interface Speech {
  messages: number;
  readonly first: number;
  /** Their first message is earlier than the one before it, or later than the one after. */
  isOutOfOrder: boolean;
}

/** Counts the messages of one pass, their speakers, times and doubts. */
export class Survey {
  messages = 0;
  readonly kinds: Partial<Record<MessageKind, number>> = {};
  readonly #ledger: DoubtLedger;
  readonly #lists = new DoubtLists();
  readonly #speeches: (Speech | undefined)[] = [];
  /** The speaker of the message before, when it was their first; their time is compared with the next. */
  #fresh: Speech | null = null;
  #before = NO_TIME;
  #first: Clocked | null = null;
  #last: Clocked | null = null;

  constructor(ledger: DoubtLedger) {
    this.#ledger = ledger;
  }

  look(walk: MessageWalk, batch: HeaderBatch, i: number): void {
    const n = this.messages++;
    const { kind, doubts, clock } = walk;
    this.kinds[kind] = (this.kinds[kind] ?? 0) + 1;
    if (doubts !== 0) for (const code of this.#lists.in(doubts)) this.#ledger.tally(code, n);
    const { at } = clock;
    if (this.#fresh !== null) {
      if (at !== NO_TIME && this.#before > at) this.#fresh.isOutOfOrder = true;
      this.#fresh = null;
    }
    if (walk.speaker >= 0 && kind !== 'system') this.#spoke(walk.speaker, n, at);
    if (at !== NO_TIME) this.#lookAtTime(walk, batch, i);
    this.#before = at;
  }

  /** The places of messages whose speaker appears nowhere else, where their time does not fit. */
  loneSpeakers(): number[] {
    const found = this.#speeches.flatMap(speech =>
      speech?.messages === 1 && speech.isOutOfOrder ? [speech.first] : [],
    );
    return found.sort((a, b) => a - b);
  }

  speakers(names: NameTable): Speaker[] {
    const counts = new SpeakerCount();
    const byFirst = this.#speeches
      .flatMap((speech, id) => (speech ? [{ ...speech, id }] : []))
      .sort((a, b) => a.first - b.first);
    for (const { id, messages } of byFirst) counts.add(names.text(id), null, messages);
    return counts.list();
  }

  get period(): Period | null {
    const [first, last] = [this.#first, this.#last];
    if (!first || !last) return null;
    return {
      first: writtenOf(first.seconds, first.precision),
      last: writtenOf(last.seconds, last.precision),
    };
  }

  #spoke(id: number, n: number, at: number): void {
    const known = this.#speeches[id];
    if (known) known.messages += 1;
    else {
      const isOutOfOrder = at !== NO_TIME && this.#before > at;
      this.#fresh = { messages: 1, first: n, isOutOfOrder };
      this.#speeches[id] = this.#fresh;
    }
  }

  #lookAtTime({ clock }: MessageWalk, batch: HeaderBatch, i: number): void {
    const { at } = clock;
    if (this.#last !== null && at >= (this.#first as Clocked).seconds && at <= this.#last.seconds) return;
    const precision = clock.hasSeconds(batch, i) ? 'second' : 'minute';
    if (!this.#first || at < this.#first.seconds) this.#first = { seconds: at, precision };
    if (!this.#last || at > this.#last.seconds) this.#last = { seconds: at, precision };
  }
}
