import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Added,
  appendToUpload,
  beginUpload,
  dropUpload,
  openUpload,
  type UploadOf,
  type VisitorSecrets,
} from '#domain/intake/index.ts';
import { HandoverError } from '#domain/error.ts';
import { Allowance, type Hold } from '#web/guards/index.ts';
import { fromHex, toHex } from '#portable/bytes/index.ts';
import { admitPost, hasHandedIn, visitOf } from '../../visits.ts';
import { neededBefore } from '../../journey.ts';
import { languageOf } from '../../language/language-of.ts';
import type { Exchange, Pages } from '../../question.ts';
import { hasRoom, mostWaiting, throwAwayRest } from '../receive.ts';
import { refusalWords } from '../refusal-words.ts';
import { bytesOf, checkedBody, streamOf } from './body.ts';
import { answerTus, describeTus, speakTus, speaksOurs } from './exchange.ts';
import { finishUpload, noteFinished } from './finish.ts';
import { takeFingerprints } from './fingerprints.ts';
import { type Checksum, parseByteCount, parseUploadChecksum, parseUploadMetadata } from './metadata.ts';
import { readNewUpload } from './new-upload.ts';

/** Where uploads are made, and below it each of them. */
export const UPLOADS = '/chat/uploads';
/** The header that carries the token of the visitor's forms: these requests have no form to carry it. */
export const TOKEN_HEADER = 'handover-form-token';

/** New uploads of one address, as of the plain form; and requests that go on with one: a bad line makes many of them. */
const BEGIN_LIMIT = { config: { rateLimit: { max: 60, timeWindow: 60_000 } } };
const GO_ON_LIMIT = { config: { rateLimit: { max: 1200, timeWindow: 60_000 } } };

/**
 * Requests of one address to which less than `SHORT_BYTES` come and that do not end their upload: each costs a transaction
 * and a state as a long one does. A line that breaks three times a second, all the time, makes fewer.
 */
const SHORT_LIMIT = { max: 240, windowMs: 60_000 };
const SHORT_BYTES = 64 * 1024;

type Uploads = Pages & { readonly short: Allowance };

/** Resumable uploads: tus 1.0 with creation, checksum, and termination until the hand-in. */
export function resumableRoutes(of: Pages): void {
  const { app, parts } = of;
  const pages: Uploads = { ...of, short: new Allowance(SHORT_LIMIT, parts.random, parts.clock) };
  // The body is read as it comes by the route itself.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  app.options(UPLOADS, (_request, reply) => describeTus(reply, parts.settings.largestFileBytes));
  app.post(UPLOADS, BEGIN_LIMIT, (request, reply) => begin(pages, { request, reply }));
  const one = `${UPLOADS}/:id`;
  app.head(one, GO_ON_LIMIT, (request, reply) => tell(pages, { request, reply }));
  app.patch(one, GO_ON_LIMIT, (request, reply) => goOn(pages, { request, reply }));
  app.delete(one, GO_ON_LIMIT, (request, reply) => end(pages, { request, reply }));
  app.post(one, GO_ON_LIMIT, (request, reply) => overridden(pages, { request, reply }));
  app.post(`${one}/fingerprints`, GO_ON_LIMIT, (request, reply) =>
    withUpload(pages, { request, reply }, found => takeFingerprints(pages, { request, reply }, found)),
  );
}

/** Some networks let only GET and POST through. Source: tus 1.0.x, "X-HTTP-Method-Override". */
function overridden(pages: Uploads, exchange: Exchange): Promise<FastifyReply> | FastifyReply {
  const method = exchange.request.headers['x-http-method-override'];
  if (method === 'PATCH') return goOn(pages, exchange);
  if (method === 'DELETE') return end(pages, exchange);
  if (method === 'HEAD') return tell(pages, exchange);
  return answerTus(exchange.reply, 400);
}

async function begin(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const { parts } = pages;
  if (!speaksOurs(request, reply)) return reply;
  const visit = await visitOf(parts, request);
  admitPost(parts, request, { token: tokenOf(request), secrets: visit?.secrets ?? null });
  if (visit === null || visit.draft === null || neededBefore('/chat', visit.draft) !== null)
    return answerTus(reply, 410);
  if (await hasHandedIn(parts, visit.secrets)) return answerTus(reply, 410);
  const length = parseByteCount(request.headers['upload-length']);
  const fields = parseUploadMetadata(headerOf(request, 'upload-metadata'));
  const said = fields === null ? null : readNewUpload(fields);
  if (length === null || said === null) return answerTus(reply, 400);
  if (length > parts.settings.largestFileBytes) return refuse(pages, exchange, { reason: 'too-large' });
  if (length === 0) return refuse(pages, exchange, { reason: 'empty' });
  if (!hasRoom(pages, visit.draft)) return answerTus(reply, 413);
  const id = await beginUpload(parts, visit.secrets.draft, { ...said, length });
  return answerTus(reply.header('location', `${UPLOADS}/${toHex(id)}`), 201);
}

type Found = { readonly of: UploadOf; readonly secrets: VisitorSecrets };

/** Finds whose upload is asked about, after the guards; answers by itself when there is none. */
async function withUpload(
  { parts }: Pages,
  { request, reply }: Exchange,
  work: (found: Found) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  if (!speaksOurs(request, reply)) return reply;
  const visit = await visitOf(parts, request);
  if (request.method !== 'HEAD')
    admitPost(parts, request, { token: tokenOf(request), secrets: visit?.secrets ?? null });
  const id = fromHex((request.params as { id?: string }).id ?? '');
  if (visit === null || visit.draft === null || id?.length !== 16) return answerTus(reply, 404);
  if (await hasHandedIn(parts, visit.secrets)) return answerTus(reply, 410);
  return work({ of: { draft: visit.secrets.draft, fileId: id }, secrets: visit.secrets });
}

function tell(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const { reply } = exchange;
  return withUpload(pages, exchange, async ({ of, secrets }) => {
    const upload = await openUpload(pages.parts, of);
    if (upload === null) return answerTus(reply, 404);
    // The last byte may have been acknowledged to nobody, and the process ended before it could complete the file.
    const isWhole = upload.offset === upload.length;
    if (isWhole && !(await finishUpload(pages, { of, secrets, upload }))) return answerTus(reply, 410);
    speakTus(reply).headers({ 'upload-offset': upload.offset, 'upload-length': upload.length });
    return reply.code(200).send();
  });
}

function goOn(pages: Uploads, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const { pace } = pages.parts.settings;
  return withUpload(pages, exchange, async found => {
    if (request.headers['content-type'] !== 'application/offset+octet-stream') return answerTus(reply, 415);
    const offset = parseByteCount(request.headers['upload-offset']);
    const checksum = parseUploadChecksum(headerOf(request, 'upload-checksum'));
    if (offset === null || checksum === null) return answerTus(reply, 400);
    pages.short.take(request);
    const addition = { found, offset, checksum };
    return pages.bodies
      .during(request, hold => addBody(pages, exchange, { ...addition, hold }))
      .catch((error: unknown) => {
        throwAwayRest(request, pace);
        throw error;
      });
  });
}

type Body = {
  readonly found: Found;
  readonly offset: number;
  readonly checksum: Checksum | undefined;
  readonly hold: Hold;
};

async function addBody(
  pages: Uploads,
  exchange: Exchange,
  { found, offset, checksum, hold }: Body,
): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const { pace } = pages.parts.settings;
  if (checksum === undefined) {
    hold(mostWaiting(request));
    const added = await add(pages, exchange, { found, offset, chunks: bytesOf(request, pace) });
    return answerAdded(pages, exchange, { found, added });
  }
  const body = await checkedBody(request, checksum, { pace, hold });
  if (body === null) return answerTus(reply, 460);
  if (body === 'cut') return answerTus(reply, 400);
  if (body === 'too-large') {
    throwAwayRest(request, pace);
    return answerTus(reply, 413);
  }
  const added = await add(pages, exchange, { found, offset, chunks: streamOf(body) });
  return answerAdded(pages, exchange, { found, added });
}

/** Adds what comes, and gives the allowance back once it was no short request: also to one that broke off after that. */
async function add(
  { parts, short }: Uploads,
  { request }: Exchange,
  { found, offset, chunks }: Parameters<typeof appendToUpload>[2] & { readonly found: Found },
): Promise<Added> {
  let sizeBytes = 0;
  const added = await appendToUpload(parts, found.of, {
    offset,
    chunks: noting(chunks, chunk => (sizeBytes += chunk.length)),
  });
  if (sizeBytes >= SHORT_BYTES || (added.ok && added.finished !== null)) short.giveBack(request);
  return added;
}

async function* noting(
  chunks: AsyncIterable<Uint8Array>,
  note: (chunk: Uint8Array) => unknown,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    note(chunk);
    yield chunk;
  }
}

async function answerAdded(
  pages: Pages,
  exchange: Exchange,
  { found, added }: { readonly found: Found; readonly added: Added },
): Promise<FastifyReply> {
  const { request, reply } = exchange;
  if (added.ok) {
    if (added.finished !== null && !(await noteFinished(pages, found, added.finished)))
      return answerTus(reply, 410);
    return answerTus(reply.header('upload-offset', added.offset), 204);
  }
  throwAwayRest(request, pages.parts.settings.pace);
  switch (added.reason) {
    case 'gone':
      return answerTus(reply, 404);
    case 'other-offset':
    case 'taken-over':
      return answerTus(reply, 409);
    case 'too-long':
    case 'too-many-pieces':
      return answerTus(reply, 413);
    default:
      return refuse(pages, exchange, added);
  }
}

type Refused = Parameters<typeof refusalWords>[0];

/** The file was not taken: 422, which clients of the protocol do not try again, with the words a page would show. */
function refuse({ parts }: Pages, { request, reply }: Exchange, refusal: Refused): FastifyReply {
  parts.log({ level: 'info', event: 'upload-refused', code: refusal.reason });
  const words = refusalWords(refusal, parts.settings.largestFileBytes, languageOf(request));
  return speakTus(reply)
    .code(422)
    .send({ ok: false, ...words });
}

function end(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  return withUpload(pages, exchange, async ({ of, secrets }) => {
    const upload = await openUpload(pages.parts, of);
    // A file that is already among the answers is removed on the page, where the visitor sees it.
    if (upload === null || upload.complete) return answerTus(exchange.reply, upload === null ? 404 : 409);
    await dropUpload(pages.parts, of);
    if (upload.state.fingerprints !== null) {
      const list = fromHex(upload.state.fingerprints.id);
      if (list !== null) await pages.parts.door.dropFile(secrets.draft.id, list);
    }
    return answerTus(exchange.reply, 204);
  });
}

function tokenOf(request: FastifyRequest): string {
  const token = request.headers[TOKEN_HEADER];
  if (token !== undefined && typeof token !== 'string') throw new HandoverError('forbidden', 'two tokens');
  return token ?? '';
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}
