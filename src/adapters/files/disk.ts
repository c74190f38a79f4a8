import { constants } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rmdir, stat, unlink } from 'node:fs/promises';

/** A file being written. Bytes survive a power cut only once `sync` resolved after them. */
export type DiskFile = {
  /** Appends all bytes, or throws. */
  write(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
};

/** A folder held open. Names in it survive a power cut only once `sync` resolved after they were made or removed. */
export type DiskFolder = { sync(): Promise<void>; close(): Promise<void> };

/**
 * Port: every file operation that durability rests on, one system call each, with the error codes of Node.js (`ENOENT`,
 * `EEXIST`, ...). Tests put a disk here that loses whatever was not synced.
 */
export type Disk = {
  /** A new, empty file; `EEXIST` when the name is taken. */
  createFile(path: string): Promise<DiskFile>;
  openFolder(path: string): Promise<DiskFolder>;
  makeFolder(path: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  readFile(path: string): Promise<Buffer>;
  /** Reads a whole file into `into` and gives its size; only the size when it does not fit. Null when there is none. */
  readInto(path: string, into: Uint8Array): Promise<number | null>;
  /** Null when there is no regular file of that name. */
  sizeOf(path: string): Promise<number | null>;
  list(path: string): Promise<string[]>;
};

/** The disk of this machine. Files and folders are for this user alone. */
export const nodeDisk: Disk = {
  async createFile(path) {
    const file = await open(path, 'wx', 0o600);
    return {
      // Node.js writes on until every byte is taken, so a short write is never left standing.
      write: bytes => file.writeFile(bytes),
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  async openFolder(path) {
    const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
    return { sync: () => folder.sync(), close: () => folder.close() };
  },
  makeFolder: path => mkdir(path, { mode: 0o700 }),
  removeFolder: path => rmdir(path),
  link,
  rename,
  unlink,
  readFile: path => readFile(path),
  readInto: (path, into) => orNull(readWholeInto(path, into)),
  sizeOf: path => orNull(stat(path).then(found => (found.isFile() ? found.size : null))),
  list: path => readdir(path),
};

async function readWholeInto(path: string, into: Uint8Array): Promise<number> {
  const file = await open(path, 'r');
  try {
    const found = await file.stat();
    // A folder in the place of a file is a disk that cannot be read, not a file that is too large.
    if (!found.isFile()) throw Object.assign(new Error('this is not a file'), { code: 'EISDIR' });
    const { size } = found;
    if (size > into.length) return size;
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(into, filled, size - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled;
  } finally {
    await file.close();
  }
}

/** Null for what is not there. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null;
    throw cause;
  }
}

/** The bytes of a file, or null when there is no file of that name. */
export async function readOrNull(disk: Disk, path: string): Promise<Buffer | null> {
  return orNull(disk.readFile(path));
}

/** The names in a folder, or none when there is no such folder. */
export async function listOrNone(disk: Disk, path: string): Promise<string[]> {
  return (await orNull(disk.list(path))) ?? [];
}

/** Whether an error carries this code of the system. */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
