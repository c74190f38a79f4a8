import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ViewRecord } from '#domain/accounts/index.ts';
import { minuteNumber, openMinute, waitsForLock, withinOneWindow } from '#support/audit-clock.ts';
import { createTestDatabase, type TestDatabase } from '#support/database.ts';
import { checkAuditMinutes } from './audit-check.ts';
import { openTables } from './connection.ts';
import { createAuditTrail } from './desk/audit.ts';

const LOOK: ViewRecord = {
  officerId: 'tom-fairley',
  action: 'read-conversation',
  thing: { kind: 'conversation', id: 'ab'.repeat(16) },
  submission: 'NS26-000001',
  purpose: 'triage',
  tokenHash: null,
  part: 'messages',
  ranges: [[0, 199]],
  isMore: false,
};

type Row = { purpose: string; looks: number; ranges: string; part: string };

describe('a view in the audit', () => {
  let database: TestDatabase;
  let trail: ReturnType<typeof createAuditTrail>;
  let officers = 0;
  before(async () => {
    database = await createTestDatabase();
    trail = createAuditTrail(openTables(database.pool('handover_police')));
  });

  /** Looks of an officer of their own, all in one window, and the rows that came of them. */
  const rowsAfter = (looks: readonly Partial<ViewRecord>[]): Promise<Row[]> =>
    withinOneWindow(database.pool('owner'), async () => {
      officers += 1;
      const officerId = `officer-${officers}`;
      for (const look of looks) await trail.noteView({ ...LOOK, officerId, ...look });
      const { rows } = await database
        .pool('owner')
        .query<Row>(
          'select purpose, looks, ranges::text, part from handover.audit_trail where officer_id = $1 order by id',
          [officerId],
        );
      return rows;
    });

  test('is one row for an officer, action, thing, part and purpose in five minutes, and its ranges merge', async () => {
    const rows = await rowsAfter([
      { ranges: [[0, 199]] },
      { ranges: [[400, 599]] },
      { ranges: [[200, 299]] },
      { ranges: [[150, 180]] },
      { ranges: [] },
    ]);
    assert.deepEqual(rows, [
      { purpose: 'triage', looks: 5, ranges: '{[0,300),[400,600)}', part: 'messages' },
    ]);
  });

  test('for another purpose, of another part or of another thing is another row', async () => {
    const rows = await rowsAfter([
      {},
      { purpose: 'safeguarding' },
      { part: 'messages with doubts' },
      { thing: { kind: 'conversation', id: 'cd'.repeat(16) } },
      { action: 'see-submission' },
      {},
    ]);
    assert.deepEqual(
      rows.map(({ looks }) => looks),
      [2, 1, 1, 1, 1],
    );
  });

  test('that turns out to show more grows without counting as another look', async () => {
    const rows = await rowsAfter([{ ranges: [] }, { ranges: [[7, 7]], isMore: true }]);
    assert.deepEqual([rows.length, rows[0]?.looks, rows[0]?.ranges], [1, 1, '{[7,8)}']);
  });

  test('in the next five minutes is another row', async () => {
    const owner = database.pool('owner');
    await trail.noteView({ ...LOOK, officerId: 'patient' });
    await owner.query(
      `update handover.audit_views set window_at = window_at - interval '5 minutes' where officer_id = 'patient'`,
    );
    await trail.noteView({ ...LOOK, officerId: 'patient', ranges: [[5, 5]] });
    const { rows } = await owner.query<Row>(
      `select ranges::text from handover.audit_trail where officer_id = 'patient' order by id`,
    );
    assert.deepEqual(
      rows.map(({ ranges }) => ranges),
      ['{[0,200)}', '{[5,6)}'],
    );
  });

  test('from twenty requests at once loses none', async () => {
    const rows = await withinOneWindow(database.pool('owner'), async () => {
      officers += 1;
      const officerId = `busy-${officers}`;
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          trail.noteView({ ...LOOK, officerId, ranges: [[n * 2, n * 2]] }),
        ),
      );
      const found = await database
        .pool('owner')
        .query<Row>('select looks, ranges::text from handover.audit_trail where officer_id = $1', [
          officerId,
        ]);
      return found.rows;
    });
    assert.equal(rows.length, 1);
    assert.equal(rows[0]?.looks, 20);
    assert.equal(rows[0]?.ranges.split('),').length, 20);
  });

  test('from two requests at once in a new minute waits for the first and adds to it', async () => {
    const owner = database.pool('owner');
    const state = await withinOneWindow(owner, async () => {
      officers += 1;
      const officerId = `twice-${officers}`;
      await openMinute(owner, minuteNumber(0));
      await trail.noteView({ ...LOOK, officerId, ranges: [[1, 1]] });
      await openMinute(owner, minuteNumber(1));
      const first = await database.pool('handover_police').connect();
      let second: Promise<unknown> = Promise.resolve();
      try {
        await first.query('begin');
        await first.query(
          `select police_door.note_view(null, $1, 'read-conversation', 'conversation', $2, 'NS26-000001', 'triage', 'messages', '{[5,5]}', 1)`,
          [officerId, LOOK.thing.id],
        );
        second = trail.noteView({ ...LOOK, officerId, ranges: [[9, 9]] });
        assert.equal(await waitsForLock(owner, second), true);
      } finally {
        await first.query('commit');
        first.release();
      }
      await second;
      const { rows } = await owner.query<Row>(
        'select looks, ranges::text from handover.audit_trail where officer_id = $1',
        [officerId],
      );
      return rows;
    });
    assert.deepEqual(state, [{ looks: 3, ranges: '{[1,2),[5,6),[9,10)}' }]);
  });

  test('keeps the state of every minute in which it grew, and only the open minute’s state grows', async () => {
    const owner = database.pool('owner');
    const states = await withinOneWindow(owner, async () => {
      officers += 1;
      const officerId = `steady-${officers}`;
      for (const [minute, ranges] of [
        [0, [[0, 9]]],
        [0, [[10, 19]]],
        [1, [[50, 59]]],
      ] as const) {
        await openMinute(owner, minuteNumber(minute));
        await trail.noteView({ ...LOOK, officerId, ranges });
      }
      const { rows } = await owner.query<{ minute: Date; looks: number; ranges: string }>(
        `select s.minute, s.looks, s.ranges::text from handover.audit_view_states s
          join handover.audit_views v on v.id = s.view_id where v.officer_id = $1 order by s.minute`,
        [officerId],
      );
      return rows;
    });
    assert.deepEqual(states, [
      { minute: minuteNumber(0), looks: 2, ranges: '{[0,20)}' },
      { minute: minuteNumber(1), looks: 3, ranges: '{[0,20),[50,60)}' },
    ]);
  });

  test('takes any words as its part and its thing, cut to what a row keeps', async () => {
    const rows = await rowsAfter([
      { part: '\u0000\u202E'.repeat(900), thing: { kind: 'conversation', id: '\u{1F600}'.repeat(5_000) } },
      { part: '\u0000\u202E'.repeat(900), thing: { kind: 'conversation', id: '\u{1F600}'.repeat(5_000) } },
    ]);
    assert.deepEqual([rows.length, rows[0]?.looks], [1, 2]);
  });
});

describe('the minute of an audit row', () => {
  // A session may set any number of hours, also one with seconds in it, in which minutes begin elsewhere.
  for (const zone of [`'Asia/Kathmandu'`, '0.00833334', '-5.688']) {
    test(`is one of UTC from a session whose time zone is ${zone}`, async () => {
      const database = await createTestDatabase();
      const [owner, police] = [database.pool('owner'), await database.pool('handover_police').connect()];
      const past = new Date(Date.UTC(2026, 0, 1));
      await openMinute(owner, past, past);
      try {
        await police.query(`set time zone ${zone}`);
        await police.query(
          `select police_door.note_act(null, 'ida', 'sign-in', 'session', 'x', null, 'triage', true, ''),
            police_door.note_view(null, 'ida', 'see-queue', 'desk', 'queue', null, 'triage', '', '{}', 1)`,
        );
      } finally {
        police.release(true);
      }
      const { rows } = await owner.query<{ minute: Date; at: Date }>(
        'select minute, last_at as at from handover.audit_trail',
      );
      assert.equal(rows.length, 2);
      for (const { minute, at } of rows) assert.equal(+minute, Math.floor(+at / 60_000) * 60_000);
      const { faults } = await checkAuditMinutes(openTables(database.pool('handover_worker')));
      assert.deepEqual(faults, []);
    });
  }
});
