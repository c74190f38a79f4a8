import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { createPublicSide, type PublicSide } from '../testing/public-side.ts';
import { multipart, TestVisitor, wordsOf } from '../testing/test-visitor.ts';

const HOST = 'public.localhost:7401';

describe('uploads over a real connection', () => {
  let side: PublicSide;
  let port = 0;
  before(async () => {
    side = await createPublicSide();
    await side.app.listen({ host: '127.0.0.1', port: 0 });
    const [address] = side.app.addresses();
    port = typeof address === 'object' ? address.port : 0;
  });
  after(() => side.app.close());

  /** Begins an upload of `sizeBytes`, of which `bytes` follow the form's fields, and leaves the connection open. */
  const beginUpload = async (visitor: TestVisitor, bytes: Uint8Array, sizeBytes: number): Promise<Socket> => {
    const { payload, headers } = multipart([
      ['form_token', await visitor.token()],
      ['file', { name: 'chat.txt', bytes }],
    ]);
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      [
        'POST /chat/upload HTTP/1.1',
        `Host: ${HOST}`,
        'Sec-Fetch-Site: same-origin',
        `Cookie: ${visitor.cookie}`,
        `Content-Type: ${headers['content-type']}`,
        `Content-Length: ${payload.length + sizeBytes - bytes.length}`,
        '\r\n',
      ].join('\r\n'),
    );
    const closing = Buffer.from('\r\n------WebKitFormBoundaryTest0123456789--\r\n').length;
    socket.write(payload.subarray(0, payload.length - closing));
    return socket;
  };

  const rowsLeft = async () =>
    (await side.owner.query<{ n: number }>('select count(*)::int as n from handover.staged_files')).rows[0]
      ?.n;

  /** Waits until a check holds; it is for states that another process reaches, never for how long they take. */
  const until = async (check: () => Promise<boolean>) => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await check()) return;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    assert.fail('the state was not reached');
  };

  test('bad input: a connection that breaks at 90% of an upload leaves nothing of it', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    const socket = await beginUpload(visitor, Buffer.alloc(2_700_000, 'hello Kit\n'), 3_000_000);
    await until(async () => (await rowsLeft()) === 1);
    socket.destroy();
    await until(async () => (await rowsLeft()) === 0);
    assert.doesNotMatch(wordsOf(await visitor.get('/chat')), /chat\.txt/);
  });

  test('an archive is answered while nearly all of its body is still to come', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    const zip = Buffer.concat([Buffer.from('504b03041400000008000000', 'hex'), Buffer.alloc(70_000, 0xa7)]);
    const socket = await beginUpload(visitor, zip, 4_000_000_000);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    assert.match(answer.toString(), /^HTTP\/1\.1 422 /);
    socket.destroy();
    assert.equal(await rowsLeft(), 0);
  });

  test('what still comes of a refused body is thrown away, up to a limit, and then the connection ends', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(70_000, 0xa7)]);
    const socket = await beginUpload(visitor, picture, 4_000_000_000);
    await once(socket, 'data');
    const ended = new Promise(resolve => socket.on('close', resolve));
    socket.on('error', () => undefined);
    const megabyte = Buffer.alloc(1_048_576, 0xa7);
    let sent = 0;
    while (!socket.destroyed && sent < 200) {
      sent += 1;
      if (!socket.write(megabyte)) await Promise.race([once(socket, 'drain').catch(() => undefined), ended]);
    }
    await ended;
    assert.ok(sent >= 64 && sent < 200, `${sent} MiB were taken`);
    assert.equal(await rowsLeft(), 0);
  });
});
