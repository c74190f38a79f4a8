import type { ItemKind } from '../intake/index.ts';
import type { Search } from '../search/index.ts';
import type { DateOrderName, Detection, ReadingDifference, ReadingHead, Span } from '#portable/chat/index.ts';
import type { ReadMark } from './read-marks.ts';
import type { Translation } from './translations.ts';
import type { DayCount, LeftOut, ReadingQuestion } from '../reading/index.ts';

/** A conversation as the desk knows it: the reading, the item it was read from, the submission that holds the item. */
export type ConversationFacts = {
  /** 32 hex. */
  readonly readingId: string;
  readonly state: 'reading' | 'read' | 'refused' | 'failed';
  readonly reader: string;
  readonly format: string | null;
  readonly reason: string | null;
  readonly messages: number;
  /** The head of the reading; null while it is not read, or when it is not one of ours. */
  readonly head: ReadingHead | null;
  /** What the item was taken for, and why; null where that was not kept. */
  readonly detection: Detection | null;
  /** Null when there is nothing that can be understood; then there is no strip. */
  readonly days: readonly DayCount[] | null;
  /** What `head` and `days` leave out. */
  readonly leftOut: LeftOut;
  /** The zone that the file's clock was set to, as an officer declared it; null where nobody did. */
  readonly declaredZone: DeclaredZoneAnswer | null;
  /** How many readings of the item stand; this one is one of them. */
  readonly readingsOfItem: number;
  /**
   * The reading to read from now on, when it is not this one: told what officers say of its dates now, and of those the one
   * made last. Null when this is it.
   */
  readonly standingInstead: string | null;
  /** A failed reading that was asked for again and has not begun again yet. */
  readonly isAskedAgain: boolean;
  readonly item: {
    readonly id: string;
    readonly number: number;
    readonly name: string;
    readonly kind: ItemKind;
    readonly sourceClass: string;
    readonly sizeBytes: number;
    readonly sha256Hex: string;
    readonly sealedAt: Date;
    readonly extractOf: string | null;
  };
  readonly submission: { readonly reference: string; readonly holder: string | null };
};

/** A message line as it was stored. `line` is null when it is too long to be fetched with its neighbours. */
export type FetchedLine = { readonly n: number; readonly line: string | null; readonly lineBytes: number };

/**
 * A message with its bytes. `line` is null when it is too long to be read at once. `raw` is the beginning of its bytes,
 * `rawBytes` how many there are; null when none are kept.
 */
export type FetchedMessage = {
  readonly n: number;
  readonly line: string | null;
  readonly raw: Uint8Array | null;
  readonly rawBytes: number | null;
};

/** A longer line is never fetched: its message is shown in pieces of its bytes. */
export const LONGEST_MESSAGE_BYTES = 4_000_000;

/** Bytes that belong to no message: where they stand in the item, and their beginning. */
export type FetchedUnread = { readonly span: Span; readonly raw: Uint8Array | null };

/** What a list of messages is narrowed to. */
export type MessageFilter =
  | Search
  | { readonly doubtful: true }
  /** Of one of several conversations, by its place in the reading's list. */
  | { readonly conversation: number };

/**
 * A message among those that match: how many match in all, how many of them stand up to and with it, and the numbers of the
 * nearest before and after it.
 */
export type MatchesAround = {
  readonly total: number;
  readonly upTo: number;
  readonly before: number | null;
  readonly after: number | null;
};

/** The event that sealed an item, and its place in the log. */
export type SealEvidence = {
  readonly at: Date;
  readonly n: number;
  readonly commitmentHex: string;
  readonly logIndex: number | null;
};

/** A zone (an IANA name), who declared it and how it is known. */
export type DeclaredZoneAnswer = Pick<RecordedAnswer, 'by' | 'reason'> & { readonly zone: string };

/** The zone that stands after these answers. */
export function zoneAfter(answers: readonly RecordedAnswer[]): DeclaredZoneAnswer | null {
  const last = answers.findLast(({ question }) => question === 'zone');
  return last === undefined || last.answer === ''
    ? null
    : { zone: last.answer, by: last.by, reason: last.reason };
}

/** An answer to what the item leaves open, as it stands in the continuity record under number `n`. Empty: taken back. */
export type RecordedAnswer = {
  readonly question: ReadingQuestion;
  readonly answer: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  readonly n: number;
};

/** A search over a conversation that an officer ran, and how many messages it found. */
export type NewSearch = {
  readonly officerId: string;
  readonly words: string;
  readonly hits: number;
  readonly at: Date;
};

export type RunSearch = NewSearch & { readonly by: string };

export type DayPlace = { readonly n: number; readonly day: string };

/** One of the readings of an item. */
export type ReadingOfItem = {
  readonly readingId: string;
  /** Name and version of the reader, from the reading itself where it stands. */
  readonly reader: string;
  /** The order of dates that officers had declared when it was made; null when none. */
  readonly dateOrder: DateOrderName | null;
  readonly state: 'reading' | 'read' | 'refused' | 'failed';
  readonly messages: number;
  readonly partial: boolean;
  /** What the item was taken for then, and why; null where that was not kept. */
  readonly detection: Detection | null;
  readonly readAt: Date | null;
  /** The worker has held it against the one before it. */
  readonly isCompared: boolean;
};

/** Conversations, read in pieces: no answer grows with the conversation. Reading ids are 32 hex. */
export interface ConversationStore {
  find(readingId: string): Promise<ConversationFacts | null>;
  /** At most `limit` messages from message `from` on, in file order. Very long lines come without their text. */
  window(readingId: string, from: number, limit: number): Promise<readonly FetchedLine[]>;
  /** One message, whole unless its line is longer than `LONGEST_MESSAGE_BYTES`, with at most `rawLimit` of its bytes. */
  message(readingId: string, n: number, rawLimit: number): Promise<FetchedMessage | null>;
  /** Some of the bytes of a message, from byte `from` of it on. */
  piece(
    readingId: string,
    n: number,
    within: { readonly from: number; readonly limit: number },
  ): Promise<Uint8Array>;
  /** The first message on that day (`YYYY-MM-DD`) or, when there is none, on the next day that has one. */
  firstOnOrAfter(readingId: string, day: string): Promise<DayPlace | null>;
  /** The days of the given messages, for marks on the strip. */
  daysOf(readingId: string, numbers: readonly number[]): Promise<readonly DayPlace[]>;
  /** Messages that match, from `from` on, and how many match in all. */
  matching(
    readingId: string,
    filter: MessageFilter,
    page: { readonly from: number; readonly limit: number },
  ): Promise<{ readonly lines: readonly FetchedLine[]; readonly total: number }>;
  /** Where message `n`, which need not match, stands among the messages that do. */
  matchesAround(readingId: string, filter: MessageFilter, n: number): Promise<MatchesAround>;
  /** Unread spans that begin in the bytes from `within[0]` up to `within[1]`, in file order, at most `limit`. */
  unread(readingId: string, within: Span, limit: number): Promise<readonly FetchedUnread[]>;
  sealOf(itemId: string): Promise<SealEvidence | null>;
  /** The readings of the item of this one, the one made first first. */
  readingsOfItem(readingId: string): Promise<readonly ReadingOfItem[]>;
  /** What this reading makes otherwise of the item than the one before it; null when there is none, or it is not known. */
  difference(readingId: string): Promise<ReadingDifference | null>;
  /** What officers answered of the item of this reading, oldest first. */
  answers(readingId: string): Promise<readonly RecordedAnswer[]>;
  /** What officers said they have read of it, oldest first. */
  marks(readingId: string): Promise<readonly ReadMark[]>;
  /** Translations of the messages from the first to the last number, both included, those taken back too, oldest first. */
  translations(readingId: string, messages: readonly [number, number]): Promise<readonly Translation[]>;
  /** Puts a search on record, once for the same officer, words and hits. Words of at most 200 characters, not empty. */
  noteSearch(readingId: string, search: NewSearch): Promise<void>;
  /** Searches that officers ran over it, newest first. */
  searches(readingId: string, limit: number): Promise<readonly RunSearch[]>;
}
