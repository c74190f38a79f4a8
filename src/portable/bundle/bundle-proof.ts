import { concatBytes, fromHex } from '../bytes/index.ts';
import { decodeEvent, eventCommitment } from '../continuity/index.ts';
import type { ContinuityEvent } from '../continuity/index.ts';
import { decodeProofFile, encodeProofFile } from '../tlog/index.ts';
import type { ProofFile } from '../tlog/index.ts';
import { isHex, isText, shaped } from './json-shape.ts';

/** The type of the continuity event that commits to a bundle. */
export const BUNDLE_PRODUCED = 'bundle-produced';

const SALT_BYTES = 32;

/** The facts of a `bundle-produced` event. */
export type BundleProducedFacts = { bundle: string; name: string };

const isFacts = shaped({ bundle: value => isHex(value, 32), name: isText });

/** The facts of the `bundle-produced` event for this plan. Throws TypeError for an id that is not 64 hex digits. */
export function bundleProducedFacts(plan: { bundleId: string; name: string }): BundleProducedFacts {
  if (fromHex(plan.bundleId)?.length !== 32) throw new TypeError('A bundle id is 64 hexadecimal digits.');
  return { bundle: plan.bundleId, name: plan.name };
}

/**
 * The text of `continuity/bundle.tlog-proof`: inclusion of the `bundle-produced` event under a checkpoint later than
 * the order's, with the event's opening in the `extra` line (salt, then the event's bytes).
 */
export function encodeBundleProof(
  opening: { salt: Uint8Array; eventBytes: Uint8Array },
  proof: Omit<ProofFile, 'extra'>,
): string {
  if (opening.salt.length !== SALT_BYTES) throw new RangeError('A salt is 32 bytes.');
  return encodeProofFile({ ...proof, extra: concatBytes(opening.salt, opening.eventBytes) });
}

/** A bundle's own proof, read: the event it opens, that event's commitment and facts, and the proof. */
export type BundleProof = {
  event: ContinuityEvent;
  facts: BundleProducedFacts;
  commitment: Uint8Array;
  proof: ProofFile;
};

/** The outcome of `decodeBundleProof`; the reason is one sentence. */
export type DecodedBundleProof = { ok: true; value: BundleProof } | { ok: false; reason: string };

/** Reads a bundle's own proof, in its one spelling. Never throws. */
export function decodeBundleProof(text: string): DecodedBundleProof {
  const decoded = decodeProofFile(text);
  if (!decoded.ok) return decoded;
  const { proof } = decoded;
  if (!proof.extra || proof.extra.length < SALT_BYTES) return refuse('It does not hold the event it proves.');
  const eventBytes = proof.extra.subarray(SALT_BYTES);
  const event = decodeEvent(eventBytes);
  if (!event.ok) return event;
  if (event.event.type !== BUNDLE_PRODUCED || !isFacts(event.event.facts)) {
    return refuse('Its event is not the making of a bundle.');
  }
  const facts = event.event.facts as BundleProducedFacts;
  const commitment = eventCommitment(proof.extra.subarray(0, SALT_BYTES), eventBytes);
  return { ok: true, value: { event: event.event, facts, commitment, proof } };
}

function refuse(reason: string): DecodedBundleProof {
  return { ok: false, reason };
}
