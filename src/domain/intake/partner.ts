import { utf8 } from '#portable/bytes/index.ts';
import { deriveSecret, visitorSecrets, type VisitorSecrets } from './visitor.ts';

/** A partner's key: 32 random bytes, of which this service keeps the SHA-256. */
export const PARTNER_KEY_BYTES = 32;

/**
 * The secrets of one hand-in of a partner, from its key and the name it gave the hand-in: the same name is the same hand-in,
 * so that a request may be sent again, and nobody without the key can find or open what was sent.
 * Format: docs/formats/partner-api.md.
 */
export function partnerVisitor(key: Uint8Array, handIn: string): VisitorSecrets {
  if (key.length !== PARTNER_KEY_BYTES) throw new TypeError('a partner key is 32 bytes');
  const name = Buffer.from(utf8(handIn)).toString('base64url');
  return visitorSecrets(deriveSecret(key, `handover/partner/v1/hand-in/${name}`));
}
