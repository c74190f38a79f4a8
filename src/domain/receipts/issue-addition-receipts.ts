import { encodeReceipt } from '#portable/receipt/index.ts';
import type { LoggedEvent } from './issue-receipts.ts';
import { openHead, type PublishedLog } from './log-proofs.ts';

/** An addition whose acknowledgement is in the log and whose receipt is not yet written. */
export type AdditionReceiptDue = {
  /** What the letter is filed under: the event, the box, and the addition in its submission. */
  readonly eventId: Uint8Array;
  readonly boxId: Uint8Array;
  readonly submissionId: Uint8Array;
  readonly additionId: Uint8Array;
  readonly reference: string;
  readonly force: string;
  readonly boxRecipient: string;
  /** The event that acknowledges it. */
  readonly event: LoggedEvent;
  readonly item: { readonly facts: Uint8Array; readonly salt: Uint8Array };
};

export interface AdditionReceiptQueue {
  /** The oldest that is logged below `logSize`, or null. */
  next(logSize: number): Promise<AdditionReceiptDue | null>;
  /** One transaction: the letter is in the box, and what was staged is removed. */
  recordReceipt(due: AdditionReceiptDue, letter: Uint8Array, at: Date): Promise<void>;
}

export type AdditionReceiptParts = {
  readonly queue: AdditionReceiptQueue;
  readonly log: PublishedLog;
  readonly sealTo: (recipient: string, bytes: Uint8Array) => Promise<Uint8Array>;
  readonly clock: () => Date;
};

/**
 * Writes the receipt of one addition into its visitor's box. It proves one event, which is in no chain: nothing in it tells
 * what else happened to the submission.
 */
export async function issueNextAdditionReceipt(parts: AdditionReceiptParts): Promise<boolean> {
  const head = await openHead(parts.log);
  const due = head === null ? null : await parts.queue.next(head.size);
  if (head === null || due === null) return false;
  const { reference, force, event, item } = due;
  const proof = await head.prove(event.logIndex);
  const events = [{ event: event.body, salt: event.salt, proof }];
  const receipt = encodeReceipt({ reference, force, events, items: [item] });
  await parts.queue.recordReceipt(due, await parts.sealTo(due.boxRecipient, receipt), parts.clock());
  return true;
}
