import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toHex } from '#portable/bytes/index.ts';
import {
  errorPage,
  html,
  renderHtml,
  type ErrorPage,
  type FooterLink,
  type ForceOnPage,
  type OfficerOnPage,
} from '#web/ui/index.ts';
import { failureOf, type Failure } from './failure.ts';
import { traceOf, type Log } from './log.ts';

/** What the error page of a listener needs. */
export type FailurePageParts = {
  readonly audience: ErrorPage['audience'];
  /** The force to name on the page. Must work while the database is away, so it may not ask it. */
  readonly force: () => ForceOnPage;
  /** The way on from an address that does not exist. */
  readonly home: FooterLink;
  readonly footerLinks?: readonly FooterLink[];
  /** The officer who stays signed in. */
  readonly officer?: (request: FastifyRequest) => OfficerOnPage | undefined;
  readonly log: Log;
  /** Random bytes, for the number that the page and the log line share. */
  readonly random: (sizeBytes: number) => Uint8Array;
};

/** Makes every error and every unknown address a plain page (or `{ ok: false }` for a script) and one line of the log. */
export function failurePages(app: FastifyInstance, parts: FailurePageParts): void {
  app.setErrorHandler((error, request, reply) => answer({ error, request, reply }, parts));
  app.setNotFoundHandler((request, reply) =>
    answer({ error: Object.assign(new Error(), { statusCode: 404 }), request, reply }, parts),
  );
}

type Failed = {
  readonly error: unknown;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

function answer(failed: Failed, parts: FailurePageParts): FastifyReply {
  const { error, request, reply } = failed;
  const failure = failureOf(error);
  const reference = failure.isOurs ? toHex(parts.random(4)) : undefined;
  parts.log({
    level: failure.isOurs ? 'error' : 'info',
    event: 'request-failed',
    ...(reference === undefined ? {} : { reference }),
    ...(request.routeOptions.url === undefined ? {} : { route: request.routeOptions.url }),
    status: failure.status,
    ...(failure.isOurs ? traceOf(error) : {}),
    code: failure.code,
  });
  reply.code(failure.status);
  if (failure.retryAfter !== undefined && !reply.hasHeader('retry-after'))
    reply.header('retry-after', failure.retryAfter);
  if (wantsJson(request)) return reply.send({ ok: false, message: messageOf(failure) });
  return reply.type('text/html; charset=utf-8').send(pageOf(failure, { reference, request, parts }));
}

/** Tells whether a script of ours asked, which shows a sentence and not a page. */
export function wantsJson(request: FastifyRequest): boolean {
  return request.headers.accept === 'application/json';
}

function messageOf(failure: Failure): string {
  return `${failure.title}. ${failure.sentences.join(' ')}`;
}

type PageParts = {
  readonly reference: string | undefined;
  readonly request: FastifyRequest;
  readonly parts: FailurePageParts;
};

function pageOf(failure: Failure, { reference, request, parts }: PageParts): string {
  const page = errorPage({
    audience: parts.audience,
    force: parts.force(),
    title: failure.title,
    body: html`${failure.sentences.map(sentence => html`<p class="govuk-body">${sentence}</p> `)}`,
    reference,
    home: failure.status === 404 ? parts.home : undefined,
    footerLinks: parts.footerLinks,
    officer: parts.officer?.(request),
  });
  return renderHtml(page);
}
