import type { Sha256 } from '../bytes/index.ts';
import { foldRight, merkleRoot } from './merkle.ts';
import { completeSubtrees, consistencyRanges, inclusionRanges, isTreeSize } from './ranges.ts';
import type { LeafRange } from './ranges.ts';
import { readTile } from './tile-reader.ts';
import type { TileFault, TileReader } from './tile-reader.ts';
import { tilePath, tileSlice } from './tiles.ts';
import type { TileSlice } from './tiles.ts';

/** A root worked out from tiles, or the tile that stood in the way. */
export type RootFromTiles = { ok: true; root: Sha256 } | TileFault;

/** A proof worked out from tiles, or the tile that stood in the way. */
export type ProofFromTiles = { ok: true; proof: Sha256[] } | TileFault;

/** The root of the first `treeSize` leaves, read from the right edge of the tiles. Throws RangeError for no tree size. */
export async function rootFromTiles(treeSize: number, reader: TileReader): Promise<RootFromTiles> {
  if (!isTreeSize(treeSize)) throw new RangeError(`${treeSize} is not a tree size.`);
  const read = await hashRanges([{ start: 0, end: treeSize }], treeSize, reader);
  return read.ok ? { ok: true, root: foldRight(read.hashes) } : read;
}

/** The inclusion proof of leaf `index` in the tree of `treeSize` leaves. Throws RangeError when there is no such leaf. */
export async function inclusionProofFromTiles(
  index: number,
  treeSize: number,
  reader: TileReader,
): Promise<ProofFromTiles> {
  const read = await hashRanges(inclusionRanges(index, treeSize), treeSize, reader);
  return read.ok ? { ok: true, proof: read.hashes } : read;
}

/** The consistency proof from `size1` to `size2` leaves. Throws RangeError unless 0 < size1 <= size2. */
export async function consistencyProofFromTiles(
  size1: number,
  size2: number,
  reader: TileReader,
): Promise<ProofFromTiles> {
  const read = await hashRanges(consistencyRanges(size1, size2), size2, reader);
  return read.ok ? { ok: true, proof: read.hashes } : read;
}

/** The hash of each range. Every tile is read once, however many ranges need it. */
async function hashRanges(
  ranges: readonly LeafRange[],
  treeSize: number,
  reader: TileReader,
): Promise<{ ok: true; hashes: Sha256[] } | TileFault> {
  const slices = ranges.map(range => completeSubtrees(range).map(subtree => tileSlice(subtree, treeSize)));
  const tiles = new Map<string, Sha256[]>();
  for (const { tile } of slices.flat()) {
    const path = pathOf(tile);
    if (tiles.has(path)) continue;
    const read = await readTile(tile, reader);
    if (!read.ok) return read;
    tiles.set(path, read.parts);
  }
  const hashOf = ({ tile, offset, count }: TileSlice) =>
    merkleRoot((tiles.get(pathOf(tile)) ?? []).slice(offset, offset + count));
  return { ok: true, hashes: slices.map(parts => foldRight(parts.map(hashOf))) };
}

function pathOf(tile: TileSlice['tile']): string {
  return tilePath(tile.level, tile.n, tile.width);
}
