import { join } from 'node:path';
import type { HeadFile } from '#domain/history/index.ts';
import { type Disk, nodeDisk, readOrNull } from '../files/disk.ts';
import { createDurableWriter } from '../files/durable-write.ts';

/**
 * The head file of one log, in a folder that belongs on another disk than the data and in no backup. Named for the log's
 * origin, so that logs which follow one another, or several installations, can share the folder.
 */
export function createHeadFile(folder: string, origin: string, disk: Disk = nodeDisk): HeadFile {
  const path = join(folder, `${origin.replaceAll(/[^A-Za-z0-9.-]/g, '_')}.checkpoint`);
  const writer = createDurableWriter(disk);
  return {
    read: async () => (await readOrNull(disk, path))?.toString('utf8') ?? null,
    write: checkpoint => writer.replace({ path, bytes: Buffer.from(checkpoint) }),
  };
}
