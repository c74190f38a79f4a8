import { dirname, join } from 'node:path';
import { HandoverError } from '#domain/error.ts';
import { toHex } from '#portable/bytes/index.ts';
import type { TileFile, TileReader } from '#portable/tlog/index.ts';
import { type Disk, isCode, listOrNone, nodeDisk, readOrNull } from '../files/disk.ts';
import { createDurableWriter, type DurableWriter } from '../files/durable-write.ts';
import { takeFolder } from './leadership.ts';
import { refuse } from './refusals.ts';
import { decodeStagedBatch, encodeStagedBatch } from './staged-batch.ts';

/** The log's files on disk: tiles that never change, staged batches, and the checkpoint as last published. */
export type LogFiles = {
  readonly readTile: TileReader;
  /** `readTile`, but the tiles at the right edge come from memory once this leader has written or read them. */
  readonly readEdge: TileReader;
  /** Takes the folder from any earlier leader. Everything that writes below is for the leader alone. */
  lead(): Promise<void>;
  /** Writes everything a batch adds in one durable file, before the head is signed. */
  stage(size: number, root: Uint8Array, files: readonly TileFile[]): Promise<void>;
  /**
   * Writes the staged tiles in place. Recovery and normal work use this same code; what this leader staged and read back
   * last is not read again. False when there is no such stage; throws `log-disagrees` when the stage is damaged or a tile
   * holds other bytes.
   */
  apply(size: number, root: Uint8Array): Promise<boolean>;
  /** Removes the partial tiles that the batch filled, then its stage. */
  unstage(size: number, root: Uint8Array): Promise<void>;
  /** Removes stages of batches that were never committed; only called when the head is applied and published. */
  clearStages(): Promise<void>;
  /** The widths of a tile that are on disk, 256 for the full one. */
  widths(tile: string): Promise<number[]>;
  readPublished(): Promise<string | null>;
  publish(checkpoint: string): Promise<void>;
};

const FULL_WIDTH = 256;

export function createLogFiles(folder: string, disk: Disk = nodeDisk): LogFiles {
  const staging = join(folder, 'staging');
  const checkpoint = join(folder, 'checkpoint');
  const stagePath = (size: number, root: Uint8Array) => join(staging, `${size}-${toHex(root)}.stage`);
  const readTile: TileReader = path => readOrNull(disk, join(folder, path));
  const edge = rememberEdge(readTile);
  let writer: DurableWriter | null = null;
  const leader = () => {
    if (writer === null) throw new Error('only a leader writes the log');
    return writer;
  };
  const stages = stageReader(disk);
  const readStage = (size: number, root: Uint8Array) => stages.read(stagePath(size, root));
  return {
    readTile,
    readEdge: edge.read,
    async lead() {
      writer = createDurableWriter(disk, await takeFolder(disk, folder));
    },
    async stage(size, root, files) {
      stages.forget();
      await leader().replace({ path: stagePath(size, root), bytes: encodeStagedBatch(files) });
      // Read back before the head may rest on it: a write that only said it was done is found while nothing is signed.
      if ((await readStage(size, root)) === null) refuse('stage-damaged');
    },
    async apply(size, root) {
      const files = await readStage(size, root);
      if (files === null) return false;
      try {
        await leader().create(files.map(file => ({ path: join(folder, file.path), bytes: file.bytes })));
      } catch (error) {
        if (error instanceof HandoverError && error.code === 'log-disagrees') refuse('tile-differs');
        throw error;
      }
      edge.keep(files);
      return true;
    },
    async unstage(size, root) {
      const filled = (await readStage(size, root))?.filter(file => !isPartial(file.path)) ?? [];
      for (const { path } of filled) await removePartials(disk, join(folder, `${path}.p`));
      stages.forget();
      await removeIfThere(disk, stagePath(size, root));
    },
    async clearStages() {
      stages.forget();
      for (const name of await listOrNone(disk, staging)) await removeIfThere(disk, join(staging, name));
    },
    async widths(tile) {
      const partial = (await listOrNone(disk, join(folder, `${tile}.p`))).map(Number);
      const full = await listOrNone(disk, dirname(join(folder, tile)));
      return full.includes(tile.slice(tile.lastIndexOf('/') + 1)) ? [...partial, FULL_WIDTH] : partial;
    },
    readPublished: async () => (await readOrNull(disk, checkpoint))?.toString('utf8') ?? null,
    publish: text => leader().replace({ path: checkpoint, bytes: Buffer.from(text) }),
  };
}

/** Reads stages, and the last one only once as long as nobody writes or removes any. */
function stageReader(disk: Disk) {
  let last: { readonly path: string; readonly files: readonly TileFile[] } | null = null;
  return {
    async read(path: string): Promise<readonly TileFile[] | null> {
      if (last?.path === path) return last.files;
      const bytes = await readOrNull(disk, path);
      if (bytes === null) return null;
      const files = decodeStagedBatch(bytes) ?? refuse('stage-damaged');
      last = { path, files };
      return files;
    },
    forget() {
      last = null;
    },
  };
}

/** The last tile of each level and of the entries, as written: a batch begins where the one before ended. */
function rememberEdge(readTile: TileReader) {
  const last = new Map<string, TileFile>();
  const keep = (files: readonly TileFile[]) => {
    for (const file of files) last.set(levelOf(file.path), file);
  };
  const read: TileReader = async path => {
    const kept = last.get(levelOf(path));
    if (kept?.path === path) return kept.bytes;
    const bytes = await readTile(path);
    if (bytes !== null) keep([{ path, bytes }]);
    return bytes;
  };
  return { keep, read };
}

/** `tile/0/x001/234.p/5` is of level `0`, `tile/entries/000` of `entries`. */
function levelOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function isPartial(path: string): boolean {
  return path.includes('.p/');
}

/** Not durable and need not be: a partial tile that comes back after a power cut holds what its full tile begins with. */
async function removePartials(disk: Disk, partials: string): Promise<void> {
  for (const name of await listOrNone(disk, partials)) await removeIfThere(disk, join(partials, name));
  await disk.removeFolder(partials).catch((error: unknown) => {
    if (!isCode(error, 'ENOENT')) throw error;
  });
}

async function removeIfThere(disk: Disk, path: string): Promise<void> {
  await disk.unlink(path).catch((error: unknown) => {
    if (!isCode(error, 'ENOENT')) throw error;
  });
}
