import type { DoubtLedger } from '../doubts.ts';
import type { Reading } from '../reading.ts';
import { readingOfRecords } from '../records/reading-of-records.ts';
import type { RecordPass } from '../records/record.ts';
import { sampleOf } from '../sample.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { isOfApp, type MetaApp } from './app.ts';
import { MetaWalk } from './walk.ts';

/** Change whenever the same bytes may read differently. */
export const MESSENGER_READER = 'messenger-json/2';
export const INSTAGRAM_READER = 'instagram-json/2';

/** Before both apps. */
const FACEBOOK_BEGAN_MS = Date.UTC(2004, 1, 4);

/** Reads one file of a conversation from a Messenger or Instagram download. Any bytes give a reading, in linear time. */
export function readMeta(source: ByteSource, app: MetaApp): Reading {
  const isCertain = isOfApp(app, sampleOf(source, ''));
  return readingOfRecords({
    format: `${app}-json`,
    reader: app === 'messenger' ? MESSENGER_READER : INSTAGRAM_READER,
    sizeBytes: source.size,
    serviceBeganMs: FACEBOOK_BEGAN_MS,
    walk: () => passOf(source, app, isCertain),
    mayRunNewestFirst: 'usually',
  });
}

function passOf(source: ByteSource, app: MetaApp, isCertain: boolean): RecordPass {
  const walk = new MetaWalk(source, app);
  const finish = (ledger: DoubtLedger): void => {
    walk.finish(ledger);
    if (!isCertain) ledger.noteFile('app-not-stated');
  };
  return {
    records: walk.records,
    chats: walk.chats,
    unread: walk.unread,
    finish,
    zone: clocks => walk.zone(clocks),
  };
}
