import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Kysely } from 'kysely';
import { encodeActState, encodeViewState } from '#domain/accounts/index.ts';
import type { ViewRecord } from '#domain/accounts/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import { EMPTY_ROOT, leafHash, merkleRoot } from '#portable/tlog/index.ts';
import { forgottenSealer } from '#support/event-sealer.ts';
import { minuteNumber, openMinute, waitsForLock } from '#support/audit-clock.ts';
import { createTestDatabase, type TestDatabase } from '#support/database.ts';
import { checkAuditMinutes } from './audit-check.ts';
import { rootAuditMinutes } from './audit-minutes.ts';
import { openTables } from './connection.ts';
import { createAuditTrail } from './desk/audit.ts';
import type { Tables } from './tables.ts';

type Fixture = {
  readonly database: TestDatabase;
  readonly worker: Kysely<Tables>;
  readonly trail: ReturnType<typeof createAuditTrail>;
  readonly open: (n: number) => Promise<void>;
  readonly faults: () => Promise<readonly string[]>;
  readonly sql: (statement: string, values?: readonly unknown[]) => Promise<unknown>;
};

/** An installation whose first audit minute is minute 0, of a year that no clock here reaches. */
async function begun(): Promise<Fixture> {
  const database = await createTestDatabase();
  const owner = database.pool('owner');
  await openMinute(owner, minuteNumber(0), minuteNumber(0));
  const worker = openTables(database.pool('handover_worker'));
  return {
    database,
    worker,
    trail: createAuditTrail(openTables(database.pool('handover_police'))),
    open: n => openMinute(owner, minuteNumber(n)),
    faults: async () => (await checkAuditMinutes(worker)).faults.map(({ code }) => code),
    sql: (statement, values = []) => owner.query(statement, [...values]),
  };
}

const ACT = {
  officerId: 'tom-fairley',
  action: 'allocate',
  thing: { kind: 'submission', id: 'NS26-000001' },
  submission: 'NS26-000001',
  purpose: 'triage',
  tokenHash: null,
  allowed: true,
  detail: '',
} as const;
const LOOK: ViewRecord = {
  ...ACT,
  action: 'see-submission',
  part: '',
  ranges: [],
  isMore: false,
};

type Rooted = {
  readonly at: string;
  readonly minute: unknown;
  readonly rows: unknown;
  readonly root: unknown;
};

async function rooted({ worker }: Fixture): Promise<Rooted[]> {
  const events = await worker
    .selectFrom('handover.events')
    .select('body')
    .where('type', '=', 'audit-minute')
    .orderBy('at')
    .execute();
  return events.map(({ body }) => {
    const decoded = decodeEvent(body);
    assert.ok(decoded.ok);
    const { at, facts } = decoded.event;
    return { at, minute: facts['minute'], rows: facts['rows'], root: facts['root'] };
  });
}

describe('the minutes of the audit', () => {
  test('are one event each, in order, also when empty, and only once they are over', async () => {
    const fixture = await begun();
    await rootAuditMinutes(fixture.worker, forgottenSealer);
    assert.deepEqual(await rooted(fixture), [], 'the open minute has no root');
    await fixture.open(3);
    assert.equal(await rootAuditMinutes(fixture.worker, forgottenSealer), false);
    await rootAuditMinutes(fixture.worker, forgottenSealer);
    const empty = toHex(EMPTY_ROOT);
    assert.deepEqual(
      await rooted(fixture),
      [0, 1, 2].map(n => ({
        at: minuteNumber(n + 1).toISOString(),
        minute: minuteNumber(n).toISOString(),
        rows: 0,
        root: empty,
      })),
    );
    assert.deepEqual(await fixture.faults(), []);
  });

  test('cover each act once, in the minute it was recorded in', async () => {
    const fixture = await begun();
    await fixture.trail.noteAct(ACT);
    await fixture.open(1);
    await fixture.trail.noteAct({ ...ACT, allowed: false, detail: 'there is none.' });
    await fixture.open(2);
    await rootAuditMinutes(fixture.worker, forgottenSealer);
    const row = await fixture.worker
      .selectFrom('handover.audit')
      .selectAll()
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const leaf = leafHash(
      encodeActState({
        id: row.id,
        ...{ officerId: 'tom-fairley', action: 'allocate', thingKind: 'submission', thingId: 'NS26-000001' },
        ...{ submission: 'NS26-000001', purpose: 'triage', allowed: true, detail: '' },
        at: row.at,
      }),
    );
    const [first, second] = await rooted(fixture);
    assert.deepEqual([first?.rows, first?.root], [1, toHex(merkleRoot([leaf]))]);
    assert.equal(second?.rows, 1);
    assert.notEqual(second?.root, first?.root);
    assert.deepEqual(await fixture.faults(), []);
  });

  test('order their leaves as the format says: acts before views, each by its number', async () => {
    const fixture = await begun();
    // Numbers of two lengths, which text would order otherwise.
    await fixture.sql(`alter table handover.audit alter column id restart with 9`);
    await fixture.trail.noteView({ ...LOOK, ranges: [[4, 7]] });
    for (const detail of ['first', 'second']) await fixture.trail.noteAct({ ...ACT, detail });
    await fixture.open(1);
    await rootAuditMinutes(fixture.worker, forgottenSealer);
    const acts = await fixture.worker.selectFrom('handover.audit').select(['id', 'at', 'detail']).execute();
    const view = await fixture.worker
      .selectFrom('handover.audit_views')
      .selectAll()
      .executeTakeFirstOrThrow();
    const names = { officerId: 'tom-fairley', thingKind: 'submission', thingId: 'NS26-000001' } as const;
    const rest = { ...names, submission: 'NS26-000001', purpose: 'triage' } as const;
    const actNumbered = (id: string) => {
      const { at, detail } = acts.find(act => act.id === id) ?? assert.fail(`no act ${id}`);
      return encodeActState({ ...rest, id, at, detail, action: 'allocate', allowed: true });
    };
    const viewState = encodeViewState({
      ...{ ...rest, id: view.id, action: 'see-submission', part: '', looks: 1, ranges: [[4, 7]] },
      ...{ windowAt: view.window_at, firstAt: view.first_at, lastAt: view.first_at },
    });
    const leaves = [actNumbered('9'), actNumbered('10'), viewState].map(leafHash);
    assert.deepEqual((await rooted(fixture))[0]?.root, toHex(merkleRoot(leaves)));
  });

  test('cover a view that grows again in each minute in which it grew, with its new state', async () => {
    const fixture = await begun();
    await fixture.trail.noteView({ ...LOOK, ranges: [[0, 9]] });
    await fixture.open(1);
    await fixture.open(2);
    await fixture.trail.noteView({ ...LOOK, ranges: [[10, 19]] });
    // Where the five minutes of a view ended between these two looks, the second is a row of its own: one row all the same.
    await fixture.open(3);
    await rootAuditMinutes(fixture.worker, forgottenSealer);
    const minutes = await rooted(fixture);
    assert.deepEqual(
      minutes.map(({ rows }) => rows),
      [1, 0, 1],
    );
    assert.notEqual(minutes[0]?.root, minutes[2]?.root);
    assert.deepEqual(await fixture.faults(), []);
  });

  test('missed while the worker was away give the same roots as minutes rooted in time', async () => {
    const [inTime, late] = [await begun(), await begun()];
    for (const fixture of [inTime, late]) {
      for (const n of [0, 1, 2]) {
        await fixture.trail.noteAct({ ...ACT, detail: `act ${n}` });
        await fixture.trail.noteView({ ...LOOK, ranges: [[n, n]] });
        // Both write the same times, so that their roots can be compared.
        await fixture.sql(`update handover.audit set at = minute`);
        await fixture.sql(
          `update handover.audit_views set window_at = $1::timestamptz - id * interval '1 hour', first_at = $1`,
          [minuteNumber(0)],
        );
        await fixture.sql(`update handover.audit_view_states set last_at = minute`);
        await fixture.open(n + 1);
        if (fixture === inTime) await rootAuditMinutes(fixture.worker, forgottenSealer);
      }
    }
    await rootAuditMinutes(late.worker, forgottenSealer);
    const [timely, made] = [await rooted(inTime), await rooted(late)];
    assert.equal(timely.length, 3);
    assert.deepEqual(made, timely);
  });

  test('in a long absence are made up some at a time, and the caller hears that more wait', async () => {
    const fixture = await begun();
    await fixture.open(450);
    const calls: boolean[] = [];
    do calls.push(await rootAuditMinutes(fixture.worker, forgottenSealer));
    while (calls.at(-1) === true);
    assert.deepEqual(calls, [true, true, false]);
    const minutes = await rooted(fixture);
    assert.equal(new Set(minutes.map(({ minute }) => minute)).size, 450);
    assert.deepEqual(await checkAuditMinutes(fixture.worker), {
      minutes: 450,
      rows: 0,
      waiting: 0,
      faults: [],
    });
  });

  test('made by three workers at once are one event each', async () => {
    const fixture = await begun();
    await fixture.trail.noteAct(ACT);
    await fixture.open(12);
    await Promise.all(
      [1, 2, 3].map(() =>
        rootAuditMinutes(openTables(fixture.database.pool('handover_worker')), forgottenSealer),
      ),
    );
    const minutes = await rooted(fixture);
    assert.deepEqual(
      minutes.map(({ minute }) => minute),
      Array.from({ length: 12 }, (_, n) => minuteNumber(n).toISOString()),
    );
    const { rows } = await fixture.database.pool('owner').query(`select from handover.log_entries`);
    assert.equal(rows.length, 12, 'nothing of the losers is in the log either');
    assert.deepEqual(await fixture.faults(), []);
  });

  test('hold more than 65,535 rows', async () => {
    const fixture = await begun();
    await fixture.sql(
      `insert into handover.audit (at, minute, officer_id, action, thing_kind, thing_id, allowed, purpose)
       select $1, $1, 'tom-fairley', 'allocate', 'submission', 'NS26-' || n, true, 'triage' from generate_series(1, 70000) n`,
      [minuteNumber(0)],
    );
    await fixture.open(1);
    await rootAuditMinutes(fixture.worker, forgottenSealer);
    assert.equal((await rooted(fixture))[0]?.rows, 70_000);
    assert.deepEqual(await fixture.faults(), []);
  });

  test('are not closed under a row that is being written, and a row begun after is of a later minute', async () => {
    const fixture = await begun();
    const owner = fixture.database.pool('owner');
    // The open minute is one of the past, as it is when a minute has just ended.
    const { rows } = await owner.query<{ at: Date }>(
      `select date_trunc('minute', clock_timestamp()) - interval '2 minutes' as at`,
    );
    const past = rows[0]?.at ?? new Date(0);
    await openMinute(owner, past, past);
    const writer = await fixture.database.pool('handover_police').connect();
    let closing: Promise<unknown> = Promise.resolve();
    try {
      await writer.query('begin');
      await writer.query(
        `select police_door.note_act(null, 'slow', 'allocate', 'desk', 'queue', null, 'triage', true, '')`,
      );
      closing = rootAuditMinutes(fixture.worker, forgottenSealer);
      const waits = await waitsForLock(owner, closing);
      assert.equal(waits, true, 'closing waits for the row that is being written');
      assert.deepEqual(await rooted(fixture), [], 'no root while the row is not committed');
    } finally {
      await writer.query('commit');
      writer.release();
    }
    await closing;
    const slow = await fixture.worker.selectFrom('handover.audit').select('minute').executeTakeFirstOrThrow();
    const gate = await fixture.worker
      .selectFrom('handover.audit_gate')
      .select('open_from')
      .executeTakeFirstOrThrow();
    assert.ok(slow.minute !== null && gate.open_from > past);
    await fixture.trail.noteAct(ACT);
    const { rows: later } = await owner.query<{ minute: Date }>(
      `select minute from handover.audit where officer_id = 'tom-fairley'`,
    );
    assert.ok((later[0]?.minute ?? past) >= gate.open_from);
    assert.deepEqual(await fixture.faults(), []);
  });

  test('of a clock that was put back keep the true time and are covered by the open minute', async () => {
    const fixture = await begun();
    await fixture.trail.noteAct(ACT);
    const row = await fixture.worker
      .selectFrom('handover.audit')
      .select(['at', 'minute'])
      .executeTakeFirstOrThrow();
    assert.deepEqual(row.minute, minuteNumber(0));
    assert.ok(row.at < minuteNumber(0));
  });
});

describe('checking the minutes of the audit', () => {
  async function threeMinutes(): Promise<Fixture> {
    const fixture = await begun();
    for (const n of [0, 1, 2]) {
      await fixture.trail.noteAct({ ...ACT, detail: `act ${n}` });
      await fixture.trail.noteView({ ...LOOK, ranges: [[n * 10, n * 10 + 5]] });
      await fixture.open(n + 1);
    }
    await rootAuditMinutes(fixture.worker, forgottenSealer);
    assert.deepEqual(await fixture.faults(), []);
    return fixture;
  }

  const first = (table: string, key: string) => `(select min(${key}) from handover.${table})`;
  const MEDDLING: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a row that was changed',
      `update handover.audit set officer_id = 'nobody' where id = ${first('audit', 'id')}`,
      ['root-differs'],
    ],
    [
      'a refusal made an act',
      `update handover.audit set allowed = false where id = ${first('audit', 'id')}`,
      ['root-differs'],
    ],
    [
      'a row that was removed',
      `delete from handover.audit where id = ${first('audit', 'id')}`,
      ['root-differs'],
    ],
    [
      'a row that was put in later',
      `insert into handover.audit (at, minute, action, thing_kind, thing_id, allowed) select at, minute, action, thing_kind, thing_id, allowed from handover.audit limit 1`,
      ['root-differs'],
    ],
    [
      'a row that was moved to another minute',
      `update handover.audit set minute = minute + interval '1 minute' where id = ${first('audit', 'id')}`,
      ['root-differs', 'root-differs'],
    ],
    [
      'ranges that were cut',
      `update handover.audit_view_states set ranges = '{[0,1)}' where minute = ${first('audit_view_states', 'minute')}`,
      ['root-differs'],
    ],
    [
      'a state that was removed',
      `delete from handover.audit_view_states where minute = ${first('audit_view_states', 'minute')}`,
      ['root-differs'],
    ],
    [
      'a minute that was left out',
      `delete from handover.audit_minutes where minute = '${minuteNumber(1).toISOString()}'`,
      ['minute-missing', 'event-without-minute'],
    ],
    [
      'an event that was rewritten',
      `update handover.events set body = convert_to(replace(convert_from(body, 'UTF8'), '"rows":2', '"rows":3'), 'UTF8') where at = '${minuteNumber(1).toISOString()}'`,
      ['event-altered'],
    ],
    [
      'a row that stands between minutes',
      `insert into handover.audit (minute, action, thing_kind, thing_id, allowed) values ('${new Date(minuteNumber(1).getTime() + 5).toISOString()}', 'allocate', 'desk', 'queue', true)`,
      ['row-outside'],
    ],
    [
      'a row that stands in no minute',
      `insert into handover.audit (action, thing_kind, thing_id, allowed) values ('allocate', 'desk', 'queue', true)`,
      ['row-outside'],
    ],
  ];
  for (const [what, statement, expected] of MEDDLING) {
    test(`finds ${what}`, async () => {
      const fixture = await threeMinutes();
      await fixture.sql(statement);
      const faults = await fixture.faults();
      // Views of the three minutes may be rows of two windows; what a change of one row leads to is the same.
      assert.deepEqual(faults, expected);
    });
  }

  test('counts the minutes that wait for their root and calls them no fault', async () => {
    const fixture = await threeMinutes();
    await fixture.open(8);
    const { waiting, faults } = await checkAuditMinutes(fixture.worker);
    assert.deepEqual([waiting, faults], [5, []]);
  });
});
