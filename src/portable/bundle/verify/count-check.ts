import type { ContinuityEvent } from '../../continuity/index.ts';
import type { Cover } from '../cover.ts';
import type { RecordLine } from '../record-lines.ts';
import type { Contents } from './contents.ts';
import { sealings } from './item-check.ts';
import { notChecked, outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Type of the event that takes a submission in; its facts count what was received. */
export const SUBMISSION_RECEIVED = 'submission-received';
/** Type of the event that ends the sealing of a submission; its facts count what was sealed. */
export const SUBMISSION_SEALED = 'submission-sealed';
/** Type of the event that ends the sealing of one addition; its facts count the items it brought. */
const ADDITION_SEALED = 'addition-sealed';

/**
 * How many items the record and the bundle speak of. `received` and `stated` are lists because the record may hold the
 * event that states them twice, or not; null stands for one that states no number.
 */
type Tally = {
  received: (number | null)[];
  stated: (number | null)[];
  /** Items of additions that were sealed later. */
  added: number;
  sealed: number;
  here: number;
  withheld: number;
};

function tally(cover: Cover, record: readonly RecordLine[]): Tally {
  const opened = record.flatMap(({ event }) => (event ? [event] : []));
  return {
    received: opened.filter(({ type }) => type === SUBMISSION_RECEIVED).map(itemsOf),
    stated: opened.filter(({ type }) => type === SUBMISSION_SEALED).map(itemsOf),
    added: opened.reduce(
      (sum, event) => sum + (event.type === ADDITION_SEALED ? (itemsOf(event) ?? 0) : 0),
      0,
    ),
    sealed: sealings(record).size,
    here: cover.items.length,
    withheld: record.length - opened.length,
  };
}

function itemsOf({ facts }: ContinuityEvent): number | null {
  const { items } = facts as { items?: unknown };
  return Number.isSafeInteger(items) && (items as number) >= 0 ? (items as number) : null;
}

/** What was received, what was sealed and what is here agree, or what is left out is stated. */
export function checkCounts({ cover, record }: Contents): Outcome {
  if (!cover.ok || !record.ok) {
    return notChecked('counts', 'bundle.json or the continuity record cannot be read.');
  }
  const counts = tally(cover.value, record.value);
  const received = counts.received[0] ?? null;
  const facts = {
    word: String(received === null ? '?' : received + counts.added),
    count: sealedInAll(counts) ?? counts.sealed,
    other: counts.here,
  };
  const faults = [...entryFaults(counts), ...numberFaults(counts)];
  if (faults.length > 0) return outcomeOf('counts', faults, facts);
  if (counts.received.length === 0 || counts.stated.length === 0) {
    return notChecked('counts', 'The entry that counts what was received or sealed is withheld.', facts);
  }
  return outcomeOf('counts', [], facts);
}

function entryFaults({ received, stated, withheld }: Tally): string[] {
  const faults: string[] = [];
  for (const [found, what] of [
    [received, 'the receipt of the submission'],
    [stated, 'the end of its sealing'],
  ] as const) {
    if (found.length > 1) faults.push(`The record holds ${what} ${found.length} times.`);
    if (found.length === 0 && withheld === 0) faults.push(`The record does not hold ${what}.`);
    if (found.includes(null)) faults.push(`In the record, ${what} does not say how many items there were.`);
  }
  return faults;
}

function sealedInAll({ stated, added }: Tally): number | null {
  const [said = null] = stated;
  return said === null ? null : said + added;
}

function numberFaults(counts: Tally): string[] {
  const { received, stated, added, sealed, here, withheld } = counts;
  const faults: string[] = [];
  const [came = null, said = null] = [received[0], stated[0]];
  if (here === 0) faults.push('The bundle holds no item.');
  if (came !== null && said !== null && came !== said)
    faults.push(`${came} items were received, and ${said} were sealed.`);
  const first = said ?? came;
  const told = first === null ? null : first + added;
  // A withheld entry may count what an opened one seals, or seal what an opened one counts.
  if (told !== null && (sealed > told + withheld || sealed + withheld < told))
    faults.push(`The record seals ${sealed} items, and says that there were ${told}.`);
  return faults;
}

/** Whether a withheld entry may be the sealing of an item that nothing in the bundle shows. */
export function mayHideItem(cover: Cover, record: readonly RecordLine[]): boolean {
  const counts = tally(cover, record);
  return counts.withheld > 0 && sealedInAll(counts) !== counts.sealed;
}
