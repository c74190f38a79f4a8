import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  beginReturnVisit,
  goOnWithVisit,
  type ReturnVisit,
  VISIT_LASTS_MS,
} from '#domain/engagement/index.ts';
import {
  decodeVisitorKey,
  encodeVisitorKey,
  visitorSecrets,
  type VisitorSecrets,
} from '#domain/intake/index.ts';
import type { PublicParts } from '../parts.ts';
import type { Exchange } from '../question.ts';

/**
 * The key of a visit of somebody who came back. It is another than that of a hand-in which this browser may be in the middle
 * of; it goes by itself, and opens nothing once the visit ended.
 */
const RETURN_COOKIE = 'handover_return';

/** A visit that goes on, and the secrets of its key. */
export type Visiting = { readonly secrets: VisitorSecrets; readonly visit: ReturnVisit };

/** Begins a visit: a fresh key for this browser alone. */
export async function beginVisiting(
  parts: PublicParts,
  reply: FastifyReply,
  visit: Omit<ReturnVisit, 'seenAt'>,
): Promise<void> {
  const key = parts.random(32);
  await beginReturnVisit(parts, visitorSecrets(key).draft, { ...visit, seenAt: parts.clock() });
  keepKey(parts, reply, encodeVisitorKey(key));
}

/** The visit of this browser, which goes on for another while; null when it has none, or it ended. */
export async function visitingOf(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visiting | null> {
  const value = request.cookies[RETURN_COOKIE];
  const secrets = secretsOfReturn(request);
  if (secrets === null || value === undefined) return null;
  const visit = await goOnWithVisit(parts, secrets.draft, parts.clock());
  if (visit === null) return null;
  keepKey(parts, reply, value);
  return { secrets, visit };
}

/** The secrets of the key in this browser, whether or not its visit goes on. */
export function secretsOfReturn(request: FastifyRequest): VisitorSecrets | null {
  const key = decodeVisitorKey(request.cookies[RETURN_COOKIE]);
  return key === null ? null : visitorSecrets(key);
}

/** Takes the key out of the browser. */
export function forgetReturn(parts: PublicParts, { request, reply }: Exchange): void {
  if (request.cookies[RETURN_COOKIE] !== undefined) reply.clearCookie(RETURN_COOKIE, cookieOptions(parts));
}

function keepKey(parts: PublicParts, reply: FastifyReply, value: string): void {
  reply.setCookie(RETURN_COOKIE, value, { ...cookieOptions(parts), maxAge: VISIT_LASTS_MS / 1000 });
}

function cookieOptions({ settings }: PublicParts) {
  return {
    path: '/return',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.origin().startsWith('https:'),
  } as const;
}
