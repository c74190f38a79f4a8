import { toBase64 } from '#portable/bytes/index.ts';
import { consistencyProofFromTiles } from '#portable/tlog/index.ts';
import type { PublishedLog } from './log-proofs.ts';

/** Two sizes of the log, 1 or more, the older first. */
export type Sizes = { readonly from: number; readonly to: number };

/** Questions that wait for a proof. They name sizes and nobody. */
export interface ConsistencyQueue {
  next(): Promise<Sizes | null>;
  /** `proof` is lines of base64, each ended by LF; null when the tiles tell no tree of that size. */
  answer(sizes: Sizes, proof: string | null): Promise<void>;
  /** Forgets questions of more than ten minutes ago. */
  clear(): Promise<void>;
}

/** Answers one question from the tiles. True when there was one. */
export async function answerNextConsistency(
  queue: ConsistencyQueue,
  { readTile }: Pick<PublishedLog, 'readTile'>,
): Promise<boolean> {
  const sizes = await queue.next();
  if (sizes === null) {
    await queue.clear();
    return false;
  }
  const made = await consistencyProofFromTiles(sizes.from, sizes.to, readTile);
  // A size at which the log never stood has no tile of its own: there is no proof, and it is no fault of the log's.
  await queue.answer(sizes, made.ok ? made.proof.map(hash => `${toBase64(hash)}\n`).join('') : null);
  return true;
}
