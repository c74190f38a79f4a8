// What a demo chat file truly holds, written down while the file is made: no reader has any part in it.

/** What one entry of a chat is. The words are those of the reader's own output, so that the two can be laid side by side. */
export type TruthKind = 'text' | 'media' | 'system' | 'deleted' | 'call';

/** A half-open range of bytes, `[start, end)`, counted from the first byte of the file. */
export type Span = readonly [start: number, end: number];

/** Something in a message that a careless reader gets wrong. */
export type Trap =
  | 'edited'
  | 'gap-before'
  | 'goes-back'
  | 'imitates-header'
  | 'joined-emoji'
  | 'many-lines'
  | 'phone-number-name'
  | 'repeated-hour'
  | 'right-to-left'
  | 'withheld';

/** One entry of the chat, in file order. */
export interface TruthMessage {
  /** Place in the file, counted from 0. */
  readonly n: number;
  readonly kind: TruthKind;
  /** The name as the file writes it, without invisible marks; `null` where the file names nobody. */
  readonly speaker: string | null;
  /** The wall clock the file states, `YYYY-MM-DDTHH:MM` or with `:SS`, as precise as the file is. */
  readonly written: string;
  /** The true moment, UTC, `YYYY-MM-DDTHH:MM:SSZ`. Most files do not hold it. */
  readonly instant: string;
  /** What was said, as the bytes of `bodySpan` spell it (Telegram: the text those bytes encode). */
  readonly body: string;
  /** The whole entry with its line end; for Telegram the JSON object of the message, braces included. */
  readonly span: Span;
  /** The bytes that hold the body, inside `span`; empty (start = end) where the entry has none. */
  readonly bodySpan: Span;
  readonly traps: readonly Trap[];
}

export type TruthFormat = 'whatsapp-android' | 'whatsapp-ios' | 'whatsapp-web-copy' | 'telegram-json';

/** The ground truth of one file. The spans of `messages` and `envelope` together tile the file. */
export interface ChatTruth {
  readonly format: TruthFormat;
  readonly sizeBytes: number;
  readonly digestHex: string;
  /** The order in which dates are truly written. */
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd';
  /** True where another order also gives valid dates for every line. */
  readonly dateOrderAmbiguous: boolean;
  readonly precision: 'minute' | 'second';
  /** The zone the clock of the file truly ran in. */
  readonly zone: 'Europe/London';
  readonly lineEnd: 'lf' | 'crlf';
  readonly messages: readonly TruthMessage[];
  /** Bytes that belong to no message (the frame of a JSON file). */
  readonly envelope: readonly Span[];
  readonly counts: {
    readonly messages: number;
    readonly byKind: Readonly<Record<TruthKind, number>>;
    readonly bySpeaker: Readonly<Record<string, number>>;
  };
  readonly firstWritten: string;
  readonly lastWritten: string;
}
