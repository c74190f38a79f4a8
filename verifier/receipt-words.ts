import type { ListedItem, PlacedFile } from '../src/portable/receipt/index.ts';
import { printable, sizeInWords } from './printable.ts';
import type { Report } from './report.ts';

/** Over what a receipt says: whose word it is. */
export function headingOf({ verdict }: Report): string {
  if (verdict === 'verified') return 'What the receipt says';
  return verdict === 'failed'
    ? 'What the file says of itself (a check failed)'
    : 'What the file says of itself';
}

/** What a receipt says, label by label, its items apart. Text from the receipt is as it stands there. */
export function receiptFacts(receipt: NonNullable<Report['receipt']>): [label: string, text: string][] {
  const { reference, force, receivedAt, sealedAt, log, checkpointSize } = receipt;
  return [
    ['Reference', reference],
    ['Force', force],
    ['Received', timeInWords(receivedAt)],
    ['Sealed', timeInWords(sealedAt)],
    ['Log', log ?? 'cannot be read'],
    ['Newest checkpoint', checkpointSize === null ? 'cannot be read' : `${checkpointSize} entries`],
  ];
}

/** `2026-11-23 20:31:22 UTC`: how every time is written, whatever the computer is set to. */
function timeInWords(instant: string | null): string {
  return instant === null ? 'no event says so' : `${instant.slice(0, 19).replace('T', ' ')} UTC`;
}

/** `28 bytes`, or `1.2 MB (1,234,567 bytes)`. */
export function exactSize(sizeBytes: number): string {
  const exact = `${String(sizeBytes).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')} bytes`;
  return sizeBytes < 1000 ? exact : `${sizeInWords(sizeBytes)} (${exact})`;
}

/** What an item was taken out of; null for one that is no extract. */
export function takenFrom({ extractOf }: ListedItem): string | null {
  return extractOf === undefined
    ? null
    : `taken out of ${printable(extractOf.name)}, which stayed with the submitter`;
}

/** Which item a file is, or what it is most like, in a sentence about "this file". */
export function placeInWords({ likeness, item, sizeBytes }: PlacedFile): string {
  if (item === null) return 'This file is not among the items, and none has its name or its size.';
  const which = `item ${item.n}, ${printable(item.name)}`;
  const not = 'This file is not among the items.';
  switch (likeness) {
    case 'same':
      return `This file is ${which}, byte for byte as received.`;
    case 'archive':
      return `${not} It is the archive that ${which} was taken out of; only what was taken out was handed in.`;
    case 'name':
      return `${not} Item ${item.n} has the same name and other bytes: ${sizesApart(item.sizeBytes, sizeBytes)}.`;
    default:
      return `${not} Item ${item.n}, ${printable(item.name)}, has the same size and other bytes.`;
  }
}

function sizesApart(received: number, here: number): string {
  return received === here ? `as many, ${here}` : `${received} were received, ${here} are here`;
}
