/** What a reader makes of an item: messages, envelope, unread spans and doubts. Plain data, no behaviour. */

/** The formats read so far. A format is a folder beside this file. */
export type ChatFormat =
  | 'whatsapp-text'
  | 'telegram-json'
  | 'telegram-html'
  | 'messenger-json'
  | 'messenger-e2ee-json'
  | 'instagram-json'
  | 'discord-exporter-json'
  | 'discord-package-json'
  | 'discord-package-csv'
  | 'snapchat-json'
  | 'sms-backup-xml'
  | 'signal-jsonl'
  | 'signal-export-md';

/** What a reader was built from: exports that the app really wrote, or descriptions of them alone. */
export type FormatBasis = 'exports-seen' | 'documentation-only';

/** Bytes `start` up to, not including, `end` of the item. */
export type Span = readonly [start: number, end: number];

/** What a message is. `other` is for what the app itself marks as unsupported. */
export type MessageKind =
  'text' | 'media' | 'system' | 'deleted' | 'call' | 'poll' | 'location' | 'contact' | 'other';

export type Precision = 'day' | 'minute' | 'second' | 'millisecond' | 'none';

/** What the export says of a file that belongs to a message. */
export interface Attachment {
  /** The file's name or path as written; null when the export gives only a placeholder. */
  readonly name: string | null;
  /** photo, video, audio, sticker, document and so on, where the export says it. */
  readonly kind: string | null;
  /** The export says that a file was attached and names it. Whether that file was handed in is another question. */
  readonly included: boolean;
  /** What the export says in place of the file ("File not included…"); null when it says nothing. */
  readonly note: string | null;
  /** SHA-256 of the file as the export gives it, 64 lower-case hexadecimal digits. */
  readonly sha256?: string;
  readonly sizeBytes?: number;
}

/** What somebody put to a message, as the export gives it. */
export interface Reaction {
  /** An emoji, or the app's own word for it. */
  readonly reaction: string;
  /** Null when the export does not say who. */
  readonly by: string | null;
  /** How many, where the export counts and does not name them all. */
  readonly count?: number;
}

export interface Call {
  readonly media: 'voice' | 'video' | null;
  /** missed, busy, hangup and so on, in the export's own word; null when not said. */
  readonly outcome: string | null;
  /** The duration as written ("5 min"). */
  readonly durationText: string | null;
  readonly durationSeconds: number | null;
}

/** When a message was edited. Both null: the export marks the edit and gives no time. */
export interface Edit {
  readonly written: string | null;
  readonly instant: string | null;
  /** Earlier wordings, oldest first, where the export keeps them. */
  readonly earlier?: readonly string[];
}

/** A step that made bytes readable that their own format does not allow. */
export interface Repair {
  readonly what: string;
  /** Offset of the first byte concerned. */
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** The second possible reading of a line, kept because the bytes do not decide. */
export interface OtherReading {
  readonly kind: MessageKind;
  readonly speaker: string | null;
  readonly body: string;
}

export interface Message {
  /** Place in the file, from 0. File order is never changed. */
  readonly n: number;
  readonly kind: MessageKind;
  /** Null when the line names nobody. */
  readonly speaker: string | null;
  /** `YYYY-MM-DDTHH:MM`, `…:SS` or `…:SS.sss` on the clock the file was written by; null when not understood. */
  readonly written: string | null;
  readonly writtenText: string;
  /** UTC, `…Z`; null when the file does not say enough to know it. */
  readonly instant: string | null;
  /** Decoded, otherwise exactly as written. May hold U+0000. */
  readonly body: string;
  /** Header, body and continuation lines with their line ends. */
  readonly span: Span;
  /** Codes; see the doubts of the reading for the sentences. */
  readonly doubts: readonly string[];
  /** The second possible date, when the order of day and month is open and it differs. */
  readonly writtenOther?: string;
  readonly precision: Precision;
  /** The rule of the reader that made this message. */
  readonly rule: string;
  /** Index into the reading's conversations, when it has several. */
  readonly conversation?: number;
  readonly id?: string;
  readonly replyTo?: string;
  readonly edited?: Edit;
  /** The app's own word for a service row, such as `phone_call`. */
  readonly action?: string;
  readonly attachments?: readonly Attachment[];
  readonly call?: Call;
  /** The part of the span that holds body lines after the first. */
  readonly continuations?: readonly Span[];
  /** The speaker with its invisible marks, when they were left out of `speaker`. */
  readonly speakerWritten?: string;
  /** The app's own number for the speaker. */
  readonly speakerId?: string;
  readonly otherReading?: OtherReading;
  readonly repairs?: readonly Repair[];
  /** Members of the source that this reader does not interpret: key to raw text. */
  readonly extra?: Readonly<Record<string, string>>;
  readonly reactions?: readonly Reaction[];
  /** What the message repeats of the one it replies to. */
  readonly quote?: string;
  readonly forwardedFrom?: string;
}

/** Something a person should know before relying on the reading, with what could innocently explain it. */
export interface Doubt {
  readonly code: string;
  readonly sentence: string;
  readonly causes: readonly string[];
  /** How many messages it concerns; 0 when it concerns the file as a whole. */
  readonly count: number;
  /** The first messages concerned, at most 100. */
  readonly messages: readonly number[];
  /** What exactly was seen, where the sentence alone does not say it. */
  readonly detail?: string;
}

const DATE_ORDERS = ['DMY', 'MDY', 'YMD', 'YDM'] as const;
export type DateOrderName = (typeof DATE_ORDERS)[number];

export function isDateOrder(text: string): text is DateOrderName {
  return DATE_ORDERS.some(known => known === text);
}

/** How the order of day, month and year was settled. */
export interface DateOrder {
  /** certain: one order left by elimination. inferred: one order is clearly likelier. undetermined: both kept. */
  readonly decision: 'certain' | 'inferred' | 'undetermined' | 'not-needed';
  readonly order: DateOrderName | null;
  readonly other: DateOrderName | null;
  readonly evidence: readonly string[];
}

/** The date order of the messages that share one header shape. */
export interface DateSegment extends DateOrder {
  readonly shape: string;
  readonly messages: number;
}

/** `converter-local`: of the machine on which another program made the file. `offset-in-file`: each time has its offset. */
export type ZoneBasis =
  'utc' | 'exporter-local' | 'converter-local' | 'offset-in-file' | 'offset-from-both-clocks' | 'unknown';

export interface Zone {
  readonly basis: ZoneBasis;
  /** Offsets from UTC seen in the file, in minutes, ascending; empty when it gives none. */
  readonly offsetsMinutes: readonly number[];
  readonly statement: string;
}

export interface Speaker {
  readonly name: string;
  readonly messages: number;
  /** The app's own number, where it has one: two people may have the same name. */
  readonly id?: string;
}

export interface Conversation {
  readonly name: string | null;
  readonly id: string | null;
  readonly kind: string | null;
  readonly messages: number;
}

/** First and last time in the file, on the file's own clock, by time and not by place. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

export interface Reading {
  readonly format: ChatFormat;
  /** Format and version of the reader: the same bytes and version give the same reading. */
  readonly reader: string;
  readonly bytes: number;
  readonly messageCount: number;
  readonly unreadBytes: number;
  readonly kinds: Readonly<Partial<Record<MessageKind, number>>>;
  readonly period: Period | null;
  /** Most messages first, then by first appearance. */
  readonly speakers: readonly Speaker[];
  readonly dateOrder: DateOrder & { readonly segments: readonly DateSegment[] };
  readonly zone: Zone;
  readonly conversations: readonly Conversation[];
  readonly doubts: readonly Doubt[];
  /** Made anew on each pass, so a long reading need not be held in memory. */
  readonly messages: Iterable<Message>;
  readonly unread: readonly Span[];
  /** Made anew on each pass, as `messages` are. */
  readonly envelope: Iterable<Span>;
}

/** What the caller knows about the item besides its bytes. */
export interface ReadOptions {
  /** When the item was sealed, as ISO 8601 with its zone: dates after it are struck. Anything else is ignored. */
  readonly sealedAt?: string;
  /** The order of day and month as somebody who knows declared it; used where the bytes leave it open, and said. */
  readonly dateOrder?: DateOrderName;
}
