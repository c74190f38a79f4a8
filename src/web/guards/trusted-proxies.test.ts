import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Fastify, { type FastifyInstance } from 'fastify';
import { rateLimits, trustProxies } from './index.ts';

function listener(trusted: readonly string[]): FastifyInstance {
  const app = Fastify({ ...trustProxies(trusted) });
  rateLimits(app, new Uint8Array(32));
  void app.register(async inside => {
    inside.get('/', { config: { rateLimit: { max: 1, timeWindow: 60_000 } } }, request => request.ip);
  });
  return app;
}

const get = (app: FastifyInstance, remoteAddress: string, forwarded?: string) =>
  app.inject({
    url: '/',
    remoteAddress,
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  });

describe('where a request comes from', () => {
  test('is the other end of the connection when no proxy is trusted, whatever the request says', async () => {
    const app = listener([]);
    assert.equal((await get(app, '192.0.2.9', '198.51.100.1')).body, '192.0.2.9');
    assert.equal((await get(app, '192.0.2.9', '198.51.100.2')).statusCode, 429);
  });

  test('is what a trusted proxy says, so that visitors behind it are limited apart', async () => {
    const app = listener(['10.0.0.0/24']);
    for (const visitor of ['198.51.100.1', '198.51.100.2'])
      assert.equal((await get(app, '10.0.0.7', visitor)).body, visitor);
    assert.equal((await get(app, '10.0.0.8', '198.51.100.1')).statusCode, 429);
  });

  test('is not what an untrusted peer forges, nor what a visitor writes before the proxy adds their address', async () => {
    const app = listener(['10.0.0.0/24']);
    assert.equal((await get(app, '192.0.2.9', '198.51.100.1')).body, '192.0.2.9');
    assert.equal((await get(app, '192.0.2.9', '10.0.0.7, 198.51.100.9')).statusCode, 429);
    assert.equal((await get(app, '10.0.0.7', '203.0.113.5, 198.51.100.3')).body, '198.51.100.3');
    assert.equal((await get(app, '10.0.0.7', '203.0.113.6, 198.51.100.3')).statusCode, 429);
  });
});
