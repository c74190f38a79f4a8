import { millisOfUnix } from '../clocks/iso.ts';
import type { DoubtCode } from '../doubts.ts';
import { JsonRow } from '../json/row.ts';
import type { JsonWalker } from '../json/walker.ts';
import type { Attachment, Call, MessageKind, OtherReading, Reaction, Span } from '../reading.ts';
import type { ChatRecord } from '../records/record.ts';
import type { MetaApp } from './app.ts';
import { metaExtra } from './extra.ts';
import { FILES } from './keys.ts';
import { MetaText, MOJIBAKE } from './meta-text.ts';

/** The app's sentence for a reaction, in English; a person can type the same. */
const REACTION_SENTENCE = /^(?:Liked a message|Reacted \S{1,20} to your message)\s*$/u;
const EDITED = ' (edited)';
/** A file holds one conversation. */
const CHAT = 0;
const ELSEWHERE = /^https?:/i;

/** Makes one message of its bytes. The same bytes give the same message. */
export function metaMessage(walker: JsonWalker, at: Span, app: MetaApp): ChatRecord {
  const row = new JsonRow(walker, at);
  const text = new MetaText(row.notes);
  const content = text.of(row.fields, 'content');
  const speaker = text.of(row.fields, 'sender_name');
  const attachments = attachmentsOf(row, text);
  const reactions = reactionsOf(row, text);
  const kind = kindOf(row, content, attachments);
  const isEdited = app === 'instagram' && kind !== 'deleted' && (content ?? '').endsWith(EDITED);
  const sentence = sentenceOf(speaker, content);
  const { extra, isUnknown } = metaExtra(row);
  const when = row.fields.text('timestamp_ms');
  const utcMs = millisOfUnix(when ?? '');
  const doubts = [
    ...row.doubts(MOJIBAKE),
    ...(row.notes.repairs.some(({ what }) => what === MOJIBAKE) ? (['mojibake-repaired'] as const) : []),
    ...(text.hasOther ? (['text-not-repaired'] as const) : []),
    ...contentDoubts(row, kind),
    ...(speaker === null || speaker === '' ? (['sender-not-named'] as const) : []),
    ...(isEdited ? (['edited-row'] as const) : []),
    ...(sentence ? (['system-or-user'] as const) : []),
    ...(isUnknown ? (['unknown-fields'] as const) : []),
  ];
  return {
    chat: CHAT,
    kind,
    speaker: speaker === '' ? null : speaker,
    writtenText: when ?? '',
    body: content ?? '',
    span: row.span,
    rule: `${app}/message`,
    localMs: null,
    utcMs,
    precision: utcMs === null ? 'none' : 'millisecond',
    doubts,
    ...(isEdited ? { edited: { written: null, instant: null } } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(kind === 'call' ? { call: callOf(row) } : {}),
    ...(sentence ? { otherReading: sentence } : {}),
    ...(row.notes.repairs.length > 0 ? { repairs: row.repairs() } : {}),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
    ...(reactions.length > 0 ? { reactions } : {}),
  };
}

function kindOf(row: JsonRow, content: string | null, attachments: readonly Attachment[]): MessageKind {
  const { fields } = row;
  if (row.isTrue('is_unsent')) return 'deleted';
  if (fields.has('call_duration') || fields.has('missed')) return 'call';
  if (attachments.some(({ kind }) => kind !== 'share')) return 'media';
  return content === null && attachments.length === 0 ? 'other' : 'text';
}

function attachmentsOf(row: JsonRow, text: MetaText): Attachment[] {
  const found: Attachment[] = [];
  for (const [key, kind] of FILES)
    for (const file of row.objectsIn(key)) {
      const name = text.of(file, 'uri');
      found.push({ name, kind, included: !!name && !ELSEWHERE.test(name), note: null });
    }
  for (const share of row.objectsIn('share'))
    found.push({
      name: text.of(share, 'link'),
      kind: 'share',
      included: false,
      note: text.of(share, 'share_text'),
    });
  return found;
}

function reactionsOf(row: JsonRow, text: MetaText): Reaction[] {
  return row
    .objectsIn('reactions')
    .map(fields => ({ reaction: text.of(fields, 'reaction') ?? '', by: text.of(fields, 'actor') }));
}

function callOf(row: JsonRow): Call {
  return {
    media: null,
    outcome: row.isTrue('missed') ? 'missed' : null,
    durationText: row.fields.text('call_duration'),
    durationSeconds: row.fields.count('call_duration'),
  };
}

function sentenceOf(speaker: string | null, content: string | null): OtherReading | null {
  const isSentence = content !== null && REACTION_SENTENCE.test(content);
  return isSentence ? { kind: 'system', speaker, body: content } : null;
}

function contentDoubts(row: JsonRow, kind: MessageKind): DoubtCode[] {
  const doubts: DoubtCode[] = [];
  if (kind === 'other') doubts.push('row-without-content');
  if (row.isTrue('is_geoblocked_for_viewer')) doubts.push('withheld-by-region');
  return doubts;
}
