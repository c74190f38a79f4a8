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

  test('every function of the public door is SECURITY DEFINER with a fixed search_path', async () => {
    const { rows } = await database
      .pool('owner')
      .query<{ proname: string; prosecdef: boolean; proconfig: string[] | null }>(
        `select proname, prosecdef, proconfig from pg_proc where pronamespace = 'public_door'::regnamespace`,
      );
    assert.ok(rows.length >= 10);
    for (const row of rows) {
      assert.equal(row.prosecdef, true, row.proname);
      assert.deepEqual(row.proconfig, ['search_path=handover, pg_temp'], row.proname);
    }
  });

  test('no process role can change or delete an event, an item or an audit row', async () => {
    const { rows } = await database.pool('owner').query<{ role: string; tab: string; right: string }>(`
      select r as role, t as tab, p as right from unnest(array['handover_public', 'handover_police', 'handover_worker', 'handover_sequencer']) r,
        unnest(array['handover.events', 'handover.items', 'handover.audit']) t, unnest(array['update', 'delete', 'truncate']) p
      where has_table_privilege(r, t, p)`);
    assert.deepEqual(rows, []);
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
