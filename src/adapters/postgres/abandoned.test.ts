import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { forgottenSealer } from '#support/event-sealer.ts';
import { createTestDatabase } from '#support/database.ts';
import type { IntakeDoor } from '#domain/intake/index.ts';
import { removeAbandonedDrafts, removeCutUploads } from './abandoned.ts';
import { openTables } from './connection.ts';
import { createPublicDoor } from './public-door.ts';
import type { Tables } from './tables.ts';

const DAYS = 7;
const NOW = new Date('2030-01-20T12:00:00Z');
const ago = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);

describe('what is left lying', () => {
  let owner: pg.Pool;
  let door: IntakeDoor;
  let worker: Kysely<Tables>;
  beforeEach(async () => {
    const database = await createTestDatabase();
    owner = database.pool('owner');
    door = createPublicDoor(database.pool('handover_public'));
    worker = openTables(database.pool('handover_worker'));
  });

  const draft = async (changedAt: Date): Promise<Buffer> => {
    const id = randomBytes(32);
    await door.putDraft(id, randomBytes(500), 1);
    await owner.query('update handover.drafts set updated_at = $2 where id = $1', [id, changedAt]);
    return id;
  };
  const file = async (draftId: Buffer, state: 'begun' | 'cut' | 'complete', begunAt = ago(9)) => {
    const id = randomBytes(16);
    await door.beginFile(draftId, id);
    if (state !== 'begun') await door.stageSegment(id, 0, randomBytes(100));
    if (state === 'complete') await door.completeFile(id, 1, randomBytes(40));
    await owner.query('update handover.staged_files set begun_at = $2, touched_at = $2 where id = $1', [
      id,
      begunAt,
    ]);
    return id;
  };
  const count = async (table: string) =>
    (await owner.query<{ n: number }>(`select count(*)::int as n from handover.${table}`)).rows[0]?.n;
  const events = async () =>
    (
      await owner.query<{ body: Buffer; submission_id: null }>(
        `select body, submission_id from handover.events where type = 'draft-expired' order by at`,
      )
    ).rows.map(row => {
      assert.equal(row.submission_id, null);
      return (JSON.parse(row.body.toString()) as { facts: object }).facts;
    });
  const removeAll = async () => {
    for (
      let rounds = 0;
      await removeAbandonedDrafts(worker, { draftDays: DAYS, sealer: forgottenSealer }, NOW);
    )
      assert.ok((rounds += 1) < 10);
  };

  test('a draft goes after the time it was said to stay, its files only with a logged event that counts them', async () => {
    const old = await draft(ago(7.1));
    await file(old, 'complete');
    await file(old, 'cut');
    await file(old, 'begun');
    await draft(ago(8));
    const young = await draft(ago(6.9));
    await file(young, 'complete');
    await removeAll();
    assert.equal(await door.getDraft(old), null);
    assert.notEqual(await door.getDraft(young), null);
    assert.deepEqual(
      [await count('drafts'), await count('staged_files'), await count('staged_segments')],
      [1, 1, 1],
    );
    assert.deepEqual(await events(), [{ drafts: 2, files: 2 }]);
    const waiting = await owner.query('select 1 from handover.log_entries where log_index is null');
    assert.equal(waiting.rowCount, 1);
  });

  test('a draft without bytes goes without an event', async () => {
    await draft(ago(8));
    await removeAll();
    assert.deepEqual([await count('drafts'), await count('events')], [0, 0]);
  });

  test('danger reports of such a draft stay with the desk', async () => {
    const old = await draft(ago(8));
    const answers = {
      happening: ['child-in-danger'],
      what: 'w',
      where: '',
      who: '',
      safeNumber: '',
    } as const;
    await door.reportDanger(old, { ...answers, mayRing: false });
    await removeAll();
    assert.deepEqual([await count('drafts'), await count('danger_reports')], [0, 1]);
    assert.equal(await count('danger_report_versions'), 1);
  });

  test('what was handed in, its ticket and its box are never touched, however old', async () => {
    const id = await draft(ago(400));
    const chat = await file(id, 'complete', ago(400));
    const [box, ticket] = [randomBytes(32), randomBytes(32)];
    assert.equal(await door.putTicket(ticket, randomBytes(300), 1), true);
    await owner.query('update handover.drafts set updated_at = $2 where id = $1', [ticket, ago(400)]);
    const request = { draftId: id, boxId: box, boxRecipient: 'age1x', fileIds: [chat] };
    await door.submit({ ...request, submitterType: 'child' });
    await removeAll();
    await removeCutUploads(worker, forgottenSealer, NOW);
    assert.notEqual(await door.getDraft(id), null);
    assert.notEqual(await door.getDraft(ticket), null);
    assert.equal((await door.readBox(box))?.state, 'received');
    assert.equal(await count('staged_segments'), 1);
  });

  test('a draft that is handed in at the same moment is passed over, whichever comes first', async () => {
    const id = await draft(ago(8));
    const chat = await file(id, 'complete');
    const visitor = await owner.connect();
    await visitor.query('begin');
    await visitor.query('select public_door.submit($1, $2, $3, $4, $5)', [
      id,
      randomBytes(32),
      'age1x',
      'child',
      [chat],
    ]);
    await removeAll();
    await visitor.query('commit');
    visitor.release();
    await removeAll();
    assert.deepEqual([await count('drafts'), await count('submissions'), await count('events')], [1, 1, 0]);
  });

  test('250 drafts go in batches of a hundred', async () => {
    await owner.query(
      `insert into handover.drafts (id, sealed, version, updated_at)
       select sha256(n::text::bytea), '\\x00', 1, $1 from generate_series(1, 250) n`,
      [ago(8)],
    );
    assert.equal(
      await removeAbandonedDrafts(worker, { draftDays: DAYS, sealer: forgottenSealer }, NOW),
      true,
    );
    assert.equal(await count('drafts'), 150);
    assert.equal(
      await removeAbandonedDrafts(worker, { draftDays: DAYS, sealer: forgottenSealer }, NOW),
      true,
    );
    assert.equal(
      await removeAbandonedDrafts(worker, { draftDays: DAYS, sealer: forgottenSealer }, NOW),
      false,
    );
    assert.equal(await count('drafts'), 0);
  });

  test('an upload that broke off goes after a day, with an event when bytes had come; one still coming stays', async () => {
    const id = await draft(ago(0.1));
    await file(id, 'cut', ago(1.1));
    await file(id, 'begun', ago(1.1));
    const coming = await file(id, 'cut', ago(0.9));
    const whole = await file(id, 'complete', ago(3));
    assert.equal(await removeCutUploads(worker, forgottenSealer, NOW), false);
    const { rows } = await owner.query<{ id: Buffer }>('select id from handover.staged_files');
    assert.deepEqual(
      new Set(rows.map(row => row.id.toString('hex'))),
      new Set([coming, whole].map(each => each.toString('hex'))),
    );
    assert.deepEqual(await events(), [{ drafts: 0, files: 1 }]);
  });
});
