import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HeadFile } from '#domain/history/index.ts';
import { replaceDurably } from '../files/durable-write.ts';

/**
 * The head file of one log, in a folder that belongs on another disk than the data and in no backup. Named for the log's
 * origin, so that logs which follow one another, or several installations, can share the folder.
 */
export function createHeadFile(folder: string, origin: string): HeadFile {
  const path = join(folder, `${origin.replaceAll(/[^A-Za-z0-9.-]/g, '_')}.checkpoint`);
  return {
    async read() {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    write: checkpoint => replaceDurably(path, Buffer.from(checkpoint)),
  };
}
