import { directoryRecord, encodeParts, endRecords, localHeader } from './records.ts';
import type { DirectoryPlace, PlacedEntry, ZipEntry, ZipLimits } from './records.ts';

/** Where every byte of an archive lies. `sizeBytes` is the whole archive. */
export type ZipLayout = { entries: PlacedEntry[]; directory: DirectoryPlace; sizeBytes: number };

function lengthOf(parts: readonly { bytes: Uint8Array }[]): number {
  return parts.reduce((sum, part) => sum + part.bytes.length, 0);
}

/**
 * Places entries one after the other with nothing between them, then the directory, then the end records.
 * The layout follows from names and sizes alone, so writer and reader come to the same one.
 * Order is the caller's. Sizes that no file could have only make a layout that no file has.
 */
export function layOutZip(entries: readonly ZipEntry[], limits: ZipLimits): ZipLayout {
  const placed: PlacedEntry[] = [];
  let offset = 0;
  for (const entry of entries) {
    const dataOffset = offset + lengthOf(localHeader(entry, offset, limits));
    placed.push({ ...entry, offset, dataOffset });
    offset = dataOffset + entry.sizeBytes;
  }
  const sizeBytes = placed.reduce((sum, entry) => sum + lengthOf(directoryRecord(entry, limits)), 0);
  const directory = { count: placed.length, offset, sizeBytes };
  return {
    entries: placed,
    directory,
    sizeBytes: offset + sizeBytes + lengthOf(endRecords(directory, limits)),
  };
}

/** The directory and end records of a layout, in pieces of one record. */
export function* zipTail(layout: ZipLayout, limits: ZipLimits): Generator<Uint8Array, void> {
  for (const entry of layout.entries) yield encodeParts(directoryRecord(entry, limits));
  yield encodeParts(endRecords(layout.directory, limits));
}
