import { join } from 'node:path';
import { HandoverError } from '#domain/error.ts';
import type { BlobStore } from '#domain/sealing/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { type Disk, nodeDisk } from '../files/disk.ts';
import { createDurableWriter } from '../files/durable-write.ts';

const MAC_LINE = Buffer.from('\n--- ');

/** Keeps bodies under `bodies/` and header files under `headers/` of one folder. */
export function createDiskStore(folder: string, disk: Disk = nodeDisk): BlobStore {
  const writer = createDurableWriter(disk);
  const bodyPath = (id: Uint8Array, n: number) => {
    const name = toHex(id);
    return join(folder, 'bodies', name.slice(0, 2), name, `${String(n).padStart(4, '0')}.age-body`);
  };
  const headersPath = (id: Uint8Array) =>
    join(folder, 'headers', toHex(id).slice(0, 2), `${toHex(id)}.age-headers`);
  return {
    putBody: (id, n, body) => writer.create([{ path: bodyPath(id, n), bytes: body }]),
    getBody: (id, n) => readStored(disk, bodyPath(id, n)),
    putHeaders: (id, headers) => writer.create([{ path: headersPath(id), bytes: Buffer.concat(headers) }]),
    getHeaders: async id => splitHeaders(await readStored(disk, headersPath(id))),
  };
}

/** A file that is gone is a fault of its item alone; a disk that cannot be read is a fault outside, and may pass. */
async function readStored(disk: Disk, path: string): Promise<Buffer> {
  try {
    return await disk.readFile(path);
  } catch (cause) {
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw isGone
      ? new HandoverError('seal-mismatch', 'a part of a sealed item is gone', { cause })
      : new HandoverError('storage-away', 'the store cannot be read', { cause });
  }
}

/** age headers are text that ends with the `--- MAC` line, so a file of them needs no other framing. */
export function splitHeaders(bytes: Buffer): Uint8Array[] {
  const headers: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const mac = bytes.indexOf(MAC_LINE, start);
    const end = mac < 0 ? -1 : bytes.indexOf(0x0a, mac + 1);
    if (end < 0) break;
    headers.push(bytes.subarray(start, end + 1));
    start = end + 1;
  }
  return headers;
}
