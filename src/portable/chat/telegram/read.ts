import type { DoubtLedger } from '../doubts.ts';
import type { Reading, Zone } from '../reading.ts';
import { readingOfRecords, type WalkPurpose } from '../records/reading-of-records.ts';
import type { ChatRecord, ClocksSeen, RecordPass } from '../records/record.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { AbsentIds } from './absent-ids.ts';
import { ExportWalk } from './export-walk.ts';
import { MessageReader } from './message.ts';

/** Changes whenever the same bytes may read differently. */
export const TELEGRAM_READER = 'telegram-json/3';

function* recordsOf(
  walk: ExportWalk,
  absent: AbsentIds,
  isSurvey: boolean,
): Generator<ChatRecord, void, undefined> {
  const reader = new MessageReader(walk.json, isSurvey);
  for (let n = 0; walk.next(); n += 1) {
    const record = reader.read(walk.start, walk.end, walk.chat);
    if (isSurvey) absent.look(n, record.chat, record.id, walk.unread.spans.length);
    yield record;
  }
}

function noteFile(walk: ExportWalk, ledger: DoubtLedger): void {
  if (walk.bomBytes > 0) ledger.noteFile('byte-order-mark');
  if (walk.isCutOff) ledger.noteFile('file-cut-off');
  if (walk.isBroken) ledger.noteFile('json-broken');
  if (walk.hasLarge) ledger.noteFile('message-too-large');
  if (walk.otherSections.size > 0) ledger.noteFile('sections-not-read', [...walk.otherSections].join(', '));
}

function zoneOf({ offsetsMinutes, localOnly, utcOnly }: ClocksSeen): Zone {
  if (offsetsMinutes.length > 0) {
    const statement = 'Each message has its local time and its UTC time; the difference is the offset used.';
    return { basis: 'offset-from-both-clocks', offsetsMinutes, statement };
  }
  if (utcOnly > 0) {
    const statement = 'The file gives times in UTC only, and they are shown in UTC.';
    return { basis: 'utc', offsetsMinutes, statement };
  }
  if (localOnly === 0) return { basis: 'unknown', offsetsMinutes, statement: 'The file gives no times.' };
  return {
    basis: 'exporter-local',
    offsetsMinutes,
    statement: 'Times are as the exporting computer showed them. Its time zone is not in the file.',
  };
}

function passOf(source: ByteSource, purpose: WalkPurpose): RecordPass {
  const walk = new ExportWalk(source);
  const absent = new AbsentIds();
  return {
    records: recordsOf(walk, absent, purpose === 'survey'),
    chats: walk.chats,
    unread: walk.unread.spans,
    finish(ledger, { localOnly }) {
      noteFile(walk, ledger);
      if (localOnly > 0) ledger.noteFile('zone-not-stated');
      absent.note(walk.chats, ledger);
    },
    zone: zoneOf,
  };
}

/** Reads a Telegram JSON export, one chat or a whole account. Any bytes give a reading, in linear time. */
export function readTelegram(source: ByteSource): Reading {
  return readingOfRecords({
    format: 'telegram-json',
    reader: TELEGRAM_READER,
    sizeBytes: source.size,
    serviceBeganMs: Date.UTC(2013, 7, 14),
    walk: purpose => passOf(source, purpose),
  });
}
