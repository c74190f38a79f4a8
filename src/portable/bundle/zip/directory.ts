import type { ByteSource } from '../byte-source.ts';
import { readRange } from '../byte-source.ts';
import type { DirectoryPlace, ZipEntry } from './records.ts';

// What a reader takes from the archive's own words: where the directory is, and each entry's name, size and
// checksum. Nothing else is believed; `readZip` works out every other field again and compares.

const END_BYTES = 22;
const ZIP64_END_BYTES = 56;
const ZIP64_LOCATOR_BYTES = 20;
const RECORD_BYTES = 46;
const FILL_16 = 0xffff;
const FILL_32 = 0xffffffff;

/** A directory larger than this is refused unread: it would list over 100,000 files, far beyond any bundle. */
const MAX_DIRECTORY_BYTES = 1 << 24;

/** What the archive says of itself, or why that cannot be read. */
export type Claimed<T> = { ok: true; value: T } | { ok: false; fault: string };

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function wide(view: DataView, at: number): number | null {
  const value = at + 8 <= view.byteLength ? view.getBigUint64(at, true) : -1n;
  return value >= 0n && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
}

/** Finds the directory through the end records. */
export async function findDirectory(source: ByteSource): Promise<Claimed<DirectoryPlace>> {
  if (source.sizeBytes < END_BYTES) return { ok: false, fault: 'It is too short to be a zip file.' };
  const end = viewOf(await readRange(source, source.sizeBytes - END_BYTES, END_BYTES));
  if (end.getUint32(0, true) !== 0x06054b50) {
    return {
      ok: false,
      fault: 'The end record is not where the file ends: bytes are missing or were added.',
    };
  }
  const place = {
    count: end.getUint16(10, true),
    sizeBytes: end.getUint32(12, true),
    offset: end.getUint32(16, true),
  };
  const needsWide = place.count === FILL_16 || place.sizeBytes === FILL_32 || place.offset === FILL_32;
  return checkPlace(source, needsWide ? await findWideDirectory(source) : place);
}

async function findWideDirectory(source: ByteSource): Promise<DirectoryPlace | null> {
  const at = source.sizeBytes - END_BYTES - ZIP64_LOCATOR_BYTES - ZIP64_END_BYTES;
  if (at < 0) return null;
  const record = viewOf(await readRange(source, at, ZIP64_END_BYTES));
  const [count, sizeBytes, offset] = [wide(record, 32), wide(record, 40), wide(record, 48)];
  return count === null || sizeBytes === null || offset === null ? null : { count, sizeBytes, offset };
}

function checkPlace(source: ByteSource, place: DirectoryPlace | null): Claimed<DirectoryPlace> {
  if (!place || place.offset + place.sizeBytes > source.sizeBytes) {
    return { ok: false, fault: 'The directory is said to lie outside the file.' };
  }
  if (place.sizeBytes > MAX_DIRECTORY_BYTES || place.count * RECORD_BYTES > place.sizeBytes) {
    return { ok: false, fault: 'The directory has a size that cannot be right.' };
  }
  return { ok: true, value: place };
}

/** Reads names, sizes and checksums out of the directory's bytes. How many there are is not taken from its own word. */
export function readEntries(directory: Uint8Array): Claimed<ZipEntry[]> {
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < directory.length) {
    const next = readEntry(view, at);
    if (!next) return { ok: false, fault: `The directory cannot be read past file ${entries.length + 1}.` };
    entries.push(next.entry);
    at = next.end;
  }
  return { ok: true, value: entries };
}

function readEntry(view: DataView, at: number): { entry: ZipEntry; end: number } | null {
  if (at + RECORD_BYTES > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null;
  const nameEnd = at + RECORD_BYTES + view.getUint16(at + 28, true);
  const end = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (end > view.byteLength) return null;
  const short = view.getUint32(at + 24, true);
  const sizeBytes = short === FILL_32 ? wide(view, nameEnd + 4) : short;
  if (sizeBytes === null) return null;
  const name = latin1(view, at + RECORD_BYTES, nameEnd);
  return { entry: { name, sizeBytes, crc32: view.getUint32(at + 16, true) }, end };
}

function latin1(view: DataView, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(view.getUint8(at));
  return text;
}
