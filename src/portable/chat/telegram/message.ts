import { instantOfSeconds, isoOfSeconds, secondsOfIso, secondsOfUnix } from '../clocks/iso.ts';
import type { Attachment, Call, Edit, MessageKind } from '../reading.ts';
import { JsonFields } from '../json/fields.ts';
import type { JsonScanner } from '../json/scan.ts';
import { TextNotes } from '../json/text.ts';
import { READ_KEYS, SHOWN_KEYS, SILENT_KEYS } from './keys.ts';

/** One message of an export, before it is known where in the reading it stands. */
export interface ParsedMessage {
  readonly kind: MessageKind;
  readonly rule: string;
  readonly speaker: string | null;
  readonly speakerId: string | null;
  readonly id: string | null;
  readonly replyTo: string | null;
  /** True when the reply is to a message of another chat. */
  readonly repliesElsewhere: boolean;
  readonly writtenText: string;
  /** Seconds since 1970 on the exporter's clock and in UTC, where the file gives them. */
  readonly localSeconds: number | null;
  readonly utcSeconds: number | null;
  readonly body: string;
  readonly action: string | null;
  readonly edited: Edit | null;
  readonly attachments: readonly Attachment[];
  readonly call: Call | null;
  readonly extra: readonly (readonly [key: string, raw: string])[];
  readonly unknownKeys: boolean;
  readonly repeatedKeys: boolean;
  readonly notes: TextNotes;
}

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

/** Reads one message from its bytes. The same bytes give the same message; nothing outside them is looked at. */
export function parseMessage(scanner: JsonScanner, span: readonly [number, number]): ParsedMessage {
  const notes = new TextNotes();
  const fields = new JsonFields(scanner, span, notes);
  const kind = kindOf(fields);
  const date = fields.text('date');
  const unix = fields.text('date_unixtime');
  const extra = extraOf(fields);
  return {
    kind,
    rule: `telegram/${fields.text('type') === 'service' ? 'service' : 'message'}`,
    speaker: fields.text('from') ?? fields.text('actor'),
    speakerId: fields.text('from_id') ?? fields.text('actor_id'),
    id: fields.text('id'),
    replyTo: fields.text('reply_to_message_id'),
    repliesElsewhere: fields.has('reply_to_peer_id'),
    writtenText: date ?? unix ?? '',
    localSeconds: date === null ? null : secondsOfIso(date),
    utcSeconds: unix === null ? null : secondsOfUnix(unix),
    body: fields.richText('text'),
    action: fields.text('action'),
    edited: editOf(fields),
    attachments: attachmentsOf(fields),
    call: kind === 'call' ? callOf(fields) : null,
    extra,
    unknownKeys: extra.some(([key]) => !SHOWN_KEYS.has(key)) && fields.repeated.length === 0,
    repeatedKeys: fields.repeated.length > 0,
    notes,
  };
}
