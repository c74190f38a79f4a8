import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { forgottenSealer } from '#support/event-sealer.ts';
import { whenTestsEnd } from '#support/cleanup.ts';
import { createTestDatabase } from '#support/database.ts';
import { checkAuditMinutes } from './audit-check.ts';
import { rootAuditMinutes } from './audit-minutes.ts';
import { openPool, openTables } from './connection.ts';
import { migrate } from './migrate.ts';

const SPINE = '0001-spine.sql';

test('an audit of the version before keeps its rows: those without a root get one, and none is a fault', async () => {
  const { owner, pool } = await createTestDatabase();
  const database = `${owner.database}_before`;
  await pool('owner').query(`create database ${database} template template0`);
  const client = new pg.Client({ ...owner, database });
  await client.connect();
  whenTestsEnd(() => client.end());
  await client.query(readFileSync(join(import.meta.dirname, 'migrations', SPINE), 'utf8'));
  await client.query(`insert into handover.audit (at, action, thing_kind, thing_id, allowed, minute) values
    ('2026-01-01 10:00:00.123456', 'see-queue', 'desk', 'queue', true, '2026-01-01 10:01'),
    ('2026-01-01 10:02:00.654321', 'see-queue', 'desk', 'queue', true, null)`);
  await client.query(`create schema handover_migrations`);
  await client.query(
    'create table handover_migrations.applied (name text primary key, at timestamptz default now())',
  );
  await client.query('insert into handover_migrations.applied (name) values ($1)', [SPINE]);
  const applied = await migrate(client);
  assert.ok(applied.includes('0010-audit-of-views.sql') && !applied.includes(SPINE));
  await client.query(`update handover.audit_gate set open_from = open_from + interval '1 minute'`);
  const tables = openTables(openPool({ ...owner, database }, 2));
  whenTestsEnd(() => tables.destroy());
  await rootAuditMinutes(tables, forgottenSealer);
  const { minutes, rows, faults } = await checkAuditMinutes(tables);
  assert.deepEqual([minutes >= 1, rows, faults], [true, 1, []]);
  const { rows: kept } = await client.query(
    "select to_char(at, 'SS.US') as at, old_minute is not null as old, minute is not null as covered from handover.audit order by id",
  );
  assert.deepEqual(kept, [
    { at: '00.123000', old: true, covered: false },
    { at: '00.654000', old: false, covered: true },
  ]);
});
