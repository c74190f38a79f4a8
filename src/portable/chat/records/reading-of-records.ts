import type { ChatFormat, Message, Reading, Span } from '../reading.ts';
import { sizeOf } from '../tiling.ts';
import { asMessage } from './as-message.ts';
import { named } from './named.ts';
import { Neighbours } from './neighbours.ts';
import type { ChatRecord, RecordChat, RecordPass } from './record.ts';
import { sinceService } from './since-service.ts';
import { doubtsOf, Survey } from './survey.ts';

/**
 * What a walk is for. For `survey`, its records may lack what a survey does not look at: the text and the written time, and all
 * that is not `chat`, `kind`, `span`, `speaker`, `speakerId`, `id`, `replyTo`, `repliesElsewhere`, the times, the precision
 * and the doubts. For `spans`, all but `span`. A format may make the same records for each.
 */
export type WalkPurpose = 'survey' | 'messages' | 'spans';

/** A format whose messages stand one after the other, each with its own time and speaker. */
export interface RecordFormat {
  readonly format: ChatFormat;
  /** Name and version of the reader. */
  readonly reader: string;
  readonly sizeBytes: number;
  /** The format does not say which way its files run: it is found out, and said when it is newest first. `usually`: one step back is enough. */
  readonly mayRunNewestFirst?: boolean | 'usually';
  /** When the service began, in milliseconds since 1970 UTC: an earlier time is not understood. */
  readonly serviceBeganMs?: number;
  /** Begins a new walk through the item; the same each time, but for what its purpose lets it leave out. */
  readonly walk: (purpose: WalkPurpose) => RecordPass;
}

/**
 * The reading of such an item: walked once now, once more for each pass over its messages, and once for its envelope,
 * so that nothing of a message is kept but what is counted.
 */
export function readingOfRecords(item: RecordFormat): Reading {
  const survey = new Survey(item.mayRunNewestFirst);
  const pass = item.walk('survey');
  for (const record of pass.records) survey.look(settled(record, item));
  survey.end();
  if (pass.unread.length > 0) survey.ledger.noteFile('unread-bytes');
  pass.finish(survey.ledger, survey.clocks);
  return {
    format: item.format,
    reader: item.reader,
    bytes: item.sizeBytes,
    messageCount: survey.messages,
    unreadBytes: sizeOf(pass.unread),
    kinds: survey.kinds,
    period: survey.period,
    speakers: survey.speakers.list(),
    dateOrder: { decision: 'not-needed', order: null, other: null, evidence: [], segments: [] },
    zone: pass.zone(survey.clocks),
    conversations: pass.chats.map((chat, i) => conversationOf(chat, survey.inChat[i] ?? 0)),
    doubts: survey.ledger.list(),
    messages: { [Symbol.iterator]: () => messagesOf(item, survey, pass.chats.length > 1) },
    unread: pass.unread,
    envelope: { [Symbol.iterator]: () => envelopeOf(item, pass.unread) },
  };
}

/** A record as every pass sees it. */
function settled(record: ChatRecord, { serviceBeganMs }: RecordFormat): ChatRecord {
  return named(serviceBeganMs === undefined ? record : sinceService(record, serviceBeganMs));
}

function conversationOf({ name, id, kind }: RecordChat, messages: number) {
  return { name, id, kind, messages };
}

function* messagesOf(
  item: RecordFormat,
  survey: Survey,
  hasSeveral: boolean,
): Generator<Message, void, undefined> {
  const neighbours = new Neighbours(survey.isNewestFirst);
  let n = 0;
  for (const walked of item.walk('messages').records) {
    const record = settled(walked, item);
    // What only the end of the first walk told of single messages was noted by number.
    const noted = survey.ledger.codesOf(n);
    const own = doubtsOf(neighbours, survey, record);
    yield asMessage(record, n, noted.length === 0 ? own : [...own, ...noted], hasSeveral);
    n += 1;
  }
}

/** Everything between the messages that is not unread. */
function* envelopeOf(item: RecordFormat, unread: readonly Span[]): Generator<Span, void, undefined> {
  const aside = unread[Symbol.iterator]();
  let [at, next] = [0, aside.next()];
  const upTo = function* (start: number, end: number): Generator<Span, void, undefined> {
    while (next.done !== true && next.value[0] < start) {
      if (next.value[0] > at) yield [at, next.value[0]];
      at = next.value[1];
      next = aside.next();
    }
    if (start > at) yield [at, start];
    at = end;
  };
  for (const { span } of item.walk('spans').records) yield* upTo(...span);
  yield* upTo(item.sizeBytes, item.sizeBytes);
}
