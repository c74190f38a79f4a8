import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readerMay } from '#domain/accounts/index.ts';
import type { Action, Thing } from '#domain/accounts/index.ts';
import type { PoliceParts } from './parts.ts';
import { noteAsked } from './recording.ts';

/** Whether a request comes with a token instead of a session. */
export function bringsToken(request: FastifyRequest): boolean {
  return request.headers.authorization !== undefined;
}

/** The audit's name of the log reader whose token this is; null for any other, and for one that was ended. */
async function readerOf(request: FastifyRequest, { readers }: PoliceParts): Promise<string | null> {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return null;
  const name = await readers.nameOf(createHash('sha256').update(token).digest());
  return name === null ? null : `reader:${name}`;
}

type Wanted = {
  readonly action: Action;
  readonly thing: Thing;
  readonly detail: string;
  readonly ranges: readonly (readonly [number, number])[];
};

/**
 * Lets a log reader through, or answers for it: 401 without a token that counts, 403 for what readers may not do.
 * Recorded as an officer's request is, before anything is read.
 */
export async function passReader(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PoliceParts,
  wanted: Wanted,
): Promise<'passed' | FastifyReply> {
  const officerId = await readerOf(request, parts);
  if (officerId === null) {
    return reply
      .code(401)
      .header('www-authenticate', 'Bearer realm="log"')
      .type('text/plain; charset=utf-8')
      .send('This token is not one of ours, or it was ended.\n');
  }
  const { allowed, reason } = readerMay(wanted.action);
  await noteAsked(parts.audit, {
    ...{ ...wanted, officerId, allowed },
    ...{ tokenHash: null, submission: null, purpose: 'audit' },
  });
  return allowed ? 'passed' : reply.code(403).type('text/plain; charset=utf-8').send(`${reason}\n`);
}
