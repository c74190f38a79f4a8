import { concatBytes, sha256, u64be, utf8 } from '../bytes/index.ts';
import type { Sha256 } from '../bytes/index.ts';

const ENTRY_VERSION = 0x01;
const ENTRY_SIZE_BYTES = 33;

/**
 * What the log holds of an event: SHA-256("handover/event/v1" || 0x00 || salt || u64be(length) || event bytes).
 * The salt is 32 random bytes of that event alone; without it a neighbour in the log could guess a short event.
 * Throws RangeError for a salt of another size.
 */
export function eventCommitment(salt: Uint8Array, eventBytes: Uint8Array): Sha256 {
  return commit('handover/event/v1', salt, eventBytes);
}

/**
 * What an `item-sealed` event holds of an item: as `eventCommitment`, with "handover/item/v1", over the bytes of the
 * item's facts. The item's own digest stands nowhere in an event: beside disclosed text it would be a guessing oracle.
 */
export function itemCommitment(salt: Uint8Array, factsBytes: Uint8Array): Sha256 {
  return commit('handover/item/v1', salt, factsBytes);
}

function commit(label: string, salt: Uint8Array, bytes: Uint8Array): Sha256 {
  if (salt.length !== 32) throw new RangeError(`A salt is 32 bytes, not ${salt.length}.`);
  return sha256(utf8(label), Uint8Array.of(0), salt, u64be(bytes.length), bytes);
}

/** The log entry of a commitment: format version 0x01, then the 32 bytes. Nothing else of an event enters the log. */
export function encodeEntry(commitment: Sha256): Uint8Array {
  if (commitment.length !== 32) throw new RangeError(`A commitment is 32 bytes, not ${commitment.length}.`);
  return concatBytes(Uint8Array.of(ENTRY_VERSION), commitment);
}

/** The commitment in a log entry, or null when the bytes are not an entry of version 1. */
export function decodeEntry(entry: Uint8Array): Sha256 | null {
  return entry.length === ENTRY_SIZE_BYTES && entry[0] === ENTRY_VERSION ? entry.slice(1) : null;
}
