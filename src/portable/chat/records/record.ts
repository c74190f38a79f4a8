import type { DoubtCode, DoubtLedger } from '../doubts.ts';
import type { Message, Precision, Span, Zone } from '../reading.ts';

/** Members that may be absent may also be undefined: it is the same. */
type Absentable<T> = {
  [Key in keyof T]: undefined extends T[Key] ? T[Key] | undefined : T[Key];
};

/** What a message says of itself, before what only its neighbours and the whole item can say. */
export interface ChatRecord extends Absentable<
  Omit<Message, 'n' | 'doubts' | 'written' | 'instant' | 'precision' | 'conversation' | 'writtenOther'>
> {
  /** Index into the conversations of the pass. */
  readonly chat: number;
  /** Milliseconds since 1970 on the clock the file was written by, and in UTC; null where the file does not give it. */
  readonly localMs: number | null;
  readonly utcMs: number | null;
  readonly precision: Precision;
  /** Doubts that the message's own bytes give. */
  readonly doubts: readonly DoubtCode[];
  /** The reply is to a message of another chat: nothing is said when it is not here. */
  readonly repliesElsewhere?: boolean;
}

/** A conversation as the item describes it; all but the count may be filled in after its messages. */
export interface RecordChat {
  name: string | null;
  id: string | null;
  kind: string | null;
}

/** Which clocks the messages of an item have. */
export interface ClocksSeen {
  readonly both: number;
  readonly localOnly: number;
  readonly utcOnly: number;
  /** Offsets between the two clocks, in minutes, ascending. */
  readonly offsetsMinutes: readonly number[];
}

/** One walk through an item. All but `records` is complete only once that has ended. */
export interface RecordPass {
  /** The messages in file order. */
  readonly records: Iterable<ChatRecord>;
  readonly chats: readonly RecordChat[];
  /** In order and apart from the records; at most 10,000, neighbours joined. */
  readonly unread: readonly Span[];
  /** States the doubts about the item as a whole. Only after the first walk. */
  readonly finish: (ledger: DoubtLedger, clocks: ClocksSeen) => void;
  readonly zone: (clocks: ClocksSeen) => Zone;
}
