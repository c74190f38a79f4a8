import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import pg from 'pg';
import { forgottenSealer } from '#support/event-sealer.ts';
import { createTestDatabase, type TestDatabase } from '#support/database.ts';
import { openPool, openTables } from './connection.ts';
import { appendEvent, type NewEvent } from './event-chain.ts';
import type { Tables } from './tables.ts';

let database: TestDatabase;
let owner: pg.Pool;
let tables: Kysely<Tables>;
let made = 0;
before(async () => {
  database = await createTestDatabase();
  owner = database.pool('owner');
  // What a process may append is told in own-events.test.ts.
  tables = openTables(owner);
});

async function newSubmission(): Promise<Buffer> {
  const id = randomBytes(16);
  await owner.query(
    `insert into handover.submissions (id, reference, draft_id, state, submitter_type, received_at, box_id, box_recipient)
     values ($1, $2, $3, 'received', 'parent', now(), $4, 'age1')`,
    [id, `NS26-${(made += 1)}`, randomBytes(16), randomBytes(32)],
  );
  return id;
}

function event(submissionId: Buffer, key?: string): NewEvent {
  return {
    type: 'item-sealed',
    actor: { kind: 'worker', id: 'seal' },
    submissionId,
    at: new Date('2026-11-23T20:31:01.000Z'),
    facts: {},
    ...(key === undefined ? {} : { key }),
  };
}

/** Resolves when some session of this database waits for a lock: what it waits for is then certain, not a matter of time. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rowCount !== 0) return;
    await sleep(5);
  }
}

describe('an event appended while another is being appended to the same chain', () => {
  for (const key of [undefined, 'its own'] as const) {
    test(`waits, and takes the next place after it${key === undefined ? ', also without a key' : ''}`, async () => {
      const submission = await newSubmission();
      let second: ReturnType<typeof appendEvent> | undefined;
      const first = await tables.transaction().execute(async trx => {
        const appended = await appendEvent(trx, event(submission, key && `first ${made}`), forgottenSealer);
        second = tables
          .transaction()
          .execute(other => appendEvent(other, event(submission, key && `second ${made}`), forgottenSealer));
        await someoneWaits();
        return appended;
      });
      assert.deepEqual([first.n, (await second)?.n], [1, 2]);
      const { rows } = await owner.query<{ body: Buffer }>(
        'select body from handover.events where submission_id = $1 order by submission_n',
        [submission],
      );
      const previous = rows.map(row => (JSON.parse(String(row.body)) as Body).submission.previous);
      assert.deepEqual(previous, [null, first.commitment.toString('hex')]);
    });
  }

  test('is the first one when it is the same act: nothing is added', async () => {
    const submission = await newSubmission();
    const append = (trx: Transaction<Tables>) =>
      appendEvent(trx, event(submission, `same ${made}`), forgottenSealer);
    let second: ReturnType<typeof appendEvent> | undefined;
    const first = await tables.transaction().execute(async trx => {
      const appended = await append(trx);
      second = tables.transaction().execute(append);
      await someoneWaits();
      return appended;
    });
    assert.deepEqual(await second, { ...first, again: true });
  });

  test('is refused for a submission that is not there', async () => {
    const append = tables
      .transaction()
      .execute(trx => appendEvent(trx, event(randomBytes(16)), forgottenSealer));
    await assert.rejects(append, /no such submission/);
  });
});

type Body = { submission: { previous: string | null } };

describe('the sequencer', () => {
  /** A pool whose connections tell what they are asked, in order. */
  async function watched(connections = 1) {
    const asked: string[] = [];
    const pool = openPool(database.owner, connections);
    pool.on('connect', client => {
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      client.query = ((text: unknown, ...rest: unknown[]) => {
        asked.push(String(text));
        return query(text, ...rest);
      }) as typeof client.query;
    });
    const listener = new pg.Client(database.as('handover_sequencer'));
    await listener.connect();
    await listener.query('listen handover_events');
    const stop = () => Promise.all([pool.end(), listener.end()]);
    return { asked, listener, tables: openTables(pool), stop };
  }

  test('is told of an event in a transaction of its own, after the commit, so that commits never wait for each other', async () => {
    const { asked, listener, tables, stop } = await watched();
    const submission = await newSubmission();
    const heard = once(listener, 'notification');
    await tables.transaction().execute(trx => appendEvent(trx, event(submission), forgottenSealer));
    await heard;
    const notices = asked.flatMap((text, at) => (text.includes('pg_notify') ? [at] : []));
    assert.deepEqual(notices, [asked.indexOf('commit') + 1]);
    await stop();
  });

  test('is not told of what was rolled back, nor of a commit that appends nothing', async () => {
    const { asked, tables, stop } = await watched();
    const submission = await newSubmission();
    const undone = tables.transaction().execute(async trx => {
      await appendEvent(trx, event(submission), forgottenSealer);
      throw new Error('undone');
    });
    await assert.rejects(undone, /undone/);
    await tables.transaction().execute(trx => trx.selectFrom('handover.events').select('id').execute());
    assert.ok(asked.includes('rollback') && asked.includes('commit'));
    assert.ok(!asked.some(text => text.includes('pg_notify')));
    await stop();
  });

  test('is told after the last of many commits at once, by no more notices than there were commits', async () => {
    const { asked, tables, stop } = await watched(4);
    const submissions = await Promise.all(Array.from({ length: 40 }, newSubmission));
    await Promise.all(
      submissions.map(id =>
        tables.transaction().execute(trx => appendEvent(trx, event(id), forgottenSealer)),
      ),
    );
    const notices = asked.filter(text => text.includes('pg_notify')).length;
    assert.equal(asked.filter(text => text === 'commit').length, 40);
    assert.ok(notices >= 1 && notices <= 40, String(notices));
    assert.ok(asked.findLastIndex(text => text.includes('pg_notify')) > asked.lastIndexOf('commit'));
    await stop();
  });
});
