import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { type ByteSource, sourceOf } from '#portable/chat/index.ts';

/** A file whose bytes can be asked for, at any place and again; its `read` throws what the disk throws. */
export type ByteFile = ByteSource & { close(): void };

/**
 * Opens a file for reading at any place. What is no file and has no places, such as a pipe, is read whole first. Throws what
 * the system throws: `ENOENT`, `EACCES`, `EISDIR`.
 */
export function openByteFile(path: string): ByteFile {
  const file = openSync(path, 'r');
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return { ...sourceOf(readFileSync(file)), close: () => closeSync(file) };
    return {
      size: stat.size,
      read: (at, into) => readSync(file, into, 0, into.length, at),
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}
