/** The leaves from `start` up to but not including `end`. In this folder always a subtree of RFC 6962 section 2.1. */
export type LeafRange = { start: number; end: number };

/**
 * A complete subtree: the 2^height leaves from index * 2^height on. Height 0 is a leaf.
 */
export type Subtree = { height: number; index: number };

/** Whether `size` can be a number of leaves here: a safe integer from 0. Larger trees are refused, never rounded. */
export function isTreeSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}

/**
 * The subtrees whose hashes make up the inclusion proof of leaf `index`, the leaf's sibling first
 * (PATH of RFC 6962 section 2.1.1). Throws RangeError when there is no such leaf.
 */
export function inclusionRanges(index: number, treeSize: number): LeafRange[] {
  if (!isTreeSize(treeSize) || !Number.isSafeInteger(index) || index < 0 || index >= treeSize) {
    throw new RangeError(`A tree of ${treeSize} leaves has no leaf ${index}.`);
  }
  const ranges: LeafRange[] = [];
  let at: LeafRange = { start: 0, end: treeSize };
  while (at.end - at.start > 1) {
    const middle = at.start + splitPoint(at.end - at.start);
    const left = { start: at.start, end: middle };
    const right = { start: middle, end: at.end };
    ranges.push(index < middle ? right : left);
    at = index < middle ? left : right;
  }
  return ranges.toReversed();
}

/**
 * The subtrees whose hashes make up the consistency proof from `size1` to `size2` leaves
 * (SUBPROOF of RFC 6962 section 2.1.2). Throws RangeError unless 0 < size1 <= size2.
 */
export function consistencyRanges(size1: number, size2: number): LeafRange[] {
  if (!isTreeSize(size2) || !Number.isSafeInteger(size1) || size1 < 1 || size1 > size2) {
    throw new RangeError(`There is no consistency proof from ${size1} to ${size2} leaves.`);
  }
  const ranges: LeafRange[] = [];
  let at: LeafRange = { start: 0, end: size2 };
  while (at.end > size1) {
    const middle = at.start + splitPoint(at.end - at.start);
    const left = { start: at.start, end: middle };
    const right = { start: middle, end: at.end };
    ranges.push(size1 <= middle ? right : left);
    at = size1 <= middle ? left : right;
  }
  // The old root itself is known to the verifier; any other subtree that ends the old tree has to be handed over.
  if (at.start > 0) ranges.push(at);
  return ranges.toReversed();
}

/** The complete subtrees that a range of RFC 6962 is made of, largest and leftmost first. */
export function completeSubtrees(range: LeafRange): Subtree[] {
  const subtrees: Subtree[] = [];
  let start = range.start;
  while (start < range.end) {
    const height = heightWithin(range.end - start);
    subtrees.push({ height, index: start / 2 ** height });
    start += 2 ** height;
  }
  return subtrees;
}

/** The largest power of two strictly below `count` (k of RFC 6962 section 2.1); `count` is at least 2. */
function splitPoint(count: number): number {
  return 2 ** heightWithin(count - 1);
}

/** The largest height with 2^height <= count, for count from 1. */
function heightWithin(count: number): number {
  let height = 0;
  while (2 ** (height + 1) <= count) height += 1;
  return height;
}
