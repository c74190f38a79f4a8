import { inCalendar, instantOfSeconds, isoOfSeconds } from '../clocks/iso.ts';
import type { DoubtCode } from '../doubts.ts';
import { JsonFields } from '../json/fields.ts';
import { KnownFields, REPEATED, UNKNOWN } from '../json/known-fields.ts';
import { TextNotes } from '../json/text.ts';
import type { JsonWalker } from '../json/walker.ts';
import type { Call, Edit, MessageKind, Span } from '../reading.ts';
import type { ChatRecord } from '../records/record.ts';
import { attachmentsOf } from './attachments.ts';
import { FIRST_RARE, FIRST_SHOWN, MESSAGE_KEYS } from './keys.ts';
import { ReactionReader } from './reactions.ts';
import { isOnePart } from './text-entities.ts';

const K = MESSAGE_KEYS.number;
const OBJECT = 0x7b;
/** The text may be a list of pieces, as it is beside it. */
const USUAL_FORM = { usual: FIRST_RARE, lists: new Set([K.text, K.text_entities]) };
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
  readonly #reactions: ReactionReader;
  readonly #isSurvey: boolean;
  #notes = new TextNotes();

  /** For a survey, records may lack what it does not look at: see `WalkPurpose`. */
  constructor(json: JsonWalker, isSurvey: boolean) {
    this.#json = json;
    this.#fields = new KnownFields(MESSAGE_KEYS, USUAL_FORM, json.scanner, json.table);
    this.#reactions = new ReactionReader(json.scanner);
    this.#isSurvey = isSurvey;
  }

  /** The message that the walker has just stepped over; it stands from `start` to `end` in the bytes held. */
  read(start: number, end: number, chat: number): ChatRecord {
    const fields = this.#fields;
    if (!this.#notes.isEmpty) this.#notes = new TextNotes();
    fields.take(this.#notes);
    const { base } = this.#json.window;
    const isBrief = this.#isSurvey && this.#isBrief();
    const record = draftOf(fields, isBrief, chat, [base + start, base + end]);
    if (!isBrief) this.#complete(record);
    this.#doubtText(record, base);
    this.#doubtSpeakerAndTime(record);
    return record;
  }

  /** Whether nothing but what every record has is needed to know what there is to doubt. */
  #isBrief(): boolean {
    const fields = this.#fields;
    if (!fields.isUsual || fields.isoSeconds(K.date) === null || !fields.isPlainString(K.text)) return false;
    return !fields.has(K.text_entities) || this.#isOnePart();
  }

  #complete(record: Draft): void {
    if (record.kind === 'call') record.call = callOf(this.#fields);
    this.#extra(record);
    if (!this.#fields.isUsual) this.#rare(record);
  }

  /** What few messages have. */
  #rare(record: Draft): void {
    const fields = this.#fields;
    const forwardedFrom = fields.word(K.forwarded_from);
    const attachments = attachmentsOf(fields);
    if (fields.has(K.reply_to_peer_id)) record.repliesElsewhere = true;
    if (fields.has(K.edited) || fields.has(K.edited_unixtime)) record.edited = editOf(fields);
    if (attachments !== null) record.attachments = attachments;
    if (forwardedFrom !== null) record.forwardedFrom = forwardedFrom;
    if (fields.has(K.reactions)) {
      const [start, end] = [fields.start(K.reactions), fields.end(K.reactions)];
      const reactions = this.#reactions.read(start, end, this.#notes);
      if (reactions.length > 0) record.reactions = reactions;
    }
    if (record.body === '' && fields.has(K.poll)) record.body = this.#inner(K.poll, 'question');
    if (record.body === '' && fields.has(K.todo_list)) record.body = this.#inner(K.todo_list, 'title');
  }

  /** The text of a member of a member. */
  #inner(key: number, name: string): string {
    const [start, end] = [this.#fields.start(key), this.#fields.end(key)];
    if (this.#json.scanner.bytes[start] !== OBJECT) return '';
    return new JsonFields(this.#json.scanner, [start, end], this.#notes).richText(name);
  }

  /** Members that are passed on as written. */
  #extra(record: Draft): void {
    const fields = this.#fields;
    const { isReduced } = fields;
    const hasOtherParts = this.#hasOtherParts(record.body);
    const hasOddInstant = record.utcMs === null && fields.has(K.date_unixtime);
    if (fields.isUsual && !isReduced && !hasOtherParts && !hasOddInstant) return;
    const extra = this.#shown(record);
    if (isReduced) extra.push(['text', fields.raw(K.text)]);
    if (hasOtherParts) {
      extra.push(['text_entities', fields.raw(K.text_entities)]);
      record.doubts.push('text-parts-differ');
    }
    if (extra.length > 0) record.extra = Object.fromEntries(extra);
  }

  #shown(record: Draft): [key: string, raw: string][] {
    const fields = this.#fields;
    const { doubts } = record;
    const extra: [string, string][] = [];
    const repeated: [string, string][] = [];
    let hasUnknown = false;
    for (let i = 0; i < fields.size; i++) {
      const number = fields.numbers[i] as number;
      if (number === REPEATED)
        repeated.push([`${fields.keyOf(i)} (again ${repeated.length + 1})`, fields.rawOf(i)]);
      else if (number >= FIRST_SHOWN || number === UNKNOWN || this.#isLost(i, record))
        extra.push([fields.keyOf(i), fields.rawOf(i)]);
      if (number === UNKNOWN) hasUnknown = true;
    }
    if (hasUnknown && repeated.length === 0) doubts.push('unknown-fields');
    if (repeated.length > 0) doubts.push('repeated-key');
    return [...extra, ...repeated];
  }

  /** Whether a member that becomes a field is of another sort than the app writes, so that the field does not hold it. */
  #isLost(i: number, { utcMs, writtenText, edited }: Draft): boolean {
    const fields = this.#fields;
    const number = fields.numbers[i] as number;
    if (fields.isOdd(i)) return true;
    const raw = fields.rawOf(i);
    if (raw === 'null') return false;
    if (number === K.date_unixtime) return utcMs === null && fields.text(number) !== writtenText;
    if (number === K.edited) return edited?.written == null;
    return number === K.edited_unixtime && edited?.instant == null;
  }

  /** The app writes each text twice; whether the second, cut into pieces, says something else. */
  #hasOtherParts(body: string): boolean {
    const fields = this.#fields;
    if (!fields.has(K.text_entities) || !fields.has(K.text) || this.#isOnePart()) return false;
    return fields.richText(K.text_entities) !== body;
  }

  #isOnePart(): boolean {
    const fields = this.#fields;
    return isOnePart(this.#json.scanner.bytes, fields, K.text, K.text_entities);
  }

  #doubtText(record: Draft, base: number): void {
    const notes = this.#notes;
    if (notes.isEmpty) return;
    if (notes.loneSurrogate) record.doubts.unshift('lone-surrogate');
    if (notes.invalidUtf8) record.doubts.unshift('invalid-utf8');
    if (notes.repairs.length === 0) return;
    record.doubts.unshift('json-repaired');
    record.repairs = notes.repairs.map(one => ({ ...one, at: base + one.at }));
  }

  #doubtSpeakerAndTime(record: Draft): void {
    const { doubts } = record;
    if (record.speaker === null && record.kind !== 'other') doubts.push('sender-not-named');
    if (record.localMs === null && record.utcMs !== null) doubts.push('instant-only');
    if (this.#fields.has(K.forwarded_from)) doubts.push('forwarded-time');
    if (record.edited && this.#fields.has(K.reactions)) doubts.push('edited-or-reacted');
  }
}

/** What every message has. */
function draftOf(fields: Fields, isBrief: boolean, chat: number, span: Span): Draft {
  const type = fields.word(K.type);
  const action = fields.word(K.action);
  const date = isBrief ? '' : fields.text(K.date);
  const localSeconds = fields.isoSeconds(K.date);
  const utcSeconds = inCalendar(fields.count(K.date_unixtime));
  return {
    chat,
    kind: kindOf(fields, type, action),
    speaker: fields.word(K.from) ?? fields.word(K.actor),
    writtenText: date ?? fields.text(K.date_unixtime) ?? '',
    body: isBrief ? '' : fields.richText(K.text),
    span,
    rule: type === 'service' ? 'telegram/service' : 'telegram/message',
    localMs: localSeconds === null ? null : localSeconds * 1000,
    utcMs: utcSeconds === null ? null : utcSeconds * 1000,
    precision: localSeconds === null && utcSeconds === null ? 'none' : 'second',
    doubts: [],
    id: fields.text(K.id) ?? undefined,
    speakerId: fields.word(K.from_id) ?? fields.word(K.actor_id) ?? undefined,
    action: action ?? undefined,
    replyTo: fields.text(K.reply_to_message_id) ?? undefined,
  };
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
  const localSeconds = fields.isoSeconds(K.edited);
  const utcSeconds = inCalendar(fields.count(K.edited_unixtime));
  return {
    written: localSeconds === null ? null : isoOfSeconds(localSeconds),
    instant: utcSeconds === null ? null : instantOfSeconds(utcSeconds),
  };
}
