import { toHex } from '#portable/bytes/index.ts';
import { HandoverError } from '../error.ts';
import type { PutOff } from '../put-off.ts';
import type { SealedItem, SealQueue, WaitingSubmission } from './ports.ts';
import { openSegments } from './read-back.ts';
import { type FileParts, sealFile } from './seal-file.ts';

export type SealParts = FileParts & {
  readonly queue: SealQueue;
  readonly clock: () => Date;
  /** Submissions whose sealing was tried in vain, so that those behind them go on. */
  readonly putOff: PutOff;
};

/**
 * Seals the oldest waiting submission. Order: every body is stored durably and read back, all digests come from that
 * read-back in one pass and are compared with what was received, and only then one transaction records items, events
 * and outbox. A crash before that transaction leaves bodies and headers under names that are kept: the submission is
 * sealed anew under the same, so that its items' headers are the only ones that open its bodies.
 * One that cannot be sealed now never holds up those behind it: it is put off, and shown with the reason.
 * Returns false when nothing waited.
 */
export async function sealNext(parts: SealParts): Promise<boolean> {
  const submission = await parts.queue.next(parts.putOff.waiting());
  if (submission === null) return false;
  const key = toHex(submission.id);
  try {
    await seal(parts, submission);
    parts.putOff.done(key);
  } catch (error) {
    parts.putOff.add(key);
    // When the database is away this fails too, and is heard of where the steps are run.
    await parts.queue.recordDelay(submission, delayOf(error));
  }
  return true;
}

/** Why sealing did not succeed, without anything that was handed in. */
function delayOf(error: unknown): string {
  const why =
    error instanceof HandoverError
      ? error.message
      : `unexpected: ${error instanceof Error ? error.name : 'unknown'}`;
  return `it was tried and will be tried again (${why})`;
}

async function seal(parts: SealParts, submission: WaitingSubmission): Promise<void> {
  const items: SealedItem[] = [];
  for (const file of submission.files) {
    const outcome = await sealFile(parts, file);
    if (!outcome.ok) {
      await parts.queue.recordMismatch(submission, file.number, outcome.what, parts.clock());
      return;
    }
    items.push(outcome.item);
  }
  await parts.queue.recordSealed(submission, items, laterOf(submission, parts.clock()));
}

/** An event never claims a time before the submission was received, even when the two clocks differ by a little. */
function laterOf(submission: WaitingSubmission, now: Date): Date {
  return now < submission.receivedAt ? submission.receivedAt : now;
}

export type StoredItem = {
  readonly itemId: Uint8Array;
  readonly blobId: Uint8Array;
  readonly segments: number;
};

/** The plain bytes of a stored item, piece by piece, from the store itself. Throws `seal-mismatch` when one cannot be opened. */
export async function* openItem(
  parts: Pick<SealParts, 'blobs' | 'opener'>,
  item: StoredItem,
): AsyncGenerator<Uint8Array> {
  const headers = await parts.blobs.readHeaders(item.itemId);
  if (headers?.length !== item.segments)
    throw new HandoverError('seal-mismatch', 'a sealed item has lost its headers');
  yield* openSegments(parts, item.blobId, headers);
}
