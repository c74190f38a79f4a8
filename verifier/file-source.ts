import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from '../src/portable/bundle/index.ts';

/** A file on disk as a byte source, to be closed by whoever opened it. */
export type FileSource = ByteSource & { close: () => Promise<void> };

/** Opens an ordinary file. Throws what the file system throws, and for a folder. */
export async function openFile(path: string): Promise<FileSource> {
  const handle = await open(path, 'r');
  const stat = await handle.stat();
  if (!stat.isFile()) {
    await handle.close();
    throw new Error('It is not a file.');
  }
  return {
    sizeBytes: stat.size,
    read: (offset, length, space) => readAt(handle, { offset, length, space }),
    close: () => handle.close(),
  };
}

type Place = { offset: number; length: number; space: Uint8Array | undefined };

async function readAt(handle: FileHandle, { offset, length, space }: Place): Promise<Uint8Array> {
  const bytes = space ?? new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
