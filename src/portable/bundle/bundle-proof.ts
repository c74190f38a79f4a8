import { concatBytes, fromHex, u32be } from '../bytes/index.ts';
import type { Sha256 } from '../bytes/index.ts';
import { decodeEvent, eventCommitment } from '../continuity/index.ts';
import type { ContinuityEvent } from '../continuity/index.ts';
import { decodeProofFile, encodeProofFile } from '../tlog/index.ts';
import type { ProofFile } from '../tlog/index.ts';
import { isHex, isText, shaped } from './json-shape.ts';

/** The type of the continuity event that commits to a bundle. */
export const BUNDLE_PRODUCED = 'bundle-produced';

const SALT_BYTES = 32;
const HASH_BYTES = 32;
const LENGTH_BYTES = 4;
/** The most hashes a consistency proof can have: sizes are below 2^53. */
const MAX_HASHES = 64;

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
 * the order's. The `extra` line holds the salt, the length of the event's bytes, those bytes, and the RFC 6962
 * consistency proof from the order's checkpoint to that one (`consistency`, 32 bytes each).
 */
export function encodeBundleProof(
  opening: { salt: Uint8Array; eventBytes: Uint8Array; consistency: readonly Sha256[] },
  proof: Omit<ProofFile, 'extra'>,
): string {
  if (opening.salt.length !== SALT_BYTES) throw new RangeError('A salt is 32 bytes.');
  const { salt, eventBytes, consistency } = opening;
  if (consistency.length > MAX_HASHES || consistency.some(hash => hash.length !== HASH_BYTES)) {
    throw new RangeError('A consistency proof is at most 64 hashes of 32 bytes.');
  }
  const extra = concatBytes(salt, u32be(eventBytes.length), eventBytes, ...consistency);
  return encodeProofFile({ ...proof, extra });
}

/**
 * A bundle's own proof, read: the event it opens, that event's commitment and facts, the proof, and the hashes that are to
 * lead from the earlier head of the log to the later one.
 */
export type BundleProof = {
  event: ContinuityEvent;
  facts: BundleProducedFacts;
  commitment: Uint8Array;
  proof: ProofFile;
  consistency: Sha256[];
};

/** The outcome of `decodeBundleProof`; the reason is one sentence. */
export type DecodedBundleProof = { ok: true; value: BundleProof } | { ok: false; reason: string };

/** Reads a bundle's own proof, in its one spelling. Never throws. */
export function decodeBundleProof(text: string): DecodedBundleProof {
  const decoded = decodeProofFile(text);
  if (!decoded.ok) return decoded;
  const { proof } = decoded;
  const parts = proof.extra && partsOf(proof.extra);
  if (!parts) return refuse('It does not hold the event it proves.');
  const { salt, eventBytes, consistency } = parts;
  const event = decodeEvent(eventBytes);
  if (!event.ok) return event;
  if (event.event.type !== BUNDLE_PRODUCED || !isFacts(event.event.facts)) {
    return refuse('Its event is not the making of a bundle.');
  }
  const facts = event.event.facts as BundleProducedFacts;
  const commitment = eventCommitment(salt, eventBytes);
  return { ok: true, value: { event: event.event, facts, commitment, proof, consistency } };
}

type Parts = { salt: Uint8Array; eventBytes: Uint8Array; consistency: Sha256[] };

function partsOf(extra: Uint8Array): Parts | null {
  const from = SALT_BYTES + LENGTH_BYTES;
  if (extra.length < from) return null;
  const end = from + new DataView(extra.buffer, extra.byteOffset).getUint32(SALT_BYTES);
  const count = (extra.length - end) / HASH_BYTES;
  if (!Number.isInteger(count) || count < 0 || count > MAX_HASHES) return null;
  const consistency = Array.from({ length: count }, (_, i) =>
    extra.slice(end + i * HASH_BYTES, end + (i + 1) * HASH_BYTES),
  );
  return { salt: extra.subarray(0, SALT_BYTES), eventBytes: extra.subarray(from, end), consistency };
}

function refuse(reason: string): DecodedBundleProof {
  return { ok: false, reason };
}
