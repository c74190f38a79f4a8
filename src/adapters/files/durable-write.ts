import { constants } from 'node:fs';
import { type FileHandle, link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { HandoverError } from '#domain/error.ts';

/**
 * Writes a file so that it survives a power cut once the promise resolves (integrity.md 1.10): a temporary file in
 * the same folder, written whole, fsynced, renamed, and the folder fsynced. After a failed fsync the error is
 * thrown and nothing is retried: what the disk holds is then unknown.
 */
export async function replaceDurably(path: string, bytes: Uint8Array): Promise<void> {
  await withTemporary(path, bytes, temporary => rename(temporary, path));
}

/** Writes a file that must never change: a second write of the same bytes is success, of other bytes an error. */
export async function createDurably(path: string, bytes: Uint8Array): Promise<void> {
  await withTemporary(path, bytes, async temporary => {
    try {
      await link(temporary, path);
    } catch (cause) {
      if (!isCode(cause, 'EEXIST')) throw cause;
      const there = await readFile(path);
      if (!there.equals(bytes))
        throw new HandoverError('log-disagrees', `${basename(path)} already holds other bytes`, { cause });
    } finally {
      await unlink(temporary);
    }
  });
}

/**
 * Removes a file so that it stays removed after a power cut. False when it was not there. The folder is fsynced either way:
 * who finds it gone may be finishing what was cut off before that.
 */
export async function removeDurably(path: string): Promise<boolean> {
  const wasThere = await unlink(path).then(
    () => true,
    (cause: unknown) => {
      if (isCode(cause, 'ENOENT')) return false;
      throw cause;
    },
  );
  const directory = await open(dirname(path), constants.O_RDONLY).catch((cause: unknown) => {
    if (isCode(cause, 'ENOENT')) return null;
    throw cause;
  });
  try {
    await directory?.sync();
  } finally {
    await directory?.close();
  }
  return wasThere;
}

async function withTemporary(
  path: string,
  bytes: Uint8Array,
  place: (temporary: string) => Promise<void>,
): Promise<void> {
  const folder = dirname(path);
  await makeFolderDurably(folder);
  const directory = await open(folder, constants.O_RDONLY);
  try {
    const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}`);
    await writeWhole(temporary, bytes);
    await place(temporary);
    await directory.sync();
  } catch (cause) {
    throw asDiskError(cause);
  } finally {
    await directory.close();
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, 'wx', 0o600);
    await file.writeFile(bytes);
    await file.sync();
  } catch (cause) {
    await unlink(path).catch(() => undefined);
    throw cause;
  } finally {
    await file?.close();
  }
}

/** A new folder is only there after a power cut when its parent was fsynced too. */
async function makeFolderDurably(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    const parent = await open(dirname(made), constants.O_RDONLY);
    try {
      await parent.sync();
    } finally {
      await parent.close();
    }
  }
}

function asDiskError(cause: unknown): unknown {
  if (isCode(cause, 'ENOSPC') || isCode(cause, 'EDQUOT'))
    return new HandoverError('storage-full', 'the disk is full', { cause });
  return cause;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
