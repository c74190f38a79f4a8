import { createCipheriv, createDecipheriv } from 'node:crypto';
import { concatBytes, utf8 } from '#portable/bytes/index.ts';
import type { SecretPlace } from './visitor.ts';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LABEL = utf8('handover/secret-note/v1\0');

/**
 * Seals bytes under a visitor's key, bound to the place they are kept in: version byte 0x01, 12 random bytes, the
 * ciphertext, a 16-byte tag (ChaCha20-Poly1305, RFC 8439). Storage can lose a note or bring back an older one; it can
 * neither read nor change one, nor put it elsewhere.
 */
export function sealNote(place: SecretPlace, plain: Uint8Array, nonce: Uint8Array): Uint8Array {
  const cipher = createCipheriv('chacha20-poly1305', place.key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(concatBytes(LABEL, place.id), { plaintextLength: plain.length });
  const body = concatBytes(cipher.update(plain), cipher.final());
  return concatBytes(Uint8Array.of(VERSION), nonce, body, cipher.getAuthTag());
}

/** Opens a note; null when it was made with another key, for another place, or was changed. */
export function openNote(place: SecretPlace, note: Uint8Array): Uint8Array | null {
  if (note.length < 1 + NONCE_BYTES + TAG_BYTES || note[0] !== VERSION) return null;
  const nonce = note.subarray(1, 1 + NONCE_BYTES);
  const body = note.subarray(1 + NONCE_BYTES, -TAG_BYTES);
  const decipher = createDecipheriv('chacha20-poly1305', place.key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(concatBytes(LABEL, place.id), { plaintextLength: body.length });
  decipher.setAuthTag(note.subarray(-TAG_BYTES));
  try {
    return concatBytes(decipher.update(body), decipher.final());
  } catch {
    // A wrong tag is the one way in which node:crypto says "not this key".
    return null;
  }
}

/** Random bytes that `sealNote` needs, fresh each time. */
export const NOTE_NONCE_BYTES = NONCE_BYTES;
