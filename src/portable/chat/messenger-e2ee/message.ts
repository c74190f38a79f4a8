import { millisOfUnix } from '../clocks/iso.ts';
import type { JsonFields } from '../json/fields.ts';
import { type Parts, partsUnread } from '../json/parts.ts';
import { JsonRow } from '../json/row.ts';
import type { JsonWalker } from '../json/walker.ts';
import { isPlain, repaired } from '../meta-json/mojibake.ts';
import type { Attachment, MessageKind, Reaction, Span } from '../reading.ts';
import type { ChatRecord } from '../records/record.ts';

/** A file holds one conversation. */
const CHAT = 0;
const READ_KEYS = new Set(['senderName', 'timestamp', 'text', 'media', 'reactions', 'isUnsent']);
const SHOWN_KEYS = new Set(['type']);
const PARTS: Parts = {
  media: new Set(['uri']),
  reactions: new Set(['actor', 'reaction']),
};
/** A path has a folder or an ending; a sentence has words. */
const PATH = /^\S*\/|\.[A-Za-z0-9]{1,5}$/;
const FAILURE = /^failed\b/i;

/** Makes one message of its bytes. The same bytes give the same message. */
export function e2eeMessage(walker: JsonWalker, at: Span): ChatRecord {
  const row = new JsonRow(walker, at);
  const { fields } = row;
  const speaker = fields.text('senderName');
  const text = fields.text('text') ?? '';
  const when = fields.text('timestamp') ?? '';
  const attachments = row.objectsIn('media').map(attachmentOf);
  const reactions = row.objectsIn('reactions').map(reactionOf);
  const kind = kindOf(row, text, attachments);
  const utcMs = millisOfUnix(when);
  let isUnknown = false;
  const extra = row.extra(key => {
    const more = READ_KEYS.has(key) ? partsUnread(row, key, PARTS) : [key];
    isUnknown ||= more.some(part => !SHOWN_KEYS.has(part));
    return more.length === 0;
  });
  const looksTakenApart = isTakenApart(speaker ?? '') || isTakenApart(text);
  return {
    chat: CHAT,
    kind,
    speaker: speaker === '' ? null : speaker,
    writtenText: when,
    body: text,
    span: row.span,
    rule: 'messenger-e2ee/message',
    localMs: null,
    utcMs,
    precision: utcMs === null ? 'none' : 'millisecond',
    doubts: [
      ...row.doubts(),
      ...(looksTakenApart ? (['text-not-repaired'] as const) : []),
      ...(kind === 'other' ? (['row-without-content'] as const) : []),
      ...(speaker === null || speaker === '' ? (['sender-not-named'] as const) : []),
      ...(isUnknown ? (['unknown-fields'] as const) : []),
    ],
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(row.notes.repairs.length > 0 ? { repairs: row.repairs() } : {}),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
    ...(reactions.length > 0 ? { reactions } : {}),
  };
}

function kindOf(row: JsonRow, text: string, attachments: readonly Attachment[]): MessageKind {
  if (row.isTrue('isUnsent')) return 'deleted';
  if (attachments.length > 0) return 'media';
  return text === '' ? 'other' : 'text';
}

/** A path, or the sentence that stands in its place when the app could not fetch the file. */
function attachmentOf(fields: JsonFields): Attachment {
  const uri = fields.text('uri');
  const isSentence = uri !== null && (FAILURE.test(uri) || !PATH.test(uri));
  return isSentence
    ? { name: null, kind: null, included: false, note: uri }
    : { name: uri, kind: null, included: uri !== null, note: null };
}

function reactionOf(fields: JsonFields): Reaction {
  return { reaction: fields.text('reaction') ?? '', by: fields.text('actor') };
}

/** Text that would be put together from single bytes in the app's other export. Here it is left as it is. */
function isTakenApart(text: string): boolean {
  return !isPlain(text) && repaired(text) !== null;
}
