import { fromHex } from '../../bytes/index.ts';
import { verifyChain } from '../../continuity/index.ts';
import type { ChainFault } from '../../continuity/index.ts';
import { recordCode } from '../../receipt/index.ts';
import type { Cover } from '../cover.ts';
import type { RecordLine } from '../record-lines.ts';
import type { Contents, Read } from './contents.ts';
import { SUBMISSION_SEALED, mayHideItem } from './count-check.ts';
import { sealings } from './item-check.ts';
import { RECORD_CODE, notChecked, outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** The record runs from 1 to its end without a gap, each entry naming the one before, all of one submission. */
export function checkRecord({ record }: Contents): Outcome {
  if (!record.ok) return outcomeOf('record', record.faults);
  const links = record.value.map(({ n, commitment, event }) =>
    event ? { n, commitment, previous: event.submission?.previous ?? null } : { n, commitment },
  );
  const faults = [...verifyChain(links).map(sentenceOf), ...placeFaults(record.value)];
  return outcomeOf('record', faults, { count: record.value.length });
}

function sentenceOf(fault: ChainFault): string {
  if (fault.kind === 'missing' && fault.from === fault.to)
    return `Entry ${fault.from} of the record is missing.`;
  if (fault.kind === 'missing') return `Entries ${fault.from} to ${fault.to} of the record are missing.`;
  if (fault.kind === 'out-of-order') return `Entry ${fault.n} of the record stands in the wrong place.`;
  return `Entry ${fault.n} of the record does not follow from the entry before it.`;
}

function placeFaults(record: readonly RecordLine[]): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const submission = submissionOf(record);
  for (const { n, event } of record) {
    if (!event) continue;
    if (event.submission?.n !== n) faults.push(`Entry ${n} of the record carries another number inside.`);
    if (event.submission?.id !== submission)
      faults.push(`Entry ${n} of the record is of another submission.`);
    if (ids.has(event.id)) faults.push(`Entry ${n} of the record has the id of an earlier one.`);
    ids.add(event.id);
  }
  return faults;
}

/**
 * The event that ended sealing is the one whose record code was written down. One that is withheld is found by its
 * commitment. `code` is as `parseRecordCode` gives it.
 */
export function checkRecordCode({ record }: Contents, code: string): Outcome {
  if (!record.ok) return notChecked(RECORD_CODE, 'The continuity record cannot be read.');
  const held = record.value.some(({ event, commitment }) => {
    const bytes = event === null || event.type === SUBMISSION_SEALED ? fromHex(commitment) : null;
    return bytes !== null && recordCode(bytes) === code;
  });
  return outcomeOf(RECORD_CODE, held ? [] : [`No entry that may have ended sealing has the code ${code}.`]);
}

/** The submission that the record is of: that of its first opened entry. */
export function submissionOf(record: readonly RecordLine[]): string | null {
  return record.find(({ event }) => event !== null)?.event?.submission?.id ?? null;
}

/** What is not shown: entries withheld, each with its reason, and sealed items that are not in the bundle. */
export function checkWithheld({ cover, record }: Contents): Outcome {
  if (!cover.ok || !record.ok) return notChecked('withheld', 'What is withheld cannot be counted.');
  const entries = record.value.flatMap(({ n, reason }) => (reason === null ? [] : [`Entry ${n}: ${reason}`]));
  const absent = absentItems(cover, record.value);
  const items = absent === 0 ? [] : [`Sealed in the same submission and not in this bundle: ${absent}.`];
  const hidden = mayHideItem(cover.value, record.value)
    ? ['A withheld entry may be the sealing of an item that is not shown.']
    : [];
  const facts = { count: entries.length, other: absent };
  return { check: 'withheld', state: 'passed', details: [...entries, ...items, ...hidden], facts };
}

function absentItems(cover: Read<Cover> & { ok: true }, record: readonly RecordLine[]): number {
  const here = new Set(cover.value.items.map(({ item }) => item));
  return [...sealings(record).keys()].filter(item => !here.has(item)).length;
}
