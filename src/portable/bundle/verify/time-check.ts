import type { Cover } from '../cover.ts';
import type { RecordLine } from '../record-lines.ts';
import type { Contents } from './contents.ts';
import { sealings } from './item-check.ts';
import { notChecked, outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** No bundle can speak of an earlier time: there was nothing to make it with. */
const EARLIEST = '2020-01-01T00:00:00.000Z';

/** Times run forward through the record to the making of the bundle. Written alike, they compare as text. */
export function checkTimes({ cover, record, produced }: Contents): Outcome {
  if (!cover.ok || !record.ok) {
    return notChecked('times', 'bundle.json or the continuity record cannot be read.');
  }
  const faults: string[] = [];
  let last = EARLIEST;
  for (const { n, event } of record.value) {
    if (!event) continue;
    if (event.at < EARLIEST) faults.push(`Entry ${n} of the record has a time before the year 2020.`);
    else if (event.at < last) faults.push(`Entry ${n} of the record has a time before an earlier entry.`);
    else last = event.at;
  }
  if (cover.value.createdAt < last)
    faults.push('bundle.json has a time before the last entry of the record.');
  if (produced.ok && produced.value.event.at < last) {
    faults.push('The sealing of the bundle has a time before the last entry of the record.');
  }
  return outcomeOf('times', [...faults, ...readingFaults(cover.value, record.value)]);
}

/** The time of sealing that a reader was told is the one that the record holds for its item. */
function readingFaults({ items, transcripts }: Cover, record: readonly RecordLine[]): string[] {
  const sealed = sealings(record);
  const ids = new Map(items.map(({ file, item }) => [file, item]));
  return transcripts.flatMap(({ file, item, sealedAt }) => {
    const [seal] = sealed.get(ids.get(item) ?? '') ?? [];
    const differs = sealedAt !== null && seal !== undefined && seal.at !== sealedAt;
    return differs ? [`${file}: its reader was told another time of sealing than the record holds.`] : [];
  });
}
