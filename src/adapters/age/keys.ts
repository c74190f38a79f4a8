import { randomBytes } from 'node:crypto';
import { decodeBech32, encodeBech32 } from './bech32.ts';
import { publicKeyOf, sharedSecret } from './x25519.ts';

const IDENTITY_PREFIX = 'age-secret-key-';
const RECIPIENT_PREFIX = 'age';
const KEY_BYTES = 32;

/** A new identity, `AGE-SECRET-KEY-1…`, from the system's randomness. It is secret: whoever holds it opens what was sealed to it. */
export function newIdentity(): Promise<string> {
  return Promise.resolve(identityFromSecret(randomBytes(KEY_BYTES)));
}

/** The recipient (`age1…`) that belongs to an identity. It is public. Rejects when `identity` is not one. */
export async function recipientOf(identity: string): Promise<string> {
  return encodeBech32(RECIPIENT_PREFIX, publicKeyOf(secretOf(identity)));
}

/** The identity whose X25519 scalar is these 32 secret bytes, so that a secret a person keeps can open letters. */
export function identityFromSecret(secret: Uint8Array): string {
  if (secret.length !== KEY_BYTES) throw new TypeError('an age identity is made of 32 bytes');
  return encodeBech32(IDENTITY_PREFIX, secret).toUpperCase();
}

/** The X25519 scalar of an identity. Throws TypeError when it is not one: an identity comes from our own keeping. */
export function secretOf(identity: string): Uint8Array {
  const isUpper = identity === identity.toUpperCase();
  const secret = isUpper ? decodeBech32(IDENTITY_PREFIX, identity.toLowerCase()) : null;
  if (secret?.length !== KEY_BYTES) throw new TypeError('this is not an age identity');
  return secret;
}

/**
 * The X25519 point of a recipient that a person wrote, or null when it is not one: misspelt, of another kind (`age1pq1…`,
 * SSH keys, passphrases), or a point of low order, to which nothing can be sealed.
 */
export function pointOf(recipient: string): Uint8Array | null {
  const point = decodeBech32(RECIPIENT_PREFIX, recipient);
  if (point?.length !== KEY_BYTES) return null;
  return sharedSecret(new Uint8Array(KEY_BYTES).fill(1), point) === null ? null : point;
}

/** Whether a text that a person wrote is a recipient that files can be sealed to. */
export function isRecipient(text: string): boolean {
  return pointOf(text) !== null;
}
