import { decodeCanonicalJson, encodeCanonicalJson } from '../bytes/index.ts';
import type { CanonicalValue } from '../bytes/index.ts';
import { hasExactly, isHex, isWhole } from './shape.ts';

/** The archive that an extract was taken from in the submitter's own browser; the archive itself stayed with them. */
export type ExtractOf = {
  name: string;
  sizeBytes: number;
  sha256: string;
  member: string;
  extractor: string;
};

/**
 * What is known of one sealed item: its id (32 hex), the name it came under, both digests of its exact bytes in hex,
 * its size and its source class. `extractOf` is there exactly when the source class is `extract`. They are opened
 * beside the item only.
 */
export type ItemFacts = {
  item: string;
  name: string;
  sha256: string;
  sha512: string;
  sizeBytes: number;
  sourceClass: string;
  extractOf?: ExtractOf;
};

/** The facts of an event of type `item-sealed`: which item, and the hex `itemCommitment` of its facts. */
export type ItemSealedFacts = { item: string; content: string };

/** The outcome of `decodeItemFacts`; the reason is one sentence. */
export type DecodedItemFacts = { ok: true; facts: ItemFacts } | { ok: false; reason: string };

/** The bytes that `itemCommitment` covers. Throws TypeError for facts that `decodeItemFacts` would refuse. */
export function encodeItemFacts(facts: ItemFacts): Uint8Array {
  if (!isItemFacts(facts)) throw new TypeError('These are not the facts of an item.');
  return encodeCanonicalJson(facts);
}

/** Reads the facts of an item, in their one spelling and with exactly their members. Never throws. */
export function decodeItemFacts(bytes: Uint8Array): DecodedItemFacts {
  const json = decodeCanonicalJson(bytes);
  if (!json.ok) return json;
  if (!isItemFacts(json.value))
    return { ok: false, reason: 'They do not have exactly the members of item facts.' };
  return { ok: true, facts: json.value as ItemFacts };
}

/** The facts of an `item-sealed` event, or null when `facts` holds anything else. */
export function itemSealedFacts(facts: CanonicalValue): ItemSealedFacts | null {
  const known =
    hasExactly(facts, ['item', 'content']) && isHex(facts['item'], 16) && isHex(facts['content'], 32);
  return known ? (facts as ItemSealedFacts) : null;
}

const MEMBERS = ['item', 'name', 'sha256', 'sha512', 'sizeBytes', 'sourceClass'];

function isItemFacts(value: CanonicalValue): boolean {
  if (!hasExactly(value, MEMBERS) && !hasExactly(value, [...MEMBERS, 'extractOf'])) return false;
  const isExtract = value['sourceClass'] === 'extract';
  return (
    isHex(value['item'], 16) &&
    typeof value['name'] === 'string' &&
    isHex(value['sha256'], 32) &&
    isHex(value['sha512'], 64) &&
    isWhole(value['sizeBytes'], 0) &&
    typeof value['sourceClass'] === 'string' &&
    value['sourceClass'] !== '' &&
    (isExtract ? isExtractOf(value['extractOf']) : !('extractOf' in value))
  );
}

function isExtractOf(value: CanonicalValue | undefined): boolean {
  return (
    hasExactly(value, ['name', 'sizeBytes', 'sha256', 'member', 'extractor']) &&
    typeof value['name'] === 'string' &&
    isWhole(value['sizeBytes'], 0) &&
    isHex(value['sha256'], 32) &&
    typeof value['member'] === 'string' &&
    typeof value['extractor'] === 'string'
  );
}
