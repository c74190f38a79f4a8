import { ed25519 } from '@noble/curves/ed25519.js';

/**
 * Whether the Ed25519 signature is good by the one rule every verifier of Handover uses: RFC 8032 with canonical
 * encodings, no public key of small order, and the equation multiplied by the cofactor (noble's `zip215: false`).
 * Implementations differ on crafted keys, so a second rule anywhere would let two of our verifiers disagree.
 * A key or signature of the wrong size is false.
 */
export function verifyEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** The Ed25519 signature (64 bytes, RFC 8032, deterministic) of the message under a 32-byte secret key. */
export function signEd25519(message: Uint8Array, secretKey: Uint8Array): Uint8Array {
  return ed25519.sign(message, secretKey);
}

/** The 32-byte public key of a 32-byte secret key. */
export function publicKeyOf(secretKey: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(secretKey);
}
