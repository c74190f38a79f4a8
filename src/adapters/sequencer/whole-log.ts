import { encodeEntry } from '#portable/continuity/index.ts';
import {
  decodeEntryBundle,
  encodeEntryBundle,
  leafHash,
  merkleRoot,
  rootFromTiles,
  type Tile,
  tilePath,
  type TileReader,
  tilesForGrowth,
} from '#portable/tlog/index.ts';
import type { LogFiles } from './log-files.ts';
import type { LogHead, LogHeadStore } from './log-head.ts';
import { refuse } from './refusals.ts';

const WIDTH = 256;
const ROWS_PER_READ = 32 * WIDTH;

type WholeLog = {
  readonly store: Pick<LogHeadStore, 'logged'>;
  readonly files: Pick<LogFiles, 'readTile' | 'widths'>;
};

/**
 * Reads the whole log as it stands on disk and refuses on the first thing that is not as the head says: every entry is
 * the one that the database names there, every tile is what the entries give, the root is the signed one, and there is
 * nothing beyond. Some 5 seconds for a million entries.
 */
export async function checkWholeLog({ store, files }: WholeLog, head: LogHead): Promise<void> {
  const tiles = tilesForGrowth(0, head.size);
  const rows = readRows(store);
  let hashes: Uint8Array[] = [];
  for (const tile of tiles.filter(({ level }) => level === 'entries')) {
    const leaves = await checkEntries(files.readTile, tile, rows);
    await checkHashes(files.readTile, { ...tile, level: 0 }, leaves);
    if (tile.width === WIDTH) hashes.push(merkleRoot(leaves));
  }
  for (let level = 1; hashes.length > 0; level += 1) {
    const next: Uint8Array[] = [];
    for (const tile of tiles.filter(one => one.level === level)) {
      const here = hashes.slice(tile.n * WIDTH, tile.n * WIDTH + tile.width);
      await checkHashes(files.readTile, tile, here);
      if (tile.width === WIDTH) next.push(merkleRoot(here));
    }
    hashes = next;
  }
  for (const tile of tiles) if (tile.width < WIDTH) await checkNarrower(files, tile);
  const stored = await rootFromTiles(head.size, files.readTile);
  if (!stored.ok || !same(stored.root, head.root)) refuse('root-differs');
  await checkEnd({ store, files }, head.size);
}

async function checkEntries(read: TileReader, tile: Tile, rows: RowReader): Promise<Uint8Array[]> {
  const path = pathOf(tile);
  const bytes = (await read(path)) ?? refuse('tile-missing', path);
  const entries = (await rows(tile.n * WIDTH, tile.width)).map(encodeEntry);
  if (entries.length !== tile.width || !same(bytes, encodeEntryBundle(entries)))
    return explain(tile, bytes, entries);
  return entries.map(leafHash);
}

/** Which side is wrong: the bundle is none of this width, or it holds another entry than the database names there. */
function explain(tile: Tile, bytes: Uint8Array, entries: readonly Uint8Array[]): never {
  const stored = decodeEntryBundle(bytes);
  if (stored?.length !== tile.width) return refuse('tile-damaged', pathOf(tile));
  const i = stored.findIndex((entry, at) => !same(entry, entries[at] ?? new Uint8Array(0)));
  return refuse('entry-differs', `entry ${tile.n * WIDTH + i}`);
}

async function checkHashes(read: TileReader, tile: Tile, hashes: readonly Uint8Array[]): Promise<void> {
  const path = pathOf(tile);
  const bytes = (await read(path)) ?? refuse('tile-missing', path);
  if (!same(bytes, Buffer.concat(hashes))) refuse('tile-damaged', path);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Proofs under older checkpoints read the narrower tiles of the right edge: each must be a beginning of the widest. */
async function checkNarrower(files: WholeLog['files'], tile: Tile): Promise<void> {
  const whole = (await files.readTile(pathOf(tile))) ?? refuse('tile-missing', pathOf(tile));
  const perHash = whole.length / tile.width;
  for (const width of await files.widths(tilePath(tile.level, tile.n))) {
    if (width >= tile.width) continue;
    const path = pathOf({ ...tile, width });
    const bytes = (await files.readTile(path)) ?? refuse('tile-missing', path);
    if (!same(bytes, whole.subarray(0, width * perHash))) refuse('tile-damaged', path);
  }
}

/** Tiles are written for committed batches alone, so one that is wider than the head was acknowledged by another database. */
async function checkEnd({ store, files }: WholeLog, size: number): Promise<void> {
  if ((await store.logged(size, 1)).length > 0) refuse('entry-differs', `entry ${size}`);
  const tile = tilePath(0, Math.floor(size / WIDTH));
  const widest = Math.max(0, ...(await files.widths(tile)));
  if (widest > size % WIDTH) refuse('log-longer', tile);
}

type RowReader = (from: number, count: number) => Promise<readonly Uint8Array[]>;

/** The database's commitments, fetched many tiles at a time. */
function readRows(store: WholeLog['store']): RowReader {
  let first = 0;
  let rows: readonly Uint8Array[] = [];
  return async (from, count) => {
    if (from + count > first + rows.length) {
      first = from;
      rows = await store.logged(from, ROWS_PER_READ);
    }
    return rows.slice(from - first, from - first + count);
  };
}

function pathOf({ level, n, width }: Tile): string {
  return tilePath(level, n, width);
}
