import { equalBytes } from '#portable/bytes/index.ts';
import { encodeEntry } from '#portable/continuity/index.ts';
import { newTiles, rootFromTiles } from '#portable/tlog/index.ts';
import type { TileFile } from '#portable/tlog/index.ts';
import type { HistoryStore, TileStore } from './ports.ts';
import type { SignedHead } from './signed-head.ts';

/** A multiple of the tile width, so that no partial tile of entries is written on the way. */
const STEP = 4096;

/**
 * Makes sure that the tiles on disk give the head's root: applies a stage left by a crash, else makes missing tiles anew
 * from the database's commitments, once those are found to give the signed root. False when they do not.
 */
export async function mendTiles(
  { tiles, history }: { tiles: TileStore; history: HistoryStore },
  head: SignedHead,
): Promise<boolean> {
  if (await tilesGive(tiles, head)) return true;
  await tiles.lead();
  await tiles.apply(head.size, head.root);
  if (await tilesGive(tiles, head)) return true;
  const remade = await remakeTiles(history, head);
  if (remade === null) return false;
  await tiles.stage(head.size, head.root, remade);
  await tiles.apply(head.size, head.root);
  await tiles.unstage(head.size, head.root);
  return tilesGive(tiles, head);
}

async function tilesGive(tiles: TileStore, { size, root }: SignedHead): Promise<boolean> {
  const stored = await rootFromTiles(size, tiles.readTile);
  return stored.ok && equalBytes(stored.root, root);
}

/** Every tile of the log, in memory (some 70 bytes an entry), or null when the commitments do not give the root. */
async function remakeTiles(history: HistoryStore, head: SignedHead): Promise<TileFile[] | null> {
  const made = new Map<string, TileFile>();
  const reader = (path: string) => Promise.resolve(made.get(path)?.bytes ?? null);
  for (let size = 0; size < head.size;) {
    const commitments = await history.commitments(size, Math.min(STEP, head.size - size));
    const grown = await newTiles(size, commitments.map(encodeEntry), reader);
    if (!grown.ok || commitments.length === 0) return null;
    for (const file of grown.files) made.set(file.path, file);
    size = grown.size;
  }
  const root = await rootFromTiles(head.size, reader);
  return root.ok && equalBytes(root.root, head.root) ? [...made.values()] : null;
}
