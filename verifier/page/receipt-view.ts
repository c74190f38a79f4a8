import { printable } from '../printable.ts';
import { exactSize, headingOf, placeInWords, receiptFacts, takenFrom } from '../receipt-words.ts';
import type { Report } from '../report.ts';
import { element } from './elements.ts';
import { tableOf } from './record-view.ts';

/** More items than this are counted, not shown. */
const MAX_ITEMS = 500;

const HEADS = ['Item', 'Name as received', 'Source class', 'Size', 'SHA-256'];

/** What a receipt says, and which of its items each file given is; nothing for a bundle. */
export function receiptView(report: Report): Node[] {
  const { receipt, files } = report;
  if (receipt === null) return [];
  const facts = receiptFacts(receipt).flatMap(([label, text]) => [
    element('dt', {}, label),
    element('dd', {}, element('bdi', {}, printable(text))),
  ]);
  const rows = receipt.items.slice(0, MAX_ITEMS).map(itemRow);
  const more = receipt.items.length - rows.length;
  return [
    ...(files.length === 0 ? [] : [filesView(files)]),
    element(
      'section',
      { class: 'receipt' },
      element('h2', {}, headingOf(report)),
      element('dl', {}, ...facts),
      tableOf(HEADS, rows),
      ...(more > 0 ? [element('p', {}, `and ${more} more items, not shown here`)] : []),
      element('p', { class: 'statement' }, receipt.statement),
    ),
  ];
}

function itemRow(item: NonNullable<Report['receipt']>['items'][number]): HTMLElement {
  const from = takenFrom(item);
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, String(item.n)),
    element(
      'td',
      {},
      element('bdi', {}, printable(item.name)),
      ...(from === null ? [] : [element('p', {}, from)]),
    ),
    element('td', {}, printable(item.sourceClass)),
    element('td', {}, exactSize(item.sizeBytes)),
    element('td', {}, element('code', {}, item.sha256)),
  );
}

function filesView(files: Report['files']): HTMLElement {
  const list = files.map(file =>
    element('li', {}, element('bdi', {}, printable(file.name)), ': ', placeInWords(file)),
  );
  return element('section', {}, element('h2', {}, 'Your files'), element('ul', {}, ...list));
}
