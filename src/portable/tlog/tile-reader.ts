import { concatBytes } from '../bytes/index.ts';
import type { Sha256 } from '../bytes/index.ts';
import { decodeEntryBundle } from './entry-bundle.ts';
import { TILE_WIDTH, tilePath } from './tiles.ts';
import type { Tile } from './tiles.ts';

/** Port: the bytes stored at a path such as "tile/0/000.p/5", or null when nothing is. What it throws passes through. */
export type TileReader = (path: string) => Promise<Uint8Array | null>;

/** Why tiles could not be used: one is not there, or is not what its path says it is. */
export type TileFault = { ok: false; reason: 'tile-missing' | 'tile-malformed'; path: string };

type Parts = { ok: true; parts: Uint8Array[] };

/** The hashes of a tile, or the entries of a bundle, as `decodeParts` takes them apart. */
export async function readTile(tile: Tile, reader: TileReader): Promise<Parts | TileFault> {
  const path = tilePath(tile.level, tile.n, tile.width);
  const bytes = await reader(path);
  if (bytes !== null) return decodeParts(tile, bytes, path);
  // A partial tile may be deleted once its full tile exists (C2SP tlog-tiles), which begins with the same hashes.
  const fullPath = tilePath(tile.level, tile.n);
  const full = tile.width < TILE_WIDTH ? await reader(fullPath) : null;
  if (full === null) return { ok: false, reason: 'tile-missing', path };
  const whole = decodeParts({ ...tile, width: TILE_WIDTH }, full, fullPath);
  return whole.ok ? { ok: true, parts: whole.parts.slice(0, tile.width) } : whole;
}

function decodeParts(tile: Tile, bytes: Uint8Array, path: string): Parts | TileFault {
  const parts = tile.level === 'entries' ? decodeEntryBundle(bytes) : splitHashes(bytes);
  if (parts?.length !== tile.width) return { ok: false, reason: 'tile-malformed', path };
  return { ok: true, parts };
}

function splitHashes(bytes: Uint8Array): Sha256[] | null {
  if (bytes.length % 32 !== 0) return null;
  return Array.from({ length: bytes.length / 32 }, (_, i) => bytes.slice(32 * i, 32 * i + 32));
}

/** The bytes of a tile of hashes. */
export function encodeHashTile(hashes: readonly Sha256[]): Uint8Array {
  return concatBytes(...hashes);
}
