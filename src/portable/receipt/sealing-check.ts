import type { ContinuityEvent } from '../continuity/index.ts';
import type { Finding } from '../findings/index.ts';
import { ITEM_SEALED, SUBMISSION_RECEIVED, SUBMISSION_SEALED } from './event-types.ts';
import type { OpenedReceipt } from './opened-receipt.ts';
import { isOfAddition } from './addition-receipt.ts';
import { finding } from './words.ts';

type Numbered = { n: number; event: ContinuityEvent };

/**
 * The record reaches from what was received to the end of its sealing, and speaks of as many items at both ends as it
 * seals and lists. Without this a receipt whose last events and items were cut off would be in good order.
 */
export function checkSealedWhole(opened: OpenedReceipt): Finding {
  const { events, items } = opened;
  if (isOfAddition(opened)) return ofAddition(items.length);
  const read = events.flatMap(({ n, event }) => (event === null ? [] : [{ n, event }]));
  if (read.length < events.length) return finding('sealed-whole', 'unreadable');
  const where = [...endFaults(read), ...countFaults(read, items.length)];
  return finding('sealed-whole', where.length === 0 ? 'passed' : 'failed', { count: items.length, where });
}

/** An addition is one item, acknowledged by one event once it is sealed. */
function ofAddition(listed: number): Finding {
  const where = listed === 1 ? [] : [`sealed here: 1, listed here: ${listed}`];
  return finding('sealed-whole', listed === 1 ? 'passed' : 'failed', { count: 1, where });
}

function endFaults(events: readonly Numbered[]): string[] {
  const received = ofType(events, SUBMISSION_RECEIVED);
  const sealed = ofType(events, SUBMISSION_SEALED);
  const end = sealed[0]?.n ?? Infinity;
  return [
    ...onceFaults(received, 'says that the submission was received'),
    ...onceFaults(sealed, 'says that sealing ended'),
    ...received
      .filter(({ n }) => n !== 1)
      .map(({ n }) => `event ${n}: what was received does not stand first`),
    ...ofType(events, ITEM_SEALED)
      .filter(({ n }) => n > end)
      .map(({ n }) => `event ${n}: an item was sealed after the end of sealing`),
  ];
}

function ofType(events: readonly Numbered[], type: string): Numbered[] {
  return events.filter(({ event }) => event.type === type);
}

function onceFaults(found: readonly Numbered[], what: string): string[] {
  if (found.length === 0) return [`no event ${what}`];
  return found.slice(1).map(({ n }) => `event ${n}: it ${what}, again`);
}

function countFaults(events: readonly Numbered[], listed: number): string[] {
  const sealings = ofType(events, ITEM_SEALED).length;
  const stating = [...ofType(events, SUBMISSION_RECEIVED), ...ofType(events, SUBMISSION_SEALED)];
  return stating.flatMap(({ n, event }) => {
    const stated = itemsOf(event);
    if (stated === null) return [`event ${n}: it does not say how many items there were`];
    if (stated === sealings && stated === listed) return [];
    return [`event ${n}: it counts items: ${stated}, but sealed here: ${sealings}, listed here: ${listed}`];
  });
}

function itemsOf({ facts }: ContinuityEvent): number | null {
  const { items } = facts;
  return typeof items === 'number' && items >= 0 ? items : null;
}
