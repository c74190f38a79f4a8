import type { JsonFields } from '../json/fields.ts';
import type { Attachment, Call, MessageKind, Reaction } from '../reading.ts';
import type { ChatRecord } from '../records/record.ts';
import { present } from '../records/text-doubts.ts';
import { attachmentOf, attachmentsOf } from './attachments.ts';
import type { People } from './people.ts';

/** What the item of a chat is, by the one member that says it. */
export interface ItemContent {
  readonly kind: MessageKind;
  readonly body: string;
  readonly action?: string;
  readonly attachments: readonly Attachment[];
  readonly call?: Call;
  /** The member that holds reactions and a quote. */
  readonly message: JsonFields | null;
}

const NOTHING: ItemContent = { kind: 'other', body: '', attachments: [], message: null };

type Reader = (item: JsonFields) => ItemContent;

function standard(message: JsonFields): ItemContent {
  const attachments = attachmentsOf(message);
  const body = message.object('text')?.text('body') ?? '';
  return { kind: attachments.length > 0 ? 'media' : 'text', body, attachments, message };
}

function sticker(message: JsonFields): ItemContent {
  const one = message.object('sticker');
  const emoji = one?.text('emoji') ?? null;
  const attachments = [{ ...attachmentOf(one?.object('data') ?? null, 'sticker'), note: emoji }];
  return { kind: 'media', body: '', attachments, message };
}

function viewOnce(message: JsonFields): ItemContent {
  const one = message.object('attachment');
  const attachments = one ? [attachmentOf(one.object('pointer'))] : [];
  return { kind: 'media', body: '', action: 'viewOnceMessage', attachments, message };
}

function storyReply(message: JsonFields): ItemContent {
  const text = message.object('textReply')?.object('text')?.text('body');
  return { kind: 'text', body: text ?? message.text('emoji') ?? '', attachments: [], message };
}

function individualCall(call: JsonFields): Call {
  const type = call.text('type');
  const media = type === 'AUDIO_CALL' ? 'voice' : type === 'VIDEO_CALL' ? 'video' : null;
  return { media, outcome: call.text('state'), durationText: null, durationSeconds: null };
}

function groupCall(call: JsonFields): Call {
  const [start, end] = [call.count('startedCallTimestamp'), call.count('endedCallTimestamp')];
  const millis = start && end && end >= start ? end - start : null;
  return {
    media: null,
    outcome: call.text('state'),
    durationText: null,
    durationSeconds: millis === null ? null : Math.floor(millis / 1000),
  };
}

function update(message: JsonFields): ItemContent {
  const [key = null] = [...message.entries()].map(([name]) => name);
  const inner = key === null ? null : message.object(key);
  const isGroup = key === 'groupCall';
  const action = key === 'simpleUpdate' ? (inner?.text('type') ?? key) : key;
  const content = { ...NOTHING, kind: 'system', message, ...present('action', action) } as const;
  if (!inner || (key !== 'individualCall' && !isGroup)) return content;
  return { ...content, kind: 'call', call: isGroup ? groupCall(inner) : individualCall(inner) };
}

const READERS: Readonly<Record<string, Reader>> = {
  standardMessage: standard,
  contactMessage: message => ({ ...NOTHING, kind: 'contact', message }),
  stickerMessage: sticker,
  remoteDeletedMessage: message => ({ ...NOTHING, kind: 'deleted', message }),
  updateMessage: update,
  viewOnceMessage: viewOnce,
  directStoryReplyMessage: storyReply,
  poll: message => ({ ...NOTHING, kind: 'poll', body: message.text('question') ?? '', message }),
  paymentNotification: message => ({ ...NOTHING, action: 'paymentNotification', message }),
  giftBadge: message => ({ ...NOTHING, action: 'giftBadge', message }),
};

export const CONTENT_KEYS: readonly string[] = Object.keys(READERS);

/** The content of an item; of none of the known kinds: `other`, with nothing. */
export function contentOf(item: JsonFields): ItemContent {
  for (const key of CONTENT_KEYS) {
    const message = item.object(key);
    if (message) return READERS[key]?.(message) ?? NOTHING;
  }
  return NOTHING;
}

/** The id of a message: nobody sends two at the same millisecond. */
export function messageId(author: string | null, sent: string | null): string | null {
  return author === null || sent === null ? null : `${author}/${sent}`;
}

export function reactionsOf(message: JsonFields, people: People): Reaction[] {
  const found: Reaction[] = [];
  for (const one of message.objects('reactions'))
    found.push({ reaction: one.text('emoji') ?? '', by: people.get(one.text('authorId'))?.name ?? null });
  return found;
}

/** What is repeated of the message that is answered, and which one that is. */
export function quoteOf(message: JsonFields): Pick<ChatRecord, 'quote' | 'replyTo'> {
  const quote = message.object('quote');
  if (!quote) return {};
  const to = messageId(quote.text('authorId'), quote.text('targetSentTimestamp'));
  return { ...present('replyTo', to), ...present('quote', quote.object('text')?.text('body') ?? null) };
}

/** Earlier wordings, oldest first; null when there are none. */
export function earlierOf(item: JsonFields): string[] | null {
  const found: string[] = [];
  for (const one of item.objects('revisions')) found.push(contentOf(one).body);
  return found.length > 0 ? found : null;
}
