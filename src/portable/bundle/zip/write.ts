import { crc32 } from './crc32.ts';
import { layOutZip, zipTail } from './layout.ts';
import type { PlacedEntry, ZipEntry, ZipLimits } from './records.ts';
import { encodeParts, localHeader, ZIP_LIMITS } from './records.ts';

/** A file to be written: its size and checksum are known before its first byte is copied. */
export type ZipFile = ZipEntry & { open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array> };

/** A file gave other bytes than when it was measured; the archive so far is to be thrown away. */
export class SourceChangedError extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`The bytes of ${path} changed while the bundle was being written.`);
    this.name = 'SourceChangedError';
    this.path = path;
  }
}

type WriteOptions = { limits?: ZipLimits; crc32?: (bytes: Uint8Array, previous: number) => number };

/** A stored Zip in bytewise path order: how long it will be, and its bytes. `chunks` can be read once. */
export function writeZip(
  files: readonly ZipFile[],
  options: WriteOptions = {},
): { sizeBytes: number; chunks: AsyncGenerator<Uint8Array, void> } {
  const limits = options.limits ?? ZIP_LIMITS;
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const layout = layOutZip(sorted, limits);
  async function* chunks(): AsyncGenerator<Uint8Array, void> {
    for (const [index, entry] of layout.entries.entries()) {
      yield encodeParts(localHeader(entry, entry.offset, limits));
      const file = sorted[index];
      if (file) yield* copyChecked(file, entry, options.crc32 ?? crc32);
    }
    yield* zipTail(layout, limits);
  }
  return { sizeBytes: layout.sizeBytes, chunks: chunks() };
}

async function* copyChecked(
  file: ZipFile,
  entry: PlacedEntry,
  crc: (bytes: Uint8Array, previous: number) => number,
): AsyncGenerator<Uint8Array, void> {
  let [sizeBytes, checksum] = [0, 0];
  for await (const chunk of file.open()) {
    sizeBytes += chunk.length;
    if (sizeBytes > entry.sizeBytes) throw new SourceChangedError(entry.name);
    checksum = crc(chunk, checksum);
    yield chunk;
  }
  if (sizeBytes !== entry.sizeBytes || checksum !== entry.crc32) throw new SourceChangedError(entry.name);
}
