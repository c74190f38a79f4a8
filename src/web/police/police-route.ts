import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { may } from '#domain/accounts/index.ts';
import type { Action, Officer, Thing } from '#domain/accounts/index.ts';
import { HandoverError } from '#domain/error.ts';
import { FORM_TOKEN_FIELD, isFormToken, provenanceOf } from '#web/guards/index.ts';
import { renderHtml } from '#web/ui/index.ts';
import { forbiddenPage } from './forbidden-page.ts';
import type { PoliceParts } from './parts.ts';
import { sessionOf } from './session-cookie.ts';
import type { Session } from './session-cookie.ts';
import { field } from './visit.ts';
import type { Answer, Visit } from './visit.ts';

/** What a request is about; `value` null when there is no such thing. */
export type Found<Value> = { readonly thing: Thing; readonly value: Value | null };

/** A route of the police side. There is no other way to make one. */
export type PoliceRoute<Value> = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly action: Action;
  readonly thing: (request: FastifyRequest, officer: Officer) => Found<Value> | Promise<Found<Value>>;
  /** Which part of the thing is seen, for the audit row. */
  readonly detail?: (request: FastifyRequest) => string;
  readonly handler: (visit: Visit<Value>) => Answer | Promise<Answer>;
};

/** An app and what its routes are made of; `routes` lists what was registered. */
export type PoliceWall = {
  readonly app: FastifyInstance;
  readonly parts: PoliceParts;
  readonly routes: RegisteredRoute[];
};

export type RegisteredRoute = Pick<PoliceRoute<unknown>, 'method' | 'path' | 'action'>;

/**
 * Registers a route behind the wall, in this order and no other: session, form token, may(), audit row, handler. The
 * audit row is durable before the handler runs; when it cannot be written, nothing is shown and nothing is done.
 */
export function policeRoute<Value>(wall: PoliceWall, route: PoliceRoute<Value>): void {
  wall.routes.push({ method: route.method, path: route.path, action: route.action });
  wall.app.route({
    method: route.method,
    url: route.path,
    handler: (request, reply) => pass({ request, reply, parts: wall.parts }, route),
  });
}

type Arrival = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly parts: PoliceParts;
};

async function pass<Value>(arrival: Arrival, route: PoliceRoute<Value>): Promise<FastifyReply> {
  const { request, reply, parts } = arrival;
  const session = await sessionOf(request, parts);
  if (session === null) return reply.redirect(signInAddress(request), 303);
  if (route.method === 'POST') checkForm(request, session, parts);
  const { thing, value } = await route.thing(request, session.officer);
  const { allowed, reason } = may(session.officer, route.action, thing);
  await record(arrival, route, { session, thing, allowed });
  const troubles = await parts.desk.service.troubles();
  const visit = { request, reply, parts, session, now: parts.clock(), troubles };
  if (!allowed) return send(reply, { status: 403, page: forbiddenPage(visit, route.action, thing, reason) });
  if (value === null) throw new HandoverError('not-found', 'there is no such thing');
  return send(reply, await route.handler({ ...visit, value }));
}

type Decided = { readonly session: Session; readonly thing: Thing; readonly allowed: boolean };

async function record<Value>(
  { request, parts }: Arrival,
  { action, detail }: PoliceRoute<Value>,
  { session, thing, allowed }: Decided,
): Promise<void> {
  const words = detail?.(request) ?? '';
  try {
    await parts.audit.record({
      officerId: session.officer.id,
      action,
      thing: { kind: thing.kind, id: thing.id },
      allowed,
      detail: 'missing' in thing ? `there is none. ${words}`.trim() : words,
    });
  } catch (cause) {
    throw new HandoverError('storage-away', 'the audit row could not be written', { cause });
  }
}

/** Refuses a post that did not come from a page we made for this session. */
export function checkForm(
  request: FastifyRequest,
  { formKey }: Pick<Session, 'formKey'>,
  { settings }: PoliceParts,
): void {
  const isForeign = provenanceOf(request.headers, settings.origin()) === 'foreign';
  if (isForeign || !isFormToken(formKey, field(request, FORM_TOKEN_FIELD))) {
    throw new HandoverError('forbidden', 'the form was not ours');
  }
}

/** Whoever has no session goes to sign in; a page they asked for is opened afterwards. */
function signInAddress(request: FastifyRequest): string {
  return request.method === 'GET' && request.url !== '/'
    ? `/sign-in?next=${encodeURIComponent(request.url)}`
    : '/sign-in';
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if ('redirect' in answer) return reply.redirect(answer.redirect, 303);
  if ('file' in answer) {
    const { name, sizeBytes, stream } = answer.file;
    return reply
      .header('content-disposition', `attachment; filename="${name.replaceAll(/[^A-Za-z0-9._-]/g, '_')}"`)
      .header('content-length', sizeBytes)
      .type('application/zip')
      .send(Readable.from(stream));
  }
  return reply
    .code(answer.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(renderHtml(answer.page));
}
