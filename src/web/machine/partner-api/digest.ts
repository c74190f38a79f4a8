import type { IncomingHttpHeaders } from 'node:http';
import { Refused } from './problem.ts';

const SHA_256 = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?:,|$)/;

/** The SHA-256 that the sender says the body has, in hex, from `Content-Digest` (RFC 9530); null when none is said. Throws `not-understood`. */
export function digestIn(headers: IncomingHttpHeaders): string | null {
  const field = headers['content-digest'];
  if (field === undefined) return null;
  const [, base64] = SHA_256.exec([field].flat().join(', ')) ?? [];
  if (base64 === undefined)
    throw new Refused('not-understood', 'Content-Digest must hold sha-256=:BASE64: as in RFC 9530.');
  return Buffer.from(base64, 'base64').toString('hex');
}
