import { plausibleOffset } from '../clocks/zone.ts';
import { type DoubtCode, DoubtLedger } from '../doubts.ts';
import type { MessageKind, Period } from '../reading.ts';
import { SpeakerCount } from '../speaker-count.ts';
import { Neighbours } from './neighbours.ts';
import type { ChatRecord, ClocksSeen } from './record.ts';
import { TimeOrder } from './time-order.ts';
import { writtenOf } from './written.ts';

/** Replies to what has not been seen yet: few in any export. */
const MOST_OPEN_REPLIES = 100_000;

type OpenReply = { readonly n: number; readonly chat: number; readonly to: string };

/** What a first walk through an item tells: counts, clocks, and which doubts there are. */
export class Survey {
  readonly ledger = new DoubtLedger();
  readonly kinds: Partial<Record<MessageKind, number>> = {};
  readonly speakers = new SpeakerCount();
  readonly inChat: number[] = [];
  messages = 0;
  readonly #neighbours = new Neighbours();
  /** Null where the format says that its files run oldest first. */
  readonly #order: TimeOrder | null;
  readonly #offsets = new Set<number>();
  readonly #replies: OpenReply[] = [];
  #clocks = { both: 0, localOnly: 0, utcOnly: 0 };
  #first: ChatRecord | null = null;
  #last: ChatRecord | null = null;

  constructor(mayRunNewestFirst: boolean | 'usually' = false) {
    this.#order = mayRunNewestFirst === false ? null : new TimeOrder(mayRunNewestFirst === 'usually');
  }

  look(record: ChatRecord): void {
    const n = this.messages;
    this.messages += 1;
    this.kinds[record.kind] = (this.kinds[record.kind] ?? 0) + 1;
    this.inChat[record.chat] = (this.inChat[record.chat] ?? 0) + 1;
    if (record.speaker !== null && record.kind !== 'system')
      this.speakers.add(record.speaker, record.speakerId ?? null);
    this.#order?.look(n, record);
    for (const code of this.#neighbours.doubtsOf(record))
      if (code !== 'time-goes-backwards' || this.#order === null) this.ledger.tally(code, n);
    this.#reply(n, record);
    this.#clock(record);
  }

  /** Once every message was looked at. */
  end(): void {
    for (const reply of this.#replies)
      if (this.isAbsent(reply.chat, reply.to)) this.ledger.tally('reply-to-absent', reply.n);
    if (this.#neighbours.ids.isFull) this.ledger.noteFile('ids-not-compared');
    this.#order?.note(this.ledger);
    this.#replies.length = 0;
  }

  /** Whether no message of this chat has the id; never said when not all ids could be kept. */
  isAbsent(chat: number, id: string): boolean {
    return !this.#neighbours.ids.isFull && !this.#neighbours.ids.has(chat, id);
  }

  /** True when the file runs from the newest message to the oldest. */
  get isNewestFirst(): boolean {
    return this.#order?.isNewestFirst ?? false;
  }

  get clocks(): ClocksSeen {
    return { ...this.#clocks, offsetsMinutes: [...this.#offsets].sort((a, b) => a - b) };
  }

  get period(): Period | null {
    const [first, last] = [this.#first, this.#last].map(record => record && writtenOf(record));
    return first && last ? { first, last } : null;
  }

  #reply(n: number, { chat, replyTo, repliesElsewhere }: ChatRecord): void {
    if (replyTo === undefined || repliesElsewhere === true || this.#neighbours.ids.has(chat, replyTo)) return;
    if (this.#replies.length < MOST_OPEN_REPLIES) this.#replies.push({ n, chat, to: replyTo });
  }

  #clock(record: ChatRecord): void {
    const { localMs, utcMs } = record;
    const shown = localMs ?? utcMs;
    if (shown === null) return;
    if (localMs === null) this.#clocks.utcOnly += 1;
    else if (utcMs === null) this.#clocks.localOnly += 1;
    else {
      this.#clocks.both += 1;
      const offset = plausibleOffset(localMs / 1000, utcMs / 1000);
      if (offset !== null) this.#offsets.add(offset);
    }
    if (this.#first === null || shown < shownMs(this.#first)) this.#first = record;
    if (this.#last === null || shown > shownMs(this.#last)) this.#last = record;
  }
}

function shownMs({ localMs, utcMs }: ChatRecord): number {
  return localMs ?? utcMs ?? 0;
}

/** All doubts of each message of a later walk, as the first walk counted them. */
export function doubtsOf(neighbours: Neighbours, survey: Survey, record: ChatRecord): readonly DoubtCode[] {
  const doubts = neighbours.doubtsOf(record);
  const { chat, replyTo, repliesElsewhere } = record;
  const isAbsent = replyTo !== undefined && repliesElsewhere !== true && survey.isAbsent(chat, replyTo);
  return isAbsent ? [...doubts, 'reply-to-absent'] : doubts;
}
