import { tilePath } from '#portable/tlog/index.ts';
import type { Tile } from '#portable/tlog/index.ts';

/**
 * The tile or entry bundle that an address below `/log/` names (C2SP tlog-tiles); null for any other spelling, so that
 * one tile has one address.
 */
export function tileAt(path: string): Tile | null {
  const parts = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (parts === null) return null;
  const [, level = '', groups = '', width = '256'] = parts;
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    n: Number(groups.replaceAll(/[x/]/g, '')),
    width: Number(width),
  };
  try {
    return tilePath(tile.level, tile.n, tile.width) === path ? tile : null;
  } catch {
    return null;
  }
}
