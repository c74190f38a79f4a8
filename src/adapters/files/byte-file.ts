import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** A file whose bytes can be asked for, at any place and again. */
export interface ByteFile {
  readonly size: number;
  /** Copies bytes from offset `at` on to the beginning of `into`; how many, 0 at the end. Throws what the disk throws. */
  read(at: number, into: Uint8Array): number;
  close(): void;
}

/**
 * Opens a file for reading at any place. What is no file and has no places, such as a pipe, is read whole first. Throws what
 * the system throws: `ENOENT`, `EACCES`, `EISDIR`.
 */
export function openByteFile(path: string): ByteFile {
  const file = openSync(path, 'r');
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return whole(readFileSync(file), () => closeSync(file));
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

function whole(bytes: Uint8Array, close: () => void): ByteFile {
  return {
    size: bytes.length,
    read(at, into) {
      const part = bytes.subarray(at, at + into.length);
      into.set(part);
      return part.length;
    },
    close,
  };
}
