import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { createPublicSide, type PublicSide } from '../testing/public-side.ts';
import { multipart, TestVisitor, wordsOf } from '../testing/test-visitor.ts';

const HOST = 'public.localhost:7401';

/** What the other side says until it ends the connection, which it must do by itself. */
async function wholeAnswer(socket: Socket): Promise<string> {
  const pieces: Buffer[] = [];
  socket.on('data', (piece: Buffer) => pieces.push(piece));
  socket.on('error', () => undefined);
  if (!socket.closed) await new Promise<void>(resolve => void socket.on('close', () => resolve()));
  return Buffer.concat(pieces).toString();
}

describe('a body that stalls or trickles, over a real connection', () => {
  let side: PublicSide;
  let port = 0;
  before(async () => {
    side = await createPublicSide({ settings: { pace: { windowMs: 150, leastBytes: 1024 } } });
    await side.app.listen({ host: '127.0.0.1', port: 0 });
    const [address] = side.app.addresses();
    port = typeof address === 'object' ? address.port : 0;
  });
  after(() => side.app.close());

  const begin = async (path: string, headers: Record<string, string>, body: Buffer): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const lines = Object.entries({ Host: HOST, 'Sec-Fetch-Site': 'same-origin', ...headers });
    socket.write(
      `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    );
    socket.write(body);
    return socket;
  };
  const beginUpload = async (visitor: TestVisitor, bytes: Uint8Array, accept = 'text/html') => {
    const { payload, headers } = multipart([
      ['form_token', await visitor.token()],
      ['file', { name: 'chat.txt', bytes }],
    ]);
    const closing = Buffer.from('\r\n------WebKitFormBoundaryTest0123456789--\r\n').length;
    return begin(
      '/chat/upload',
      {
        Cookie: visitor.cookie,
        Accept: accept,
        'Content-Type': headers['content-type'] ?? '',
        'Content-Length': String(payload.length + 5_000_000),
      },
      payload.subarray(0, payload.length - closing),
    );
  };
  const staged = async () =>
    (await side.owner.query<{ n: number }>('select count(*)::int as n from handover.staged_files')).rows[0]
      ?.n;

  test('an upload that stalls half-way is answered in plain words, ended, and leaves nothing', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    const socket = await beginUpload(visitor, Buffer.alloc(2_500_000, 'hello Kit\n'));
    const answer = await wholeAnswer(socket);
    assert.match(answer, /^HTTP\/1\.1 422 /);
    assert.match(answer, /The file did not arrive whole/);
    assert.match(answer, /stopped for a while/);
    assert.equal(await staged(), 0);
    assert.doesNotMatch(wordsOf(await visitor.get('/chat')), /chat\.txt/);
  });

  test('an upload that trickles a byte now and then is ended like one that stalls', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    const socket = await beginUpload(visitor, Buffer.from('hello Kit\n'), 'application/json');
    const drip = setInterval(() => socket.write('.'), 20);
    const answer = await wholeAnswer(socket);
    clearInterval(drip);
    assert.match(answer, /^HTTP\/1\.1 422 /);
    assert.match(answer, /"ok":false,"title":"The file did not arrive whole"/);
    assert.equal(await staged(), 0);
  });

  test('a form that stalls is answered and ended, and a danger in it is not half-taken', async () => {
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': '9000',
    };
    const answer = await wholeAnswer(await begin('/', headers, Buffer.from('happening=child-in-danger&x=')));
    assert.match(answer, /^HTTP\/1\.1 400 /);
    assert.match(answer, /did not arrive in time/);
    assert.match(answer, /nothing of this page was kept/);
    const { rows } = await side.owner.query('select 1 from handover.danger_reports');
    assert.equal(rows.length, 0);
  });

  test('a form that is not a form, refused before its body is read, ends when the rest stalls, and harms nobody', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    const socket = await begin(
      '/chat/upload',
      { Cookie: visitor.cookie, 'Content-Type': 'multipart/form-data', 'Content-Length': '90000' },
      Buffer.from('x'),
    );
    const answer = await wholeAnswer(socket);
    assert.match(answer, /^HTTP\/1\.1 422 /);
    assert.equal((await visitor.get('/chat')).statusCode, 200);
  });

  test('a file that comes slower than we take it, but comes, is taken', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    const { payload, headers } = multipart([
      ['form_token', await visitor.token()],
      ['file', { name: 'slow.txt', bytes: Buffer.alloc(40_000, 'hello Kit\n') }],
    ]);
    const socket = await begin(
      '/chat/upload',
      {
        Cookie: visitor.cookie,
        Connection: 'close',
        'Content-Type': headers['content-type'] ?? '',
        'Content-Length': String(payload.length),
      },
      payload.subarray(0, 4096),
    );
    const answer = wholeAnswer(socket);
    // Each piece holds the least that a window asks for, several times over.
    for (let at = 4096; at < payload.length; at += 6144) {
      await new Promise(resolve => setTimeout(resolve, 40));
      socket.write(payload.subarray(at, at + 6144));
    }
    assert.match(await answer, /^HTTP\/1\.1 303 /);
    assert.match((await visitor.get('/chat')).body, /slow\.txt/);
  });
});
