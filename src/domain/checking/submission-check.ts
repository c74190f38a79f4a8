import { toHex } from '#portable/bytes/index.ts';
import {
  type ChainFault,
  type ContinuityEvent,
  decodeEvent,
  decodeItemFacts,
  itemCommitment,
  itemSealedFacts,
  verifyChain,
} from '#portable/continuity/index.ts';
import type { Check, Fault } from './check.ts';
import { CHECK_TITLES } from './titles.ts';
import { ADDITION_SEALED } from '../engagement/index.ts';
import type { ItemRow, RecordPages, SubmissionRecord } from './ports.ts';

const SUBMISSIONS_A_SLICE = 64;

type Found = Omit<Fault, 'check'>;

/**
 * Every submission: its chain has no gap and names its predecessors; it begins with its receiving; and once it is sealed,
 * its record, its items and what its events say they sealed are the same, one for one.
 */
export function submissionCheck(pages: RecordPages): Check {
  return {
    id: 'submissions',
    ...CHECK_TITLES.submissions,
    async slice(from) {
      const records = await pages.submissions(from ?? '', SUBMISSIONS_A_SLICE);
      const faults = records.flatMap(record =>
        faultsOf(record).map((what): Found => ({ where: `submission ${record.reference}`, what })),
      );
      const last = records.at(-1);
      const next = last !== undefined && records.length === SUBMISSIONS_A_SLICE ? toHex(last.id) : null;
      return { next, seen: records.length, faults };
    },
  };
}

function faultsOf(record: SubmissionRecord): string[] {
  const events = record.events.flatMap(({ body }) => {
    const decoded = decodeEvent(body);
    return decoded.ok ? [decoded.event] : [];
  });
  return [...chainFaults(record, events), ...sealFaults(record, events), ...record.items.flatMap(factFaults)];
}

function chainFaults(
  { events: rows, state, reference }: SubmissionRecord,
  events: readonly ContinuityEvent[],
): string[] {
  if (rows.length === 0) return state === 'sealed' ? ['It is sealed, and has no event at all.'] : [];
  const links = rows.map(row => {
    const event = events.find(({ id }) => id === toHex(row.id));
    const previous = event?.submission?.previous;
    return {
      n: row.submissionN ?? 0,
      commitment: toHex(row.commitment),
      ...(previous === undefined ? {} : { previous }),
    };
  });
  const faults = verifyChain(links).map(chainWords);
  const [first] = events;
  if (first?.type !== 'submission-received') faults.push('Its chain does not begin with its receiving.');
  else if (first.facts['reference'] !== reference) faults.push('Its first event names another reference.');
  return faults;
}

function chainWords(fault: ChainFault): string {
  if (fault.kind === 'missing') {
    return fault.from === fault.to
      ? `Event ${fault.from} of its chain is missing.`
      : `Events ${fault.from} to ${fault.to} of its chain are missing.`;
  }
  if (fault.kind === 'out-of-order') return `Event ${fault.n} of its chain is there twice or out of order.`;
  return `Event ${fault.n} of its chain names another predecessor than the event before it.`;
}

function sealFaults(
  { state, sealedAt, letters, items }: SubmissionRecord,
  events: readonly ContinuityEvent[],
): string[] {
  const sealed = events.filter(({ type }) => type === 'submission-sealed');
  const faults: string[] = [];
  if (state === 'sealed') {
    if (sealed.length !== 1) faults.push(`It is sealed, and has ${sealed.length} events that say so.`);
    const [said] = sealed;
    if (said !== undefined && sealedAt?.toISOString() !== said.at)
      faults.push('Its row names another time of sealing than the event that says so.');
    if (letters === 0) faults.push('It is sealed, and no receipt lies in its box.');
  }
  const said = new Map(
    events.flatMap(({ type, facts }) => {
      const itemFacts = type === 'item-sealed' ? itemSealedFacts(facts) : null;
      return itemFacts === null ? [] : [[itemFacts.item, itemFacts.content] as const];
    }),
  );
  const added = events.filter(({ type }) => type === ADDITION_SEALED).length;
  for (const event of sealed)
    if (event.facts['items'] !== said.size - added)
      faults.push(
        `Its last step of sealing names another number of items than the ${said.size - added} that events seal.`,
      );
  const rows = new Map(items.map(item => [toHex(item.id), item]));
  for (const [id, content] of said) faults.push(...faultsOfSaid(id, content, rows.get(id)));
  for (const id of rows.keys()) if (!said.has(id)) faults.push(`No event seals item ${id}.`);
  return faults;
}

function faultsOfSaid(id: string, content: string, item: ItemRow | undefined): string[] {
  if (item === undefined) return [`Item ${id} was sealed, and its row is gone.`];
  const isSame =
    item.factsSalt.length === 32 && toHex(itemCommitment(item.factsSalt, item.facts)) === content;
  return isSame ? [] : [`The facts of item ${id} are not those that its event sealed.`];
}

function factFaults(item: ItemRow): string[] {
  const id = toHex(item.id);
  const decoded = decodeItemFacts(item.facts);
  if (!decoded.ok) return [`The facts of item ${id} cannot be read. ${decoded.reason}`];
  const { facts } = decoded;
  const pairs: readonly (readonly [string, boolean])[] = [
    ['id', facts.item === id],
    // The row cannot hold U+0000 and shows the sign for it.
    ['name', facts.name.replaceAll('\u0000', '\u2400') === item.name],
    ['size', facts.sizeBytes === item.sizeBytes],
    ['SHA-256', facts.sha256 === toHex(item.sha256)],
    ['SHA-512', facts.sha512 === toHex(item.sha512)],
    ['source class', facts.sourceClass === item.sourceClass],
  ];
  const wrong = pairs.filter(([, isSame]) => !isSame).map(([name]) => name);
  return wrong.length === 0
    ? []
    : [`The row of item ${id} does not say what its sealed facts say: ${wrong.join(', ')}.`];
}
