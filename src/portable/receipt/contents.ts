import type { ItemFacts } from '../continuity/index.ts';
import type { Checkpoint } from '../tlog/index.ts';
import { ADDITION_ACKNOWLEDGED, SUBMISSION_RECEIVED, SUBMISSION_SEALED } from './event-types.ts';
import type { OpenedReceipt } from './opened-receipt.ts';

/** An item as the receipt lists it; `n` is its place in the list, from 1. */
export type ListedItem = { n: number } & ItemFacts;

/**
 * What a receipt says, for a person to read: nothing here is judged. `receivedAt` and `sealedAt` are the times of their
 * events (UTC), null where no event says so. `log` and `checkpointSize` are those of the newest checkpoint, null where
 * none can be read. Items whose facts cannot be read are left out.
 */
export type ReceiptContents = {
  reference: string;
  force: string;
  receivedAt: string | null;
  sealedAt: string | null;
  log: string | null;
  checkpointSize: number | null;
  items: ListedItem[];
};

/** What an opened receipt says. */
export function contentsOf(opened: OpenedReceipt): ReceiptContents {
  const { reference, force } = opened;
  const newest = newestCheckpoint(opened);
  return {
    reference,
    force,
    receivedAt: timeOf(opened, SUBMISSION_RECEIVED) ?? additionReceivedAt(opened),
    sealedAt: timeOf(opened, SUBMISSION_SEALED) ?? timeOf(opened, ADDITION_ACKNOWLEDGED),
    log: newest?.origin ?? null,
    checkpointSize: newest?.size ?? null,
    items: opened.items.flatMap(({ n, facts }) => (facts === null ? [] : [{ n, ...facts }])),
  };
}

function timeOf({ events }: OpenedReceipt, type: string): string | null {
  return events.find(({ event }) => event?.type === type)?.event?.at ?? null;
}

function additionReceivedAt({ events }: OpenedReceipt): string | null {
  const said = events.find(({ event }) => event?.type === ADDITION_ACKNOWLEDGED)?.event?.facts['receivedAt'];
  return typeof said === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(said) ? said : null;
}

function newestCheckpoint({ heads }: OpenedReceipt): Checkpoint | null {
  const read = [...heads.values()].flatMap(head => head?.checkpoint ?? []);
  return read.toSorted((a, b) => b.size - a.size)[0] ?? null;
}
