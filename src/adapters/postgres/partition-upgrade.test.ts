import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { soughtForm } from '#domain/search/index.ts';
import { whenTestsEnd } from '#support/cleanup.ts';
import { createTestDatabase } from '#support/database.ts';
import { listMigrations, migrate } from './migrate.ts';

const PARTITIONS = '0033-one-partition-a-reading.sql';

test('readings of the version before are moved to partitions of their own, and are found by what they say', async () => {
  const { owner, pool } = await createTestDatabase();
  const database = `${owner.database}_before`;
  await pool('owner').query(`create database ${database} template template0`);
  const client = new pg.Client({ ...owner, database });
  await client.connect();
  whenTestsEnd(() => client.end());
  await migrate(
    client,
    listMigrations().filter(name => name < PARTITIONS),
  );
  // References are of no concern here.
  await client.query('set session_replication_role = replica');
  const bodies = ['MEET me at the Café', 'привет, МИР', '你好 👍', String.raw`a \"quoted\" word\nand more`];
  for (const reading of ['aa', 'bb'])
    for (const [n, body] of bodies.entries())
      await client.query(
        `insert into handover.reading_lines (reading_id, seq, n, day, line, raw) values ($1, $2, $3, '2026-09-18', $4, '\\x00ff')`,
        [
          Buffer.from(reading.repeat(16), 'hex'),
          n + 1,
          n,
          `{"type":"message","n":${n},"body":"${body}","span":[0,1]}`,
        ],
      );
  await client.query('set session_replication_role = origin');
  assert.ok((await migrate(client)).includes(PARTITIONS));
  const { rows } = await client.query<{ reading: string; sought: string; raw: Buffer }>(
    `select encode(reading_id, 'hex') as reading, sought, raw from handover.reading_lines order by reading_id, n`,
  );
  assert.equal(rows.length, 8);
  assert.deepEqual(rows[0]?.raw, Buffer.from([0, 255]));
  assert.deepEqual(
    rows.slice(0, 3).map(({ sought }) => sought),
    bodies.slice(0, 3).map(soughtForm),
  );
  assert.equal(rows[3]?.sought, soughtForm('a "quoted" word and more'));
  const { rows: kept } = await client.query(
    `select count(*)::integer as partitions from pg_inherits where inhparent = 'handover.reading_lines'::regclass`,
  );
  assert.deepEqual(kept, [{ partitions: 2 }]);
});
