import type { DoubtCode } from '../doubts.ts';
import type { JsonFields } from '../json/fields.ts';
import type { TextNotes } from '../json/text.ts';
import type { Span } from '../reading.ts';
import type { ChatRecord } from '../records/record.ts';
import { hasUnknown, Leftovers, present, repairsAt, textDoubts } from '../records/text-doubts.ts';
import type { FileTime } from '../records/written.ts';
import { CONTENT_KEYS, contentOf, earlierOf, messageId, quoteOf, reactionsOf } from './chat-item.ts';
import type { People } from './people.ts';

const READ = new Set(['chatId', 'authorId', 'dateSent', 'standardMessage']);
const KNOWN = new Set([
  ...READ,
  ...CONTENT_KEYS,
  ...['expireStartDate', 'expiresInMs', 'revisions', 'sms', 'incoming', 'outgoing', 'directionless'],
]);
const MESSAGE_KNOWN = new Set(['text', 'quote', 'attachments', 'linkPreview', 'longText', 'reactions']);
const TEXT_READ = new Set(['body']);
const MILLIS = /^\d{1,15}$/;
/** 31 December 9999. */
const LATEST_MS = 253_402_300_799_999;

/** One line that holds an item of a chat. */
export interface ItemLine {
  readonly frame: JsonFields;
  readonly item: JsonFields;
  readonly notes: TextNotes;
  readonly base: number;
  readonly span: Span;
}

function timeOf(text: string | null): FileTime {
  const ms = text !== null && MILLIS.test(text) ? Number(text) : 0;
  const isTime = ms > 0 && ms <= LATEST_MS;
  return { localMs: null, utcMs: isTime ? ms : null, precision: isTime ? 'millisecond' : 'none' };
}

/** Everything that is not turned into a field, under its key. */
function extraOf({ frame, item }: ItemLine, message: JsonFields | null): Pick<ChatRecord, 'extra'> {
  const left = new Leftovers();
  left.addMembers(frame, new Set(['chatItem']), 'frame.');
  left.addMembers(item, READ);
  if (!message) return left.extra;
  left.addMembers(message, new Set(['text']), 'standardMessage.');
  const text = message.object('text');
  if (text) left.addMembers(text, TEXT_READ, 'standardMessage.text.');
  return left.extra;
}

function doubtsOf(
  { frame, item, notes }: ItemLine,
  standard: JsonFields | null,
  speaker: string | null,
): DoubtCode[] {
  const doubts = textDoubts(notes);
  const isRepeated = [frame, item, ...(standard ? [standard] : [])].some(
    ({ repeated }) => repeated.length > 0,
  );
  const isUnknown = hasUnknown(frame, new Set(['chatItem'])) || hasUnknown(item, KNOWN);
  if (isRepeated) doubts.push('repeated-key');
  if (isUnknown || (standard && hasUnknown(standard, MESSAGE_KNOWN))) doubts.push('unknown-fields');
  if (speaker === null) doubts.push('sender-not-named');
  return doubts;
}

/** The message of such a line; `chat` is the index of its conversation. */
export function itemRecord(line: ItemLine, chat: number, people: People): ChatRecord {
  const { item, notes, base, span } = line;
  const [authorId, sent] = [item.text('authorId'), item.text('dateSent')];
  const author = people.get(authorId);
  const { kind, body, attachments, message, ...more } = contentOf(item);
  const standard = item.object('standardMessage');
  const earlier = earlierOf(item);
  const reactions = message ? reactionsOf(message, people) : [];
  const isUpdate = kind === 'system' || kind === 'call';
  const record: ChatRecord = {
    chat,
    kind,
    speaker: author?.name ?? null,
    writtenText: sent ?? '',
    body,
    span,
    rule: `signal/${isUpdate ? 'update' : 'item'}`,
    ...timeOf(sent),
    doubts: [],
    // Several updates may bear one time; of messages, nobody sends two at one.
    ...(isUpdate ? {} : present('id', messageId(authorId, sent))),
    ...(message ? quoteOf(message) : {}),
    ...(earlier ? { edited: { written: null, instant: null, earlier } } : {}),
    ...more,
    ...(attachments.length > 0 ? { attachments } : {}),
    ...present('speakerId', author?.id ?? authorId),
    ...extraOf(line, standard),
    ...(reactions.length > 0 ? { reactions } : {}),
  };
  return { ...record, ...repairsAt(base, notes), doubts: doubtsOf(line, standard, record.speaker) };
}
