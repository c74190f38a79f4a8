import type { DoubtCode } from '../doubts.ts';
import type { Message, Span } from '../reading.ts';
import type { ChatRecord } from '../records/record.ts';
import { present } from '../records/text-doubts.ts';
import { isUtf8, textOf } from '../written-text.ts';
import { type MarkdownBody, markdownBody } from './markdown-body.ts';
import { markdownCall } from './markdown-call.ts';
import type { MarkdownHeader } from './markdown-header.ts';

const DELETED = '(This message was deleted)';
/** The program writes this where it does not know who sent a message. */
const NOBODY = 'No-Sender';

/** The bytes of one message that a window holds. */
export interface HeldMessage {
  readonly header: MarkdownHeader;
  readonly bytes: Uint8Array;
  /** Places in `bytes`: the message, and where its second line begins. */
  readonly start: number;
  readonly secondLine: number;
  readonly end: number;
  /** The offset in the item of the first byte held. */
  readonly base: number;
}

/** What the sentence of a call or of a deleted message says; each could also be somebody's words. */
function kindOf({ body, attachments, hasBlanks }: MarkdownBody): Pick<ChatRecord, 'kind' | 'call'> {
  if (body === DELETED && !hasBlanks) return { kind: 'deleted' };
  const call = markdownCall(body);
  if (call) return { kind: 'call', call };
  return { kind: attachments.length > 0 ? 'media' : 'text' };
}

function continuationsOf({ bytes, secondLine, end, base }: HeldMessage): { continuations?: readonly Span[] } {
  const isBlank = textOf(bytes, secondLine, end).trim() === '';
  return isBlank ? {} : { continuations: [[base + secondLine, base + end]] };
}

/** The message that its bytes say; nothing outside them is looked at. */
export function markdownRecord(held: HeldMessage): ChatRecord {
  const { header, bytes, start, end, base } = held;
  const text = textOf(bytes, start, end);
  const parts = markdownBody(text.slice(header.length));
  const { body, quote, reactions, attachments } = parts;
  const kind = kindOf(parts);
  const speaker = header.sender === '' || header.sender === NOBODY ? null : header.sender;
  const doubts: DoubtCode[] = [];
  if (text.includes('\uFFFD') && !isUtf8(bytes, start, end)) doubts.push('invalid-utf8');
  if (text.includes('\0')) doubts.push('nul-bytes');
  if (speaker === null) doubts.push('sender-not-named');
  if (kind.kind === 'call') doubts.push('system-or-user');
  const other: Message['otherReading'] = { kind: 'text', speaker, body };
  return {
    chat: 0,
    ...kind,
    speaker,
    writtenText: header.writtenText,
    body,
    span: [base + start, base + end],
    rule: 'signal-export/message',
    ...header.time,
    doubts,
    ...(attachments.length > 0 ? { attachments } : {}),
    ...continuationsOf(held),
    ...(kind.kind === 'call' ? { otherReading: other } : {}),
    ...(reactions.length > 0 ? { reactions } : {}),
    ...present('quote', quote),
  };
}
