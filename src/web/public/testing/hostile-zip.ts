import { crc32, deflateRawSync } from 'node:zlib';

/** One member of a zip as a test wants it written, honest unless something is said otherwise. */
export type TestMember = {
  readonly name: string;
  readonly data: Uint8Array;
  readonly isDeflated?: boolean;
  /** Bit 0 of the flags: the member says that it is encrypted. */
  readonly isEncrypted?: boolean;
  /** What the local header says, where it differs from the directory. */
  readonly local?: { readonly name?: string; readonly sizeBytes?: number; readonly method?: number };
  /** The unpacked size that both headers claim. */
  readonly claimedBytes?: number;
  /** Where the directory says that the member begins; by default where it does. */
  readonly offset?: number;
};

/** Writes a zip byte by byte, so that a test can make it lie. Source: PKWARE APPNOTE 6.3, 4.3.7, 4.3.12 and 4.3.16. */
export function writeTestZip(members: readonly TestMember[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const packed = member.isDeflated === true ? deflateRawSync(member.data) : Buffer.from(member.data);
    const local = localHeader(member, packed);
    directory.push(directoryRecord(member, packed, member.offset ?? at));
    bodies.push(local, packed);
    at += local.length + packed.length;
  }
  const records = Buffer.concat(directory);
  return Buffer.concat([...bodies, records, ending(members.length, records.length, at)]);
}

function shared(member: TestMember, packed: Buffer, method: number): Buffer {
  const fields = Buffer.alloc(22);
  fields.writeUInt16LE(member.isEncrypted === true ? 1 : 0x800, 0);
  fields.writeUInt16LE(method, 2);
  fields.writeUInt16LE(0, 4);
  fields.writeUInt16LE(0x5c6f, 6);
  fields.writeUInt32LE(crc32(member.data), 8);
  fields.writeUInt32LE(packed.length, 12);
  fields.writeUInt32LE(member.claimedBytes ?? member.data.length, 16);
  fields.writeUInt16LE(Buffer.byteLength(member.name), 20);
  return fields;
}

const methodOf = (member: TestMember) => (member.isDeflated === true ? 8 : 0);

function localHeader(member: TestMember, packed: Buffer): Buffer {
  const { name = member.name, sizeBytes, method = methodOf(member) } = member.local ?? {};
  const fields = shared(member, packed, method);
  if (sizeBytes !== undefined) fields.writeUInt32LE(sizeBytes, 16);
  fields.writeUInt16LE(Buffer.byteLength(name), 20);
  return Buffer.concat([Buffer.from('504b03041400', 'hex'), fields, Buffer.alloc(2), Buffer.from(name)]);
}

function directoryRecord(member: TestMember, packed: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(16);
  rest.writeUInt32LE(offset, 12);
  const fields = shared(member, packed, methodOf(member));
  return Buffer.concat([Buffer.from('504b010214001400', 'hex'), fields, rest, Buffer.from(member.name)]);
}

function ending(count: number, sizeBytes: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count & 0xffff, 8);
  record.writeUInt16LE(count & 0xffff, 10);
  record.writeUInt32LE(sizeBytes, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
