// CRC-32 as Zip uses it (APPNOTE 4.4.7; polynomial 0xedb88320 reflected), four bytes a step.

const TABLES = makeTables();

function makeTables(): Uint32Array {
  const tables = new Uint32Array(4 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    tables[byte] = value;
  }
  for (let index = 256; index < tables.length; index += 1) {
    const before = tables[index - 256] ?? 0;
    tables[index] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
}

function look(table: number, value: number): number {
  return TABLES[table * 256 + (value & 0xff)] ?? 0;
}

/** The CRC-32 of `bytes`, continuing from `previous` (0 to begin). Unsigned 32-bit. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  let crc = ~previous;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    crc = look(3, crc) ^ look(2, crc >>> 8) ^ look(1, crc >>> 16) ^ look(0, crc >>> 24);
  }
  for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ look(0, crc ^ (bytes[at] ?? 0));
  return ~crc >>> 0;
}
