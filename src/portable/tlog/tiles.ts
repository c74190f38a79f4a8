import { isTreeSize } from './ranges.ts';
import type { Subtree } from './ranges.ts';

/** A full tile or entry bundle holds this many hashes or entries (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;

/** Height of the subtree that a full tile spans. */
const TILE_HEIGHT = 8;

/** One tile of hashes, or one bundle of entries: tile `n` of its level, holding the first `width` (1 to 256) of its 256. */
export type Tile = { level: number | 'entries'; n: number; width: number };

/**
 * The path of a tile below the log's prefix: "tile/<level>/<n>" with ".p/<width>" when partial, n in groups of three
 * digits, all but the last led by "x" (C2SP tlog-tiles). Throws RangeError for numbers that name no tile.
 */
export function tilePath(level: number | 'entries', n: number, width: number = TILE_WIDTH): string {
  const levelOk = level === 'entries' || (Number.isSafeInteger(level) && level >= 0 && level <= 63);
  const widthOk = Number.isSafeInteger(width) && width >= 1 && width <= TILE_WIDTH;
  if (!levelOk || !isTreeSize(n) || !widthOk)
    throw new RangeError(`There is no tile ${level}/${n} of width ${width}.`);
  const digits = String(n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const last = groups.length - 1;
  const path = groups.map((group, i) => (i < last ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** How many hashes the tiles of a level hold in a tree of this size: one for each complete subtree of 256^level leaves. */
export function hashesAtLevel(level: number, treeSize: number): number {
  return Math.floor(treeSize / TILE_WIDTH ** level);
}

/** The tile of hashes `n` at `level` as it stands in a tree of this size; its width is below 1 when there is none. */
export function tileInTree(level: number, n: number, treeSize: number): Tile {
  return { level, n, width: Math.min(TILE_WIDTH, hashesAtLevel(level, treeSize) - n * TILE_WIDTH) };
}

/**
 * Every tile and entry bundle that a log growing from `oldSize` to `newSize` leaves has to write: those that are new
 * and those that got wider. Entry bundles first, then level 0 upwards, each from left to right.
 */
export function tilesForGrowth(oldSize: number, newSize: number): Tile[] {
  if (!isTreeSize(oldSize) || !isTreeSize(newSize) || oldSize > newSize) {
    throw new RangeError(`A log does not grow from ${oldSize} to ${newSize} leaves.`);
  }
  const leafTiles = grownTiles(0, oldSize, newSize);
  const tiles = leafTiles.map((tile): Tile => ({ ...tile, level: 'entries' })).concat(leafTiles);
  for (let level = 1; hashesAtLevel(level, newSize) > 0; level += 1)
    tiles.push(...grownTiles(level, oldSize, newSize));
  return tiles;
}

function grownTiles(level: number, oldSize: number, newSize: number): Tile[] {
  const before = hashesAtLevel(level, oldSize);
  const after = hashesAtLevel(level, newSize);
  if (before === after) return [];
  const first = Math.floor(before / TILE_WIDTH);
  const count = Math.ceil(after / TILE_WIDTH) - first;
  return Array.from({ length: count }, (_, i) => tileInTree(level, first + i, newSize));
}

/** Where the hash of a complete subtree is found: `count` neighbouring hashes of one tile, from `offset` on, are its leaves. */
export type TileSlice = { tile: Tile; offset: number; count: number };

/** Where to find the hash of a complete subtree in the tiles of a tree of this size. */
export function tileSlice({ height, index }: Subtree, treeSize: number): TileSlice {
  const level = Math.floor(height / TILE_HEIGHT);
  const count = 2 ** (height % TILE_HEIGHT);
  const n = Math.floor((index * count) / TILE_WIDTH);
  return { tile: tileInTree(level, n, treeSize), offset: (index * count) % TILE_WIDTH, count };
}
