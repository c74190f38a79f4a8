import type { DoubtLedger } from '../doubts.ts';
import type { Reading, Zone } from '../reading.ts';
import { readingOfRecords } from '../records/reading-of-records.ts';
import type { ChatRecord, RecordPass } from '../records/record.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { PageReader } from './message.ts';
import { PageWalk } from './page-walk.ts';

/** Changes whenever the same bytes may read differently. */
export const TELEGRAM_HTML_READER = 'telegram-html/2';

function* recordsOf(walk: PageWalk, reader: PageReader): Generator<ChatRecord, void, undefined> {
  while (walk.next()) {
    const { bytes, base } = walk.window;
    const record = reader.read(bytes, [walk.start, walk.end], base);
    if (record !== null) yield record;
  }
}

function noteFile(walk: PageWalk, ledger: DoubtLedger): void {
  ledger.noteFile('html-holds-less');
  if (walk.bomBytes > 0) ledger.noteFile('byte-order-mark');
  if (walk.isCutOff) ledger.noteFile('file-cut-off');
  if (walk.isBroken) ledger.noteFile('html-broken');
  if (walk.hasLarge) ledger.noteFile('message-too-large');
}

/** The offset printed is the zone's without summer time, beside a clock that may be in summer time: no instant follows from it. */
function zoneOf({ offsets }: PageReader, hasTimes: boolean): Zone {
  const offsetsMinutes = [...offsets].sort((a, b) => a - b);
  if (!hasTimes) return { basis: 'unknown', offsetsMinutes, statement: 'The file gives no times.' };
  const statement =
    offsetsMinutes.length > 0
      ? 'Times are as the exporting computer showed them. The offset printed beside them is that of its time zone without summer time.'
      : 'Times are as the exporting computer showed them. Its time zone is not in the file.';
  return { basis: 'exporter-local', offsetsMinutes, statement };
}

function passOf(source: ByteSource): RecordPass {
  const walk = new PageWalk(source);
  const reader = new PageReader();
  return {
    records: recordsOf(walk, reader),
    chats: [walk.chat],
    unread: walk.unread.spans,
    finish(ledger, { localOnly }) {
      if (reader.offsets.size > 0) ledger.noteFile('offset-of-standard-time');
      else if (localOnly > 0) ledger.noteFile('zone-not-stated');
      noteFile(walk, ledger);
    },
    zone: ({ localOnly }) => zoneOf(reader, localOnly > 0),
  };
}

/** Reads one page of a Telegram HTML export. Any bytes give a reading, in linear time. */
export function readTelegramHtml(source: ByteSource): Reading {
  return readingOfRecords({
    format: 'telegram-html',
    reader: TELEGRAM_HTML_READER,
    sizeBytes: source.size,
    walk: () => passOf(source),
  });
}
