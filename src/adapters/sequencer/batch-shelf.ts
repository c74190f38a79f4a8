import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchName, BatchShelf } from '#domain/history/index.ts';
import { type Disk, isCode, listOrNone, nodeDisk, readOrNull } from '../files/disk.ts';
import { createDurableWriter } from '../files/durable-write.ts';

/** Batches of this many entries share a folder, so that looking for the newest reads one or two short lists. */
const SHARD = 65_536;
/** Far above what a sequencer puts into one batch. */
const MOST_BYTES = 1 << 28;
const NAME = /^(\d{1,16})-(\d{1,16})-([0-9a-f]{64})\.batch$/;

/**
 * Keeps each batch as one file, `<n>/<first>-<size>-<root>.batch`, n being first / 65536. A batch that is tried again
 * after a crash before its commit has the same name and other bytes (its time): the newer attempt replaces it whole.
 */
export function createBatchShelf(folder: string, disk: Disk = nodeDisk): BatchShelf {
  const writer = createDurableWriter(disk);
  return {
    put: (name, bytes) => writer.replace({ path: pathOf(folder, name), bytes }),
    get: name => readBounded(disk, pathOf(folder, name)),
    // A batch of the shard below may reach over its end.
    from: async size =>
      (await namesFrom(disk, folder, Math.floor(size / SHARD) - 1)).filter(name => name.size > size),
  };
}

/** Somebody with the disk may put anything under a batch's name: a folder, a pipe that never ends, or more than memory holds. */
async function readBounded(disk: Disk, path: string): Promise<Buffer | null> {
  const size = await disk.sizeOf(path);
  return size === null || size > MOST_BYTES ? null : readOrNull(disk, path);
}

/** Batches that end at or below `size` and were written before `before`. */
export async function prunableBatches(folder: string, size: number, before: Date): Promise<BatchName[]> {
  const found: BatchName[] = [];
  for (const name of await namesFrom(nodeDisk, folder, 0)) {
    const written = name.size <= size ? await writtenAt(pathOf(folder, name)) : null;
    if (written !== null && written < before) found.push(name);
  }
  return found;
}

export async function removeBatches(folder: string, names: readonly BatchName[]): Promise<void> {
  for (const name of names) await rm(pathOf(folder, name), { force: true });
}

function pathOf(folder: string, { first, size, rootHex }: BatchName): string {
  return join(folder, String(Math.floor(first / SHARD)), `${first}-${size}-${rootHex}.batch`);
}

async function namesFrom(disk: Disk, folder: string, least: number): Promise<BatchName[]> {
  const shards = (await listOrNone(disk, folder)).filter(name => /^\d+$/.test(name) && Number(name) >= least);
  const names = await Promise.all(shards.map(shard => listOrNone(disk, join(folder, shard))));
  return names
    .flat()
    .map(batchNameOf)
    .filter(name => name !== null);
}

function batchNameOf(name: string): BatchName | null {
  const [, first, size, rootHex = ''] = NAME.exec(name) ?? [];
  return first === undefined ? null : { first: Number(first), size: Number(size), rootHex };
}

async function writtenAt(path: string): Promise<Date | null> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}
