import { isHex } from '../continuity/index.ts';
import type { ContinuityEvent, ItemSealedFacts } from '../continuity/index.ts';
import { ADDITION_ACKNOWLEDGED } from './event-types.ts';
import type { OpenedReceipt } from './opened-receipt.ts';

/** Whether a receipt is of one addition to a submission: a single event that acknowledges it, in no chain. */
export function isOfAddition({ events }: OpenedReceipt): boolean {
  const [only, ...more] = events;
  return more.length === 0 && only?.event?.type === ADDITION_ACKNOWLEDGED && only.event.submission === null;
}

/** The item that an acknowledgement says was sealed; null when it does not say one. */
export function acknowledgedItem({ type, facts }: ContinuityEvent): ItemSealedFacts | null {
  const { item, content } = facts;
  const isSaid = type === ADDITION_ACKNOWLEDGED && isHex(item, 16) && isHex(content, 32);
  return isSaid ? ({ item, content } as ItemSealedFacts) : null;
}
