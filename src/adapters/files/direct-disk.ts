import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Disk, isCode, nodeDisk, orNull } from './disk.ts';

/** What a disk takes and gives without the page cache: whole pages, from and into memory that begins on one. */
const PAGE_BYTES = 4096;
/** Less than this is not worth a second opening of the file. */
const WORTH_IT = 1_048_576;

/**
 * The disk of this machine, for bodies that are written once and read back: their pages go past the page cache (`O_DIRECT`),
 * which saves the copies that would fill it, and what is read back is what the disk holds and not what a cache remembers.
 * What cannot go that way (the end of a file, memory that begins elsewhere, a file system or machine without it) goes the
 * ordinary way. The same promises as `nodeDisk`: bytes are durable once `sync` resolved.
 */
export const directDisk: Disk = {
  ...nodeDisk,
  async createFile(path) {
    const file = await open(path, 'wx', 0o600);
    let end = 0;
    return {
      async write(bytes) {
        const done = end === 0 ? await wholePages(path, 'write', bytes) : 0;
        await writeRest(file, bytes.subarray(done), end + done);
        end += bytes.length;
      },
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  readInto: (path, into) => orNull(readWhole(path, into)),
};

async function readWhole(path: string, into: Uint8Array): Promise<number | null> {
  const size = await nodeDisk.sizeOf(path);
  if (size === null || size > into.length) return size;
  const done = await wholePages(path, 'read', into.subarray(0, size));
  return done + (await readRest(path, into.subarray(done, size), done));
}

/** Moves whole pages from the start of a file past the page cache; gives how many bytes went that way, none where it cannot be. */
async function wholePages(path: string, way: 'read' | 'write', memory: Uint8Array): Promise<number> {
  const due = memory.length - (memory.length % PAGE_BYTES);
  const file = due < WORTH_IT ? null : await openDirect(path, way);
  if (file === null) return 0;
  let done = 0;
  try {
    while (done < due) {
      const moved = await moveSome(file, way, memory.subarray(done, due), done);
      if (moved === 0) break;
      done += moved;
    }
  } finally {
    await file.close();
  }
  return done;
}

/** Null where the machine or the file system knows no such way. */
async function openDirect(path: string, way: 'read' | 'write'): Promise<FileHandle | null> {
  const direct = constants.O_DIRECT as number | undefined;
  if (direct === undefined) return null;
  const flags = way === 'write' ? constants.O_WRONLY : constants.O_RDONLY;
  return notRefused(open(path, flags | direct), null);
}

/** How many bytes went; none when the memory does not begin on a page, or after a part of a page. */
function moveSome(file: FileHandle, way: 'read' | 'write', memory: Uint8Array, at: number): Promise<number> {
  const moved =
    way === 'write'
      ? file.write(memory, 0, memory.length, at).then(({ bytesWritten }) => bytesWritten)
      : file.read(memory, 0, memory.length, at).then(({ bytesRead }) => bytesRead);
  return notRefused(moved, 0);
}

async function notRefused<T, N>(asked: Promise<T>, otherwise: N): Promise<T | N> {
  try {
    return await asked;
  } catch (cause) {
    if (isCode(cause, 'EINVAL')) return otherwise;
    throw cause;
  }
}

async function writeRest(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

/** How many bytes there were, up to as many as `into` has room for. */
async function readRest(path: string, into: Uint8Array, at: number): Promise<number> {
  const file = await open(path, 'r');
  let done = 0;
  try {
    while (done < into.length) {
      const { bytesRead } = await file.read(into, done, into.length - done, at + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
  } finally {
    await file.close();
  }
  return done;
}
