import { sha256 as noble } from '@noble/hashes/sha2.js';

/** A SHA-256 digest: always 32 bytes. */
export type Sha256 = Uint8Array;

/** SHA-256 (FIPS 180-4) of the parts one after the other, without joining them first. */
export function sha256(...parts: Uint8Array[]): Sha256 {
  const hash = noble.create();
  for (const part of parts) hash.update(part);
  return hash.digest();
}
