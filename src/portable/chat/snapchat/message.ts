import { unescapeHtml } from '../html/entities.ts';
import type { DoubtCode } from '../doubts.ts';
import type { JsonRow } from '../json/row.ts';
import { partsUnread } from '../json/parts.ts';
import type { Attachment, MessageKind } from '../reading.ts';
import type { ChatRecord } from '../records/record.ts';
import { snapKind } from './media-type.ts';
import { snapTime, type SnapTime } from './time.ts';

const COUNT = 'Created(microseconds)';
const TITLE = 'Conversation Title';
const ENTITIES = 'html-entities';
const BETWEEN_IDS = ' | ';
const READ_KEYS = new Set([
  'From',
  'To',
  'Media Type',
  'Created',
  COUNT,
  'Content',
  'Text',
  TITLE,
  'Media IDs',
]);
const SHOWN_KEYS = new Set(['IsSender', 'IsSaved']);

/** Where a row stands. */
export interface SnapPlace {
  readonly chat: number;
  /** The name of its conversation, once known. */
  readonly title: string | null;
}

/** Makes one message of a row. The same bytes give the same message. */
export function snapMessage(row: JsonRow, place: SnapPlace): ChatRecord {
  const { fields } = row;
  const body = fields.text('Content') ?? oldText(row);
  const speaker = fields.text('From');
  const mediaType = fields.text('Media Type');
  const kind = snapKind(mediaType, body);
  const created = fields.text('Created');
  const count = fields.text(COUNT);
  const time = snapTime(created, count);
  const isSnap = kind === 'media' && !['Content', 'Text', 'Media IDs'].some(key => fields.has(key));
  const attachments = attachmentsOf(kind, mediaType, fields.text('Media IDs'));
  const { extra, isUnknown } = extraOf(row, place, time);
  return {
    chat: place.chat,
    kind,
    speaker,
    writtenText: created ?? count ?? '',
    body,
    span: row.span,
    rule: isSnap ? 'snapchat/snap' : 'snapchat/chat',
    localMs: null,
    utcMs: time.utcMs,
    precision: time.precision,
    doubts: [...row.doubts(ENTITIES), ...ownDoubts(row, time), ...flags(isSnap, isUnknown)],
    ...(kind === 'system' || kind === 'other' || kind === 'deleted' ? actionOf(mediaType) : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(row.notes.repairs.length > 0 ? { repairs: row.repairs() } : {}),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  };
}

/** The text of the older form, in which some characters are written as in web pages. */
function oldText({ fields, notes }: JsonRow): string {
  const before = fields.text('Text');
  if (before === null) return '';
  const after = unescapeHtml(before, reference => reference);
  if (after !== before)
    notes.repair({ what: ENTITIES, at: (fields.member('Text')?.start ?? 0) + 1, before, after });
  return after;
}

function attachmentsOf(kind: MessageKind, mediaType: string | null, ids: string | null): Attachment[] {
  const names = ids === null || ids === '' ? [] : ids.split(BETWEEN_IDS);
  if (names.length > 0) return names.map(name => ({ name, kind: mediaType, included: true, note: null }));
  return kind === 'media' ? [{ name: null, kind: mediaType, included: false, note: null }] : [];
}

function actionOf(mediaType: string | null): { action?: string } {
  return mediaType === null || mediaType === '' ? {} : { action: mediaType };
}

function ownDoubts({ fields, notes }: JsonRow, { disagree }: SnapTime): DoubtCode[] {
  const doubts: DoubtCode[] = [];
  if (notes.repairs.some(({ what }) => what === ENTITIES)) doubts.push('html-entities-read');
  if (disagree) doubts.push('two-times-disagree');
  if (fields.text('From') === null)
    doubts.push(fields.text('To') === null ? 'sender-not-named' : 'owner-not-named');
  return doubts;
}

function flags(isSnap: boolean, isUnknown: boolean): DoubtCode[] {
  return [
    ...(isSnap ? (['snap-without-content'] as const) : []),
    ...(isUnknown ? (['unknown-fields'] as const) : []),
  ];
}

function extraOf(
  row: JsonRow,
  { title }: SnapPlace,
  { leavesCount }: SnapTime,
): { extra: Record<string, string>; isUnknown: boolean } {
  const { fields } = row;
  let isUnknown = false;
  const extra = row.extra(key => {
    if (key === COUNT && leavesCount) return false;
    if (key === TITLE && fields.text(TITLE) !== null) return fields.text(TITLE) === title;
    if (key === 'Text' && fields.text('Content') !== null) return false;
    if (key === 'To' && fields.text('From') !== null) return false;
    const more = READ_KEYS.has(key) ? partsUnread(row, key, {}) : [key];
    isUnknown ||= more.some(part => !SHOWN_KEYS.has(part));
    return more.length === 0;
  });
  return { extra, isUnknown };
}
