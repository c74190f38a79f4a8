import { createHash } from 'node:crypto';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, open, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a file holds: its size in bytes and its SHA-256 in hexadecimal. */
export type FileSum = { readonly sizeBytes: number; readonly sha256Hex: string };

/** Writes a stream into a new file and waits until the disk has it. The folder's own entry is not waited for. */
export async function writeStreamDurably(source: Readable, target: string): Promise<FileSum> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  // `flush` waits for the disk before the file is closed.
  await pipeline(source, counted, createWriteStream(target, { flags: 'w', mode: 0o600, flush: true }));
  return { sizeBytes, sha256Hex: hash.digest('hex') };
}

export function copyDurably(source: string, target: string): Promise<FileSum> {
  return writeStreamDurably(createReadStream(source), target);
}

export async function sumOf(path: string): Promise<FileSum> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    sizeBytes += chunk.length;
  }
  return { sizeBytes, sha256Hex: hash.digest('hex') };
}

/** Gives a file that never changes a second name. False where that cannot be, as on another disk. */
export async function tryToLink(source: string, target: string): Promise<boolean> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  try {
    await link(source, target);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP'].includes(code)) return false;
    throw error;
  }
}

/** The files below a folder as paths relative to it, sorted; none when it is not there. Unfinished writes (`.name`) are left out. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** Waits until the disk has every folder of a tree: only then are its files found there after a power cut. */
export async function syncFolders(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const folders = entries
    .filter(entry => entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name));
  for (const path of [...folders, folder]) await syncFolder(path);
}

export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Bytes of a file, or null when it is not there. */
export async function sizeOrNull(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.size ?? null;
}
