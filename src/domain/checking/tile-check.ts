import { equalBytes } from '#portable/bytes/index.ts';
import { leafHash, merkleRoot, readTile, type Tile, tilePath, tilesForGrowth } from '#portable/tlog/index.ts';
import type { Check, Fault } from './check.ts';
import { CHECK_TITLES } from './titles.ts';
import type { RestingLog } from './ports.ts';
import { publishedSize } from './published-size.ts';

const TILES_A_SLICE = 64;
const TILE_WIDTH = 256;

type Found = Omit<Fault, 'check'>;

/**
 * Builds the log again from its entries: every entry bundle gives the hashes of level 0, every full tile one hash of the
 * level above. With the roots that the check of heads works out from the right edge, the whole tree is covered.
 */
export function tileCheck(log: RestingLog): Check {
  let tiles: { readonly size: number; readonly list: readonly Tile[] } = { size: -1, list: [] };
  return {
    id: 'tiles',
    ...CHECK_TITLES.tiles,
    async slice(from) {
      const size = from === null ? await publishedSize(log) : Number(from.split('/')[0]);
      if (tiles.size !== size) tiles = { size, list: hashTiles(size) };
      const start = from === null ? 0 : Number(from.split('/')[1]);
      const faults: Found[] = [];
      const now = tiles.list.slice(start, start + TILES_A_SLICE);
      for (const tile of now) faults.push(...(await checkTile(log, tile)));
      const end = start + now.length;
      return { next: end < tiles.list.length ? `${size}/${end}` : null, seen: now.length, faults };
    },
  };
}

function hashTiles(size: number): Tile[] {
  return tilesForGrowth(0, size).filter(({ level }) => level !== 'entries');
}

async function checkTile(log: RestingLog, tile: Tile): Promise<Found[]> {
  const path = tilePath(tile.level, tile.n, tile.width);
  const read = await readTile(tile, log.readTile);
  const faults: Found[] = read.ok ? [] : [faultOf(read)];
  const below = tile.level === 0 ? await leavesOf(log, tile) : await rootsBelow(log, tile);
  faults.push(...below.faults);
  if (!read.ok) return faults;
  const wrong = below.hashes.flatMap((hash, i) => {
    const there = read.parts[i];
    return hash !== null && there !== undefined && !equalBytes(hash, there) ? [i] : [];
  });
  if (wrong.length > 0)
    faults.push({
      where: path,
      what: `${wrong.length} of its ${tile.width} hashes, the first at ${wrong[0]}, are not those of what lies below.`,
    });
  return faults;
}

type Below = { readonly hashes: readonly (Uint8Array | null)[]; readonly faults: readonly Found[] };

async function leavesOf(log: RestingLog, { n, width }: Tile): Promise<Below> {
  const entries = await readTile({ level: 'entries', n, width }, log.readTile);
  return entries.ok
    ? { hashes: entries.parts.map(entry => leafHash(entry)), faults: [] }
    : { hashes: [], faults: [faultOf(entries)] };
}

async function rootsBelow(log: RestingLog, { level, n, width }: Tile): Promise<Below> {
  const hashes: (Uint8Array | null)[] = [];
  for (let i = 0; i < width; i += 1) {
    const child = await readTile(
      { level: Number(level) - 1, n: n * TILE_WIDTH + i, width: TILE_WIDTH },
      log.readTile,
    );
    // A child that cannot be read was named when its own turn came.
    hashes.push(child.ok ? merkleRoot(child.parts) : null);
  }
  return { hashes, faults: [] };
}

function faultOf(fault: { readonly reason: string; readonly path: string }): Found {
  return {
    where: fault.path,
    what: fault.reason === 'tile-missing' ? 'It is not there.' : 'It is malformed.',
  };
}
