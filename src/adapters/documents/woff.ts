import { inflateSync } from 'node:zlib';

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

type Table = { readonly tag: Buffer; readonly checksum: number; readonly bytes: Buffer };

/**
 * The OpenType font inside a WOFF 1.0 file (W3C Recommendation of 13 December 2012): the same tables, each deflated. The
 * file is one of a package that we pin, not of a submitter.
 */
export function fontOfWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('This is not a WOFF 1.0 file.');
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, i) =>
    tableAt(woff, WOFF_HEADER + i * WOFF_ENTRY),
  );
  const directory = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * tables.length);
  writeHeader(directory, woff.readUInt32BE(4), tables.length);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  for (const [i, { tag, checksum, bytes }] of tables.entries()) {
    const entry = SFNT_HEADER + SFNT_ENTRY * i;
    tag.copy(directory, entry);
    directory.writeUInt32BE(checksum, entry + 4);
    directory.writeUInt32BE(at, entry + 8);
    directory.writeUInt32BE(bytes.length, entry + 12);
    const padding = Buffer.alloc(-bytes.length & 3);
    parts.push(bytes, padding);
    at += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}

function tableAt(woff: Buffer, entry: number): Table {
  const [offset, packed, length, checksum] = [4, 8, 12, 16].map(field =>
    woff.readUInt32BE(entry + field),
  ) as [number, number, number, number];
  const stored = woff.subarray(offset, offset + packed);
  return {
    tag: woff.subarray(entry, entry + 4),
    checksum,
    bytes: packed < length ? inflateSync(stored) : stored,
  };
}

function writeHeader(directory: Buffer, flavour: number, tables: number): void {
  const log = Math.floor(Math.log2(tables));
  directory.writeUInt32BE(flavour, 0);
  directory.writeUInt16BE(tables, 4);
  directory.writeUInt16BE(SFNT_ENTRY * 2 ** log, 6);
  directory.writeUInt16BE(log, 8);
  directory.writeUInt16BE(SFNT_ENTRY * (tables - 2 ** log), 10);
}
