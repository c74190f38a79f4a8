import type { Reading } from '../reading.ts';
import { readingOfRecords } from '../records/reading-of-records.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { SnapWalk } from './walk.ts';

/** Changes whenever the same bytes may read differently. */
export const SNAPCHAT_READER = 'snapchat-json/2';

/** Reads `chat_history.json` or `snap_history.json` of a Snapchat download. Any bytes give a reading, in linear time. */
export function readSnapchat(source: ByteSource): Reading {
  return readingOfRecords({
    format: 'snapchat-json',
    reader: SNAPCHAT_READER,
    sizeBytes: source.size,
    walk: () => new SnapWalk(source),
    mayRunNewestFirst: 'usually',
  });
}
