import type { ByteSource } from '../src/portable/bundle/index.ts';

/** Receipts are far below this (docs/formats/receipt.md). */
const MAX_RECEIPT_BYTES = 1 << 26;

/** What a file begins like: `pdf` is what people take for the receipt; anything else is looked at as a bundle. */
export type SubjectKind = 'receipt' | 'pdf' | 'bundle';

/** What is said of the PDF that goes with a receipt. */
export const PDF_GIVEN =
  'This is a PDF: it is there to be read, and nothing in it can be checked. ' +
  'The receipt is the file beside it whose name ends in .handover-receipt.';

/** Tells by the first bytes; the name of a file says nothing. */
export async function kindOfSubject(source: ByteSource): Promise<SubjectKind> {
  const first = await source.read(0, Math.min(5, source.sizeBytes));
  if (first[0] === 0x7b && source.sizeBytes <= MAX_RECEIPT_BYTES) return 'receipt';
  return String.fromCharCode(...first) === '%PDF-' ? 'pdf' : 'bundle';
}
