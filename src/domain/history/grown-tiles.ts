import type { TileFile, TileReader } from '#portable/tlog/index.ts';
import type { TileStore } from './ports.ts';
import type { SignedHead } from './signed-head.ts';

/** Tiles of a growing log that are not on the disk yet, over those that are. */
export type GrownTiles = {
  readonly readTile: TileReader;
  /** The tiles of the next step: only the newest partial tiles are kept, nobody needs those in between. */
  add(files: readonly TileFile[]): void;
  /** Writes what was added. A crash before it leaves a database ahead of its tiles, which are then made from its events. */
  flush(head: SignedHead): Promise<void>;
};

export function createGrownTiles(tiles: TileStore): GrownTiles {
  const added = new Map<string, TileFile>();
  return {
    readTile: async path => added.get(path)?.bytes ?? tiles.readTile(path),
    add(files) {
      for (const path of added.keys())
        if (path.includes('.p/') && isRefilled(path, files)) added.delete(path);
      for (const file of files) added.set(file.path, file);
    },
    async flush({ size, root }) {
      await tiles.stage(size, root, [...added.values()]);
      await tiles.apply(size, root);
      await tiles.unstage(size, root);
      added.clear();
    },
  };
}

/** Whether a partial tile stands wider, or full, among the newer files. */
function isRefilled(partial: string, files: readonly TileFile[]): boolean {
  const full = partial.slice(0, partial.indexOf('.p/'));
  return files.some(file => file.path === full || file.path.startsWith(`${full}.p/`));
}
