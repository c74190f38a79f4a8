import type { DoubtLedger } from '../doubts.ts';
import { JsonRow } from '../json/row.ts';
import { besidesMessages, JsonRows } from '../json/rows.ts';
import type { Span, Zone } from '../reading.ts';
import type { ChatRecord, ClocksSeen, RecordChat, RecordPass } from '../records/record.ts';
import { utcZone } from '../records/utc-zone.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { snapMessage } from './message.ts';

/** Sections of the older form, which hold rows of several conversations. */
const SECTION = /^(?:Received|Sent) (?:(?:Saved|Unsaved) )?(?:Chat|Snap) History$/;
const ROW_START = /^\{\s*"(?:From|To|Media Type|Content|Created|IsSender)"\s*:/;
/** Conversations that are told apart; an account has hundreds. Behind the last of them the file is unread. */
const MOST_CHATS = 20_000;
const MOST_LISTED = 20;

/** One walk through a file of chats or snaps, in the form of today or the older one. */
export class SnapWalk implements RecordPass {
  readonly chats: RecordChat[] = [];
  readonly records: Iterable<ChatRecord>;
  readonly rows: JsonRows;
  readonly #people = new Map<string, number>();
  readonly #unknown = new Set<string>();
  #hasSections = false;

  constructor(source: ByteSource) {
    this.rows = new JsonRows(source, ROW_START);
    this.records = this.#walk();
  }

  get unread(): readonly Span[] {
    return this.rows.unread.spans;
  }

  finish(ledger: DoubtLedger): void {
    this.rows.note(ledger);
    ledger.noteFile('unsaved-not-exported');
    if (this.#hasSections) ledger.noteFile('sections-apart');
    if (this.#unknown.size > 0) ledger.noteFile('unknown-fields', besidesMessages(this.#unknown));
  }

  zone(clocks: ClocksSeen): Zone {
    return utcZone(clocks);
  }

  *#walk(): Generator<ChatRecord, void, undefined> {
    for (const key of this.rows.members()) {
      if (!this.rows.isArray) this.#pass(key);
      else if (SECTION.test(key)) yield* this.#section();
      else if (this.chats.length < MOST_CHATS) yield* this.#conversation(key);
      else this.rows.leaveFrom(this.rows.walker.at);
    }
  }

  *#conversation(id: string): Generator<ChatRecord, void, undefined> {
    const chat: RecordChat = { name: null, id, kind: null };
    const index = this.chats.push(chat) - 1;
    for (const at of this.rows.objects()) {
      const row = new JsonRow(this.rows.walker, at);
      chat.name ??= row.fields.text('Conversation Title');
      yield snapMessage(row, { chat: index, title: chat.name });
    }
  }

  *#section(): Generator<ChatRecord, void, undefined> {
    this.#hasSections = true;
    for (const at of this.rows.objects()) {
      const row = new JsonRow(this.rows.walker, at);
      const chat = this.#chatWith(row.fields.text('From') ?? row.fields.text('To'));
      if (chat === null) this.rows.leaveFrom(row.span[0]);
      else yield snapMessage(row, { chat, title: null });
    }
  }

  /** The conversation with a person; null when there are too many. */
  #chatWith(name: string | null): number | null {
    const key = name === null ? '' : `:${name}`;
    const known = this.#people.get(key);
    if (known !== undefined) return known;
    if (this.chats.length >= MOST_CHATS) return null;
    const index = this.chats.push({ name, id: null, kind: null }) - 1;
    this.#people.set(key, index);
    return index;
  }

  #pass(key: string): void {
    if (this.rows.value() !== null && this.#unknown.size < MOST_LISTED) this.#unknown.add(key);
  }
}
