import { readdir, readFile, rm } from 'node:fs/promises';
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
export function createBatchShelf(folder: string): BatchShelf {
  const pathOf = ({ first, size, rootHex }: BatchName) =>
    join(folder, String(Math.floor(first / SHARD)), `${first}-${size}-${rootHex}.batch`);
  return {
    put: (name, bytes) => replaceDurably(pathOf(name), bytes),
    get: name => nullIfAbsent(readFile(pathOf(name))),
    async from(size) {
      // A batch of the shard below may reach over its end.
      const least = Math.floor(size / SHARD) - 1;
      const shards = ((await nullIfAbsent(readdir(folder))) ?? []).filter(
        name => /^\d+$/.test(name) && Number(name) >= least,
      );
      const names = await Promise.all(shards.map(shard => readdir(join(folder, shard))));
      return names
        .flat()
        .map(batchNameOf)
        .filter(name => name !== null && name.size > size) as BatchName[];
    },
    remove: name => rm(pathOf(name), { force: true }),
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
