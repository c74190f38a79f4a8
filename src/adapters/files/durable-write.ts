import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { HandoverError } from '#domain/error.ts';
import { type Disk, type DiskFolder, isCode, nodeDisk } from './disk.ts';

/** One file to write: where, and all its bytes. */
export type DurableFile = { readonly path: string; readonly bytes: Uint8Array };

/**
 * Files that survive a power cut once the promise resolves (integrity.md 1.10): a temporary file, written whole, fsynced,
 * put in its place, and the folder fsynced, for folders newly made up to the root. After a failed fsync the error is
 * thrown and nothing is retried or read back: what the disk holds is then unknown.
 */
export type DurableWriter = {
  replace(file: DurableFile): Promise<void>;
  /**
   * Files that must never change. One that is there with the same bytes is written again, because what a page cache
   * shows after a failed fsync need not be on the disk; one with other bytes is `log-disagrees`. The files of one call
   * become durable together: one fsync for each of them and one for each folder.
   */
  create(files: readonly DurableFile[]): Promise<void>;
  /**
   * Removes a file so that it stays removed. False when it was not there. Its folder is fsynced either way: who finds it
   * gone may be finishing what was cut off before that.
   */
  remove(path: string): Promise<boolean>;
};

/**
 * `scratch` is where temporary files are made when not beside their target. It must be there: a writer whose scratch
 * folder somebody took away can put nothing in place any more.
 */
export function createDurableWriter(disk: Disk = nodeDisk, scratch: string | null = null): DurableWriter {
  const folders = createFolderMaker(disk);
  const putAll = async (files: readonly DurableFile[], place: Place) => {
    try {
      const due = await folders.make(files.map(file => dirname(file.path)));
      await withFolders(disk, due.sync, async opened => {
        await all(files.map(file => writeOne(disk, scratch ?? dirname(file.path), { file, place })));
        await all(opened.map(folder => folder.sync()));
      });
      due.settled();
    } catch (cause) {
      throw asDiskError(cause);
    }
  };
  return {
    replace: file => putAll([file], (temporary, { path }) => disk.rename(temporary, path)),
    create: files => putAll(files, (temporary, file) => linkNew(disk, temporary, file)),
    remove: path => remove(disk, path),
  };
}

/** `DurableWriter.replace` for a single file. */
export function replaceDurably(path: string, bytes: Uint8Array, disk: Disk = nodeDisk): Promise<void> {
  return createDurableWriter(disk).replace({ path, bytes });
}

/** `DurableWriter.create` for a single file. */
export function createDurably(path: string, bytes: Uint8Array, disk: Disk = nodeDisk): Promise<void> {
  return createDurableWriter(disk).create([{ path, bytes }]);
}

async function remove(disk: Disk, path: string): Promise<boolean> {
  const wasThere = await disk.unlink(path).then(
    () => true,
    (cause: unknown) => {
      if (isCode(cause, 'ENOENT')) return false;
      throw cause;
    },
  );
  const folder = await disk.openFolder(dirname(path)).catch((cause: unknown) => {
    if (isCode(cause, 'ENOENT')) return null;
    throw cause;
  });
  try {
    await folder?.sync();
  } finally {
    await folder?.close();
  }
  return wasThere;
}

type Place = (temporary: string, file: DurableFile) => Promise<void>;
type Placed = { readonly file: DurableFile; readonly place: Place };

async function writeOne(disk: Disk, folder: string, { file, place }: Placed): Promise<void> {
  const temporary = join(folder, `.${basename(file.path)}.${randomBytes(6).toString('hex')}`);
  await writeWhole(disk, temporary, file.bytes);
  await place(temporary, file);
}

async function linkNew(disk: Disk, temporary: string, { path, bytes }: DurableFile): Promise<void> {
  try {
    await disk.link(temporary, path);
  } catch (cause) {
    if (!isCode(cause, 'EEXIST')) throw cause;
    if ((await disk.readFile(path)).equals(bytes)) return disk.rename(temporary, path);
    await disk.unlink(temporary);
    throw new HandoverError('log-disagrees', `${basename(path)} already holds other bytes`, { cause });
  }
  await disk.unlink(temporary);
}

async function writeWhole(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.createFile(path);
  try {
    await file.write(bytes);
    await file.sync();
  } catch (cause) {
    await disk.unlink(path).catch(() => undefined);
    throw cause;
  } finally {
    await file.close();
  }
}

/** The folders stay open meanwhile, so that an error the system met in between is told to the fsync at the end. */
async function withFolders(
  disk: Disk,
  names: readonly string[],
  work: (opened: readonly DiskFolder[]) => Promise<void>,
): Promise<void> {
  const opened: DiskFolder[] = [];
  try {
    for (const name of names) opened.push(...(await openFolder(disk, name)));
    await work(opened);
  } finally {
    await Promise.all(opened.map(folder => folder.close()));
  }
}

async function openFolder(disk: Disk, name: string): Promise<DiskFolder[]> {
  try {
    return [await disk.openFolder(name)];
  } catch (cause) {
    // A folder this user may not even read is not one in which this user made anything.
    if (isCode(cause, 'EACCES', 'EPERM')) return [];
    throw cause;
  }
}

type DueFolders = { readonly sync: readonly string[]; readonly settled: () => void };

/** A store of items has a folder for each: what is remembered has an end, and forgetting costs only time. */
const REMEMBERED_FOLDERS = 10_000;

/**
 * Makes folders that are there after a power cut, once what it asks for was fsynced. That a folder is there now says
 * nothing: whoever made it may have died before its parent was fsynced. So the first use of a folder fsyncs every folder
 * above it, once for each writer.
 */
function createFolderMaker(disk: Disk): { make(folders: readonly string[]): Promise<DueFolders> } {
  const settled = new Set<string>();
  return {
    async make(folders) {
      const sync = new Set(folders);
      const made = new Set<string>();
      const make = async (folder: string): Promise<void> => {
        const parent = dirname(folder);
        if (settled.has(folder) || made.has(folder) || parent === folder) return;
        made.add(folder);
        await make(parent);
        await makeFolder(disk, folder);
        sync.add(parent);
      };
      for (const folder of folders) await make(folder);
      return {
        sync: [...sync],
        settled() {
          if (settled.size > REMEMBERED_FOLDERS) settled.clear();
          for (const folder of made) settled.add(folder);
        },
      };
    },
  };
}

async function makeFolder(disk: Disk, folder: string): Promise<void> {
  try {
    await disk.makeFolder(folder);
  } catch (cause) {
    if (!isCode(cause, 'EEXIST')) throw cause;
  }
}

/** Waits for all of them, also when one fails: nothing goes on behind the back of whoever handles the failure. */
async function all(works: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(works);
  const failed = outcomes.find(outcome => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

function asDiskError(cause: unknown): unknown {
  if (isCode(cause, 'ENOSPC', 'EDQUOT'))
    return new HandoverError('storage-full', 'the disk is full', { cause });
  return cause;
}
