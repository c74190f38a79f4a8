import type { Message } from '../reading.ts';
import type { ChatRecord } from './record.ts';
import { instantOf, writtenOf } from './written.ts';

type Draft = { -readonly [Key in keyof Message]: Message[Key] };

/** The message that a record is in a reading: it has no member that the record does not have. */
export function asMessage(
  record: ChatRecord,
  n: number,
  doubts: readonly string[],
  hasSeveral: boolean,
): Message {
  const message = mostOf(record, n, doubts);
  if (hasSeveral) message.conversation = record.chat;
  if (record.replyTo !== undefined) message.replyTo = record.replyTo;
  if (record.edited !== undefined) message.edited = record.edited;
  if (record.action !== undefined) message.action = record.action;
  if (record.attachments !== undefined) message.attachments = record.attachments;
  if (record.call !== undefined) message.call = record.call;
  if (record.continuations !== undefined) message.continuations = record.continuations;
  if (record.speakerWritten !== undefined) message.speakerWritten = record.speakerWritten;
  if (record.otherReading !== undefined) message.otherReading = record.otherReading;
  if (record.repairs !== undefined) message.repairs = record.repairs;
  if (record.extra !== undefined) message.extra = record.extra;
  if (record.reactions !== undefined) message.reactions = record.reactions;
  if (record.quote !== undefined) message.quote = record.quote;
  if (record.forwardedFrom !== undefined) message.forwardedFrom = record.forwardedFrom;
  return message;
}

/**
 * What every message has, and the two members that most have besides: an object that is made with all its members is made in
 * a fraction of the time of one that grows, and a chat has hundreds of thousands.
 */
function mostOf(record: ChatRecord, n: number, doubts: readonly string[]): Draft {
  const { kind, speaker, writtenText, body, span, precision, rule, id, speakerId } = record;
  const [written, instant] = [writtenOf(record), instantOf(record)];
  if (id !== undefined && speakerId !== undefined)
    return { n, kind, speaker, written, writtenText, instant, body, span, doubts, precision, rule, id, speakerId }; // prettier-ignore
  const message: Draft = { n, kind, speaker, written, writtenText, instant, body, span, doubts, precision, rule }; // prettier-ignore
  if (id !== undefined) message.id = id;
  if (speakerId !== undefined) message.speakerId = speakerId;
  return message;
}
