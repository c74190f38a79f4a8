import { decodeEvent, eventCommitment } from '../continuity/index.ts';
import type { Finding } from '../findings/index.ts';
import { SUBMISSION_SEALED } from './event-types.ts';
import type { OpenedReceipt } from './opened-receipt.ts';
import type { Receipt } from './receipt.ts';
import { recordCode } from './record-code.ts';
import { finding } from './words.ts';

/** The record code of a receipt: that of the event that ends sealing. Null when no event does. */
export function recordCodeOf({ events }: Receipt): string | null {
  const codes = events.flatMap(({ event, salt }) => {
    const decoded = decodeEvent(event);
    const ends = decoded.ok && decoded.event.type === SUBMISSION_SEALED;
    return ends ? [recordCode(eventCommitment(salt, event))] : [];
  });
  return codes[0] ?? null;
}

/** An event that ends sealing is the one whose code was written down. `code` is as `parseRecordCode` gives it. */
export function checkRecordCode({ events }: OpenedReceipt, code: string): Finding {
  const held = events.some(
    ({ event, commitment }) => event?.type === SUBMISSION_SEALED && recordCode(commitment) === code,
  );
  return finding('record-code', held ? 'passed' : 'failed');
}
