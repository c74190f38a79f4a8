import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { publicKeyOf, type Signer } from '#portable/tlog/index.ts';

/** PKCS #8 of an Ed25519 key up to its 32 secret bytes (RFC 8410, section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * A signer that signs with node:crypto. Ed25519 is deterministic (RFC 8032), so its signatures are those of the portable
 * code to the byte, some fifty times sooner. Throws when the two do not agree on the public key.
 */
export function createNativeSigner(name: string, secretKey: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, secretKey]), format: 'der', type: 'pkcs8' });
  const publicKey = publicKeyOf(secretKey);
  const native = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  if (!native.equals(publicKey)) throw new Error('two implementations of Ed25519 do not agree');
  return { name, secretKey, native: { publicKey, sign: message => sign(null, message, key) } };
}
