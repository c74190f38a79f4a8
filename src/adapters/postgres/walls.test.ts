import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '#support/database.ts';

describe('the walls of the database', () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });

  test('the public role has no right on any table, view or sequence', async () => {
    const { rows } = await database.pool('owner').query<{ seen: number; open: number }>(`
      select count(*)::int as seen, count(*) filter (where has_table_privilege('handover_public', c.oid, p))::int as open
      from pg_class c join pg_namespace s on s.oid = c.relnamespace,
        unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p
      where s.nspname in ('handover', 'handover_migrations', 'public_door') and c.relkind in ('r', 'v', 'm', 'p')`);
    assert.ok((rows[0]?.seen ?? 0) > 100, 'the check must have seen tables');
    assert.equal(rows[0]?.open, 0);
  });

  test('the public role cannot read a table by asking for it', async () => {
    await assert.rejects(
      database.pool('handover_public').query('select * from handover.submissions'),
      /permission denied/,
    );
  });

  test('every function of a door is SECURITY DEFINER with a fixed search_path', async () => {
    const { rows } = await database
      .pool('owner')
      .query<{ proname: string; prosecdef: boolean; proconfig: string[] | null }>(
        `select proname, prosecdef, proconfig from pg_proc
          where pronamespace in ('public_door'::regnamespace, 'police_door'::regnamespace)`,
      );
    assert.ok(rows.length >= 13);
    for (const row of rows) {
      assert.equal(row.prosecdef, true, row.proname);
      assert.deepEqual(row.proconfig, ['search_path=handover, pg_temp'], row.proname);
    }
  });

  test('no process role can change or delete an event, an item or an audit row', async () => {
    const { rows } = await database.pool('owner').query<{ role: string; tab: string; right: string }>(`
      select r as role, t as tab, p as right from unnest(array['handover_public', 'handover_police', 'handover_worker', 'handover_sequencer']) r,
        unnest(array['handover.events', 'handover.items', 'handover.audit', 'handover.audit_views', 'handover.audit_view_states',
          'handover.audit_minutes', 'handover.audit_trail', 'handover.log_readers']) t, unnest(array['update', 'delete', 'truncate']) p
      where has_table_privilege(r, t, p) or (p = 'update' and has_any_column_privilege(r, t, p))`);
    assert.deepEqual(rows, []);
  });

  test('the police role adds audit rows through its door and in no other way, and cannot move the minutes', async () => {
    const police = database.pool('handover_police');
    for (const statement of [
      `insert into handover.audit (action, thing_kind, thing_id, allowed) values ('see-queue', 'desk', 'queue', true)`,
      `insert into handover.audit_views (window_at, first_at, officer_id, action, thing_kind, thing_id, purpose, part)
        values (now(), now(), 'a', 'see-queue', 'desk', 'queue', 'triage', '')`,
      `insert into handover.audit_view_states (view_id, minute, last_at, looks, ranges) values (1, now(), now(), 1, '{}')`,
      `insert into handover.audit_minutes (minute, event_id) values (now(), '\\x00')`,
      `update handover.audit_gate set open_from = now() + interval '1 year'`,
      `insert into handover.log_readers (name, token_hash) values ('mine', sha256('mine'))`,
      `select handover.audit_moment()`,
    ]) {
      await assert.rejects(police.query(statement), /permission denied/, statement);
    }
    for (const role of ['handover_public', 'handover_worker', 'handover_sequencer'] as const) {
      await assert.rejects(
        database
          .pool(role)
          .query(`select police_door.note_act(null, 'a', 'b', 'c', 'd', null, 'e', true, '')`),
        /permission denied/,
        role,
      );
    }
  });

  test('the sequencer role reads no evidence', async () => {
    for (const table of ['items', 'events', 'reading_lines', 'submissions', 'danger_reports']) {
      await assert.rejects(
        database.pool('handover_sequencer').query(`select * from handover.${table}`),
        /permission denied/,
      );
    }
  });
});
