import { sha256 } from '../bytes/index.ts';
import type { Sha256 } from '../bytes/index.ts';

const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

/** The root of a tree with no leaves: SHA-256 of nothing (RFC 6962 section 2.1). Copy it before changing it. */
export const EMPTY_ROOT: Sha256 = sha256();

/** The hash of a leaf: SHA-256(0x00 || entry) (RFC 6962 section 2.1). */
export function leafHash(entry: Uint8Array): Sha256 {
  return sha256(LEAF, entry);
}

/** The hash of an interior node: SHA-256(0x01 || left || right) (RFC 6962 section 2.1). */
export function nodeHash(left: Sha256, right: Sha256): Sha256 {
  return sha256(NODE, left, right);
}

/** The root over leaf hashes in order: the Merkle Tree Hash of RFC 6962 section 2.1, in one pass over the leaves. */
export function merkleRoot(leafHashes: Iterable<Sha256>): Sha256 {
  const complete: Sha256[] = [];
  let count = 0;
  for (const leaf of leafHashes) {
    let hash = leaf;
    // As many complete subtrees end at this leaf as the number of leaves before it ends in one bits.
    for (let before = count; before % 2 === 1; before = (before - 1) / 2)
      hash = nodeHash(complete.pop() ?? EMPTY_ROOT, hash);
    complete.push(hash);
    count += 1;
  }
  return foldRight(complete);
}

/**
 * The root above neighbouring complete subtrees, largest and leftmost first, as a tree whose size is not a power of two
 * ends in. No subtrees at all give the empty root.
 */
export function foldRight(subtrees: readonly Sha256[]): Sha256 {
  return subtrees.length === 0 ? EMPTY_ROOT : subtrees.reduceRight((right, left) => nodeHash(left, right));
}
