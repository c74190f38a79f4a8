import type { DoubtCode, DoubtLedger } from '../doubts.ts';
import { JsonFields } from '../json/fields.ts';
import { CUT_OFF, isJsonSpace, JsonScanner } from '../json/scan.ts';
import { TextNotes } from '../json/text.ts';
import { LineWalk } from '../lines/line-walk.ts';
import type { Reading, Zone } from '../reading.ts';
import { readingOfRecords } from '../records/reading-of-records.ts';
import type { ChatRecord, ClocksSeen, RecordChat, RecordPass } from '../records/record.ts';
import { UnreadSpans } from '../records/unread-spans.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { itemRecord } from './jsonl-record.ts';
import { People } from './people.ts';

/** Changes whenever the same bytes may read differently. */
export const SIGNAL_JSONL_READER = 'signal-jsonl/2';

const OBJECT = 0x7b;
const LF = 0x0a;
/** Chats that are told apart; those beyond share one. */
const MOST_CHATS = 20_000;
const SECTIONS_NAMED = 20;
const NOTHING = new Uint8Array(0);
/** Members of the line that describes the export itself. */
const ABOUT = [
  'version',
  'backupTimeMs',
  'mediaRootBackupKey',
  'currentAppVersion',
  'firstAppVersion',
  'debugInfo',
];

type Line = {
  readonly fields: JsonFields;
  readonly notes: TextNotes;
  readonly start: number;
  readonly end: number;
};

/** One walk through the frames of an export. */
class FrameWalk {
  readonly chats: RecordChat[] = [];
  readonly unread = new UnreadSpans();
  readonly #lines: LineWalk;
  readonly #scanner = new JsonScanner(NOTHING);
  readonly #people = new People();
  readonly #chatIndex = new Map<string, number>();
  readonly #seen = new Set<DoubtCode>();
  readonly #others = new Set<string>();

  constructor(source: ByteSource) {
    this.#lines = new LineWalk(source);
  }

  *records(): Generator<ChatRecord, void, undefined> {
    const lines = this.#lines;
    while (!this.unread.isFull && lines.next()) {
      const record = this.#record();
      if (record) yield record;
    }
    this.unread.add([lines.end, lines.window.size]);
  }

  note(ledger: DoubtLedger): void {
    if (this.#lines.markBytes > 0) ledger.noteFile('byte-order-mark');
    for (const code of this.#seen) ledger.noteFile(code);
    if (this.#others.size > 0) ledger.noteFile('sections-not-read', [...this.#others].join(', '));
    if (this.#people.isFull) ledger.noteFile('sender-not-named');
  }

  /** The message of the line stepped over last; null when it holds something else. */
  #record(): ChatRecord | null {
    const line = this.#line();
    if (!line) return null;
    const { fields, notes, start, end } = line;
    const item = fields.object('chatItem');
    if (!item) return this.#frame(fields);
    const { base } = this.#lines.window;
    const chat = this.#chatOf(item.text('chatId'));
    return itemRecord(
      { frame: fields, item, notes, base, span: [base + start, base + end] },
      chat,
      this.#people,
    );
  }

  /** The object in the line, when it holds one and nothing else. An empty line is nothing. */
  #line(): Line | null {
    const { window, start: from, end: to, heldFrom } = this.#lines;
    if (heldFrom > from) return this.#notRead('message-too-large');
    const held = window.bytes.subarray(0, to - window.base);
    // The scanner sees no further than the line, so that a broken one costs no more than itself.
    this.#scanner.bytes = held;
    const start = this.#scanner.skipSpace(from - window.base);
    if (start >= held.length) return null;
    const end = held[start] === OBJECT ? this.#scanner.valueEnd(start) : start;
    if (end === CUT_OFF && to === window.size && held.at(-1) !== LF) return this.#notRead('file-cut-off');
    if (end <= start || !isBlank(held, end)) return this.#notRead('json-broken');
    const notes = new TextNotes();
    return { fields: new JsonFields(this.#scanner, [start, end], notes), notes, start, end: held.length };
  }

  #notRead(code: DoubtCode): null {
    this.#seen.add(code);
    this.unread.add([this.#lines.start, this.#lines.end]);
    return null;
  }

  /** What is said of people and chats is remembered; the rest is envelope, and named. */
  #frame(fields: JsonFields): null {
    const account = fields.object('account');
    const recipient = fields.object('recipient');
    const chat = fields.object('chat');
    if (account) this.#people.addAccount(account);
    if (recipient) this.#people.add(recipient);
    if (chat) this.#describe(chat);
    if (account || recipient || chat) return null;
    for (const [key] of fields.entries())
      if (!ABOUT.includes(key) && this.#others.size < SECTIONS_NAMED) this.#others.add(key);
    return null;
  }

  #describe(fields: JsonFields): void {
    const chat = this.chats[this.#chatOf(fields.text('id'))];
    const recipient = this.#people.get(fields.text('recipientId'));
    if (!chat || chat.id === null) return;
    chat.name = recipient?.name ?? null;
    chat.kind = recipient?.kind ?? null;
  }

  /** The index of a chat, a new one when it was not named before. */
  #chatOf(id: string | null): number {
    const key = this.#chatIndex.size < MOST_CHATS ? (id ?? '') : '';
    const known = this.#chatIndex.get(id ?? '') ?? this.#chatIndex.get(key);
    if (known !== undefined) return known;
    const index = this.chats.push({ name: null, id: key === '' ? null : key, kind: null }) - 1;
    this.#chatIndex.set(key, index);
    return index;
  }
}

function isBlank(bytes: Uint8Array, from: number): boolean {
  for (let i = from; i < bytes.length; i++) if (!isJsonSpace(bytes[i])) return false;
  return true;
}

function zoneOf({ utcOnly }: ClocksSeen): Zone {
  if (utcOnly === 0) return { basis: 'unknown', offsetsMinutes: [], statement: 'The file gives no times.' };
  const statement =
    'Times are in UTC, as the phone of the sender set them. The local time is not in the file.';
  return { basis: 'utc', offsetsMinutes: [], statement };
}

function passOf(source: ByteSource): RecordPass {
  const walk = new FrameWalk(source);
  return {
    records: walk.records(),
    chats: walk.chats,
    unread: walk.unread.spans,
    finish: ledger => walk.note(ledger),
    zone: zoneOf,
  };
}

/** Reads the `main.jsonl` of Signal's own plaintext export. Any bytes give a reading, in linear time. */
export function readSignalJsonl(source: ByteSource): Reading {
  return readingOfRecords({
    format: 'signal-jsonl',
    reader: SIGNAL_JSONL_READER,
    sizeBytes: source.size,
    walk: () => passOf(source),
  });
}
