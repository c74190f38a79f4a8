import { concatBytes, u16be } from '../bytes/index.ts';
import { TILE_WIDTH } from './tiles.ts';

/**
 * An entry bundle of C2SP tlog-tiles: 1 to 256 entries, each led by its size in two bytes, most significant first.
 * Throws RangeError for another number of entries, or an entry above 65,535 bytes.
 */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length < 1 || entries.length > TILE_WIDTH) {
    throw new RangeError(`An entry bundle holds 1 to ${TILE_WIDTH} entries, not ${entries.length}.`);
  }
  return concatBytes(...entries.flatMap(entry => [u16be(entry.length), entry]));
}

/** The entries of a bundle, or null when the bytes are not exactly 1 to 256 entries with their sizes. */
export function decodeEntryBundle(bundle: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bundle.length && entries.length <= TILE_WIDTH) {
    const high = bundle[at];
    const low = bundle[at + 1];
    if (high === undefined || low === undefined) return null;
    const end = at + 2 + high * 256 + low;
    if (end > bundle.length) return null;
    entries.push(bundle.slice(at + 2, end));
    at = end;
  }
  return entries.length >= 1 && entries.length <= TILE_WIDTH ? entries : null;
}
