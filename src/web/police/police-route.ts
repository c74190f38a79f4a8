import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { may, purposeOf } from '#domain/accounts/index.ts';
import type { Action, Officer, Ranges, Thing } from '#domain/accounts/index.ts';
import { HandoverError } from '#domain/error.ts';
import { FORM_TOKEN_FIELD, isFormToken, provenanceOf } from '#web/guards/index.ts';
import { renderHtml } from '#web/ui/index.ts';
import { forbiddenPage } from './forbidden-page.ts';
import type { PoliceParts } from './parts.ts';
import { bringsToken, passReader } from './reader-pass.ts';
import { noteAsked, noteMore } from './recording.ts';
import type { Asked } from './recording.ts';
import { sessionOf } from './session-cookie.ts';
import type { Session } from './session-cookie.ts';
import { field } from './visit.ts';
import type { Answer, RawAnswer, ReaderVisit, Visit } from './visit.ts';

/** What a request is about; `value` null when there is no such thing. */
export type Found<Value> = {
  readonly thing: Thing;
  readonly value: Value | null;
  /** The reference of the submission it belongs to, where it is not itself one and belongs to one. */
  readonly submission?: string | null;
};

/** A route of the police side. There is no other way to make one. */
export type PoliceRoute<Value> = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly action: Action;
  /** `officer` is null for a log reader. */
  readonly thing: (request: FastifyRequest, officer: Officer | null) => Found<Value> | Promise<Found<Value>>;
  /** Which part of the thing is seen, for the audit row; looks at another part are another row. */
  readonly detail?: (request: FastifyRequest) => string;
  /** Which numbers of it are seen, as far as the address says; a handler adds the others with `visit.seen`. */
  readonly ranges?: (request: FastifyRequest, value: Value) => Ranges;
  /** Answers a log reader, who has a token and no session. Without it, only officers are answered. */
  readonly forReaders?: (visit: ReaderVisit<Value>) => Answer | Promise<Answer>;
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
  if (route.forReaders !== undefined && bringsToken(request))
    return passByToken(arrival, route, route.forReaders);
  const session = await sessionOf(request, parts);
  if (session === null) return reply.redirect(signInAddress(request), 303);
  if (route.method === 'POST') checkForm(request, session, parts);
  const found = await route.thing(request, session.officer);
  const { thing, value } = found;
  const { allowed, reason } = may(session.officer, route.action, thing);
  const asked = askedBy(session, { request, route, found, allowed });
  const recorded = await noteAsked(parts.audit, asked);
  const seen = (ranges: Ranges) => noteMore(parts.audit, asked, ranges);
  const troubles = await parts.desk.service.troubles();
  const visit = { request, reply, parts, session, now: parts.clock(), recorded, seen, troubles };
  if (!allowed) return send(reply, { status: 403, page: forbiddenPage(visit, route.action, thing, reason) });
  if (value === null) throw new HandoverError('not-found', 'there is no such thing');
  return send(reply, await route.handler({ ...visit, value }));
}

type Decided<Value> = {
  readonly request: FastifyRequest;
  readonly route: PoliceRoute<Value>;
  readonly found: Found<Value>;
  readonly allowed: boolean;
};

function askedBy<Value>(
  { officer, tokenHash }: Session,
  { request, route, found, allowed }: Decided<Value>,
): Asked {
  const { thing, value } = found;
  const isSubmission = thing.kind === 'submission' && !('missing' in thing);
  return {
    ...{ officerId: officer.id, tokenHash, action: route.action, thing, allowed },
    submission: isSubmission ? thing.id : (found.submission ?? null),
    purpose: purposeOf(officer, route.action, thing),
    detail: route.detail?.(request) ?? '',
    ranges: value === null ? [] : (route.ranges?.(request, value) ?? []),
  };
}

async function passByToken<Value>(
  { request, reply, parts }: Arrival,
  route: PoliceRoute<Value>,
  answer: (visit: ReaderVisit<Value>) => Answer | Promise<Answer>,
): Promise<FastifyReply> {
  const { thing, value } = await route.thing(request, null);
  const ranges = value === null ? [] : (route.ranges?.(request, value) ?? []);
  const wanted = { action: route.action, thing, ranges, detail: route.detail?.(request) ?? '' };
  const passed = await passReader(request, reply, parts, wanted);
  if (passed !== 'passed') return passed;
  if (value === null) throw new HandoverError('not-found', 'there is no such thing');
  return send(reply, await answer({ request, reply, parts, value }));
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
  if ('raw' in answer) return sendRaw(reply, answer.raw);
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

function sendRaw(reply: FastifyReply, { type, body, saveAs, keepSeconds }: RawAnswer): FastifyReply {
  if (saveAs !== undefined) reply.header('content-disposition', `attachment; filename="${saveAs}"`);
  if (keepSeconds === 'for-good') reply.header('cache-control', 'private, max-age=31536000, immutable');
  else if (keepSeconds !== undefined) reply.header('cache-control', `private, max-age=${keepSeconds}`);
  return reply.type(type).send(typeof body === 'string' ? body : Buffer.from(body));
}
