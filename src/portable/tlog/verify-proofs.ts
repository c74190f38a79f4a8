import { equalBytes } from '../bytes/index.ts';
import type { Sha256 } from '../bytes/index.ts';
import { nodeHash } from './merkle.ts';
import { isTreeSize } from './ranges.ts';

/** A claim that the leaf with `leafHash` stands at `index` of the tree of `treeSize` leaves with this root. */
export type InclusionClaim = {
  leafHash: Sha256;
  index: number;
  treeSize: number;
  proof: readonly Sha256[];
  root: Sha256;
};

/** A claim that the tree of `size1` leaves with `root1` is a prefix of the tree of `size2` leaves with `root2`. */
export type ConsistencyClaim = {
  size1: number;
  size2: number;
  root1: Sha256;
  root2: Sha256;
  proof: readonly Sha256[];
};

/** Where a walk up the tree has come to: a node's place in its row and the place of the last node of that row. */
type Place = { node: number; last: number };

/**
 * Whether the inclusion claim holds: RFC 9162 section 2.1.3.2. Anything may be given; sizes that are no safe integer
 * and hashes that are not 32 bytes are false.
 */
export function verifyInclusion({ leafHash, index, treeSize, proof, root }: InclusionClaim): boolean {
  if (!isTreeSize(treeSize) || !isTreeSize(index) || index >= treeSize) return false;
  if (![leafHash, root, ...proof].every(isHash)) return false;
  let hash = leafHash;
  let place: Place = { node: index, last: treeSize - 1 };
  for (const sibling of proof) {
    if (place.last === 0) return false;
    const onTheRight = isRightOrLast(place);
    hash = onTheRight ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    place = above(onTheRight ? pastSingleNodes(place) : place);
  }
  return place.last === 0 && equalBytes(hash, root);
}

/**
 * Whether the consistency claim holds: RFC 9162 section 2.1.4.2. From size 0 it never does: every tree extends the empty
 * one, so such a proof shows nothing, and the first checkpoint ever seen is the caller's own case.
 */
export function verifyConsistency({ size1, size2, root1, root2, proof }: ConsistencyClaim): boolean {
  if (!isTreeSize(size1) || !isTreeSize(size2) || size1 === 0 || size1 > size2) return false;
  // The published vectors ask for nothing but equality here, whatever the roots are.
  if (size1 === size2) return proof.length === 0 && equalBytes(root1, root2);
  if (![root1, root2, ...proof].every(isHash)) return false;
  let place: Place = { node: size1 - 1, last: size2 - 1 };
  while (place.node % 2 === 1) place = above(place);
  // When the old tree is complete its root is the first node, and the proof leaves it out.
  const [seed, ...rest] = place.node === 0 ? [root1, ...proof] : proof;
  if (seed === undefined || proof.length === 0) return false;
  let old = seed;
  let grown = seed;
  for (const hash of rest) {
    if (place.last === 0) return false;
    const onTheRight = isRightOrLast(place);
    if (onTheRight) old = nodeHash(hash, old);
    grown = onTheRight ? nodeHash(hash, grown) : nodeHash(grown, hash);
    place = above(onTheRight ? pastSingleNodes(place) : place);
  }
  return place.last === 0 && equalBytes(old, root1) && equalBytes(grown, root2);
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === 32;
}

function isRightOrLast({ node, last }: Place): boolean {
  return node % 2 === 1 || node === last;
}

/** A last node without a sibling stands unchanged in the rows above until it is a right one: skip to there. */
function pastSingleNodes(place: Place): Place {
  let at = place;
  while (at.node % 2 === 0 && at.node !== 0) at = above(at);
  return at;
}

function above({ node, last }: Place): Place {
  return { node: Math.floor(node / 2), last: Math.floor(last / 2) };
}
