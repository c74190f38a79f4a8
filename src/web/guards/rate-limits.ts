import { createHmac } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Registers the limiter; routes say `config: { rateLimit: { max, timeWindow } }`, all others have no limit.
 *
 * `key` is 32 random bytes of this process: the limiter remembers an HMAC of an address, in memory, never the address.
 * Register it before the routes. A refused request becomes the 429 page of `failurePages`.
 */
export function rateLimits(app: FastifyInstance, key: Uint8Array): void {
  const keyOf = (request: FastifyRequest) => createHmac('sha256', key).update(request.ip).digest('base64url');
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
