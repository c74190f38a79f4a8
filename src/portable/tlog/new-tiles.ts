import type { Sha256 } from '../bytes/index.ts';
import { encodeEntryBundle } from './entry-bundle.ts';
import { rootFromTiles } from './from-tiles.ts';
import { leafHash, merkleRoot } from './merkle.ts';
import { encodeHashTile, readTile } from './tile-reader.ts';
import type { TileFault, TileReader } from './tile-reader.ts';
import { TILE_WIDTH, hashesAtLevel, tileInTree, tilePath, tilesForGrowth } from './tiles.ts';
import type { Tile } from './tiles.ts';

/** One file to store: its path below the log's prefix and all its bytes. Files at a path never change. */
export type TileFile = { path: string; bytes: Uint8Array };

/** What a log writes to grow, with the size and root its next checkpoint states; or the stored tile that stood in the way. */
export type NewTiles = { ok: true; files: TileFile[]; size: number; root: Sha256 } | TileFault;

/** All hashes of a level, or all entries, that the new tiles hold: `parts[0]` is number `first` of the level. */
type Row = { first: number; parts: Uint8Array[] };

/**
 * The files that append `entries` to a log of `oldSize` entries. The partial tiles at the right edge are read and
 * written wider; nothing else is read. It trusts what the reader gives: compare `rootFromTiles(oldSize, reader)` with
 * the signed head first. Throws RangeError for an entry above 65,535 bytes.
 */
export async function newTiles(
  oldSize: number,
  entries: readonly Uint8Array[],
  reader: TileReader,
): Promise<NewTiles> {
  const size = oldSize + entries.length;
  const tiles = tilesForGrowth(oldSize, size);
  const rows = new Map<Tile['level'], Row>();
  let additions: Uint8Array[] = [...entries];
  for (const level of new Set(tiles.map(tile => tile.level))) {
    if (level === 0) additions = entries.map(leafHash);
    const edge = await readEdge(level, oldSize, reader);
    if (!edge.ok) return edge;
    const row = { first: edge.first, parts: edge.parts.concat(additions) };
    rows.set(level, row);
    additions = level === 'entries' ? [] : rootsOfFullTiles(row);
  }
  const files = tiles.map(tile => fileOf(tile, rows.get(tile.level)));
  const root = await rootFromTiles(size, overlay(files, reader));
  return root.ok ? { ok: true, files, size, root: root.root } : root;
}

/** What the partial tile at the right edge of a level holds, if there is one. */
async function readEdge(level: Tile['level'], oldSize: number, reader: TileReader) {
  const rowLevel = level === 'entries' ? 0 : level;
  const n = Math.floor(hashesAtLevel(rowLevel, oldSize) / TILE_WIDTH);
  const tile = { ...tileInTree(rowLevel, n, oldSize), level };
  const read = tile.width === 0 ? { ok: true as const, parts: [] } : await readTile(tile, reader);
  return read.ok ? { ok: true as const, first: n * TILE_WIDTH, parts: read.parts } : read;
}

function rootsOfFullTiles({ parts }: Row): Sha256[] {
  const count = Math.floor(parts.length / TILE_WIDTH);
  return Array.from({ length: count }, (_, i) =>
    merkleRoot(parts.slice(i * TILE_WIDTH, (i + 1) * TILE_WIDTH)),
  );
}

function fileOf({ level, n, width }: Tile, row: Row | undefined): TileFile {
  const start = n * TILE_WIDTH - (row?.first ?? 0);
  const parts = row?.parts.slice(start, start + width) ?? [];
  const bytes = level === 'entries' ? encodeEntryBundle(parts) : encodeHashTile(parts);
  return { path: tilePath(level, n, width), bytes };
}

function overlay(files: readonly TileFile[], reader: TileReader): TileReader {
  const written = new Map(files.map(file => [file.path, file.bytes]));
  return path => {
    const bytes = written.get(path);
    return bytes === undefined ? reader(path) : Promise.resolve(bytes);
  };
}
