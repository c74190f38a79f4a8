import { instantOfSeconds, isoOfSeconds, secondsOfIso, secondsOfUnix } from '../clocks/iso.ts';
import type { DoubtCode } from '../doubts.ts';
import { JsonFields } from '../json/fields.ts';
import { KnownFields, REPEATED, UNKNOWN } from '../json/known-fields.ts';
import { TextNotes } from '../json/text.ts';
import type { JsonWalker } from '../json/walker.ts';
import type { Call, Edit, MessageKind } from '../reading.ts';
import type { ChatRecord } from '../records/record.ts';
import { attachmentsOf } from './attachments.ts';
import { FIRST_SHOWN, MESSAGE_KEYS } from './keys.ts';
import { reactionsOf } from './reactions.ts';
import { isOnePartOf } from './text-entities.ts';

const K = MESSAGE_KEYS.number;
const OBJECT = 0x7b;
const CALLS: ReadonlySet<string | null> = new Set(['phone_call', 'group_call', 'conference_call']);

type Fields = KnownFields<keyof typeof K>;
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Draft = Mutable<ChatRecord> & { doubts: DoubtCode[] };

/**
 * Makes records of the messages of one walk, each from its own bytes alone: the same bytes give the same record. All fields
 * are taken from the one table that the walk filled, so that a message is gone through once.
 */
export class MessageReader {
  readonly #json: JsonWalker;
  readonly #fields: Fields;
  #notes = new TextNotes();

  constructor(json: JsonWalker) {
    this.#json = json;
    this.#fields = new KnownFields(MESSAGE_KEYS, json.scanner, json.table);
  }

  /** The message that the walker has just stepped over; it stands from `start` to `end` in the bytes held. */
  read(start: number, end: number, chat: number): ChatRecord {
    if (!this.#notes.isEmpty) this.#notes = new TextNotes();
    this.#fields.take(this.#notes);
    const { base } = this.#json.window;
    const record = draftOf(this.#fields, chat, base + start, base + end);
    if (record.kind === 'call') record.call = callOf(this.#fields);
    this.#extra(record);
    this.#rare(record);
    this.#doubt(record, base);
    return record;
  }

  /** What few messages have. */
  #rare(record: Draft): void {
    const fields = this.#fields;
    const replyTo = fields.text(K.reply_to_message_id);
    const forwardedFrom = fields.word(K.forwarded_from);
    const attachments = attachmentsOf(fields);
    if (replyTo !== null) record.replyTo = replyTo;
    if (fields.has(K.reply_to_peer_id)) record.repliesElsewhere = true;
    if (fields.has(K.edited) || fields.has(K.edited_unixtime)) record.edited = editOf(fields);
    if (attachments !== null) record.attachments = attachments;
    if (forwardedFrom !== null) record.forwardedFrom = forwardedFrom;
    if (fields.has(K.reactions)) {
      const reactions = reactionsOf(this.#json.scanner, fields.span(K.reactions), this.#notes);
      if (reactions.length > 0) record.reactions = reactions;
    }
    if (record.body === '' && fields.has(K.poll)) record.body = this.#inner(K.poll, 'question');
    if (record.body === '' && fields.has(K.todo_list)) record.body = this.#inner(K.todo_list, 'title');
  }

  /** The text of a member of a member. */
  #inner(key: number, name: string): string {
    const span = this.#fields.span(key);
    if (this.#json.scanner.bytes[span[0]] !== OBJECT) return '';
    return new JsonFields(this.#json.scanner, span, this.#notes).richText(name);
  }

  /** Members that are passed on as written. */
  #extra(record: Draft): void {
    const fields = this.#fields;
    const extra: [key: string, raw: string][] = [];
    let [hasUnknown, repeated] = [false, 0];
    for (let i = 0; i < fields.size; i++) {
      const number = fields.numbers[i] as number;
      if (number >= FIRST_SHOWN || number === UNKNOWN) extra.push([fields.keyOf(i), fields.rawOf(i)]);
      if (number === UNKNOWN) hasUnknown = true;
      if (number === REPEATED) repeated += 1;
    }
    if (fields.isReduced) extra.push(['text', fields.raw(K.text)]);
    if (repeated > 0) this.#repeated(extra);
    if (hasUnknown && repeated === 0) record.doubts.push('unknown-fields');
    if (repeated > 0) record.doubts.push('repeated-key');
    if (this.#hasOtherParts(record.body)) {
      extra.push(['text_entities', fields.raw(K.text_entities)]);
      record.doubts.push('text-parts-differ');
    }
    if (extra.length > 0) record.extra = Object.fromEntries(extra);
  }

  #repeated(extra: [key: string, raw: string][]): void {
    let again = 0;
    for (let i = 0; i < this.#fields.size; i++) {
      if (this.#fields.numbers[i] !== REPEATED) continue;
      again += 1;
      extra.push([`${this.#fields.keyOf(i)} (again ${again})`, this.#fields.rawOf(i)]);
    }
  }

  /** The app writes each text twice; whether the second, cut into pieces, says something else. */
  #hasOtherParts(body: string): boolean {
    const fields = this.#fields;
    if (!fields.has(K.text_entities) || !fields.has(K.text)) return false;
    const [text, entities] = [fields.span(K.text), fields.span(K.text_entities)];
    if (isOnePartOf(this.#json.scanner.bytes, text, entities)) return false;
    return fields.richText(K.text_entities) !== body;
  }

  #doubt(record: Draft, base: number): void {
    const { doubts } = record;
    const notes = this.#notes;
    if (!notes.isEmpty) {
      if (notes.loneSurrogate) doubts.unshift('lone-surrogate');
      if (notes.invalidUtf8) doubts.unshift('invalid-utf8');
      if (notes.repairs.length > 0) doubts.unshift('json-repaired');
      if (notes.repairs.length > 0)
        record.repairs = notes.repairs.map(one => ({ ...one, at: base + one.at }));
    }
    if (record.speaker === null && record.kind !== 'other') doubts.push('sender-not-named');
    if (record.localMs === null && record.utcMs !== null) doubts.push('instant-only');
    if (this.#fields.has(K.forwarded_from)) doubts.push('forwarded-time');
    if (record.edited && this.#fields.has(K.reactions)) doubts.push('edited-or-reacted');
  }
}

/** What every message has. */
function draftOf(fields: Fields, chat: number, start: number, end: number): Draft {
  const type = fields.word(K.type);
  const action = fields.word(K.action);
  const date = fields.text(K.date);
  const unix = fields.text(K.date_unixtime);
  const localSeconds = date === null ? null : secondsOfIso(date);
  const utcSeconds = unix === null ? null : secondsOfUnix(unix);
  const record: Draft = {
    chat,
    kind: kindOf(fields, type, action),
    speaker: fields.word(K.from) ?? fields.word(K.actor),
    writtenText: date ?? unix ?? '',
    body: fields.richText(K.text),
    span: [start, end],
    rule: type === 'service' ? 'telegram/service' : 'telegram/message',
    localMs: localSeconds === null ? null : localSeconds * 1000,
    utcMs: utcSeconds === null ? null : utcSeconds * 1000,
    precision: localSeconds === null && utcSeconds === null ? 'none' : 'second',
    doubts: [],
  };
  const id = fields.text(K.id);
  const speakerId = fields.word(K.from_id) ?? fields.word(K.actor_id);
  if (id !== null) record.id = id;
  if (speakerId !== null) record.speakerId = speakerId;
  if (action !== null) record.action = action;
  return record;
}

function kindOf(fields: Fields, type: string | null, action: string | null): MessageKind {
  if (type === 'service') return CALLS.has(action) ? 'call' : 'system';
  if (type === 'unsupported') return 'other';
  if (fields.has(K.location_information)) return 'location';
  if (fields.has(K.contact_information)) return 'contact';
  if (fields.has(K.poll)) return 'poll';
  return fields.has(K.photo) || fields.has(K.file) || fields.has(K.media_type) ? 'media' : 'text';
}

function callOf(fields: Fields): Call {
  return {
    media: null,
    outcome: fields.word(K.discard_reason),
    durationText: fields.text(K.duration_seconds) ?? fields.text(K.duration),
    durationSeconds: fields.count(K.duration_seconds) ?? fields.count(K.duration),
  };
}

function editOf(fields: Fields): Edit {
  const local = fields.text(K.edited);
  const utc = fields.text(K.edited_unixtime);
  const localSeconds = local === null ? null : secondsOfIso(local);
  const utcSeconds = utc === null ? null : secondsOfUnix(utc);
  return {
    written: localSeconds === null ? null : isoOfSeconds(localSeconds),
    instant: utcSeconds === null ? null : instantOfSeconds(utcSeconds),
  };
}
