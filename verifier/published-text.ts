import { isCheckpointText, isProofText } from '../src/portable/receipt/index.ts';
import type { Published } from '../src/portable/receipt/index.ts';

/** Why what a person gave as a published checkpoint and its proof cannot be used, in words; null when it can. */
export function publishedFault({ checkpoint, consistency }: Published): string | null {
  if (!isCheckpointText(checkpoint)) return NOT_A_CHECKPOINT;
  return consistency === null || isProofText(consistency) ? null : NOT_A_PROOF;
}

const NOT_A_CHECKPOINT =
  'What was given as the checkpoint is not one. Fetch it again from /checkpoint of the force\u2019s public site, and look ' +
  'that it is not an error message.';
const NOT_A_PROOF =
  'What was given as the consistency proof is not one. Fetch it again, from the address that the check without it ' +
  'names, and look that it is not an error message.';
