import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { createLogHeadStore } from '#adapters/sequencer/log-head.ts';
import type { RowImage } from '#domain/history/index.ts';
import { encodeEvent } from '#portable/continuity/index.ts';
import { minuteNumber, openMinute } from '#support/audit-clock.ts';
import { createTestDatabase, type TestDatabase } from '#support/database.ts';
import { rootAuditMinutes } from './audit-minutes.ts';
import { openTables } from './connection.ts';

const MIB = 1 << 20;

/** One event as the police process can write it, and what it puts beside it. */
async function append(database: TestDatabase, sealedBytes: number, kind: 'officer' | 'worker' = 'officer') {
  const [id, at] = [randomBytes(16), new Date()];
  const actor = { kind, id: 'captured' };
  const event = { v: 1, id: id.toString('hex'), type: 'stage-moved', at: at.toISOString(), actor } as const;
  const body = encodeEvent({ ...event, submission: null, case: null, facts: { words: '\u0000' } });
  const commitment = randomBytes(32);
  const police = database.pool('handover_police');
  await police.query(
    `insert into handover.events (id, type, at, actor_kind, actor_id, body, salt, commitment) values ($1, 'stage-moved', $2, 'officer', 'captured', $3, $4, $5)`,
    [id, at, Buffer.from(body), randomBytes(32), commitment],
  );
  await police.query('insert into handover.log_entries (commitment, sealed) values ($1, $2)', [
    commitment,
    Buffer.alloc(sealedBytes, 1),
  ]);
}

describe('what is sealed beside an event', () => {
  test('is at most 8 MiB, whoever appends it', async () => {
    const database = await createTestDatabase();
    await append(database, 8 * MIB);
    await assert.rejects(append(database, 8 * MIB + 1), /log_entries_sealed_bounded/);
  });

  test('goes into a batch up to 32 MiB, the rest into the next; larger ones of before are passed over', async () => {
    const database = await createTestDatabase();
    for (let n = 0; n < 5; n += 1) await append(database, 8 * MIB);
    const owner = database.pool('owner');
    const client = await owner.connect();
    const store = createLogHeadStore(client);
    assert.deepEqual(
      (await store.waiting(100)).map(({ sealed }) => sealed.length),
      Array.from({ length: 4 }, () => 8 * MIB),
    );
    await client.query('alter table handover.log_entries drop constraint log_entries_sealed_bounded');
    await client.query(`update handover.log_entries set sealed = sealed || '\\x00'`);
    assert.deepEqual(
      (await store.waiting(2)).map(({ sealed }) => sealed.length),
      [0, 0],
    );
    client.release();
  });

  test('of a minute with 100,000 acts and as many views stays below the bound, and its root covers all', async () => {
    const database = await createTestDatabase();
    const owner = database.pool('owner');
    await openMinute(owner, minuteNumber(0), minuteNumber(0));
    const minute = minuteNumber(0);
    await owner.query(
      `insert into handover.audit (at, minute, officer_id, action, thing_kind, thing_id, allowed, detail)
       select $1, $1, 'a', 'see-submission', 'submission', 'NS26-000001', true, repeat('"', 100) from generate_series(1, 100000)`,
      [minute],
    );
    await owner.query(
      `with views as (insert into handover.audit_views (window_at, first_at, officer_id, action, thing_kind, thing_id, purpose, part)
         select $1, $1, 'a', 'see-submission', 'submission', n::text, 'triage', '' from generate_series(1, 100000) n returning id)
       insert into handover.audit_view_states (view_id, minute, last_at, looks, ranges) select id, $1, $1, 1, '{}' from views`,
      [minute],
    );
    await openMinute(owner, minuteNumber(1));
    const payloads: Uint8Array[] = [];
    const sealer = { seal: (payload: Uint8Array) => (payloads.push(payload), payload) };
    assert.equal(await rootAuditMinutes(openTables(database.pool('handover_worker')), sealer), false);
    const { rows: sizes } = await owner.query<{ size: number }>(
      'select octet_length(sealed) as size from handover.log_entries',
    );
    assert.ok((sizes[0]?.size ?? 0) > 3 * MIB && (sizes[0]?.size ?? 0) < 8 * MIB, JSON.stringify(sizes));
    const { rows } = JSON.parse(Buffer.from(payloads[0] ?? []).toString()) as { rows: RowImage[] };
    const of = (table: string) => rows.filter(row => row.table === table).length;
    assert.equal(of('audit_views'), of('audit_view_states'));
    assert.ok(of('audit') > 2_000 && of('audit_views') > 2_000 && of('audit_minutes') === 1);
    const { rows: events } = await owner.query<{ body: Buffer }>('select body from handover.events');
    assert.match(events[0]?.body.toString() ?? '', /"rows":200000/);
  });

  test('is an officer’s when the police process appends it, and nobody else’s', async () => {
    const database = await createTestDatabase();
    await append(database, 1);
    await assert.rejects(append(database, 1, 'worker'), /its bytes are of another event than its row/);
  });
});
