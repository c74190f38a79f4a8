import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '#support/database.ts';
import { limitConnections, shutToStrangers } from './roles.ts';

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
      where s.nspname in ('handover', 'handover_readings', 'handover_migrations', 'public_door') and c.relkind in ('r', 'v', 'm', 'p')`);
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
          where pronamespace in ('public_door'::regnamespace, 'police_door'::regnamespace, 'worker_door'::regnamespace)`,
      );
    assert.ok(rows.length >= 13);
    for (const row of rows) {
      assert.equal(row.prosecdef, true, row.proname);
      assert.equal(row.proconfig?.[0], 'search_path=handover, pg_temp', row.proname);
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

  test('of what PostgreSQL lets every role execute, the public role has nothing that stores, locks, waits or ends', async () => {
    const { rows } = await database.pool('owner').query<{ name: string }>(`
      select distinct n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where has_function_privilege('handover_public', p.oid, 'execute') and n.nspname <> 'public_door'
        and (p.provolatile = 'v' or n.nspname not in ('pg_catalog', 'information_schema')) order by 1`);
    assert.ok(rows.length > 50, 'the check must have seen functions');
    // Volatile functions that only compute or tell, and those that ask for a right of their own.
    const harmless = new RegExp(
      `^pg_catalog\\.(${[
        'RI_FKey_.*',
        '(am|plpgsql_)validat(e|or)',
        '.*handler',
        'array_(sample|shuffle)|bernoulli|system|random(_normal)?|setseed|gen_random_uuid|uuidv[47]',
        'clock_timestamp|timeofday|current_query|set_config',
        '(curr|last|next|set)val|currtid2|pg_sequence_last_value|pg_get_sequence_data',
        'dsnowball_.*|tsvector_update_trigger.*|suppress_redundant_updates_trigger|unique_key_recheck',
        'pg_(database|indexes|relation|table|tablespace|total_relation)_size|pg_partition_(ancestors|tree)',
        'pg_stat_(get_.*|clear_snapshot|force_next_flush)|pg_get_wait_events|pg_get_multixact_members',
        'pg_(current_wal|last_wal)_.*|pg_last_(committed_xact|xact_replay_timestamp)|pg_is_(in_recovery|wal_replay_paused)',
        'pg_xact_(commit_timestamp(_origin)?|status)|txid_status|pg_notification_queue_usage|pg_jit_available',
        'pg_(blocking_pids|safe_snapshot_blocking_pids|isolation_test_session_is_blocked)',
        'pg_(database_)?collation_actual_version',
      ].join('|')})$`,
    );
    assert.deepEqual(
      rows.map(row => row.name).filter(name => !harmless.test(name)),
      [],
    );
  });

  test('the public role can make no large object, take no advisory lock, sleep, end a session or run a program', async () => {
    const door = database.pool('handover_public');
    for (const text of [
      "select lo_from_bytea(0, 'x')",
      'select pg_advisory_lock(4811002)',
      'select pg_try_advisory_lock_shared(4811002)',
      'select pg_sleep(0)',
      "select pg_notify('handover_events', '')",
      'select pg_terminate_backend(0)',
      "select pg_logical_emit_message(false, 'x', 'x')",
      'do $$ begin end $$',
      'create temporary table x (y int)',
      'create schema x',
    ])
      await assert.rejects(door.query(text), /permission denied/, text);
  });

  test('what the public role asks has an end: a statement, a wait for a lock, an open transaction', async () => {
    const door = database.pool('handover_public');
    const limits = [];
    for (const name of [
      'statement_timeout',
      'lock_timeout',
      'idle_in_transaction_session_timeout',
      'transaction_timeout',
    ])
      limits.push((await door.query(`show ${name}`)).rows[0]);
    assert.deepEqual(limits, [
      { statement_timeout: '1min' },
      { lock_timeout: '20s' },
      { idle_in_transaction_session_timeout: '20s' },
      { transaction_timeout: '90s' },
    ]);
  });

  test('each role may hold as many connections as its process needs and no more, and strangers enter no database', async () => {
    const owner = await database.pool('owner').connect();
    // Roles belong to the whole server: what is set here is taken back.
    await owner.query('begin');
    await limitConnections(owner);
    await shutToStrangers(owner);
    const roles = await owner.query<{ rolname: string; rolconnlimit: number }>(
      `select rolname, rolconnlimit from pg_roles where rolname like 'handover\\_%' and not rolsuper order by 1`,
    );
    const open = await owner.query(
      `select datname from pg_database where datname in ('postgres', 'template1', current_database())
        and (has_database_privilege('public', oid, 'connect') or has_database_privilege('public', oid, 'temporary'))`,
    );
    await owner.query('rollback');
    owner.release();
    assert.ok(roles.rows.length === 4 && roles.rows.every(role => role.rolconnlimit > 0));
    assert.deepEqual(open.rows, []);
  });

  test('no process role can change or remove what was said of a danger', async () => {
    const { rows } = await database.pool('owner').query(`
      select r, p from unnest(array['handover_public', 'handover_police', 'handover_worker', 'handover_sequencer']) r,
        unnest(array['insert', 'update', 'delete', 'truncate']) p
      where has_table_privilege(r, 'handover.danger_report_versions', p)`);
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
