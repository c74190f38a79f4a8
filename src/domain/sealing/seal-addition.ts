import { toHex } from '#portable/bytes/index.ts';
import type { PutOff } from '../put-off.ts';
import type { SealedItem, WaitingFile } from './ports.ts';
import { type FileParts, sealFile } from './seal-file.ts';

/** An addition that was received for a sealed submission and is not sealed itself. */
export type WaitingAddition = {
  readonly submissionId: Uint8Array;
  /** 16 bytes; names it within its submission. */
  readonly id: Uint8Array;
  readonly reference: string;
  readonly kind: string;
  readonly about: Uint8Array | null;
  readonly receivedAt: Date;
  /** Its number counts for nothing: the item takes the next one of its submission. */
  readonly file: WaitingFile;
};

/** The additions that wait to be sealed. */
export interface AdditionQueue {
  /** The oldest whose submission is sealed and that is none of `except` (submission and id, 64 hex), or null. */
  next(except: readonly string[]): Promise<WaitingAddition | null>;
  /**
   * One transaction: the item, the events `addition-received`, `item-sealed` and `addition-sealed` in the chain, and
   * `addition-acknowledged` in none.
   */
  recordSealed(addition: WaitingAddition, item: SealedItem, at: Date): Promise<void>;
  /** What was read back is not what was received: an event, and its submitter is told to send it again. */
  recordMismatch(addition: WaitingAddition, what: string, at: Date): Promise<void>;
}

export type SealAdditionParts = FileParts & {
  readonly additions: AdditionQueue;
  readonly clock: () => Date;
  readonly putOff: PutOff;
};

/**
 * Seals the oldest waiting addition as one more item of its submission, in the order of `sealNext`. One that cannot be sealed
 * now is put off and thrown about, so that it is heard of; the next call goes on with those behind it.
 */
export async function sealNextAddition(parts: SealAdditionParts): Promise<boolean> {
  const addition = await parts.additions.next(parts.putOff.waiting());
  if (addition === null) return false;
  const key = toHex(addition.submissionId) + toHex(addition.id);
  try {
    const sealed = await sealFile(parts, addition.file);
    const now = parts.clock();
    const at = now < addition.receivedAt ? addition.receivedAt : now;
    if (sealed.ok) await parts.additions.recordSealed(addition, sealed.item, at);
    else await parts.additions.recordMismatch(addition, sealed.what, at);
  } catch (error) {
    parts.putOff.add(key);
    throw error;
  }
  parts.putOff.done(key);
  return true;
}
