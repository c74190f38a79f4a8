import { createPrivateKey, createPublicKey, diffieHellman, hkdfSync, randomBytes } from 'node:crypto';
import { concatBytes } from '#portable/bytes/index.ts';
import { openSealed, sealInto, TAG_BYTES } from './chacha.ts';
import { fromStrictBase64, type Stanza, toStrictBase64 } from './header.ts';

/** A file key: 16 random bytes, one for each age file. */
export const FILE_KEY_BYTES = 16;
const KIND = 'X25519';
const INFO = 'age-encryption.org/v1/X25519';
const ONCE = new Uint8Array(12);
/** The fixed beginnings of PKCS #8 and SubjectPublicKeyInfo for X25519 (RFC 8410), which is how Node.js takes raw keys. */
const PRIVATE_START = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_START = Buffer.from('302a300506032b656e032100', 'hex');

/** Wraps a file key for one recipient, by its X25519 point. Source: age specification, "The X25519 recipient type". */
export function wrapFileKey(fileKey: Uint8Array, point: Uint8Array): Stanza {
  const secret = randomBytes(32);
  const share = publicKeyOf(secret);
  const shared = sharedSecret(secret, point);
  if (shared === null) throw new TypeError('nothing can be sealed to a recipient of low order');
  const body = new Uint8Array(FILE_KEY_BYTES + TAG_BYTES);
  sealInto(body, 0, { key: wrappingKey(shared, share, point), nonce: ONCE, plain: fileKey });
  return { args: [KIND, toStrictBase64(share)], body };
}

/** `malformed`: the stanza says that it is X25519 and is not written as one; such a file is refused whoever asks. */
export type Unwrapped = Uint8Array | 'not-ours' | 'malformed';

/** The file key, when the stanza is for the identity with this secret. */
export function unwrapFileKey({ args, body }: Stanza, secret: Uint8Array): Unwrapped {
  if (args[0] !== KIND) return 'not-ours';
  const share = args.length === 2 ? fromStrictBase64(args[1] ?? '') : null;
  if (share?.length !== 32 || body.length !== FILE_KEY_BYTES + TAG_BYTES) return 'malformed';
  const shared = sharedSecret(secret, share);
  if (shared === null) return 'malformed';
  return openSealed(wrappingKey(shared, share, publicKeyOf(secret)), ONCE, body) ?? 'not-ours';
}

function wrappingKey(shared: Uint8Array, share: Uint8Array, point: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', shared, concatBytes(share, point), INFO, 32));
}

/** The public point of a secret scalar. */
export function publicKeyOf(secret: Uint8Array): Uint8Array {
  return createPublicKey(privateKey(secret)).export({ format: 'der', type: 'spki' }).subarray(-32);
}

/** The X25519 of both, or null when it is all zero: the point is of low order (RFC 7748, section 6.1). */
export function sharedSecret(secret: Uint8Array, point: Uint8Array): Uint8Array | null {
  const der = Buffer.concat([PUBLIC_START, point]);
  try {
    return diffieHellman({
      privateKey: privateKey(secret),
      publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }),
    });
  } catch {
    // OpenSSL refuses a shared secret of zero, and nothing else can go wrong with 32 bytes.
    return null;
  }
}

function privateKey(secret: Uint8Array) {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_START, secret]), format: 'der', type: 'pkcs8' });
}
