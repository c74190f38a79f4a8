// The records of a stored Zip, as APPNOTE.TXT 6.3.10 lays them out (4.3.7, 4.3.12, 4.3.14 to 4.3.16).
// Each record is a list of labelled parts, so that a reader can say which field differs.

/** One field of a record: what it is called, and its bytes. */
export type Part = { label: string; bytes: Uint8Array };

/** A file in the archive. `crc32` unsigned; `name` is a path that passes `pathFault`. */
export type ZipEntry = { name: string; sizeBytes: number; crc32: number };

/** An entry and where it lies: its local header at `offset`, its bytes at `dataOffset`. */
export type PlacedEntry = ZipEntry & { offset: number; dataOffset: number };

/** The smallest values that no longer fit the old fields. Tests lower them; nothing else may. */
export type ZipLimits = { count: number; size: number };
export const ZIP_LIMITS: ZipLimits = { count: 0xffff, size: 0xffffffff };

const FILL_16 = 0xffff;
const FILL_32 = 0xffffffff;
const VERSION_STORED = 20;
const VERSION_ZIP64 = 45;
const MADE_BY_UNIX = 3 << 8;
const FLAG_UTF8 = 0x0800;
const DOS_1980_01_01 = 0x0021;
const MODE_REGULAR_0644 = 0o100644 * 0x10000;
const ZIP64_TAG = 1;

function number(label: string, width: 2 | 4 | 8, value: number): Part {
  const bytes = new Uint8Array(width);
  const view = new DataView(bytes.buffer);
  if (width === 2) view.setUint16(0, value, true);
  else if (width === 4) view.setUint32(0, value, true);
  else view.setBigUint64(0, BigInt(value), true);
  return { label, bytes };
}

function ascii(label: string, text: string): Part {
  return { label, bytes: Uint8Array.from(text, letter => letter.charCodeAt(0)) };
}

/** The parts joined. */
export function encodeParts(parts: readonly Part[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part.bytes, at);
    at += part.bytes.length;
  }
  return joined;
}

function zip64Extra(values: readonly Part[]): Part[] {
  if (values.length === 0) return [];
  return [number('Zip64 tag', 2, ZIP64_TAG), number('Zip64 length', 2, values.length * 8), ...values];
}

function sizeParts(entry: ZipEntry, limits: ZipLimits): { wide: boolean; short: Part[]; long: Part[] } {
  const wide = entry.sizeBytes >= limits.size;
  const short = wide ? FILL_32 : entry.sizeBytes;
  return {
    wide,
    short: [number('compressed size', 4, short), number('size', 4, short)],
    long: wide
      ? [number('Zip64 size', 8, entry.sizeBytes), number('Zip64 compressed size', 8, entry.sizeBytes)]
      : [],
  };
}

function sharedParts(entry: ZipEntry, wide: boolean): Part[] {
  return [
    number('version needed', 2, wide ? VERSION_ZIP64 : VERSION_STORED),
    number('flags', 2, FLAG_UTF8),
    number('compression method', 2, 0),
    number('time', 2, 0),
    number('date', 2, DOS_1980_01_01),
    number('checksum', 4, entry.crc32),
  ];
}

/** The local file header of an entry that will lie at `offset`, name and extra field included. */
export function localHeader(entry: ZipEntry, offset: number, limits: ZipLimits): Part[] {
  const sizes = sizeParts(entry, limits);
  return [
    number('signature', 4, 0x04034b50),
    ...sharedParts(entry, sizes.wide || offset >= limits.size),
    ...sizes.short,
    number('name length', 2, entry.name.length),
    number('extra length', 2, sizes.wide ? 20 : 0),
    ascii('name', entry.name),
    ...zip64Extra(sizes.long),
  ];
}

/** The central directory record of an entry. */
export function directoryRecord(entry: PlacedEntry, limits: ZipLimits): Part[] {
  const sizes = sizeParts(entry, limits);
  const far = entry.offset >= limits.size;
  const long = [...sizes.long, ...(far ? [number('Zip64 offset', 8, entry.offset)] : [])];
  return [
    number('signature', 4, 0x02014b50),
    number('version made by', 2, MADE_BY_UNIX | VERSION_ZIP64),
    ...sharedParts(entry, long.length > 0),
    ...sizes.short,
    number('name length', 2, entry.name.length),
    number('extra length', 2, long.length > 0 ? 4 + 8 * long.length : 0),
    number('comment length', 2, 0),
    number('disk', 2, 0),
    number('internal attributes', 2, 0),
    number('mode', 4, MODE_REGULAR_0644),
    number('offset', 4, far ? FILL_32 : entry.offset),
    ascii('name', entry.name),
    ...zip64Extra(long),
  ];
}

/** Where the central directory lies and what it holds. */
export type DirectoryPlace = { count: number; offset: number; sizeBytes: number };

function zip64End({ count, offset, sizeBytes }: DirectoryPlace): Part[] {
  return [
    number('Zip64 end signature', 4, 0x06064b50),
    number('Zip64 end length', 8, 44),
    number('Zip64 version made by', 2, MADE_BY_UNIX | VERSION_ZIP64),
    number('Zip64 version needed', 2, VERSION_ZIP64),
    number('Zip64 disk', 4, 0),
    number('Zip64 directory disk', 4, 0),
    number('Zip64 entries on disk', 8, count),
    number('Zip64 entries', 8, count),
    number('Zip64 directory size', 8, sizeBytes),
    number('Zip64 directory offset', 8, offset),
    number('Zip64 locator signature', 4, 0x07064b50),
    number('Zip64 locator disk', 4, 0),
    number('Zip64 end offset', 8, offset + sizeBytes),
    number('disks', 4, 1),
  ];
}

/** Everything after the central directory. */
export function endRecords(place: DirectoryPlace, limits: ZipLimits): Part[] {
  const many = place.count >= limits.count;
  const large = place.sizeBytes >= limits.size;
  const far = place.offset >= limits.size;
  return [
    ...(many || large || far ? zip64End(place) : []),
    number('end signature', 4, 0x06054b50),
    number('disk', 2, 0),
    number('directory disk', 2, 0),
    number('entries on disk', 2, many ? FILL_16 : place.count),
    number('entries', 2, many ? FILL_16 : place.count),
    number('directory size', 4, large ? FILL_32 : place.sizeBytes),
    number('directory offset', 4, far ? FILL_32 : place.offset),
    number('comment length', 2, 0),
  ];
}
