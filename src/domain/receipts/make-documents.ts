import { HandoverError } from '../error.ts';
import { type ReceiptDue, writeReceipt } from './issue-receipts.ts';
import { headOf, type PublishedLog } from './log-proofs.ts';
import { receiptSheet, type ReceiptSheet } from './receipt-sheet.ts';

/** A receipt that was issued and whose document is not made yet. `checkpoint` is the one its proofs stand under. */
export type DocumentDue = { readonly receipt: ReceiptDue; readonly checkpoint: string };

export interface DocumentQueue {
  /**
   * The document due first, or null. The attempt is counted before it is made, so that one which ends this process is
   * counted too: attempt n that comes to nothing is due again after `waits[n - 1]` seconds, and never after the last.
   */
  take(now: Date, waits: readonly number[]): Promise<DocumentDue | null>;
  /** One transaction: the letter behind the receipt in the visitor's box, and nothing is due any more. */
  recordDocument(due: DocumentDue, letter: Uint8Array): Promise<void>;
}

export type DocumentAnswer =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | { readonly ok: false; readonly reason: 'time' | 'crashed' };

/** Sets a sheet as a PDF. The same sheet gives the same bytes. */
export interface DocumentPress {
  typeset(sheet: ReceiptSheet): Promise<DocumentAnswer>;
}

export type DocumentParts = {
  readonly queue: DocumentQueue;
  readonly log: Pick<PublishedLog, 'readTile'>;
  readonly press: DocumentPress;
  readonly sealTo: (recipient: string, bytes: Uint8Array) => Promise<Uint8Array>;
  readonly clock: () => Date;
};

/** Seconds to wait after each attempt that failed; after the fifth there is no other. */
export const DOCUMENT_WAITS: readonly number[] = [120, 600, 3600, 14_400];

/**
 * Makes the document of one receipt and puts it behind the receipt in the visitor's box. The receipt was issued before
 * and waits for nothing here. The file is written again under its own checkpoint, so the document is of those very bytes.
 */
export async function makeNextDocument(parts: DocumentParts): Promise<boolean> {
  const due = await parts.queue.take(parts.clock(), DOCUMENT_WAITS);
  if (due === null) return false;
  const file = await writeReceipt(due.receipt, headOf(parts.log, due.checkpoint));
  const made = await parts.press.typeset(receiptSheet(file));
  if (!made.ok) throw new HandoverError('document-failed', `a receipt was not set as a PDF: ${made.reason}`);
  await parts.queue.recordDocument(due, await parts.sealTo(due.receipt.boxRecipient, made.pdf));
  return true;
}
