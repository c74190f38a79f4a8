import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionIsLive } from '#domain/accounts/index.ts';
import type { Officer } from '#domain/accounts/index.ts';
import type { PoliceParts } from './parts.ts';

/** The cookie of an officer's session: host-only, and with another name than the public side's. */
export const SESSION_COOKIE = 'handover_officer';
/** A request within this time of the last one does not write to the database again. */
const TOUCH_EVERY_MS = 60_000;
const TOKEN_BYTES = 32;

/** An officer who is signed in, and the key from which the token in their forms is made. */
export type Session = {
  readonly officer: Officer;
  readonly formKey: Uint8Array;
  readonly tokenHash: Uint8Array;
};

/** The session a request belongs to; null when there is none, or when it has timed out or ended. */
export async function sessionOf(request: FastifyRequest, parts: PoliceParts): Promise<Session | null> {
  const tokenHash = hashOf(request.cookies[SESSION_COOKIE]);
  if (tokenHash === null) return null;
  const stored = await parts.accounts.findSession(tokenHash);
  const now = parts.clock();
  if (stored === null || !sessionIsLive(stored, now)) return null;
  if (now.getTime() - stored.lastSeenAt.getTime() >= TOUCH_EVERY_MS) {
    await parts.accounts.touchSession(tokenHash, now);
  }
  return { officer: stored.officer, formKey: stored.formKey, tokenHash };
}

/** Begins a session for a demo officer; false when they are none of the demonstration's. */
export async function beginSession(
  officerId: string,
  reply: FastifyReply,
  parts: PoliceParts,
): Promise<boolean> {
  const token = Buffer.from(parts.random(TOKEN_BYTES)).toString('base64url');
  const tokenHash = createHash('sha256').update(token).digest();
  const opened = await parts.accounts.openDemoSession({
    officerId,
    tokenHash,
    formKey: parts.random(32),
    at: parts.clock(),
  });
  // No lifetime: the browser forgets it when it is closed. The database decides when it is over.
  if (opened) reply.setCookie(SESSION_COOKIE, token, cookieOf(parts));
  return opened;
}

/** Ends a session in the database, where it counts, and in the browser. */
export async function endSession(session: Session, reply: FastifyReply, parts: PoliceParts): Promise<void> {
  await parts.accounts.endSession(session.tokenHash, parts.clock());
  reply.clearCookie(SESSION_COOKIE, cookieOf(parts));
}

function cookieOf({ settings }: PoliceParts) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: settings.origin().startsWith('https:'),
  } as const;
}

/** Only the SHA-256 of a token is ever looked up or kept: whoever reads the table cannot sign in with it. */
function hashOf(token: string | undefined): Buffer | null {
  if (token === undefined || !/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  return createHash('sha256').update(token).digest();
}
