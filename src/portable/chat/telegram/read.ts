import { instantOfSeconds, isoOfSeconds } from '../clocks/iso.ts';
import { DoubtLedger } from '../doubts.ts';
import type { Message, Reading, Span } from '../reading.ts';
import { gapsBetween, sizeOf } from '../tiling.ts';
import { byteOrderMarkBytes } from '../written-text.ts';
import { ExportWalker } from './export-walk.ts';
import type { ParsedMessage } from './message.ts';
import { parseMessage } from './message.ts';
import { Surveyor } from './survey.ts';

/** Changes whenever the same bytes may read differently. */
export const TELEGRAM_READER = 'telegram-json/1';

function spanOf(walker: ExportWalker, n: number): Span {
  return [walker.start.at(n), walker.end.at(n)];
}

function* spansOf(walker: ExportWalker): Generator<Span> {
  for (let n = 0; n < walker.start.length; n++) yield spanOf(walker, n);
}

/** Everything between the messages that is not unread. */
function envelopeOf(walker: ExportWalker, sizeBytes: number): Span[] {
  const taken = [...spansOf(walker), ...walker.unread].sort((a, b) => a[0] - b[0]);
  return gapsBetween(taken, sizeBytes);
}

function optionalFields(parsed: ParsedMessage): Partial<Message> {
  return {
    ...(parsed.id === null ? {} : { id: parsed.id }),
    ...(parsed.replyTo === null ? {} : { replyTo: parsed.replyTo }),
    ...(parsed.edited ? { edited: parsed.edited } : {}),
    ...(parsed.action === null ? {} : { action: parsed.action }),
    ...(parsed.attachments.length > 0 ? { attachments: parsed.attachments } : {}),
    ...(parsed.call ? { call: parsed.call } : {}),
    ...(parsed.speakerId === null ? {} : { speakerId: parsed.speakerId }),
    ...(parsed.notes.repairs.length > 0 ? { repairs: parsed.notes.repairs } : {}),
    ...(parsed.extra.length > 0 ? { extra: Object.fromEntries(parsed.extra) } : {}),
  };
}

function makeMessage(walker: ExportWalker, n: number, ledger: DoubtLedger): Message {
  const span = spanOf(walker, n);
  const parsed = parseMessage(walker.scanner, span);
  const { localSeconds, utcSeconds } = parsed;
  const shown = localSeconds ?? utcSeconds;
  return {
    n,
    kind: parsed.kind,
    speaker: parsed.speaker,
    written: shown === null ? null : isoOfSeconds(shown),
    writtenText: parsed.writtenText,
    instant: utcSeconds === null ? null : instantOfSeconds(utcSeconds),
    body: parsed.body,
    span,
    doubts: ledger.codesOf(n),
    precision: shown === null ? 'none' : 'second',
    rule: parsed.rule,
    ...(walker.chats.length > 1 ? { conversation: walker.chat.at(n) } : {}),
    ...optionalFields(parsed),
  };
}

function* messagesOf(walker: ExportWalker, ledger: DoubtLedger): Generator<Message, void, undefined> {
  for (let n = 0; n < walker.start.length; n++) yield makeMessage(walker, n, ledger);
}

function noteFile(walker: ExportWalker, bomBytes: number, ledger: DoubtLedger): void {
  if (bomBytes > 0) ledger.noteFile('byte-order-mark');
  if (walker.cutOff) ledger.noteFile('file-cut-off');
  if (walker.broken) ledger.noteFile('json-broken');
  if (walker.unread.length > 0) ledger.noteFile('unread-bytes');
  if (walker.otherSections.size > 0)
    ledger.noteFile('sections-not-read', [...walker.otherSections].join(', '));
}

/** Reads a Telegram JSON export, one chat or a whole account. Any bytes give a reading, in linear time. */
export function readTelegram(bytes: Uint8Array): Reading {
  const ledger = new DoubtLedger();
  const bomBytes = byteOrderMarkBytes(bytes);
  const walker = new ExportWalker(bytes);
  walker.walk(bomBytes);
  noteFile(walker, bomBytes, ledger);
  const found = new Surveyor(walker, ledger).survey();
  return {
    format: 'telegram-json',
    reader: TELEGRAM_READER,
    bytes: bytes.length,
    messageCount: walker.start.length,
    unreadBytes: sizeOf(walker.unread),
    kinds: found.kinds,
    period: found.period,
    speakers: found.speakers,
    dateOrder: { decision: 'not-needed', order: null, other: null, evidence: [], segments: [] },
    zone: found.zone,
    conversations: walker.chats.map(({ name, id, kind, messages }) => ({ name, id, kind, messages })),
    doubts: ledger.list(),
    messages: { [Symbol.iterator]: () => messagesOf(walker, ledger) },
    unread: walker.unread,
    envelope: envelopeOf(walker, bytes.length),
  };
}
