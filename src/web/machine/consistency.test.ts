import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createConsistencyQueue } from '#adapters/postgres/consistency-asks.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { answerNextConsistency } from '#domain/receipts/index.ts';
import { fromBase64 } from '#portable/bytes/index.ts';
import { verifyConsistency } from '#portable/tlog/index.ts';
import { logOnDisk, type LogOnDisk } from '#support/log-on-disk.ts';
import { createPublicSide, type PublicSide } from '../public/testing/public-side.ts';
import { TestVisitor } from '../public/testing/test-visitor.ts';

describe('consistency proofs on the public side', () => {
  let side: PublicSide;
  let log: LogOnDisk;
  let queue: ReturnType<typeof createConsistencyQueue>;

  before(async () => {
    side = await createPublicSide();
    await side.app.ready();
    log = await logOnDisk([7, 250, 255, 300]);
    queue = createConsistencyQueue(openTables(side.database.pool('handover_worker')));
    await side.owner.query(
      'insert into handover.published_checkpoint (checkpoint, published_at) values ($1, now())',
      [log.checkpoint],
    );
  });

  const ask = (query: string) => new TestVisitor(side.app).get(`/checkpoint/consistency${query}`);
  const answerAll = async () => {
    while (await answerNextConsistency(queue, log.files)) continue;
  };

  test('are made by the worker, and are one base64 hash a line that lead from the old root to the published one', async () => {
    for (const from of [1, 7, 250, 256, 299, 300]) {
      const early = await ask(`?from=${from}&to=300`);
      assert.deepEqual([early.statusCode, early.headers['retry-after']], [503, '1']);
      await answerAll();
      const { statusCode, headers, body } = await ask(`?from=${from}&to=300`);
      assert.deepEqual([statusCode, headers['content-type']], [200, 'text/plain; charset=utf-8']);
      const proof = body
        .split('\n')
        .slice(0, -1)
        .map(line => fromBase64(line) ?? assert.fail(line));
      const isGood = verifyConsistency({
        ...{ size1: from, size2: 300, proof },
        root1: log.rootAt(from),
        root2: log.rootAt(300),
      });
      assert.equal(isGood, true, `from ${from}`);
    }
  });

  test('lead to no size that is not published, and from none below 1', async () => {
    for (const query of ['?from=7&to=301', '?from=300&to=9007199254'])
      assert.equal((await ask(query)).statusCode, 404, query);
    for (const query of [
      '',
      '?from=0&to=300',
      '?from=7',
      '?from=9&to=3',
      '?from=07&to=300',
      '?from=1&from=2&to=300',
      '?from=1e2&to=300',
      '?from=-1&to=300',
    ])
      assert.equal((await ask(query)).statusCode, 400, query);
    const { rows } = await side.owner.query('select from handover.consistency_asks where to_size > 300');
    assert.equal(rows.length, 0, 'nothing of it reached the table');
  });

  test('to a size at which the log never stood do not exist', async () => {
    await ask('?from=7&to=290');
    await answerAll();
    assert.equal((await ask('?from=7&to=290')).statusCode, 404);
  });

  test('of ten minutes ago are forgotten, and questions beyond 5,000 are turned away until then', async () => {
    await side.owner.query(
      `insert into handover.consistency_asks (from_size, to_size, proof) select n, 100000 + n, '' from generate_series(1, 5000) n`,
    );
    assert.equal((await ask('?from=33&to=300')).statusCode, 503);
    await side.owner.query(
      `update handover.consistency_asks set asked_at = asked_at - interval '11 minutes'`,
    );
    await answerAll();
    const { rows } = await side.owner.query('select from handover.consistency_asks');
    assert.equal(rows.length, 0);
    await ask('?from=33&to=300');
    await answerAll();
    assert.equal((await ask('?from=33&to=300')).statusCode, 200);
  });

  test('are asked of no stranger more than sixty times a minute', async () => {
    const hasty = await createPublicSide();
    await hasty.app.ready();
    const visitor = new TestVisitor(hasty.app);
    const codes: number[] = [];
    for (let n = 0; n < 61; n += 1)
      codes.push((await visitor.get('/checkpoint/consistency?from=1&to=2')).statusCode);
    assert.deepEqual([codes.slice(0, 60).every(code => code === 404), codes.at(-1)], [true, 429]);
  });
});

describe('the tiles of the log', () => {
  test('are on no address of the public side', async () => {
    const side = await createPublicSide();
    await side.app.ready();
    const visitor = new TestVisitor(side.app);
    for (const url of [
      '/log',
      '/log/checkpoint',
      '/log/consistency?from=1',
      '/log/tile/0/000',
      '/log/tile/entries/000.p/1',
      '/tile/0/000',
      '/tile/0/000.p/3',
      '/tile/entries/000',
      '/checkpoint/tile/0/000',
      '/checkpoint/../tile/0/000',
      '/assets/..%2f..%2flog%2ftile%2f0%2f000',
    ]) {
      const { statusCode, headers } = await visitor.get(url);
      assert.equal(statusCode, 404, url);
      assert.notEqual(headers['content-type'], 'application/octet-stream', url);
    }
    const { rows } = await side.owner.query<{ open: boolean }>(
      `select has_table_privilege('handover_public', 'handover.consistency_asks', 'select') as open`,
    );
    assert.equal(rows[0]?.open, false);
  });
});
