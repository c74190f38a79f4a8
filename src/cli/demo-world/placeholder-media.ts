// Files that stand for pictures in the demo world: real, harmless, one grey dot each.
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { DemoFingerprint } from './world-shape.ts';

/**
 * A PNG of one grey dot that is `sizeBytes` long, padded with a private chunk readers skip (`haNd`), so that lists of
 * fingerprints show believable sizes. Format: PNG (ISO/IEC 15948), sections 5 and 11.
 */
export function placeholderPng(sizeBytes: number): Uint8Array {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const dot = chunk('IDAT', deflateSync(Buffer.from([0, 0x80])));
  const frame = [signature, chunk('IHDR', header), dot, chunk('IEND', Buffer.alloc(0))];
  const padding = sizeBytes - frame.reduce((sum, part) => sum + part.length, 0) - 12;
  if (padding >= 0) frame.splice(2, 0, chunk('haNd', Buffer.alloc(padding)));
  return Buffer.concat(frame);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** Name, size and SHA-256 of a file that stays with the submitter. */
export function fingerprintOf(name: string, bytes: Uint8Array): DemoFingerprint {
  return { name, sizeBytes: bytes.length, digestHex: createHash('sha256').update(bytes).digest('hex') };
}
