import type { DoubtLedger } from '../doubts.ts';
import type { MessageKind, Period, Speaker } from '../reading.ts';
import { SpeakerCount } from '../speaker-count.ts';
import type { HeaderBatch } from './header-batch.ts';
import { NO_TIME } from './header-clock.ts';
import { DoubtLists } from './message-doubts.ts';
import type { NameTable } from './names.ts';
import type { ShapeTable } from './shape-table.ts';
import type { MessageWalk } from './walk.ts';
import { writtenOf } from './written-time.ts';

/** Ranges of skipped numbers that are listed. */
const MOST_RANGES = 20;

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
  readonly #kinds: Partial<Record<MessageKind, number>> = {};
  /** Messages that are a person's plain words. */
  #plain = 0;
  readonly #skipped: string[] = [];
  readonly #ledger: DoubtLedger;
  readonly #lists = new DoubtLists();
  readonly #speeches: (Speech | undefined)[] = [];
  /** The speaker of the message before, when it was their first; their time is compared with the next. */
  #fresh: Speech | null = null;
  #before = NO_TIME;
  #earliest = Number.MAX_SAFE_INTEGER;
  #latest = NO_TIME;
  #earliestShape = 0;
  #latestShape = 0;

  constructor(ledger: DoubtLedger) {
    this.#ledger = ledger;
  }

  look(walk: MessageWalk, batch: HeaderBatch, i: number): void {
    const n = this.messages++;
    const { kind, doubts, clock } = walk;
    if (walk.verdict === null) this.#plain += 1;
    else this.#kinds[kind] = (this.#kinds[kind] ?? 0) + 1;
    if (doubts !== 0) for (const code of this.#lists.in(doubts)) this.#ledger.tally(code, n);
    if (walk.hasFile && walk.media.skipped !== null && this.#skipped.length < MOST_RANGES)
      this.#skipped.push(walk.media.skipped);
    const { at } = clock;
    if (this.#fresh !== null) {
      if (at !== NO_TIME && this.#before > at) this.#fresh.isOutOfOrder = true;
      this.#fresh = null;
    }
    if (walk.speaker >= 0 && kind !== 'system') this.#spoke(walk.speaker, n, at);
    if (at > this.#latest) {
      // In nearly every chat each message is the latest so far.
      this.#latest = at;
      this.#latestShape = batch.shape[i] as number;
    }
    if (at < this.#earliest && at !== NO_TIME) {
      this.#earliest = at;
      this.#earliestShape = batch.shape[i] as number;
    }
    this.#before = at;
  }

  /** Once every message was looked at. */
  end(): void {
    if (this.#skipped.length === 0) return;
    const more = this.#skipped.length === MOST_RANGES ? ' and perhaps more' : '';
    this.#ledger.noteFile('media-numbers-absent', `Numbers skipped: ${this.#skipped.join(', ')}${more}.`);
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

  get kinds(): Partial<Record<MessageKind, number>> {
    const text = this.#plain + (this.#kinds.text ?? 0);
    return text === 0 ? this.#kinds : { ...this.#kinds, text };
  }

  period({ shapes }: ShapeTable): Period | null {
    if (this.#latest === NO_TIME) return null;
    const written = (seconds: number, shape: number): string =>
      writtenOf(seconds, shapes[shape]?.shape.seconds === true ? 'second' : 'minute');
    return {
      first: written(this.#earliest, this.#earliestShape),
      last: written(this.#latest, this.#latestShape),
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
}
