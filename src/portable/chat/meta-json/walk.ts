import type { DoubtLedger } from '../doubts.ts';
import { JsonFields } from '../json/fields.ts';
import { besidesMessages, JsonRows } from '../json/rows.ts';
import { jsonText, TextNotes } from '../json/text.ts';
import type { Repair, Span, Zone } from '../reading.ts';
import type { ChatRecord, ClocksSeen, RecordChat, RecordPass } from '../records/record.ts';
import { utcZone } from '../records/utc-zone.ts';
import type { ByteSource } from '../source/byte-source.ts';
import type { MetaApp } from './app.ts';
import { HEAD_KEYS } from './keys.ts';
import { metaMessage } from './message.ts';
import { MetaText } from './meta-text.ts';
import { People } from '../records/people.ts';

const QUOTE = 0x22;
const OBJECT = 0x7b;
const ARRAY = 0x5b;
const MESSAGE_START = /^\{\s*"(?:sender_name|timestamp_ms|content)"\s*:/;
/** The app begins a new file after 10,000 messages. */
const FULL_FILE = 9_900;
const MOST_LISTED = 20;

/** One walk through a file of a conversation as both apps write it. */
export class MetaWalk implements RecordPass {
  readonly chats: RecordChat[] = [];
  readonly records: Iterable<ChatRecord>;
  readonly #app: MetaApp;
  readonly rows: JsonRows;
  readonly #chat: RecordChat = { name: null, id: null, kind: null };
  readonly #people = new People();
  readonly #notes = new TextNotes();
  readonly #text = new MetaText(this.#notes);
  readonly #unknown = new Set<string>();
  #messages = 0;

  constructor(source: ByteSource, app: MetaApp) {
    this.#app = app;
    this.rows = new JsonRows(source, MESSAGE_START);
    this.records = this.#walk();
  }

  get unread(): readonly Span[] {
    return this.rows.unread.spans;
  }

  finish(ledger: DoubtLedger): void {
    this.rows.note(ledger);
    this.#people.note(ledger);
    if (this.#notes.repairs.length > 0) ledger.noteFile('mojibake-repaired', repairsOf(this.#notes.repairs));
    if (this.#text.hasOther) ledger.noteFile('text-not-repaired');
    if (this.#unknown.size > 0) ledger.noteFile('unknown-fields', besidesMessages(this.#unknown));
    const isFull = this.#messages >= FULL_FILE;
    ledger.noteFile('other-parts-may-exist', isFull ? `Messages in this file: ${this.#messages}` : null);
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
      const message = metaMessage(this.rows.walker, row, this.#app);
      this.#people.speaks(message.speaker);
      this.#messages += 1;
      yield message;
    }
  }

  #head(key: string): void {
    const value = this.rows.value();
    if (value === null) return;
    if (key === 'title') this.#chat.name = this.#string(value);
    else if (key === 'thread_path') this.#chat.id = this.#string(value);
    else if (key === 'thread_type') this.#chat.kind = this.#string(value);
    else if (key === 'participants') this.#participants(value);
    else if (!HEAD_KEYS.has(key) && this.#unknown.size < MOST_LISTED) this.#unknown.add(key);
  }

  #string([start, end]: Span): string | null {
    const { bytes } = this.rows.walker.window;
    if (bytes[start] !== QUOTE) return null;
    return this.#text.read(jsonText(bytes, start + 1, end - 1, this.#notes), start + 1);
  }

  #participants([start, end]: Span): void {
    const { scanner } = this.rows.walker;
    if (scanner.bytes[start] !== ARRAY) return;
    for (const span of scanner.elements(start, end)) {
      if (scanner.bytes[span[0]] !== OBJECT) continue;
      const name = this.#text.of(new JsonFields(scanner, span, this.#notes), 'name');
      if (name !== null) this.#people.name(name);
    }
  }
}

function repairsOf(repairs: readonly Repair[]): string {
  const shown = repairs
    .filter(({ what }) => what === 'mojibake')
    .slice(0, MOST_LISTED)
    .map(({ before, after }) => `${JSON.stringify(before)} is ${JSON.stringify(after)}`);
  return `In the title, path and names of participants: ${shown.join(', ')}`;
}
