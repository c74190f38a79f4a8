import { createHmac } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { connectionOf } from './connection.ts';

/**
 * Registers the limiter; routes say `config: { rateLimit: { max, timeWindow } }`, all others have no limit.
 *
 * `key` is 32 random bytes of this process: the limiter remembers an HMAC of a connection, in memory, never an address.
 * Register it before the routes. A refused request becomes the 429 page of `failurePages`.
 */
export function rateLimits(app: FastifyInstance, key: Uint8Array): void {
  const keyOf = (request: FastifyRequest) =>
    createHmac('sha256', key).update(connectionOf(request.ip)).digest('base64url');
  void app.register(rateLimit, {
    global: false,
    keyGenerator: keyOf,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  });
}

/** Throws the refusal of a limiter made with `app.createRateLimit`, once it is exceeded; for limits that not every request of a route meets. */
export async function refuseOver(limiter: Limiter, request: FastifyRequest): Promise<void> {
  if (await isOver(limiter, request))
    throw Object.assign(new Error('a limit is exceeded'), { statusCode: 429 });
}

/** Counts this request, and tells whether there were more than the limit; for what is never refused. */
export async function isOver(limiter: Limiter, request: FastifyRequest): Promise<boolean> {
  const limit = await limiter(request);
  return !limit.isAllowed && limit.isExceeded;
}

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;
