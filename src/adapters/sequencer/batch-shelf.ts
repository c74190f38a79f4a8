import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchName, BatchShelf } from '#domain/history/index.ts';
import { replaceDurably } from '../files/durable-write.ts';

/** Batches of this many entries share a folder, so that looking for the newest reads one or two short lists. */
const SHARD = 65_536;
const NAME = /^(\d{1,16})-(\d{1,16})-([0-9a-f]{64})\.batch$/;

/**
 * Keeps each batch as one file, `<n>/<first>-<size>-<root>.batch`, n being first / 65536. A batch that is tried again
 * after a crash before its commit has the same name and other bytes (its time): the newer attempt replaces it whole.
 */
export function createBatchShelf(folder: string): BatchShelf & {
  /** Removes batches that end at or below `size` and were written before `before`. Returns how many. */
  prune(size: number, before: Date): Promise<number>;
} {
  const pathOf = ({ first, size, rootHex }: BatchName) =>
    join(folder, String(Math.floor(first / SHARD)), `${first}-${size}-${rootHex}.batch`);
  const all = async (least: number): Promise<BatchName[]> => {
    const shards = ((await nullIfAbsent(readdir(folder))) ?? []).filter(
      name => /^\d+$/.test(name) && Number(name) >= least,
    );
    const names = await Promise.all(shards.map(shard => readdir(join(folder, shard))));
    return names
      .flat()
      .map(batchNameOf)
      .filter(name => name !== null);
  };
  return {
    put: (name, bytes) => replaceDurably(pathOf(name), bytes),
    get: name => nullIfAbsent(readFile(pathOf(name))),
    // A batch of the shard below may reach over its end.
    from: async size => (await all(Math.floor(size / SHARD) - 1)).filter(name => name.size > size),
    async prune(size, before) {
      let removed = 0;
      for (const name of await all(0)) {
        const written = name.size <= size ? await nullIfAbsent(stat(pathOf(name))) : null;
        if (written === null || written.mtime >= before) continue;
        await rm(pathOf(name), { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

function batchNameOf(name: string): BatchName | null {
  const [, first, size, rootHex = ''] = NAME.exec(name) ?? [];
  return first === undefined ? null : { first: Number(first), size: Number(size), rootHex };
}

async function nullIfAbsent<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
