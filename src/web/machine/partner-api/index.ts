import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { failureOf, traceOf } from '#web/guards/index.ts';
import { requirePartner } from './keys.ts';
import { putFile, removeFile } from './files.ts';
import { finishHandIn, putHandIn, receiptOf, requireOpen, sendState } from './hand-ins.ts';
import { openApiDocument } from './openapi.ts';
import { type Operation, OPERATIONS, type OperationId } from './operations.ts';
import type { PartnerApiParts, PartnerVisit } from './parts.ts';
import { PROBLEMS, type ProblemCode, Refused, sendProblem } from './problem.ts';

type Act = (parts: PartnerApiParts, visit: PartnerVisit, reply: FastifyReply) => Promise<FastifyReply>;

const ACTS: Readonly<Record<OperationId, Act>> = {
  async openHandIn(parts, visit, reply) {
    reply.code((await putHandIn(parts, visit)) ? 201 : 200);
    return sendState(parts, visit, reply);
  },
  readHandIn: sendState,
  async dropHandIn(parts, visit, reply) {
    await requireOpen(parts, visit);
    await parts.door.dropDraft(visit.secrets.draft.id);
    return reply.code(204).send();
  },
  async putFile(parts, visit, reply) {
    const { file, isNew } = await putFile(parts, visit);
    const { name, sizeBytes, sha256Hex: sha256 } = file;
    return reply.code(isNew ? 201 : 200).send({ name, sizeBytes, sha256 });
  },
  async removeFile(parts, visit, reply) {
    await removeFile(parts, visit);
    return reply.code(204).send();
  },
  async finishHandIn(parts, visit, reply) {
    await finishHandIn(parts, visit);
    reply.code(202);
    if (!visit.partner.isSandbox) return sendState(parts, visit, reply);
    return reply.send({ state: 'sandbox', files: [], reference: null, receivedAt: null });
  },
  async readReceipt(parts, visit, reply) {
    const { receipt, reference } = await receiptOf(parts, visit);
    return reply
      .header('content-disposition', `attachment; filename="${reference}.handover-receipt"`)
      .type('application/octet-stream')
      .send(Buffer.from(receipt));
  },
};

/** Requests that a key, or whoever tries keys, may make from one connection in a minute. */
const A_MINUTE = { config: { rateLimit: { max: 600, timeWindow: 60_000 } } };

/**
 * The partner interface, below its prefix: open, upload, finish, each of which may be sent again. Everything a partner sends
 * goes the way of the pages: the same text wall, the same staging, the same sealing and receipt.
 */
export function partnerApi(parts: PartnerApiParts): (app: FastifyInstance) => Promise<void> {
  return async app => {
    app.setErrorHandler((error, request, reply) => answerFailure(parts, error, { request, reply }));
    app.setNotFoundHandler((_request, reply) =>
      sendProblem(reply, new Refused('not-found', 'There is nothing at this address.')),
    );
    app.get('/openapi.json', A_MINUTE, (_request, reply) =>
      reply.send(openApiDocument(parts.settings.origin())),
    );
    app.get('/problems/:code', A_MINUTE, sendMeaning);
    // A file is read as it comes by its own route, whatever its type, never by a parser that would keep it.
    await app.register(async files => {
      files.removeAllContentTypeParsers();
      files.addContentTypeParser('*', (_request, _payload, done) => done(null));
      register(files, parts, ['putFile']);
    });
    register(app, parts, [
      'openHandIn',
      'readHandIn',
      'dropHandIn',
      'removeFile',
      'finishHandIn',
      'readReceipt',
    ]);
  };
}

function register(app: FastifyInstance, parts: PartnerApiParts, ids: readonly OperationId[]): void {
  for (const id of ids) {
    const { method, url, params, body, isFile }: Operation = OPERATIONS[id];
    app.route({
      method,
      url,
      config: { ...A_MINUTE.config, readsOwnBody: isFile === true },
      schema: { params, ...(body === undefined ? {} : { body }) },
      // Who asks is known before a byte of the body is looked at.
      preParsing: async request => void visits.set(request, await requirePartner(parts.door, request)),
      handler: async (request, reply) => ACTS[id](parts, visits.get(request)!, reply),
    });
  }
}

const visits = new WeakMap<FastifyRequest, PartnerVisit>();

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** Answers with a problem, and writes one line of the log for what is no refusal of the interface's own. */
function answerFailure({ log }: PartnerApiParts, error: unknown, { request, reply }: Exchange): FastifyReply {
  if (error instanceof Refused) return sendProblem(reply, error);
  const { status, code, isOurs, retryAfter = null } = failureOf(error);
  log({
    level: isOurs ? 'error' : 'info',
    event: 'request-failed',
    ...(request.routeOptions.url === undefined ? {} : { route: request.routeOptions.url }),
    status,
    ...(isOurs ? traceOf(error) : {}),
    code,
  });
  const problem = status === 400 ? 'not-understood' : (BY_STATUS[status] ?? 'unavailable');
  const detail = validationWords(error) ?? DETAILS[problem];
  return sendProblem(reply, new Refused(problem, detail, retryAfter));
}

const DETAILS = {
  'not-understood': 'Nothing of it was kept. Look at the description of the interface.',
  'not-found': 'There is nothing at this address.',
  'too-large': 'Nothing of it was kept.',
  'too-often': 'Ask again in a minute.',
  unavailable: 'Nothing of this request was kept. Send it again in a few minutes; in an emergency call 999.',
} as const;

const BY_STATUS: Readonly<Record<number, keyof typeof DETAILS>> = {
  404: 'not-found',
  413: 'too-large',
  415: 'not-understood',
  429: 'too-often',
};

/** What a schema did not allow: the place and the rule, never what was sent. */
function validationWords(error: unknown): string | null {
  const isValidation = error instanceof Error && 'validation' in error && 'validationContext' in error;
  return isValidation ? `${error.message}.` : null;
}

function sendMeaning(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code } = request.params as { code: string };
  const problem = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as ProblemCode] : null;
  if (problem === null) return reply.callNotFound() as unknown as FastifyReply;
  return reply.type('text/plain; charset=utf-8').send(`${problem.title}.\n`);
}
