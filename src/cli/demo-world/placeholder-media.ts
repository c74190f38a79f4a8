// Files that stand for pictures in the demo world: real, harmless, one grey dot each.
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { DemoFingerprint } from './world-shape.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ONE_BY_ONE_GREY = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
const CHUNK_OVERHEAD = 12;
/** Everything of the picture but its padding. */
const FRAME = [
  SIGNATURE,
  chunk('IHDR', ONE_BY_ONE_GREY),
  chunk('IDAT', deflateSync(Buffer.from([0, 0x80]))),
  chunk('IEND', Buffer.alloc(0)),
];
const FRAME_SIZE = FRAME.reduce((sum, part) => sum + part.length, 0);

/**
 * A PNG of one grey dot that is `sizeBytes` long, padded with a private chunk readers skip (`haNd`), so that lists of
 * fingerprints show believable sizes; smaller than the dot itself, it is not padded. Format: PNG (ISO/IEC 15948),
 * sections 5 and 11.
 */
export function placeholderPng(sizeBytes: number): Uint8Array {
  const padding = sizeBytes - FRAME_SIZE - CHUNK_OVERHEAD;
  const [signature, header, ...rest] = FRAME;
  if (signature === undefined || header === undefined || padding < 0) return Buffer.concat(FRAME);
  return Buffer.concat([signature, header, chunk('haNd', Buffer.alloc(padding)), ...rest]);
}

function chunk(name: string, data: Buffer): Buffer {
  const framed = Buffer.alloc(data.length + CHUNK_OVERHEAD);
  framed.writeUInt32BE(data.length, 0);
  framed.write(name, 4, 'latin1');
  data.copy(framed, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, -4)), data.length + 8);
  return framed;
}

/** Name, size and SHA-256 of a file that stays with the submitter. */
export function fingerprintOf(name: string, bytes: Uint8Array): DemoFingerprint {
  return { name, sizeBytes: bytes.length, digestHex: createHash('sha256').update(bytes).digest('hex') };
}
