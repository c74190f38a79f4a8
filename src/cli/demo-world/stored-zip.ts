// A zip with nothing compressed, enough for the ready export. Format: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
import { crc32 } from 'node:zlib';
import type { Wall } from './london-clock.ts';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The wall clock the entry is stamped with; zip keeps even seconds only. */
  readonly modified: Wall;
}

const VERSION_NEEDED = 20;
const NAMES_ARE_UTF8 = 0x0800;

/** Joins entries, in the order given, into one archive. Names and sizes are ours, so none is checked; no entry over 4 GiB. */
export function storedZip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const shared = sharedFields(entry, name.length);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, entry.bytes]);
    centrals.push(centralRecord(shared, name, offset));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  return Buffer.concat([...locals, central, endRecord(entries.length, central.length, offset)]);
}

/** The 26 bytes that the local header and the central record have in common. */
function sharedFields(entry: ZipEntry, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  const { modified } = entry;
  fields.writeUInt16LE(VERSION_NEEDED, 0);
  fields.writeUInt16LE(NAMES_ARE_UTF8, 2);
  fields.writeUInt16LE((modified.hour << 11) | (modified.minute << 5) | (modified.second >> 1), 6);
  fields.writeUInt16LE(((modified.year - 1980) << 9) | (modified.month << 5) | modified.day, 8);
  fields.writeUInt32LE(crc32(entry.bytes), 10);
  fields.writeUInt32LE(entry.bytes.length, 14);
  fields.writeUInt32LE(entry.bytes.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function centralRecord(shared: Buffer, name: Buffer, offset: number): Buffer {
  const madeBy = Buffer.from([VERSION_NEEDED, 0]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, shared, tail, name]);
}

function endRecord(count: number, centralSize: number, centralOffset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(centralSize, 12);
  end.writeUInt32LE(centralOffset, 16);
  return end;
}
