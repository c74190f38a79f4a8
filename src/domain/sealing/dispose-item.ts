import type { BlobStore } from './ports.ts';
import type { CopyRemover } from './remove-copies.ts';

/** Why and by whose authority an item is disposed of, in an officer's words. */
export type DisposalOrder = {
  readonly itemId: Uint8Array;
  readonly authority: string;
  readonly reason: string;
  readonly officerId: string;
  readonly at: Date;
};

/** `not-sealed`: its submission still waits for its receipt, so that what was staged may be the only copy. */
export type DisposalOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'no-item' | 'already' | 'not-sealed' | 'no-authority' | 'no-reason';
    };

/** Where orders of disposal are recorded. */
export interface DisposalOrders {
  /** One transaction: the event `item-disposed` and the row. The headers are still there. */
  record(order: DisposalOrder): Promise<DisposalOutcome>;
}

/** Disposals that are ordered and wait to be carried out. */
export interface DisposalQueue {
  /** The item of the oldest order whose headers are not known to be removed, or null. */
  nextWaiting(): Promise<Uint8Array | null>;
  /** Which of these names in the store belong to an item, or to a file that waits to be sealed. */
  named(ids: readonly Uint8Array[]): Promise<readonly Uint8Array[]>;
  /** One transaction: what was read out of the item is deleted, and the headers are known to be removed. */
  recordRemoved(itemId: Uint8Array, at: Date): Promise<void>;
}

const LONGEST_AUTHORITY = 500;
const LONGEST_REASON = 2000;

/**
 * Orders the disposal of an item: recorded and logged first, done by `finishDisposal` after. A crash between the two
 * leaves an order that the worker carries out at its next start.
 */
export async function disposeItem(store: DisposalOrders, order: DisposalOrder): Promise<DisposalOutcome> {
  const authority = order.authority.trim();
  const reason = order.reason.trim();
  if (authority === '' || authority.length > LONGEST_AUTHORITY) return { ok: false, reason: 'no-authority' };
  if (reason === '' || reason.length > LONGEST_REASON) return { ok: false, reason: 'no-reason' };
  return store.record({ ...order, authority, reason });
}

/**
 * Carries out one disposal: the item's headers, without which no body of it can ever be opened, are removed durably, after
 * any copy of them. The bodies stay where they are, as bytes that nobody can read. Returns false when none waited.
 */
export async function finishDisposal(parts: {
  readonly queue: DisposalQueue;
  readonly blobs: Pick<BlobStore, 'removeHeaders'>;
  readonly removeCopies: CopyRemover;
  readonly clock: () => Date;
}): Promise<boolean> {
  const itemId = await parts.queue.nextWaiting();
  if (itemId === null) return false;
  // Order: copies are known by the item's own headers.
  await parts.removeCopies(itemId);
  await parts.blobs.removeHeaders(itemId);
  await parts.queue.recordRemoved(itemId, parts.clock());
  return true;
}

/** A backup that was made while the headers were there, and the day after which it is gone. */
export type Backup = { readonly madeAt: Date; readonly expiresAt: Date };

/** Where a disposal stands. It is complete only when the last backup that may hold a header has expired. */
export type DisposalStatus =
  | { readonly state: 'ordered' }
  | { readonly state: 'disposed'; readonly removedAt: Date; readonly completeOn: Date };

/** A backup that was being made while the headers were removed may hold them: it counts. */
export function disposalStatus(removedAt: Date | null, backups: readonly Backup[]): DisposalStatus {
  if (removedAt === null) return { state: 'ordered' };
  const holding = backups.filter(({ madeAt }) => madeAt <= removedAt);
  const last = Math.max(removedAt.getTime(), ...holding.map(({ expiresAt }) => expiresAt.getTime()));
  return { state: 'disposed', removedAt, completeOn: new Date(last) };
}
