import { printable } from './printable.ts';
import { exactSize, headingOf, placeInWords, receiptFacts, takenFrom } from './receipt-words.ts';
import type { Report } from './report.ts';

const LABEL_WIDTH = 19;

/** What a receipt says and which item each file is, as lines for a terminal; none for a bundle. */
export function receiptLines(report: Report): string[] {
  const { receipt, files } = report;
  if (receipt === null) return [];
  const facts = receiptFacts(receipt).map(([label, text]) => labelled(label, printable(text)));
  const placed = files.flatMap(file => [`  ${printable(file.name)}`, `    ${placeInWords(file)}`]);
  return [
    '',
    `${headingOf(report)}:`,
    ...facts,
    ...receipt.items.flatMap(itemLines),
    `  ${receipt.statement}`,
    ...(placed.length === 0 ? [] : ['', 'Your files:', ...placed]),
  ];
}

function itemLines(item: NonNullable<Report['receipt']>['items'][number]): string[] {
  const from = takenFrom(item);
  return [
    labelled(`Item ${item.n}`, printable(item.name)),
    labelled('', `${exactSize(item.sizeBytes)}, ${printable(item.sourceClass)}`),
    ...(from === null ? [] : [labelled('', from)]),
    labelled('', `SHA-256 ${item.sha256}`),
  ];
}

function labelled(label: string, text: string): string {
  return `  ${label.padEnd(LABEL_WIDTH)}${text}`;
}
