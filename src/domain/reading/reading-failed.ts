import type { Detection } from '#portable/chat/index.ts';
import { HandoverError } from '../error.ts';

const LONGEST_REASON = 500;

/** Something is wrong with this item, or with what the reader made of it. `message` is shown to officers. */
export class ReadingFailed extends Error {
  /** What the item was taken for, as far as the reader came to say it. */
  readonly detection: Detection | null;

  constructor(message: string, detection: Detection | null = null) {
    super(message);
    this.detection = detection;
  }
}

/** No reader knows the item; `message` says what was found instead. */
export class NotKnown extends ReadingFailed {}

/** Why a reading failed, in words that can be kept and shown. */
export function reasonOf(error: unknown): string {
  if (error instanceof ReadingFailed)
    return error.message.slice(0, LONGEST_REASON).replaceAll('\u0000', '').toWellFormed();
  if (error instanceof HandoverError) return `The sealed item cannot be opened: ${error.message}.`;
  return `A fault of this program stopped the reading (${error instanceof Error ? error.name : 'unknown'}).`;
}
