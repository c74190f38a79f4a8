import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { HeldBodies } from './held-bodies.ts';
import { holdForms } from './hold-forms.ts';
import { keepPace } from './body-pace.ts';

const FORM = 'application/x-www-form-urlencoded';

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise(resolve => setImmediate(resolve));
};

describe('forms that are held in memory', () => {
  const held = new HeldBodies({ all: 1000, ofOne: 1000 });
  const waiting: (() => void)[] = [];
  const gone: unknown[] = [];
  const sent: unknown[] = [];
  const pieces: number[] = [];
  let beforeHandler = Promise.resolve();
  let answerTimes = 1;
  let app: FastifyInstance;
  let port = 0;
  before(async () => {
    app = Fastify({ bodyLimit: 800, forceCloseConnections: true });
    holdForms(app, () => held);
    keepPace(app, { windowMs: 60_000, leastBytes: 1 });
    void app.register(formbody, { bodyLimit: 800 });
    app.addContentTypeParser('text/pieces', (_request, payload, done) => {
      payload.on('data', ({ length }: Buffer) => pieces.push(length));
      payload.on('end', () => done(null));
    });
    app.post('/', async (_request, reply) => {
      await new Promise<void>(resolve => waiting.push(resolve));
      return reply.send('taken'.repeat(answerTimes));
    });
    app.addHook('onRequest', async (_request, reply) => {
      reply.raw.once('close', () => gone.push(reply));
    });
    app.addHook('preValidation', async () => beforeHandler);
    app.addHook('onSend', async (_request, reply) => void sent.push(reply));
    await app.listen({ host: '127.0.0.1', port: 0 });
    const address = app.server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  after(() => app.close());

  const post = async (length: string, body: string, type = FORM): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n${length}\r\n\r\n${body}`);
    return socket;
  };
  const answerOf = async (socket: Socket): Promise<string> => {
    const [piece] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return piece.toString().split('\r\n')[0] ?? '';
  };

  test('are counted by what they announce from before their first byte until they are answered', async () => {
    const socket = await post('Content-Length: 700', '');
    await until(() => held.heldBytes > 0);
    assert.equal(held.heldBytes, 700);
    assert.match(await answerOf(await post('Content-Length: 700', 'a')), / 503 /);
    // A form without a body, and one that is too long to be held at all, need no room.
    assert.match(await answerOf(await post('Content-Length: 900', 'a')), / 413 /);
    socket.write('a'.repeat(700));
    await until(() => waiting.length === 1);
    assert.equal(held.heldBytes, 700);
    waiting.pop()?.();
    assert.match(await answerOf(socket), / 200 /);
    await until(() => held.heldBytes === 0);
  });

  test('of no announced length count as the longest that may come', async () => {
    const socket = await post('Transfer-Encoding: chunked', '1\r\na\r\n');
    await until(() => held.heldBytes > 0);
    assert.equal(held.heldBytes, 800);
    socket.destroy();
    await until(() => held.heldBytes === 0);
  });

  test('whose sender is gone count on while they are worked on, and no longer', async () => {
    const socket = await post('Content-Length: 700', 'a'.repeat(700));
    await until(() => waiting.length === 1);
    const before = gone.length;
    socket.resetAndDestroy();
    await until(() => gone.length > before);
    assert.equal(held.heldBytes, 700);
    waiting.pop()?.();
    await until(() => held.heldBytes === 0);
    for (let n = 0; n < 20; n += 1) {
      const half = await post('Content-Length: 700', 'a');
      await until(() => held.heldBytes === 700);
      half.resetAndDestroy();
      await until(() => held.heldBytes === 0);
    }
  });

  test('whose sender is gone before they are worked on count until that is done', async () => {
    let goOn = (): void => undefined;
    beforeHandler = new Promise(resolve => (goOn = resolve));
    const before = gone.length;
    const socket = await post('Content-Length: 700', 'a'.repeat(700));
    await until(() => held.heldBytes === 700);
    socket.resetAndDestroy();
    await until(() => gone.length > before);
    assert.equal(held.heldBytes, 700);
    goOn();
    await until(() => waiting.length === 1);
    waiting.pop()?.();
    await until(() => held.heldBytes === 0);
    beforeHandler = Promise.resolve();
  });

  test('count on while their answer waits to be read', async () => {
    answerTimes = 2_000_000;
    const before = sent.length;
    const socket = await post('Content-Length: 700', 'a'.repeat(700));
    socket.pause();
    await until(() => waiting.length === 1);
    waiting.pop()?.();
    await until(() => sent.length > before);
    assert.equal(held.heldBytes, 700);
    socket.resetAndDestroy();
    await until(() => held.heldBytes === 0);
    answerTimes = 1;
  });

  test('reach who keeps them gathered, also when each byte comes as a piece of its own', async () => {
    const socket = await post(
      'Transfer-Encoding: chunked',
      `${'1\r\na\r\n'.repeat(600)}0\r\n\r\n`,
      'text/pieces',
    );
    await until(() => waiting.length === 1);
    waiting.pop()?.();
    assert.match(await answerOf(socket), / 200 /);
    assert.deepEqual(pieces, [600]);
    await until(() => held.heldBytes === 0);
  });
});
