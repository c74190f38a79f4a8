import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Bytes that ChaCha20-Poly1305 adds to what it seals. */
export const TAG_BYTES = 16;
const CIPHER = 'chacha20-poly1305';
const OPTIONS = { authTagLength: TAG_BYTES } as const;

/** Seals `plain` (RFC 8439, no additional data) into `into` from byte `at` on; gives the place after the tag. */
export function sealInto(
  into: Uint8Array,
  at: number,
  sealed: { key: Uint8Array; nonce: Uint8Array; plain: Uint8Array },
): number {
  const cipher = createCipheriv(CIPHER, sealed.key, sealed.nonce, OPTIONS);
  const ciphertext = cipher.update(sealed.plain);
  into.set(ciphertext, at);
  giveBack(ciphertext);
  cipher.final();
  const end = at + sealed.plain.length;
  into.set(cipher.getAuthTag(), end);
  return end + TAG_BYTES;
}

/** The plain bytes, or null when anything of `sealed` (ciphertext and tag) is not what was sealed under key and nonce. */
export function openSealed(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Buffer | null {
  if (sealed.length < TAG_BYTES) return null;
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, nonce, OPTIONS).setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
  } catch {
    // OpenSSL says no more than that the tag is wrong, and so do we.
    return null;
  }
  return plain;
}

/**
 * Frees what a cipher gave out, now and not when the collector comes by: the next chunk takes the same memory, still warm.
 * The bytes are gone for everybody. Does nothing where they are part of a larger memory.
 */
export function giveBack(bytes: Buffer): void {
  const { buffer } = bytes;
  const isAll = buffer instanceof ArrayBuffer && bytes.length > 0 && bytes.length === buffer.byteLength;
  if (isAll) buffer.transfer(0);
}
