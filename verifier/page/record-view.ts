import type { CheckedItem, RecordLine, VerifiedBundle } from '../../src/portable/bundle/index.ts';
import { printable, sizeInWords } from '../printable.ts';
import { element } from './elements.ts';

/** More rows than this are counted, not shown: the whole record is in the bundle. */
const MAX_ROWS = 500;

const ITEM_HEADS = ['In the bundle', 'Name as received', 'Source class', 'Size', 'Sealed (UTC)'];
const RECORD_HEADS = ['Entry', 'What happened', 'Time (UTC)', 'By'];

/** The items of a bundle: what each is called here, what it was called, and when it was sealed. */
export function itemsView({ items }: VerifiedBundle): Node {
  if (items.length === 0) return document.createTextNode('');
  const rows = items.slice(0, MAX_ROWS).map(itemRow);
  const table = tableOf(ITEM_HEADS, [...rows, ...skipped(items.length - rows.length, ITEM_HEADS)]);
  return element('section', {}, element('h2', {}, 'Items'), table);
}

function itemRow({ file, facts, sealedAt }: CheckedItem): Node {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, file),
    element('td', {}, element('bdi', {}, printable(facts.name)), ...takenFrom(facts)),
    element('td', {}, printable(facts.sourceClass)),
    element('td', {}, sizeInWords(facts.sizeBytes)),
    element('td', {}, timeInWords(sealedAt)),
  );
}

/** An extract is never shown as an original: it says what it was taken out of. */
function takenFrom({ extractOf }: CheckedItem['facts']): Node[] {
  if (!extractOf) return [];
  const archive = element('bdi', {}, printable(extractOf.name));
  return [element('p', {}, 'Taken out of ', archive, ', which stayed with the submitter.')];
}

/** The continuity record in order, withheld entries in their place, and the sealing of the bundle at its end. */
export function recordView({ record, produced }: VerifiedBundle): Node {
  if (record.length === 0) return document.createTextNode('');
  const rows: Node[] = record.slice(0, MAX_ROWS).map(recordRow);
  rows.push(...skipped(record.length - rows.length, RECORD_HEADS));
  if (produced) rows.push(eventRow(produced.submission?.n ?? record.length + 1, produced));
  return element('section', {}, element('h2', {}, 'Continuity record'), tableOf(RECORD_HEADS, rows));
}

function recordRow({ n, event, reason }: RecordLine): Node {
  if (event) return eventRow(n, event);
  const words = `Withheld. ${printable(reason)}`;
  const cell = element('td', { class: 'withheld', colspan: String(RECORD_HEADS.length - 1) }, words);
  return element('tr', {}, element('th', { scope: 'row' }, String(n)), cell);
}

function eventRow(n: number, event: NonNullable<RecordLine['event']>): Node {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, String(n)),
    element('td', {}, event.type.replaceAll('-', ' ')),
    element('td', {}, timeInWords(event.at)),
    element('td', {}, printable(event.actor.kind), ' ', element('bdi', {}, printable(event.actor.id))),
  );
}

function timeInWords(instant: string): string {
  return instant.slice(0, 19).replace('T', ' ');
}

function skipped(count: number, heads: readonly string[]): Node[] {
  if (count <= 0) return [];
  return [
    element('tr', {}, element('td', { colspan: String(heads.length) }, `and ${count} more, not shown here`)),
  ];
}

/** A table that scrolls sideways where it does not fit. */
export function tableOf(heads: readonly string[], rows: readonly Node[]): Node {
  const head = heads.map(text => element('th', { scope: 'col' }, text));
  const body = element('tbody', {}, ...rows);
  const table = element('table', {}, element('thead', {}, element('tr', {}, ...head)), body);
  return element('div', { class: 'scroll', tabindex: '0' }, table);
}
