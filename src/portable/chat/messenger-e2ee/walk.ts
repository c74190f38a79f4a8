import type { DoubtLedger } from '../doubts.ts';
import { besidesMessages, JsonRows } from '../json/rows.ts';
import { jsonText, TextNotes } from '../json/text.ts';
import type { Span, Zone } from '../reading.ts';
import { People } from '../records/people.ts';
import type { ChatRecord, ClocksSeen, RecordChat, RecordPass } from '../records/record.ts';
import { utcZone } from '../records/utc-zone.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { e2eeMessage } from './message.ts';

const QUOTE = 0x22;
const ARRAY = 0x5b;
const MESSAGE_START = /^\{\s*"(?:senderName|isUnsent|timestamp|text|media)"\s*:/;
const HEAD_KEYS = new Set(['participants', 'threadName', 'messages']);
const MOST_LISTED = 20;

/** One walk through a conversation of the download of end-to-end encrypted messages. */
export class E2eeWalk implements RecordPass {
  readonly chats: RecordChat[] = [];
  readonly records: Iterable<ChatRecord>;
  readonly rows: JsonRows;
  readonly #chat: RecordChat = { name: null, id: null, kind: null };
  readonly #people = new People();
  readonly #unknown = new Set<string>();

  constructor(source: ByteSource) {
    this.rows = new JsonRows(source, MESSAGE_START);
    this.records = this.#walk();
  }

  get unread(): readonly Span[] {
    return this.rows.unread.spans;
  }

  finish(ledger: DoubtLedger): void {
    this.rows.note(ledger);
    this.#people.note(ledger);
    if (this.#unknown.size > 0) ledger.noteFile('unknown-fields', besidesMessages(this.#unknown));
  }

  zone(clocks: ClocksSeen): Zone {
    return utcZone(clocks);
  }

  *#walk(): Generator<ChatRecord, void, undefined> {
    for (const key of this.rows.members()) {
      if (key === 'messages' && this.rows.isArray) yield* this.#conversation();
      else this.#head(key);
    }
  }

  *#conversation(): Generator<ChatRecord, void, undefined> {
    if (this.chats.length === 0) this.chats.push(this.#chat);
    for (const row of this.rows.objects()) {
      const message = e2eeMessage(this.rows.walker, row);
      this.#people.speaks(message.speaker);
      yield message;
    }
  }

  #head(key: string): void {
    const value = this.rows.value();
    if (value === null) return;
    if (key === 'threadName') this.#chat.name = this.#string(value);
    else if (key === 'participants') this.#participants(value);
    else if (!HEAD_KEYS.has(key) && this.#unknown.size < MOST_LISTED) this.#unknown.add(key);
  }

  #participants([start, end]: Span): void {
    const { scanner } = this.rows.walker;
    if (scanner.bytes[start] !== ARRAY) return;
    for (const span of scanner.elements(start, end)) {
      const name = this.#string(span);
      if (name !== null) this.#people.name(name);
    }
  }

  #string([start, end]: Span): string | null {
    const { bytes } = this.rows.walker.window;
    return bytes[start] === QUOTE ? jsonText(bytes, start + 1, end - 1, new TextNotes()) : null;
  }
}
