import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, describe, test } from 'node:test';
import type pg from 'pg';
import { createTestDatabase } from '#support/database.ts';
import { HandoverError } from '#domain/error.ts';
import type { DangerAnswers, IntakeDoor } from '#domain/intake/index.ts';
import { openPool } from './connection.ts';
import { createPublicDoor } from './public-door.ts';

const DANGER: DangerAnswers = {
  happening: ['child-in-danger'],
  what: 'a meeting',
  where: 'Tarnwick',
  who: 'my child',
  safeNumber: '07700 900123',
  mayRing: true,
};

describe('the public door over PostgreSQL', () => {
  let door: IntakeDoor;
  let owner: pg.Pool;
  before(async () => {
    const database = await createTestDatabase();
    owner = database.pool('owner');
    door = createPublicDoor(database.pool('handover_public'));
  });

  const newDraft = async () => {
    const id = randomBytes(32);
    assert.equal(await door.putDraft(id, randomBytes(50), 1), true);
    return id;
  };
  const stagedFile = async (draft: Buffer) => {
    const file = randomBytes(16);
    await door.beginFile(draft, file);
    await door.stageSegment(file, 0, randomBytes(100));
    await door.completeFile(file, 1, randomBytes(40));
    return file;
  };
  const request = (draftId: Buffer, fileIds: Buffer[], boxId = randomBytes(32)) => ({
    draftId,
    boxId,
    boxRecipient: 'age1test',
    submitterType: 'parent-or-carer' as const,
    fileIds,
  });

  test('a draft is read back as written, and a write that is not the next version changes nothing', async () => {
    const id = randomBytes(32);
    assert.equal(await door.getDraft(id), null);
    assert.equal(await door.putDraft(id, Buffer.from('one'), 1), true);
    assert.equal(await door.putDraft(id, Buffer.from('again'), 1), false);
    assert.equal(await door.putDraft(id, Buffer.from('two'), 2), true);
    assert.equal(await door.putDraft(id, Buffer.from('late'), 2), false);
    assert.deepEqual(await door.getDraft(id), { sealed: Buffer.from('two'), version: 2 });
    await door.dropDraft(id);
    assert.equal(await door.getDraft(id), null);
  });

  test('danger answers keep their first time when the words change, and a NUL in them is shown, not fatal', async () => {
    const draft = await newDraft();
    const first = await door.reportDanger(draft, DANGER);
    const second = await door.reportDanger(draft, { ...DANGER, what: 'nul \0 here' });
    assert.deepEqual(second.at, first.at);
    const { rows } = await owner.query(
      'select what, where_text, may_ring from handover.danger_reports where draft_id = $1',
      [draft],
    );
    assert.deepEqual(rows, [{ what: 'nul \u2400 here', where_text: 'Tarnwick', may_ring: true }]);
  });

  test('a yes to ringing belongs to the number beside it: another number without an answer has none', async () => {
    const draft = await newDraft();
    const ring = async (answers: Partial<DangerAnswers>) => {
      await door.reportDanger(draft, { ...DANGER, ...answers });
      const text = 'select safe_number, may_ring from handover.danger_reports where draft_id = $1';
      const { rows } = await owner.query<{ safe_number: string; may_ring: boolean | null }>(text, [draft]);
      return [rows[0]?.safe_number, rows[0]?.may_ring];
    };
    assert.deepEqual(await ring({}), ['07700 900123', true]);
    assert.deepEqual(await ring({ safeNumber: '', mayRing: null }), ['07700 900123', true]);
    assert.deepEqual(await ring({ safeNumber: '07700 900456', mayRing: null }), ['07700 900456', null]);
    assert.deepEqual(await ring({ safeNumber: '07700 900456', mayRing: false }), ['07700 900456', false]);
    assert.deepEqual(await ring({ safeNumber: '07700 900123', mayRing: null }), ['07700 900123', false]);
  });

  test('a change made while an officer takes the report comes after the taking, whichever began first', async () => {
    const draft = await newDraft();
    await door.reportDanger(draft, DANGER);
    const officer = await owner.connect();
    await officer.query('begin');
    await officer.query(
      `update handover.danger_reports set taken_by = 'somebody', taken_at = clock_timestamp() where draft_id = $1`,
      [draft],
    );
    // The visitor's statement begins, and waits for the officer's transaction.
    const told = door.reportDanger(draft, { ...DANGER, what: 'they have left the house' });
    for (;;) {
      const { rows } = await officer.query<{ n: number }>(
        'select count(*)::int as n from pg_locks where not granted',
      );
      if (rows[0]?.n !== 0) break;
    }
    await officer.query(
      `update handover.danger_reports set taken_at = clock_timestamp() where draft_id = $1`,
      [draft],
    );
    await officer.query('commit');
    officer.release();
    await told;
    const { rows } = await owner.query<{ later: boolean }>(
      'select changed_at > taken_at as later from handover.danger_reports where draft_id = $1',
      [draft],
    );
    assert.equal(rows[0]?.later, true);
  });

  test('a draft handed in twice has one reference and one time', async () => {
    const draft = await newDraft();
    const file = await stagedFile(draft);
    const box = randomBytes(32);
    const [one, two] = await Promise.all([
      door.submit(request(draft, [file], box)),
      door.submit(request(draft, [file], box)),
    ]);
    assert.ok(one && two);
    assert.match(one.reference, /^NS\d\d-\d{6}$/);
    assert.equal(one.reference, two.reference);
    assert.deepEqual(one.receivedAt, two.receivedAt);
    assert.notEqual(one.again, two.again);
    assert.deepEqual(await door.readBox(box), {
      reference: one.reference,
      receivedAt: one.receivedAt,
      state: 'received',
      letters: [],
    });
  });

  test('a draft that is not there cannot be handed in, nor a file that is not complete', async () => {
    assert.equal(await door.submit(request(randomBytes(32), [randomBytes(16)])), null);
    const draft = await newDraft();
    const file = randomBytes(16);
    await door.beginFile(draft, file);
    await assert.rejects(door.submit(request(draft, [file])), { code: 'P0002' });
    assert.equal(await door.readBox(randomBytes(32)), null);
  });

  test('the force says what its pages need', async () => {
    assert.deepEqual(await door.forceNotice(), {
      forceName: 'Northshire Police',
      deskStaffed: '',
      demo: true,
    });
    assert.equal(await door.publishedCheckpoint(), null);
  });

  test('low storage is a declared refusal', async () => {
    await owner.query('update handover.force_settings set storage_low = true');
    try {
      await assert.rejects(door.putDraft(randomBytes(32), randomBytes(9), 1), isFailure('storage-full'));
    } finally {
      await owner.query('update handover.force_settings set storage_low = false');
    }
  });

  test('danger answers are taken even when storage is low', async () => {
    const draft = await newDraft();
    await owner.query('update handover.force_settings set storage_low = true');
    try {
      assert.ok((await door.reportDanger(draft, DANGER)).at instanceof Date);
    } finally {
      await owner.query('update handover.force_settings set storage_low = false');
    }
  });

  test('a database that cannot be reached is a declared refusal', async () => {
    const nowhere = openPool({ host: '127.0.0.1', port: 1, database: 'x', user: 'x', password: 'x' });
    await assert.rejects(createPublicDoor(nowhere).forceNotice(), isFailure('storage-away'));
    await nowhere.end();
  });
});

function isFailure(code: HandoverError['code']) {
  return (error: unknown) => error instanceof HandoverError && error.code === code;
}
