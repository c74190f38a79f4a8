import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isReadByRoute } from './body-pace.ts';
import type { HeldBodies, Holding } from './held-bodies.ts';

/**
 * A body that a parser holds. Whoever works on it goes on when its connection is gone, and a connection stays while its
 * answer is read; every request is answered, also one that broke off, if only to nobody.
 */
type HeldForm = { readonly holding: Holding; isClosed: boolean; isAnswered: boolean };

/**
 * Counts the bodies that parsers hold in memory (forms), in what `bodiesOf` names, by the size that a request announces:
 * one that finds no room is answered before a byte of it is read. Register it before `keepPace`, which begins to read.
 */
export function holdForms(app: FastifyInstance, bodiesOf: (request: FastifyRequest) => HeldBodies): void {
  const forms = new WeakMap<FastifyRequest, HeldForm>();
  app.addHook('preParsing', (request, reply, payload, done) => {
    const sizeBytes = isReadByRoute(request) ? 0 : mostBytesOf(request);
    if (sizeBytes === 0) return done(null, payload);
    const holding = bodiesOf(request).open(request);
    try {
      holding.hold(sizeBytes);
    } catch (error) {
      return done(error as Error);
    }
    const form: HeldForm = { holding, isClosed: false, isAnswered: false };
    forms.set(request, form);
    reply.raw.once('close', () => {
      form.isClosed = true;
      settle(form);
    });
    done(null, payload);
  });
  app.addHook('onSend', (request, _reply, payload, done) => {
    const form = forms.get(request);
    if (form !== undefined) {
      form.isAnswered = true;
      settle(form);
    }
    done(null, payload);
  });
}

function settle({ holding, isClosed, isAnswered }: HeldForm): void {
  if (isClosed && isAnswered) holding.giveBack();
}

/** As much as may come: what is announced, or without that the limit of the route; nothing where that alone refuses it. */
function mostBytesOf({ headers, routeOptions }: FastifyRequest): number {
  const { 'content-length': length, 'transfer-encoding': coding } = headers;
  const { bodyLimit } = routeOptions;
  if (length === undefined) return coding === undefined ? 0 : bodyLimit;
  return Number(length) > bodyLimit ? 0 : Number(length);
}
