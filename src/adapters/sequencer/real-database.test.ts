import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  createCuttableWay,
  createLogDatabase,
  endConnection,
  fillOutbox,
  type LogDatabase,
  until,
} from '#support/log-database.ts';
import { createLogFiles } from './log-files.ts';
import { REFUSALS } from './refusals.ts';
import { recover, sequenceOnce, type SequencerParts } from './sequencer.ts';
import { checkWholeLog } from './whole-log.ts';

async function counts({ owner }: LogDatabase) {
  const { rows } = await owner.query<{ waiting: number; logged: number; size: number }>(
    `select count(*) filter (where log_index is null)::int as waiting, count(log_index)::int as logged,
       (select size::int from handover.log_head) as size from handover.log_entries`,
  );
  return rows[0] ?? assert.fail();
}

/** Everything on disk and in the database, read anew and compared entry by entry. */
async function checkAll(log: LogDatabase, parts: SequencerParts): Promise<void> {
  const files = createLogFiles(log.folder);
  const head = await parts.store.read();
  await checkWholeLog({ store: parts.store, files }, head);
  assert.equal(await files.readPublished(), head.checkpoint);
  const { logged, size } = await counts(log);
  assert.equal(logged, size);
}

describe('two sequencers at once', () => {
  test('the second waits, and leads as soon as the connection of the first ends', async () => {
    const log = await createLogDatabase();
    const [first, second] = [await log.sequencer(), await log.sequencer()];
    await first.parts.store.lead();
    const head = await recover(first.parts);
    let leads = false;
    const waiting = second.parts.store.lead().then(() => (leads = true));
    await until(async () => {
      const { rowCount } = await log.owner.query(
        `select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
         where l.locktype = 'advisory' and not l.granted`,
      );
      return rowCount === 1;
    });
    await fillOutbox(log.owner, 3);
    await sequenceOnce(first.parts, head);
    assert.equal(leads, false);
    await first.client.end();
    await waiting;
    await fillOutbox(log.owner, 2);
    assert.equal((await sequenceOnce(second.parts, await recover(second.parts))).size, 5);
    await checkAll(log, second.parts);
  });

  test('nothing lands of a leader that was paused, lost its connection and comes back with an old head', async () => {
    const log = await createLogDatabase();
    const [old, next] = [await log.sequencer(), await log.sequencer()];
    await old.parts.store.lead();
    await fillOutbox(log.owner, 3);
    const stale = await sequenceOnce(old.parts, await recover(old.parts));
    await endConnection(log.owner, old.client);
    await next.parts.store.lead();
    await fillOutbox(log.owner, 4);
    const head = await sequenceOnce(next.parts, await recover(next.parts));
    await next.parts.store.publish(new Date());
    await fillOutbox(log.owner, 1);
    const root = new Uint8Array(32).fill(1);
    const tries = [
      () => sequenceOnce(old.parts, stale),
      () =>
        old.parts.store.advance(stale, { ...stale, size: 4 }, [
          { commitment: Buffer.alloc(32), sealed: Buffer.alloc(0) },
        ]),
      () => old.parts.store.publish(new Date()),
      () => old.parts.store.announce(),
      () => old.parts.files.stage(4, root, []),
      () => old.parts.files.publish(stale.checkpoint),
    ];
    for (const attempt of tries) await assert.rejects(attempt());
    const { rows } = await log.owner.query<{ checkpoint: string }>(
      'select checkpoint from handover.published_checkpoint',
    );
    assert.equal(rows[0]?.checkpoint, head.checkpoint);
    assert.equal(readFileSync(join(log.folder, 'checkpoint'), 'utf8'), head.checkpoint);
    await checkAll(log, next.parts);
    assert.equal((await sequenceOnce(next.parts, head)).size, 8);
    await checkAll(log, next.parts);
  });

  test('a head that moved under another hand is not moved again, and nothing of the batch gets a place', async () => {
    const log = await createLogDatabase();
    const { parts } = await log.sequencer();
    await parts.store.lead();
    const stale = await recover(parts);
    await fillOutbox(log.owner, 3);
    await sequenceOnce(parts, stale);
    await fillOutbox(log.owner, 2);
    const entries = await parts.store.waiting(2);
    const next = { ...stale, size: 2, checkpoint: 'another' };
    await assert.rejects(parts.store.advance(stale, next, entries), { code: 'log-state-unknown' });
    assert.deepEqual(await counts(log), { waiting: 2, logged: 3, size: 3 });
  });
});

test('a row whose transaction began first and commits last is logged in its turn', async () => {
  const log = await createLogDatabase();
  const { parts } = await log.sequencer();
  await parts.store.lead();
  const head = await recover(parts);
  const late = await log.owner.connect();
  await late.query('begin');
  await fillOutbox(late, 2);
  await fillOutbox(log.owner, 3);
  const first = await sequenceOnce(parts, head);
  assert.equal(first.size, 3);
  await late.query('commit');
  late.release();
  assert.equal((await sequenceOnce(parts, first)).size, 5);
  assert.deepEqual(await counts(log), { waiting: 0, logged: 5, size: 5 });
  await checkAll(log, parts);
});

describe('a connection that is lost in the middle of a commit', () => {
  async function ready() {
    const log = await createLogDatabase();
    const way = await createCuttableWay(log.database.as('handover_sequencer'));
    const { client, parts } = await log.sequencer(way.address);
    await parts.store.lead();
    await fillOutbox(log.owner, 3);
    const head = await sequenceOnce(parts, await recover(parts));
    await fillOutbox(log.owner, 4);
    return { log, way, client, parts, head };
  }

  async function startAgain(log: LogDatabase): Promise<void> {
    const { parts } = await log.sequencer();
    await parts.store.lead();
    let head = await recover(parts);
    await checkAll(log, parts);
    while ((await parts.store.waiting(1)).length > 0) head = await sequenceOnce(parts, head);
    assert.deepEqual(await counts(log), { waiting: 0, logged: 7, size: 7 });
    await checkAll(log, parts);
  }

  test('is an unknown state when the commit happened and its answer did not arrive, and the next start goes on from it', async () => {
    const { log, way, parts, head } = await ready();
    const { advance } = parts.store;
    const store = {
      ...parts.store,
      advance: (...args: Parameters<typeof advance>) => {
        way.cut();
        return advance(...args);
      },
    };
    const batch = assert.rejects(sequenceOnce({ ...parts, store }, head), { code: 'log-state-unknown' });
    await until(async () => (await counts(log)).size === 7);
    way.end();
    await batch;
    await startAgain(log);
  });

  test('is an unknown state when the server ended it before the commit, and the next start logs the batch', async () => {
    const { log, client, parts, head } = await ready();
    const other = await log.owner.connect();
    await other.query('begin');
    await other.query('select from handover.log_head for update');
    const batch = assert.rejects(sequenceOnce(parts, head), { code: 'log-state-unknown' });
    await until(async () => {
      const { rowCount } = await log.owner.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%advance_log%' and datname = current_database()`,
      );
      return rowCount === 1;
    });
    await endConnection(log.owner, client);
    await batch;
    await other.query('rollback');
    other.release();
    assert.deepEqual(await counts(log), { waiting: 4, logged: 3, size: 3 });
    await startAgain(log);
  });
});

test('the public checkpoint is the head row at that moment, whatever head a process remembers', async () => {
  const log = await createLogDatabase();
  const { parts } = await log.sequencer();
  await parts.store.lead();
  await fillOutbox(log.owner, 3);
  const head = await sequenceOnce(parts, await recover(parts));
  await parts.store.publish(new Date());
  const { rows } = await log.owner.query('select checkpoint from handover.published_checkpoint');
  assert.deepEqual(rows, [{ checkpoint: head.checkpoint }]);
});

test('a log without a head is refused, never begun anew', async () => {
  const log = await createLogDatabase();
  const { parts } = await log.sequencer();
  await log.owner.query('delete from handover.log_head');
  await assert.rejects(recover(parts), new RegExp(REFUSALS['head-missing']));
});

test('rows of the index that were removed, added or exchanged behind its back are refused at the next start', async () => {
  const changes = [
    'update handover.log_entries set log_index = null, logged_at = null where log_index >= 5',
    'update handover.log_entries set log_index = 8 where log_index is null',
    `update handover.log_entries set log_index = case log_index when 1 then -1 when 2 then -2 end where log_index in (1, 2);
     update handover.log_entries set log_index = case log_index when -1 then 2 when -2 then 1 end where log_index < 0`,
  ];
  for (const change of changes) {
    const log = await createLogDatabase();
    const { parts } = await log.sequencer();
    await parts.store.lead();
    await fillOutbox(log.owner, 8);
    await sequenceOnce(parts, await recover(parts));
    await fillOutbox(log.owner, 1);
    await log.owner.query(change);
    await assert.rejects(recover(parts), new RegExp(REFUSALS['entry-differs']), change);
  }
});
