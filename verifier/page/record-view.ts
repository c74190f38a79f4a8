import type { CheckedItem, RecordLine, VerifiedBundle } from '../../src/portable/bundle/index.ts';
import { printable, sizeInWords } from '../printable.ts';
import { element } from './elements.ts';

/** More rows than this are counted, not shown: the whole record is in the bundle. */
const MAX_ROWS = 500;

/** The items of a bundle: what each is called here, what it was called, and when it was sealed. */
export function itemsView({ items }: VerifiedBundle): Node {
  if (items.length === 0) return document.createTextNode('');
  const head = ['In the bundle', 'Name as received', 'Source class', 'Size', 'Sealed (UTC)'];
  const rows = items
    .slice(0, MAX_ROWS)
    .map(({ file, facts, sealedAt }) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, file),
        element('td', {}, element('bdi', {}, printable(facts.name)), ...takenFrom(facts)),
        element('td', {}, printable(facts.sourceClass)),
        element('td', {}, sizeInWords(facts.sizeBytes)),
        element('td', {}, timeInWords(sealedAt)),
      ),
    );
  return element('section', {}, element('h2', {}, 'Items'), table(head, rows, items.length));
}

/** An extract is never shown as an original: it says what it was taken out of. */
function takenFrom({ extractOf }: CheckedItem['facts']): Node[] {
  if (!extractOf) return [];
  const archive = element('bdi', {}, printable(extractOf.name));
  return [element('p', {}, 'Taken out of ', archive, ', which stayed with the submitter.')];
}

/** The continuity record, in order, withheld entries in their place. */
export function recordView({ record }: VerifiedBundle): Node {
  if (record.length === 0) return document.createTextNode('');
  const rows = record.slice(0, MAX_ROWS).map(recordRow);
  const head = ['Entry', 'What happened', 'Time (UTC)', 'By'];
  return element('section', {}, element('h2', {}, 'Continuity record'), table(head, rows, record.length));
}

function recordRow({ n, event, reason }: RecordLine): HTMLElement {
  const number = element('th', { scope: 'row' }, String(n));
  if (!event) {
    const withheld = element('td', { class: 'withheld', colspan: '3' }, `Withheld. ${printable(reason)}`);
    return element('tr', {}, number, withheld);
  }
  return element(
    'tr',
    {},
    number,
    element('td', {}, event.type.replaceAll('-', ' ')),
    element('td', {}, timeInWords(event.at)),
    element('td', {}, printable(event.actor.kind), ' ', element('bdi', {}, printable(event.actor.id))),
  );
}

function timeInWords(instant: string): string {
  return instant.slice(0, 19).replace('T', ' ');
}

function table(head: readonly string[], rows: readonly Node[], total: number): Node {
  const heads = head.map(text => element('th', { scope: 'col' }, text));
  const body = element('tbody', {}, ...rows);
  const more = total > rows.length ? [element('p', {}, `and ${total - rows.length} more`)] : [];
  const made = element('table', {}, element('thead', {}, element('tr', {}, ...heads)), body);
  return element('div', { class: 'scroll', tabindex: '0' }, made, ...more);
}
