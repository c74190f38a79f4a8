import type { DoubtLedger } from '../doubts.ts';
import { JsonFields } from '../json/fields.ts';
import { TextNotes } from '../json/text.ts';
import type { Reading, Span, Zone } from '../reading.ts';
import { readingOfRecords } from '../records/reading-of-records.ts';
import type { ChatRecord, ClocksSeen, RecordChat, RecordPass } from '../records/record.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { textOf } from '../written-text.ts';
import { ArrayWalk } from './array-walk.ts';
import { exporterRecord } from './exporter-record.ts';
import { TextForm } from './text-form.ts';

/** Changes whenever the same bytes may read differently. */
export const DISCORD_EXPORTER_READER = 'discord-exporter-json/2';

const OBJECT = 0x7b;
const ARRAY = 0x5b;
/** Where a message begins: with its number and type, where a person has a number and a name. */
const MESSAGE_START = /^\{\s*"id"\s*:\s*"\d{1,20}"\s*,\s*"type"\s*:/;
const SECTIONS_NAMED = 20;
const ROOT_KEYS = new Set(['guild', 'channel', 'dateRange', 'exportedAt', 'messages', 'messageCount']);

/** One walk through an export of one channel. */
class ExporterWalk {
  readonly array: ArrayWalk;
  readonly chat: RecordChat = { name: null, id: null, kind: null };
  readonly form = new TextForm();
  readonly #others = new Set<string>();
  /** Of the server and the channel. */
  readonly #names: [string | null, string | null] = [null, null];
  #dates: readonly (string | null)[] = [];
  #stated: string | null = null;
  #messages = 0;

  constructor(source: ByteSource) {
    this.array = new ArrayWalk(source);
  }

  *records(): Generator<ChatRecord, void, undefined> {
    const { array } = this;
    const { json } = array;
    if (array.begin() !== OBJECT || !json.enter()) {
      array.end(json.at);
      return;
    }
    for (let key = json.nextMember(); key !== null; key = json.nextMember()) {
      if (key === 'messages' && json.peek() === ARRAY) yield* this.#records();
      else this.#member(key);
      if (array.isEnded) return;
    }
    array.endDocument();
  }

  note(ledger: DoubtLedger): void {
    this.array.note(ledger);
    ledger.noteFile('deleted-not-exported');
    ledger.noteFile('text-form-not-stated', this.form.detail);
    if (this.#others.size > 0) ledger.noteFile('sections-not-read', [...this.#others].join(', '));
    const [after, before] = this.#dates;
    const limits = [after ? `after ${after}` : null, before ? `before ${before}` : null].filter(Boolean);
    if (limits.length > 0) ledger.noteFile('export-limited', limits.join(', '));
    this.#noteCount(ledger);
  }

  /** A file that was cut off has no count at its end, and says enough by that. */
  #noteCount(ledger: DoubtLedger): void {
    if (this.#stated === null) {
      if (!this.array.isCutOff) ledger.noteFile('count-missing');
    } else if (this.#stated !== String(this.#messages))
      ledger.noteFile('count-differs', `Stated: ${this.#stated}; read: ${this.#messages}`);
  }

  *#records(): Generator<ChatRecord, void, undefined> {
    for (const element of this.array.objects(MESSAGE_START)) {
      const record = exporterRecord(element, this.chat.id);
      this.#messages += 1;
      this.form.look(record.body);
      yield record;
    }
  }

  #member(key: string): void {
    const { json } = this.array;
    json.peek();
    const from = json.at;
    const value = json.value();
    if (!ROOT_KEYS.has(key) && this.#others.size < SECTIONS_NAMED) this.#others.add(key);
    if (value !== null) this.#describe(key, value);
    else if (json.stop !== 'too-large') this.array.end(from);
  }

  #describe(key: string, value: Span): void {
    const { scanner, window } = this.array.json;
    if (key === 'messageCount') this.#stated = textOf(window.bytes, ...value);
    if (window.bytes[value[0]] !== OBJECT) return;
    const fields = new JsonFields(scanner, value, new TextNotes());
    if (key === 'guild') this.#names[0] = fields.text('name');
    if (key === 'channel') {
      this.#names[1] = fields.text('name');
      this.chat.id = fields.text('id');
      this.chat.kind = fields.text('type');
    }
    this.chat.name = this.#names.filter(Boolean).join(' / ') || null;
    if (key === 'dateRange') this.#dates = [fields.text('after'), fields.text('before')];
  }
}

function zoneOf({ offsetsMinutes, localOnly, both }: ClocksSeen): Zone {
  if (both > 0) {
    const statement =
      'Each time is written with its offset from UTC, of the computer on which the export was made.';
    return { basis: 'offset-in-file', offsetsMinutes, statement };
  }
  if (localOnly === 0) return { basis: 'unknown', offsetsMinutes, statement: 'The file gives no times.' };
  const statement = 'Times are as the exporting computer showed them. Its time zone is not in the file.';
  return { basis: 'exporter-local', offsetsMinutes, statement };
}

function passOf(source: ByteSource): RecordPass {
  const walk = new ExporterWalk(source);
  return {
    records: walk.records(),
    chats: [walk.chat],
    unread: walk.array.unread.spans,
    finish(ledger, { localOnly }) {
      walk.note(ledger);
      if (localOnly > 0) ledger.noteFile('zone-not-stated');
    },
    zone: zoneOf,
  };
}

/** Reads a channel exported by DiscordChatExporter as JSON. Any bytes give a reading, in linear time. */
export function readDiscordExporter(source: ByteSource): Reading {
  return readingOfRecords({
    format: 'discord-exporter-json',
    reader: DISCORD_EXPORTER_READER,
    sizeBytes: source.size,
    serviceBeganMs: Date.UTC(2015, 0, 1),
    mayRunNewestFirst: true,
    walk: () => passOf(source),
  });
}
