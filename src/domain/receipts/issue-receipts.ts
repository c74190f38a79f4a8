import { encodeReceipt } from '#portable/receipt/index.ts';
import { openHead, type ProvableHead, type PublishedLog } from './log-proofs.ts';

export type LoggedEvent = { readonly body: Uint8Array; readonly salt: Uint8Array; readonly logIndex: number };

/** A submission whose every event is in the log and whose receipt is not yet written. */
export type ReceiptDue = {
  readonly submissionId: Uint8Array;
  readonly reference: string;
  readonly force: string;
  readonly boxRecipient: string;
  readonly events: readonly LoggedEvent[];
  readonly items: readonly { readonly facts: Uint8Array; readonly salt: Uint8Array }[];
};

/** A receipt as it leaves: sealed to its visitor, and the checkpoint that its proofs stand under. */
export type IssuedReceipt = { readonly letter: Uint8Array; readonly checkpoint: string; readonly at: Date };

export interface ReceiptQueue {
  /** The oldest submission whose chain up to `submission-sealed` is logged below `logSize`, or null. */
  next(logSize: number): Promise<ReceiptDue | null>;
  /**
   * One transaction: the letter in the visitor's box, the submission is sealed, what was staged for it is removed, and
   * its document is due.
   */
  recordReceipt(due: ReceiptDue, issued: IssuedReceipt): Promise<void>;
}

export type ReceiptParts = {
  readonly queue: ReceiptQueue;
  readonly log: PublishedLog;
  readonly sealTo: (recipient: string, bytes: Uint8Array) => Promise<Uint8Array>;
  readonly clock: () => Date;
};

/** Writes one receipt that is due into its visitor's box. Nothing is acknowledged as sealed before this. */
export async function issueNextReceipt(parts: ReceiptParts): Promise<boolean> {
  const head = await openHead(parts.log);
  const due = head === null ? null : await parts.queue.next(head.size);
  if (head === null || due === null) return false;
  const letter = await parts.sealTo(due.boxRecipient, await writeReceipt(due, head));
  await parts.queue.recordReceipt(due, { letter, checkpoint: head.checkpoint, at: parts.clock() });
  return true;
}

/** The bytes of a receipt: the same parts under the same head give the same bytes. */
export async function writeReceipt(due: ReceiptDue, head: ProvableHead): Promise<Uint8Array> {
  const events = [];
  for (const event of due.events) {
    events.push({ event: event.body, salt: event.salt, proof: await head.prove(event.logIndex) });
  }
  return encodeReceipt({ reference: due.reference, force: due.force, events, items: [...due.items] });
}
