import type { Sha256 } from '../bytes/index.ts';
import { merkleRoot } from './merkle.ts';
import { consistencyRanges, inclusionRanges } from './ranges.ts';
import type { LeafRange } from './ranges.ts';

/** The inclusion proof of leaf `index` in the tree of these leaf hashes, sibling first. Throws RangeError without such a leaf. */
export function inclusionProof(leafHashes: readonly Sha256[], index: number): Sha256[] {
  return inclusionRanges(index, leafHashes.length).map(range => rootOf(leafHashes, range));
}

/** The proof that the first `size1` leaves are a prefix of the tree. Throws RangeError unless 0 < size1 <= the tree's size. */
export function consistencyProof(leafHashes: readonly Sha256[], size1: number): Sha256[] {
  return consistencyRanges(size1, leafHashes.length).map(range => rootOf(leafHashes, range));
}

function rootOf(leafHashes: readonly Sha256[], range: LeafRange): Sha256 {
  return merkleRoot(leafHashes.slice(range.start, range.end));
}
