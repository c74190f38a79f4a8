import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fromBase64, toBase64, toHex } from '#portable/bytes/index.ts';
import type { TileFile, TileReader } from '#portable/tlog/index.ts';
import { createDurably, replaceDurably } from '../files/durable-write.ts';

/** The log's files on disk: tiles that never change, staged batches, and the checkpoint as last published. */
export type LogFiles = {
  readonly readTile: TileReader;
  /** Writes everything a batch adds in one durable file, before the head is signed. */
  stage(size: number, root: Uint8Array, files: readonly TileFile[]): Promise<void>;
  /** Writes the staged tiles in place. Recovery and normal work use this same code. False when there is no such stage. */
  apply(size: number, root: Uint8Array): Promise<boolean>;
  unstage(size: number, root: Uint8Array): Promise<void>;
  /** Removes stages of batches that were never committed; only called when the head is applied and published. */
  clearStages(): Promise<void>;
  readPublished(): Promise<string | null>;
  publish(checkpoint: string): Promise<void>;
};

type Staged = { path: string; bytes: string }[];

export function createLogFiles(folder: string): LogFiles {
  const staging = join(folder, 'staging');
  const stagePath = (size: number, root: Uint8Array) => join(staging, `${size}-${toHex(root)}.json`);
  return {
    readTile: path => readOrNull(join(folder, path)),
    async stage(size, root, files) {
      const staged: Staged = files.map(file => ({ path: file.path, bytes: toBase64(file.bytes) }));
      await replaceDurably(stagePath(size, root), Buffer.from(JSON.stringify(staged)));
    },
    async apply(size, root) {
      const bytes = await readOrNull(stagePath(size, root));
      if (bytes === null) return false;
      for (const file of JSON.parse(bytes.toString('utf8')) as Staged) {
        await createDurably(join(folder, file.path), fromBase64(file.bytes) ?? new Uint8Array());
      }
      return true;
    },
    unstage: (size, root) => rm(stagePath(size, root), { force: true }),
    async clearStages() {
      const names = await readdir(staging).catch(() => []);
      await Promise.all(names.map(name => rm(join(staging, name), { force: true })));
    },
    readPublished: async () => (await readOrNull(join(folder, 'checkpoint')))?.toString('utf8') ?? null,
    publish: checkpoint => replaceDurably(join(folder, 'checkpoint'), Buffer.from(checkpoint)),
  };
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
