import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestDatabase } from '#support/database.ts';
import { rootAuditMinutes } from './audit-minutes.ts';
import { openTables } from './connection.ts';

test('a minute of 70,000 looks, more than PostgreSQL takes parameters, is rooted whole', async () => {
  const database = await createTestDatabase();
  const owner = database.pool('owner');
  await owner.query(`insert into handover.audit (at, action, thing_kind, thing_id, allowed)
    select timestamptz '2026-11-23 14:00:10Z', 'see-queue', 'desk', n::text, true from generate_series(1, 70000) n`);
  await rootAuditMinutes(openTables(database.pool('handover_worker')), new Date('2026-11-23T14:05:00Z'));
  const { rows } = await owner.query<{ left: number; body: Buffer }>(
    `select (select count(*)::int from handover.audit where minute is null) as left,
      (select body from handover.events where type = 'audit-minute') as body`,
  );
  assert.equal(rows[0]?.left, 0);
  assert.match(String(rows[0]?.body), /"rows":70000/);
});
