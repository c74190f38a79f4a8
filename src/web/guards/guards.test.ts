import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import Fastify, { type FastifyInstance } from 'fastify';
import { HandoverError } from '#domain/error.ts';
import {
  allowOnPage,
  answerOnlyAt,
  failurePages,
  formToken,
  isFormToken,
  type LogEntry,
  provenanceOf,
  rateLimits,
  strictHeaders,
  timeLimits,
} from './index.ts';

const ORIGIN = 'http://public.localhost:8123';
const HOST = 'public.localhost:8123';

function guarded(routes: (app: FastifyInstance) => void): { app: FastifyInstance; log: LogEntry[] } {
  const log: LogEntry[] = [];
  const app = Fastify({ ...timeLimits(60_000) });
  strictHeaders(app, () => ORIGIN);
  answerOnlyAt(app, () => ORIGIN);
  failurePages(app, {
    audience: 'public',
    force: () => ({ name: 'Northshire Police' }),
    home: { href: '/', text: 'Home' },
    log: entry => log.push(entry),
    random: size => new Uint8Array(size).fill(7),
  });
  rateLimits(app, new Uint8Array(32));
  void app.register(async inside => routes(inside));
  return { app, log };
}

const get = (app: FastifyInstance, url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { host: HOST, ...headers } });

describe('the guards every listener shares', () => {
  test('every reply carries the strict headers, also an error and an unknown address', async () => {
    const { app } = guarded(app => {
      app.get('/broken', () => {
        throw new Error('secret words');
      });
    });
    for (const url of ['/broken', '/unknown']) {
      const { headers } = await get(app, url);
      assert.match(
        String(headers['content-security-policy']),
        /^default-src 'none'; .*frame-ancestors 'none'/,
      );
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    }
  });

  test('a page may connect or start a worker only when it says so', async () => {
    const { app } = guarded(app => {
      app.get('/plain', () => 'plain');
      app.get('/upload', (_request, reply) => {
        allowOnPage(reply, { connect: true, worker: true });
        return 'upload';
      });
    });
    const policyOf = async (url: string) => String((await get(app, url)).headers['content-security-policy']);
    assert.doesNotMatch(await policyOf('/plain'), /connect-src|worker-src/);
    assert.match(await policyOf('/upload'), /connect-src 'self'; worker-src 'self'/);
  });

  test('an unexpected error is a page with a number, and neither page nor log holds its message', async () => {
    const { app, log } = guarded(app => {
      app.get('/broken/:word', () => {
        throw new Error('secret words', { cause: new TypeError('more secret words') });
      });
    });
    const reply = await get(app, '/broken/hidden');
    assert.equal(reply.statusCode, 500);
    assert.match(reply.body, /07070707/);
    assert.doesNotMatch(reply.body, /secret/);
    assert.equal(log[0]?.reference, '07070707');
    assert.equal(log[0]?.route, '/broken/:word');
    assert.ok(log[0]?.trace?.some(line => line.startsWith('TypeError')));
    assert.doesNotMatch(JSON.stringify(log), /secret|hidden/);
  });

  test('each declared refusal has its own status, and a script gets it as one sentence', async () => {
    const { app } = guarded(app => {
      app.get('/full', () => {
        throw new HandoverError('storage-full', 'no room');
      });
      app.get('/away', () => {
        throw new HandoverError('storage-away', 'not there');
      });
      app.get('/forbidden', () => {
        throw new HandoverError('forbidden', 'not ours');
      });
    });
    const statuses = [];
    for (const url of ['/full', '/away', '/forbidden', '/nowhere'])
      statuses.push((await get(app, url)).statusCode);
    assert.deepEqual(statuses, [507, 503, 403, 404]);
    const forScript = await get(app, '/full', { accept: 'application/json' });
    assert.deepEqual(Object.keys(forScript.json()), ['ok', 'message']);
    assert.match(forScript.json<{ message: string }>().message, /storage is full/);
  });

  test('a request to an address of this machine is sent on to the name, with its path and nothing else', async () => {
    const { app } = guarded(app => app.get('/who', () => 'who'));
    for (const host of ['127.0.0.1:8123', 'localhost:8123', '[::1]:8123', 'LOCALHOST']) {
      const reply = await get(app, '/who?from=check', { host });
      assert.equal(reply.statusCode, 307);
      assert.equal(reply.headers.location, `${ORIGIN}/who?from=check`);
    }
    const twisted = await get(app, '//evil.example/x', { host: '127.0.0.1' });
    assert.equal(twisted.headers.location, `${ORIGIN}/evil.example/x`);
  });

  test('an unknown name is refused, and a post to a local address is not sent on', async () => {
    const { app } = guarded(app => {
      app.get('/who', () => 'who');
      app.post('/who', () => 'posted');
    });
    for (const host of [
      'evil.example',
      'public.localhost',
      'public.localhost:1',
      'public.localhost.evil.example:8123',
    ])
      assert.equal((await get(app, '/who', { host })).statusCode, 421);
    const posted = await app.inject({ method: 'POST', url: '/who', headers: { host: '127.0.0.1:8123' } });
    assert.equal(posted.statusCode, 421);
    assert.equal((await get(app, '/who')).body, 'who');
  });

  test('the limiter refuses the third request of two allowed, and leaves routes without a limit alone', async () => {
    const { app } = guarded(app => {
      app.get('/limited', { config: { rateLimit: { max: 2, timeWindow: 60_000 } } }, () => 'yes');
      app.get('/open', () => 'yes');
    });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await get(app, '/limited')).statusCode);
    assert.deepEqual(statuses, [200, 200, 429]);
    const refused = await get(app, '/limited');
    assert.match(refused.body, /Please wait a minute/);
    assert.equal(refused.headers['x-ratelimit-limit'], undefined);
    assert.equal((await get(app, '/open')).statusCode, 200);
  });

  test('a form token is the one that another implementation makes', () => {
    const url = new URL('../../../vectors/intake/visitor-keys.json', import.meta.url);
    const { visitors } = JSON.parse(readFileSync(url, 'utf8')) as {
      visitors: { formKeyHex: string; formToken: string }[];
    };
    assert.ok(visitors.length >= 3);
    for (const visitor of visitors)
      assert.equal(formToken(Buffer.from(visitor.formKeyHex, 'hex')), visitor.formToken);
  });

  test('a form token belongs to one key, and nothing else passes for it', () => {
    const key = new Uint8Array(32).fill(1);
    assert.equal(isFormToken(key, formToken(key)), true);
    for (const wrong of [
      formToken(new Uint8Array(32)),
      '',
      undefined,
      7,
      [formToken(key)],
      `${formToken(key)}x`,
    ])
      assert.equal(isFormToken(key, wrong), false);
  });

  test('Sec-Fetch-Site decides where a request comes from, then Origin, and "null" says nothing', () => {
    assert.equal(provenanceOf({ 'sec-fetch-site': 'same-origin', origin: 'null' }, ORIGIN), 'ours');
    for (const site of ['cross-site', 'same-site', 'none', 'SAME-ORIGIN', ''])
      assert.equal(provenanceOf({ 'sec-fetch-site': site, origin: ORIGIN }, ORIGIN), 'foreign');
    assert.equal(provenanceOf({ origin: ORIGIN }, ORIGIN), 'ours');
    assert.equal(provenanceOf({ origin: 'http://police.localhost:8123' }, ORIGIN), 'foreign');
    assert.equal(provenanceOf({ origin: 'null' }, ORIGIN), 'unstated');
    assert.equal(provenanceOf({}, ORIGIN), 'unstated');
  });
});
