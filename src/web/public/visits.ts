import type { FastifyReply, FastifyRequest } from 'fastify';
import { HandoverError } from '#domain/error.ts';
import {
  decodeVisitorKey,
  type Draft,
  encodeVisitorKey,
  loadDraft,
  loadTicket,
  visitorSecrets,
  type VisitorSecrets,
} from '#domain/intake/index.ts';
import { FORM_TOKEN_FIELD, isFormToken, provenanceOf } from '#web/guards/index.ts';
import type { FormFields } from './form-fields.ts';
import type { PublicParts } from './parts.ts';

/** The cookie that holds a visitor's key: gone when the browser closes, never sent elsewhere, out of reach of scripts. */
export const VISITOR_COOKIE = 'handover_visitor';

/** A visitor who holds a key, and their answers so far (null when they have none, or none any more). */
export type Visit = { readonly secrets: VisitorSecrets; readonly draft: Draft | null };

/** The visitor's secrets, or null when the request carries no key. */
export function secretsOf(request: FastifyRequest): VisitorSecrets | null {
  const key = decodeVisitorKey(request.cookies[VISITOR_COOKIE]);
  return key === null ? null : visitorSecrets(key);
}

/** Who visits and what they have told us, or null when the request carries no key. */
export async function visitOf(parts: PublicParts, request: FastifyRequest): Promise<Visit | null> {
  const secrets = secretsOf(request);
  return secrets === null ? null : { secrets, draft: await loadDraft(parts, secrets.draft) };
}

/** Gives the visitor a new key. Whatever an older key of theirs opened stays where it is, unreachable. */
export function newVisitor(parts: PublicParts, reply: FastifyReply): VisitorSecrets {
  const key = parts.random(32);
  reply.setCookie(VISITOR_COOKIE, encodeVisitorKey(key), cookieOptions(parts));
  return visitorSecrets(key);
}

/** Takes the visitor's key out of their browser. */
export function forgetVisitor(parts: PublicParts, reply: FastifyReply): void {
  reply.clearCookie(VISITOR_COOKIE, cookieOptions(parts));
}

function cookieOptions({ settings }: PublicParts) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.origin().startsWith('https:'),
  } as const;
}

/** Whether this visitor has handed in: their ticket leads to a box. */
export async function hasHandedIn(parts: PublicParts, secrets: VisitorSecrets): Promise<boolean> {
  const ticket = await loadTicket(parts, secrets.ticket);
  return ticket !== null && (await parts.door.readBox(ticket.boxId)) !== null;
}

/**
 * Refuses what another site made the visitor's browser send: throws `forbidden`. A request of a browser that does not
 * say where it comes from has to carry the token of this visitor's forms, and so has every request of a visitor we know.
 */
export function admitPost(
  parts: PublicParts,
  request: FastifyRequest,
  { token, secrets }: { readonly token: string; readonly secrets: VisitorSecrets | null },
): void {
  const provenance = provenanceOf(request.headers, parts.settings.origin());
  const isTrusted = secrets === null ? provenance !== 'foreign' : isFormToken(secrets.formKey, token);
  if (provenance === 'foreign' || !isTrusted) throw new HandoverError('forbidden', 'a post from elsewhere');
}

/** Refuses a request that certainly comes from elsewhere, before its body is read. Throws `forbidden`. */
export function admitProvenance(parts: PublicParts, request: FastifyRequest): void {
  if (provenanceOf(request.headers, parts.settings.origin()) === 'foreign')
    throw new HandoverError('forbidden', 'a post from elsewhere');
}

/** The token that a posted form carries. */
export function tokenIn(form: FormFields): string {
  return form.raw(FORM_TOKEN_FIELD);
}
