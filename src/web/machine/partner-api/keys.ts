import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type IntakeDoor, type Partner, PARTNER_KEY_BYTES, partnerVisitor } from '#domain/intake/index.ts';
import type { PartnerVisit } from './parts.ts';
import { Refused } from './problem.ts';

const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/;

/** Who asks, by the key in `Authorization: Bearer KEY`, and their hand-in of the name in the address. Throws `no-key`. */
export async function requirePartner(
  door: Pick<IntakeDoor, 'partner'>,
  request: FastifyRequest,
): Promise<PartnerVisit> {
  const [, text = ''] = BEARER.exec(request.headers.authorization ?? '') ?? [];
  const partner = text === '' ? null : await partnerOf(door, text);
  if (partner === null)
    throw new Refused('no-key', 'Send a live key as "Authorization: Bearer KEY". The force gives keys out.');
  const { name } = request.params as { name: string };
  return { partner, secrets: partnerVisitor(Buffer.from(text, 'base64url'), name), request };
}

/** The table is searched by the hash of what was sent: how long that takes tells nothing of any key. */
async function partnerOf(door: Pick<IntakeDoor, 'partner'>, text: string): Promise<Partner | null> {
  const isKey = Buffer.from(text, 'base64url').length === PARTNER_KEY_BYTES;
  return isKey ? door.partner(createHash('sha256').update(text).digest()) : null;
}
