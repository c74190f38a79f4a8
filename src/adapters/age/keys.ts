import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { encodeBech32 } from './bech32.ts';

/** A new identity, `AGE-SECRET-KEY-1…`, from the system's randomness. It is secret: whoever holds it opens what was sealed to it. */
export function newIdentity(): Promise<string> {
  return generateX25519Identity();
}

/** The recipient (`age1…`) that belongs to an identity. It is public. Throws when `identity` is not one. */
export function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity);
}

/** The identity whose X25519 scalar is these 32 secret bytes, so that a secret a person keeps can open letters. */
export function identityFromSecret(secret: Uint8Array): string {
  if (secret.length !== 32) throw new TypeError('an age identity is made of 32 bytes');
  return encodeBech32('age-secret-key-', secret).toUpperCase();
}
