import { instantOfSeconds, isoOfSeconds, secondsOfIso, secondsOfUnix } from '../clocks/iso.ts';
import type { DoubtCode } from '../doubts.ts';
import { JsonFields } from '../json/fields.ts';
import type { JsonScanner } from '../json/scan.ts';
import { TextNotes } from '../json/text.ts';
import type { Attachment, Call, Edit, MessageKind, Span } from '../reading.ts';
import type { ChatRecord } from '../records/record.ts';
import { READ_KEYS, SHOWN_KEYS, SILENT_KEYS } from './keys.ts';

const CALLS = new Set(['phone_call', 'group_call', 'conference_call']);

function kindOf(fields: JsonFields): MessageKind {
  const type = fields.text('type');
  if (type === 'service') return CALLS.has(fields.text('action') ?? '') ? 'call' : 'system';
  if (type === 'unsupported') return 'other';
  if (fields.has('location_information')) return 'location';
  if (fields.has('contact_information')) return 'contact';
  if (fields.has('poll')) return 'poll';
  return fields.has('photo') || fields.has('file') || fields.has('media_type') ? 'media' : 'text';
}

/** A path, or a sentence in brackets that says why there is no file. */
function attachment(value: string | null, name: string | null, kind: string): Attachment {
  const missing = value === null || value.startsWith('(');
  return { name: missing ? name : value, kind, included: !missing, note: missing ? value : null };
}

function attachmentsOf(fields: JsonFields): Attachment[] {
  const found: Attachment[] = [];
  if (fields.has('photo')) found.push(attachment(fields.text('photo'), null, 'photo'));
  if (fields.has('file') || fields.has('media_type')) {
    const kind = fields.text('media_type') ?? 'file';
    found.push(attachment(fields.text('file'), fields.text('file_name'), kind));
  }
  return found;
}

function callOf(fields: JsonFields): Call {
  const durationText = fields.text('duration_seconds') ?? fields.text('duration');
  return {
    media: null,
    outcome: fields.text('discard_reason'),
    durationText,
    durationSeconds: fields.count('duration_seconds') ?? fields.count('duration'),
  };
}

function editOf(fields: JsonFields): Edit | null {
  const local = fields.text('edited');
  const utc = fields.text('edited_unixtime');
  if (local === null && utc === null) return null;
  const localSeconds = local === null ? null : secondsOfIso(local);
  const utcSeconds = utc === null ? null : secondsOfUnix(utc);
  return {
    written: localSeconds === null ? null : isoOfSeconds(localSeconds),
    instant: utcSeconds === null ? null : instantOfSeconds(utcSeconds),
  };
}

function extraOf(fields: JsonFields): [key: string, raw: string][] {
  const extra: [string, string][] = [];
  for (const [key, member] of fields.entries()) {
    if (!READ_KEYS.has(key) && !SILENT_KEYS.has(key)) extra.push([key, fields.raw(member)]);
  }
  fields.repeated.forEach(([key, member], i) => extra.push([`${key} (again ${i + 1})`, fields.raw(member)]));
  return extra;
}

/** What the message's own bytes give reason to doubt. */
function doubtsOf(fields: JsonFields, notes: TextNotes, extra: readonly (readonly [string, string])[]) {
  const doubts: DoubtCode[] = [];
  const isRepeated = fields.repeated.length > 0;
  if (notes.repairs.length > 0) doubts.push('json-repaired');
  if (notes.invalidUtf8) doubts.push('invalid-utf8');
  if (notes.loneSurrogate) doubts.push('lone-surrogate');
  if (!isRepeated && extra.some(([key]) => !SHOWN_KEYS.has(key))) doubts.push('unknown-fields');
  if (isRepeated) doubts.push('repeated-key');
  return doubts;
}

function optionalFields(fields: JsonFields): Partial<ChatRecord> {
  const attachments = attachmentsOf(fields);
  return {
    ...present('id', fields.text('id')),
    ...present('replyTo', fields.text('reply_to_message_id')),
    ...present('action', fields.text('action')),
    ...present('speakerId', fields.text('from_id') ?? fields.text('actor_id')),
    ...present('edited', editOf(fields)),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(fields.has('reply_to_peer_id') ? { repliesElsewhere: true } : {}),
  };
}

function present<Key extends string, Value>(key: Key, value: Value | null): { [K in Key]?: Value } {
  return value === null ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

/**
 * Reads one message from the bytes that a window holds, from `start` to `end`; `base` is the offset of the first byte held.
 * The same bytes give the same message; nothing outside them is looked at.
 */
export function recordOf(scanner: JsonScanner, [start, end]: Span, base: number, chat: number): ChatRecord {
  const notes = new TextNotes();
  const fields = new JsonFields(scanner, [start, end], notes);
  const kind = kindOf(fields);
  const [date, unix] = [fields.text('date'), fields.text('date_unixtime')];
  const localSeconds = date === null ? null : secondsOfIso(date);
  const utcSeconds = unix === null ? null : secondsOfUnix(unix);
  const speaker = fields.text('from') ?? fields.text('actor');
  const body = fields.richText('text');
  const optional = optionalFields(fields);
  const extra = extraOf(fields);
  const doubts = doubtsOf(fields, notes, extra);
  if (speaker === null) doubts.push('sender-not-named');
  if (localSeconds === null && utcSeconds !== null) doubts.push('instant-only');
  return {
    chat,
    kind,
    speaker,
    writtenText: date ?? unix ?? '',
    body,
    span: [base + start, base + end],
    rule: `telegram/${fields.text('type') === 'service' ? 'service' : 'message'}`,
    localMs: localSeconds === null ? null : localSeconds * 1000,
    utcMs: utcSeconds === null ? null : utcSeconds * 1000,
    precision: (localSeconds ?? utcSeconds) === null ? 'none' : 'second',
    doubts,
    ...optional,
    ...(kind === 'call' ? { call: callOf(fields) } : {}),
    ...(notes.repairs.length > 0
      ? { repairs: notes.repairs.map(one => ({ ...one, at: base + one.at })) }
      : {}),
    ...(extra.length > 0 ? { extra: Object.fromEntries(extra) } : {}),
  };
}
