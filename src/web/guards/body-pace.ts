import { PassThrough, type Readable, type Transform } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GatheredBody } from './gathered-body.ts';

/** The least that has to come of a body in each window of time, until it is whole. */
export type BodyPace = { readonly windowMs: number; readonly leastBytes: number };

/** Why a body that stalled or trickled ended; becomes the page that says so. */
export class TooSlow extends Error {
  // Not 408: browsers send a request again by themselves when they get that.
  readonly statusCode = 400;
  readonly code = 'too-slow';

  constructor() {
    super('the body of a request came too slowly');
  }
}

/**
 * The body as it comes, ended with `TooSlow` when less than the least arrives in a window. Our own slowness does not
 * count: while anything that has arrived still waits to be read, the window begins anew. The connection stays open for an
 * answer; whoever asked for the body has to see to its end.
 */
export function pacedBody(
  body: Readable,
  { windowMs, leastBytes }: BodyPace,
  paced: Transform = new PassThrough(),
): Readable {
  let arrived = 0;
  body.on('data', (chunk: Uint8Array) => void (arrived += chunk.length));
  const clock = setInterval(() => {
    const isOurTurn = body.readableLength + paced.readableLength + paced.writableLength > 0;
    if (!isOurTurn && arrived < leastBytes) paced.destroy(new TooSlow());
    arrived = 0;
  }, windowMs);
  clock.unref();
  const cut = (): void => {
    if (!body.readableEnded) paced.destroy(new Error('the body broke off'));
  };
  body.on('error', cut);
  body.on('close', cut);
  body.on('end', () => clearInterval(clock));
  // Whoever reads hears of an error; when nobody reads any more, it must not end the process.
  paced.on('error', () => undefined);
  body.on('error', () => undefined);
  const letGo = (): void => {
    clearInterval(clock);
    body.off('error', cut);
    body.off('close', cut);
  };
  paced.on('close', letGo);
  paced.on('unpipe', letGo);
  return body.pipe(paced);
}

/** Types of body that a route reads by itself. */
const READ_BY_ROUTES = ['multipart/form-data', 'application/offset+octet-stream'];

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route reads its body itself, as it comes, whatever its type. */
    readonly readsOwnBody?: boolean;
  }
}

export function isReadByRoute({ headers, routeOptions }: FastifyRequest): boolean {
  if (routeOptions.config.readsOwnBody === true) return true;
  return READ_BY_ROUTES.some(type => headers['content-type']?.startsWith(type) === true);
}

/**
 * Holds the bodies that parsers read (forms) to a pace, and gathers their pieces. A route that reads its body itself, as uploads do, asks for
 * `pacedBody`. A body that is too slow is answered and its connection ended.
 */
export function keepPace(app: FastifyInstance, pace: BodyPace): void {
  app.addHook('preParsing', (request, reply, payload, done) => {
    const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
    const hasNone = length === undefined && coding === undefined;
    if (hasNone || isReadByRoute(request)) return done(null, payload);
    const paced = pacedBody(payload as Readable, pace, new GatheredBody());
    paced.on('error', () => void reply.header('connection', 'close'));
    done(null, paced);
  });
}
