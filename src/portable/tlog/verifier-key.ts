import { concatBytes, fromBase64, sha256, toBase64, toHex, utf8 } from '../bytes/index.ts';

/** Signature type of a plain Ed25519 note signature (C2SP signed-note): what a log signs with. */
export const ED25519 = 0x01;

/** Signature type of a timestamped Ed25519 cosignature (C2SP tlog-cosignature): what a witness signs with. */
export const ED25519_COSIGNATURE = 0x04;

/** The signature types this software can check. */
export type SignatureType = typeof ED25519 | typeof ED25519_COSIGNATURE;

/** A public key with the name and the key id (8 hex) that its signature lines carry. */
export type VerifierKey = { name: string; keyId: string; type: SignatureType; publicKey: Uint8Array };

/** The outcome of `decodeVerifierKey`; the reason is one sentence. */
export type DecodedVerifierKey = { ok: true; key: VerifierKey } | { ok: false; reason: string };

/** Whether this can be the name of a key: not empty, no Unicode space, no plus (C2SP signed-note), no control character. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\p{White_Space}+\u0000-\u001f]+$/u.test(name);
}

/** The key id: the first 4 bytes of SHA-256(name || 0x0A || type || public key), as 8 hex digits (C2SP signed-note). */
export function keyIdOf(name: string, type: SignatureType, publicKey: Uint8Array): string {
  return toHex(sha256(utf8(name), Uint8Array.of(0x0a, type), publicKey).subarray(0, 4));
}

/** The key with its id worked out. Throws TypeError for a name that cannot be one, RangeError for a key not of 32 bytes. */
export function verifierKey(name: string, publicKey: Uint8Array, type: SignatureType = ED25519): VerifierKey {
  if (!isKeyName(name)) throw new TypeError('A key name has no spaces, no plus and is not empty.');
  if (publicKey.length !== 32) throw new RangeError(`A public key is 32 bytes, not ${publicKey.length}.`);
  return { name, keyId: keyIdOf(name, type, publicKey), type, publicKey };
}

/** The "vkey" text of a key: name+id+base64(type || public key) (C2SP signed-note). Throws as `verifierKey` does. */
export function encodeVerifierKey(
  name: string,
  publicKey: Uint8Array,
  type: SignatureType = ED25519,
): string {
  const key = verifierKey(name, publicKey, type);
  return `${name}+${key.keyId}+${toBase64(concatBytes(Uint8Array.of(type), publicKey))}`;
}

/** Reads a "vkey" text. The id must be the one its own name and key give. Never throws. */
export function decodeVerifierKey(text: string): DecodedVerifierKey {
  // Only the first two pluses divide: base64 has pluses of its own.
  const [, name = '', keyId = '', base64 = ''] = /^([^+]*)\+([^+]*)\+(.*)$/su.exec(text) ?? [];
  const material = fromBase64(base64);
  const type = material?.[0];
  if (!isKeyName(name) || !/^[0-9a-f]{8}$/.test(keyId) || material === null)
    return refuse('It is not a verifier key.');
  if (type !== ED25519 && type !== ED25519_COSIGNATURE)
    return refuse('Its signature type is not one this software knows.');
  if (material.length !== 33) return refuse('Its public key is not 32 bytes.');
  const key = verifierKey(name, material.slice(1), type);
  return key.keyId === keyId
    ? { ok: true, key }
    : refuse('Its key id does not belong to its name and public key.');
}

function refuse(reason: string): DecodedVerifierKey {
  return { ok: false, reason };
}
