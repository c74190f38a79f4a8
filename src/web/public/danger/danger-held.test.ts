import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { PUBLIC_LIMITS } from '../app.ts';
import { createPublicSide, type PublicSide } from '../testing/public-side.ts';
import { TestVisitor, wordsOf } from '../testing/test-visitor.ts';

const ROOM = 20_000;

describe('a danger while other forms fill the memory for forms', () => {
  let side: PublicSide;
  const sockets: Socket[] = [];
  before(async () => {
    side = await createPublicSide({
      settings: {
        held: {
          ...PUBLIC_LIMITS.held,
          forms: { all: ROOM, ofOne: ROOM },
          dangers: { all: 3000, ofOne: 2000 },
        },
      },
    });
    await side.app.listen({ host: '127.0.0.1', port: 0 });
  });
  after(async () => {
    for (const socket of sockets) socket.destroy();
    await side.app.close();
  });

  /** Announces a form, and sends only its beginning. */
  const beginForm = async (path: string, sizeBytes: number): Promise<Socket> => {
    const address = side.app.server.address();
    const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: public.localhost:7401\r\nSec-Fetch-Site: same-origin\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${sizeBytes}\r\n\r\na`,
    );
    return socket;
  };
  const reports = async () =>
    (await side.owner.query<{ n: number }>('select count(*)::int as n from handover.danger_reports')).rows[0]
      ?.n;
  /** Asks until the listener has seen what was sent to it or taken from it. */
  const askUntil = async (visitor: TestVisitor, path: string, status: number) => {
    for (;;) {
      const reply = await visitor.post(path, {});
      if (reply.statusCode === status) return reply;
      await new Promise(resolve => setImmediate(resolve));
    }
  };

  test('reaches the desk out of a reserve of its own, which others cannot fill, and is asked to come again only when that is full', async () => {
    const [parent, child] = [new TestVisitor(side.app), new TestVisitor(side.app)];
    await parent.walkToChat();
    const flood = await beginForm('/happened', ROOM);
    const refused = await askUntil(parent, '/who', 503);
    assert.equal(refused.headers['retry-after'], '10');
    assert.match(wordsOf(refused), /What you gave us before is safe/);
    assert.match(wordsOf(refused), /go back and send it again\. If somebody is in danger now, call 999/);

    const told = await child.post('/', { happening: 'child-in-danger' });
    assert.equal(told.statusCode, 303);
    assert.equal(await reports(), 1);
    assert.equal((await child.post('/danger', { what: 'He waits outside.' })).statusCode, 303);

    // The reserve is full: what one connection may hold of it, and the rest.
    const both = [await beginForm('/danger', 2000), await beginForm('/', 2000)];
    const [answer] = (await Promise.race(both.map(socket => once(socket, 'data')))) as [Buffer];
    assert.match(answer.toString(), /^HTTP\/1\.1 503 [^]*retry-after: 10/);
    assert.match(wordsOf(await child.post('/danger', { what: 'x'.repeat(1100) })), /call 999/);
    assert.equal((await child.post('/danger', { what: 'He has gone.' })).statusCode, 303);

    flood.resetAndDestroy();
    for (const socket of both) socket.resetAndDestroy();
    await askUntil(parent, '/contact', 303);
  });
});
