import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { Upload } from 'tus-js-client';
import { createPublicSide, type PublicSide } from '../../testing/public-side.ts';
import { TestVisitor } from '../../testing/test-visitor.ts';

const HOST = 'public.localhost:7401';
const ROUNDS = 8;

/** Numbers below `limit` from a fixed seed (a linear congruential generator; Numerical Recipes, 7.1). */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % limit;
  };
}

/** A line that breaks: passes bytes on to the real port, and cuts a connection after as many as it is told. */
class BreakingLine {
  cuts = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(port: number, nextCut: () => number | null) {
    this.#server = createServer(client => {
      const upstream = connect(port, '127.0.0.1');
      let left = nextCut();
      for (const socket of [client, upstream]) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => this.#sockets.delete(socket));
      }
      client.on('data', (bytes: Buffer) => {
        if (left !== null && (left -= bytes.length) < 0) {
          this.cuts += 1;
          upstream.end(bytes.subarray(0, Math.max(0, bytes.length + left)));
          client.destroy();
          return;
        }
        upstream.write(bytes);
      });
      client.on('end', () => upstream.end());
      client.on('close', () => upstream.destroy());
      upstream.pipe(client);
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}

describe('tus-js-client against the public listener', () => {
  let side: PublicSide;
  let port = 0;
  before(async () => {
    side = await createPublicSide();
    await side.app.listen({ host: '127.0.0.1', port: 0 });
    const [address] = side.app.addresses();
    port = typeof address === 'object' ? address.port : 0;
  });
  after(() => side.app.close());

  type Client = { visitor: TestVisitor; port: number; bytes: Buffer; chunkSize: number };
  const upload = async ({ visitor, port: at, bytes, chunkSize }: Client): Promise<void> => {
    const headers = {
      host: HOST,
      cookie: visitor.cookie,
      'sec-fetch-site': 'same-origin',
      'handover-form-token': await visitor.token(),
    };
    await new Promise<void>((resolve, reject) => {
      const begun = new Upload(bytes, {
        endpoint: `http://127.0.0.1:${at}/chat/uploads`,
        headers,
        chunkSize,
        metadata: { filename: 'chat.txt' },
        retryDelays: Array.from({ length: 200 }, () => 0),
        // The address in Location is a path; the client goes on through the same line.
        onError: reject,
        onSuccess: () => resolve(),
      });
      begun.start();
    });
  };

  test(`${ROUNDS} files arrive whole while the line is cut at random places`, async () => {
    const random = numbersFrom(20_261_127);
    let cuts = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const lines = Array.from(
        { length: 20_000 + random(30_000) },
        (_, n) => `12/03/2026, 21:41 - Kit: ${n} 🙂 hello`,
      );
      const bytes = Buffer.from(lines.join('\n'));
      const visitor = new TestVisitor(side.app);
      await visitor.walkToChat();
      let connections = 0;
      const line = new BreakingLine(port, () => {
        connections += 1;
        return connections > 30 ? null : random(700_000);
      });
      try {
        await upload({ visitor, port: await line.listen(), bytes, chunkSize: 100_000 + random(1_500_000) });
      } finally {
        line.close();
      }
      cuts += line.cuts;
      const files = await side.stagedFiles();
      const last = files.at(-1);
      assert.equal(files.length, round + 1);
      assert.equal(last?.meta?.sha256Hex, createHash('sha256').update(bytes).digest('hex'));
      assert.ok(last?.bytes.equals(bytes), `round ${round}`);
    }
    assert.ok(cuts >= ROUNDS, `the line was cut ${cuts} times`);
  });

  test('a file that is refused is not tried again', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(50_000, 7)]);
    await assert.rejects(
      upload({ visitor, port, bytes: picture, chunkSize: Infinity }),
      /response code: 422/,
    );
  });
});
