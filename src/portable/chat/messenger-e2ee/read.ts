import type { Reading } from '../reading.ts';
import { readingOfRecords } from '../records/reading-of-records.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { E2eeWalk } from './walk.ts';

/** Changes whenever the same bytes may read differently. */
export const MESSENGER_E2EE_READER = 'messenger-e2ee-json/2';

/** Reads one conversation of Messenger's download of end-to-end encrypted messages. Any bytes give a reading, in linear time. */
export function readMessengerE2ee(source: ByteSource): Reading {
  return readingOfRecords({
    format: 'messenger-e2ee-json',
    reader: MESSENGER_E2EE_READER,
    sizeBytes: source.size,
    walk: () => new E2eeWalk(source),
    mayRunNewestFirst: 'usually',
  });
}
