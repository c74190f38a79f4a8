import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createEventOpener } from '#adapters/age/index.ts';
import { skipLostNumbers } from '#adapters/postgres/lost-numbers.ts';
import { createBatchShelf } from '#adapters/sequencer/batch-shelf.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { batchCheck } from '#domain/checking/index.ts';
import { encodeEventPayload, type RowImage } from '#domain/history/index.ts';
import { type ContinuityEvent, encodeEvent, eventCommitment } from '#portable/continuity/index.ts';
import { publicKeyOf, verifierKey } from '#portable/tlog/index.ts';
import { databaseOf, keepDatabase, rollPlaceForward } from '#support/restored.ts';
import { createSpine } from '#support/spine.ts';
import { orCannot } from '../../src/processes/bring-in-step.ts';

type Spine = Awaited<ReturnType<typeof createSpine>>;

const chat = Buffer.from('18/09/2026, 19:52 - Jay R: you there?\n18/09/2026, 19:53 - Elle: hi\n');
const OFFICER = { kind: 'officer', id: 'captured' } as const;

async function restored(spine: Spine, kept: Awaited<ReturnType<typeof keepDatabase>>) {
  return { database: await databaseOf(kept), folder: spine.folder, keys: spine.keys };
}

/** What a captured police process can do: an event of its own, with anything it likes sealed beside it. */
async function append(
  spine: Spine,
  rows: readonly RowImage[],
  {
    garbage,
    ...change
  }: Partial<Pick<ContinuityEvent, 'type' | 'facts' | 'submission'>> & {
    garbage?: Buffer;
  } = {},
): Promise<void> {
  const police = spine.database.pool('handover_police');
  const [id, salt, at] = [randomBytes(16), randomBytes(32), new Date()];
  const places = { submission: null, case: null };
  const event = { id: id.toString('hex'), at: at.toISOString(), actor: OFFICER, ...places };
  const body = encodeEvent({ v: 1, type: 'stage-moved', facts: {}, ...event, ...change });
  const commitment = Buffer.from(eventCommitment(salt, body));
  await police.query(
    `insert into handover.events (id, type, at, actor_kind, actor_id, body, salt, commitment, submission_id, submission_n)
     values ($1, $2, $3, 'officer', $4, $5, $6, $7, $8, $9)`,
    [
      id,
      change.type ?? 'stage-moved',
      at,
      OFFICER.id,
      Buffer.from(body),
      salt,
      commitment,
      change.submission ? Buffer.from(change.submission.id, 'hex') : null,
      change.submission?.n ?? null,
    ],
  );
  const sealed = garbage ?? spine.sealer.seal(encodeEventPayload({ event: body, salt, key: null, rows }));
  await police.query('insert into handover.log_entries (commitment, sealed) values ($1, $2)', [
    commitment,
    Buffer.from(sealed),
  ]);
}

async function plant(...planted: Parameters<typeof append>): Promise<void> {
  await append(...planted);
  await planted[0].drain();
}

async function faultsOfBatches({ folder, keys }: Spine): Promise<string[]> {
  const check = batchCheck({
    shelf: createBatchShelf(join(folder, 'store', 'batches')),
    log: (({ readTile, readPublished }) => ({ readTile, checkpoint: readPublished }))(
      createLogFiles(join(folder, 'log')),
    ),
    pages: { batchesKeptFrom: () => Promise.resolve(0) },
    key: verifierKey(keys.origin, publicKeyOf(keys.logSecretKey)),
    opener: createEventOpener([keys.evidenceIdentity]),
    opensAll: true,
  });
  return (await check.slice(null)).faults.map(({ where, what }) => `${where}: ${what}`);
}

/** Everything the rows could have changed. */
async function stateOf({ database }: Pick<Spine, 'database'>): Promise<unknown> {
  const tables = ['officers', 'audit', 'items', 'submissions', 'danger_reports', 'bundles', 'disposals'];
  const state: Record<string, unknown> = {};
  for (const table of [...tables, 'audit_views', 'audit_view_states', 'audit_minutes'])
    state[table] = (
      await database
        .pool('owner')
        .query(`select to_jsonb(t)::text as row from handover.${table} t order by 1`)
    ).rows;
  return state;
}

async function rowOf({ database }: Spine, table: string): Promise<Record<string, unknown>> {
  const { rows } = await database
    .pool('owner')
    .query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from handover.${table} t limit 1`);
  return rows[0]?.row ?? assert.fail(`no row of ${table}`);
}

const HEX = 'ab'.repeat(16);

describe('rows that a captured process seals beside an event of its own', () => {
  test('change nothing when they are rolled forward, are named, and hold nothing up', async () => {
    const spine = await createSpine();
    const owner = spine.database.pool('owner');
    await owner.query(
      `insert into handover.officers (id, name, rank, role) values ('captured', 'C', 'PC', 'intake-officer')`,
    );
    await spine.handIn([{ name: 'first.txt', bytes: chat }]);
    await spine.drain();
    await owner.query(
      `select police_door.note_act(null, 'captured', 'see-submission', 'submission', 'x', null, 'intake', true, 'looked')`,
    );
    const kept = await keepDatabase(spine.database);
    const [audit, item, submission] = await Promise.all(
      ['audit', 'items', 'submissions'].map(table => rowOf(spine, table)),
    );
    const officer = { id: 'captured', name: 'C', rank: 'PC', role: 'administrator', demo: false };
    const bundle = { id: `\\x${HEX}`, submission_id: submission?.['id'], state: 'ready', asked_by: 'new' };
    const planted: RowImage[] = [
      { table: 'officers', row: JSON.stringify(officer) },
      { table: 'officers', row: JSON.stringify({ ...officer, id: 'new' }) },
      { table: 'audit', row: JSON.stringify({ ...audit, officer_id: 'somebody-else', detail: 'nothing' }) },
      { table: 'items', row: JSON.stringify({ ...item, name: 'another.txt' }) },
      { table: 'items', row: '{"id":"x","number":"no number"}' },
      { table: 'submissions', row: JSON.stringify({ ...submission, reference: 'XX26-000009' }) },
      { table: 'bundles', row: JSON.stringify(bundle) },
      { table: 'audit_minutes', row: 'no json at all' },
    ];
    await plant(spine, planted);
    const place = await restored(spine, kept);
    const before = await stateOf(place);
    const rolled = await rollPlaceForward(place);
    assert.ok(rolled.outcome === 'rolled', JSON.stringify(rolled));
    assert.equal(rolled.leftOut.length, planted.length);
    assert.match(
      rolled.leftOut[0] ?? '',
      /^entry \d+: a row of officers is not one that an event stage-moved/,
    );
    assert.deepEqual(await stateOf(place), before);
    const faults = await faultsOfBatches(spine);
    assert.equal(faults.length, planted.length);
    assert.match(faults[0] ?? '', /, entry \d+: Somebody sealed a row there that does not fit/);
  });

  test('its own danger report is written, another report and an officer are not', async () => {
    const spine = await createSpine();
    const owner = spine.database.pool('owner');
    await spine.handIn([{ name: 'first.txt', bytes: chat }]);
    await spine.drain();
    await owner.query(
      `insert into handover.officers (id, name, rank, role) values ('captured', 'C', 'PC', 'intake-officer')`,
    );
    const kept = await keepDatabase(spine.database);
    const danger = {
      id: `\\x${HEX}`,
      draft_id: `\\x${'cd'.repeat(16)}`,
      happening: ['meeting-planned'],
      what: 'x',
      where_text: '',
      who: '',
      safe_number: '',
      may_ring: false,
    };
    await plant(
      spine,
      [
        {
          table: 'danger_reports',
          row: JSON.stringify({ ...danger, given_at: new Date(), changed_at: new Date() }),
        },
        { table: 'danger_reports', row: JSON.stringify({ ...danger, id: `\\x${'ef'.repeat(16)}` }) },
        {
          table: 'officers',
          row: JSON.stringify({ id: 'captured', name: 'Chief', rank: 'PC', role: 'supervisor' }),
        },
      ],
      { type: 'danger-taken', facts: { report: HEX } },
    );
    const place = await restored(spine, kept);
    const rolled = await rollPlaceForward(place);
    assert.ok(rolled.outcome === 'rolled' && rolled.leftOut.length === 2, JSON.stringify(rolled));
    const { rows } = await place.database
      .pool('owner')
      .query(
        `select encode(id, 'hex') as id, (select name from handover.officers) as name from handover.danger_reports`,
      );
    assert.deepEqual(rows, [{ id: HEX, name: 'C' }]);
  });

  test('of a submission that is there set its stage and who holds it, and nothing else of it or of another', async () => {
    const spine = await createSpine();
    await spine.handIn([{ name: 'first.txt', bytes: chat }]);
    await spine.handIn([{ name: 'second.txt', bytes: chat }]);
    await spine.drain();
    const kept = await keepDatabase(spine.database);
    const { rows } = await spine.database
      .pool('owner')
      .query<{ row: Record<string, string> }>(
        `select to_jsonb(t) as row from handover.submissions t order by id`,
      );
    const [own, other] = rows.map(({ row }) => row);
    assert.ok(own !== undefined && other !== undefined);
    const changed = { stage: 'triage', allocated_to: 'new', reference: 'NS26-000999', state: 'received' };
    const officer = { id: 'new', name: 'N', rank: 'PC', role: 'intake-officer', demo: false };
    const planted: RowImage[] = [
      { table: 'submissions', row: JSON.stringify({ ...own, ...changed, box_id: `\\x${HEX}${HEX}` }) },
      { table: 'submissions', row: JSON.stringify({ ...other, ...changed }) },
      { table: 'submissions', row: JSON.stringify({ ...other, ...changed, id: `\\x${HEX}` }) },
      { table: 'officers', row: JSON.stringify(officer) },
      { table: 'officers', row: JSON.stringify({ ...officer, id: 'unnamed' }) },
    ];
    const id = own['id']?.slice(2) ?? '';
    const last = await spine.database.pool('owner').query<{ n: number; commitment: string }>(
      `select submission_n as n, encode(commitment, 'hex') as commitment from handover.events
       where submission_id = decode($1, 'hex') order by submission_n desc limit 1`,
      [id],
    );
    const { n = 0, commitment = '' } = last.rows[0] ?? {};
    const submission = { id, n: n + 1, previous: commitment };
    await plant(spine, planted, { submission });
    const place = await restored(spine, kept);
    const rolled = await rollPlaceForward(place);
    assert.ok(rolled.outcome === 'rolled' && rolled.leftOut.length === 3, JSON.stringify(rolled));
    const after = await place.database
      .pool('owner')
      .query<{ row: Record<string, string> }>(
        `select to_jsonb(t) as row from handover.submissions t order by id`,
      );
    assert.deepEqual(
      after.rows.map(({ row }) => row),
      [{ ...own, stage: 'triage', allocated_to: 'new' }, other],
    );
    assert.deepEqual((await place.database.pool('owner').query('select id from handover.officers')).rows, [
      { id: 'new' },
    ]);
  });

  test('of a danger report that is another draft’s change none of its words', async () => {
    const spine = await createSpine();
    const visitor = await spine.handIn([{ name: 'first.txt', bytes: chat }]);
    const what = {
      happening: ['meeting-planned'],
      where: '',
      who: '',
      safeNumber: '',
      mayRing: false,
    } as const;
    await spine.door.reportDanger(visitor.draftId, { ...what, what: 'A meeting on Friday' });
    await spine.drain();
    const kept = await keepDatabase(spine.database);
    const report = await rowOf(spine, 'danger_reports');
    const row = JSON.stringify({ ...report, draft_id: `\\x${HEX}`, what: 'Nothing' });
    await plant(spine, [{ table: 'danger_reports', row }], {
      type: 'danger-taken',
      facts: { report: String(report['id']).slice(2) },
    });
    const place = await restored(spine, kept);
    assert.equal((await rollPlaceForward(place)).outcome, 'rolled');
    const { rows } = await place.database.pool('owner').query('select what from handover.danger_reports');
    assert.deepEqual(rows, [{ what: 'A meeting on Friday' }]);
  });

  test('garbage in their place is a reason to stand still, not a failure', async () => {
    const spine = await createSpine();
    await spine.handIn([{ name: 'first.txt', bytes: chat }]);
    await spine.drain();
    const kept = await keepDatabase(spine.database);
    await plant(spine, [], { garbage: Buffer.from('no age file') });
    const rolled = await rollPlaceForward(await restored(spine, kept));
    assert.ok(rolled.outcome === 'cannot' && /cannot be opened/.test(rolled.why), JSON.stringify(rolled));
  });

  test('of the event’s own thing that the database cannot read are a reason to stand still', async () => {
    const spine = await createSpine();
    await spine.handIn([{ name: 'first.txt', bytes: chat }]);
    await spine.drain();
    const kept = await keepDatabase(spine.database);
    await plant(
      spine,
      [{ table: 'danger_reports', row: JSON.stringify({ id: `\\x${HEX}`, draft_id: 5, given_at: 'never' }) }],
      { type: 'danger-taken', facts: { report: HEX } },
    );
    const rolled = await rollPlaceForward(await restored(spine, kept));
    assert.ok(rolled.outcome === 'cannot' && /does not fit .* \(22/.test(rolled.why), JSON.stringify(rolled));
  });

  test('a folder that is named like a batch holds nothing up', async () => {
    const spine = await createSpine();
    await spine.handIn([{ name: 'first.txt', bytes: chat }]);
    await spine.drain();
    const named = `60000-60001-${'ab'.repeat(32)}.batch`;
    mkdirSync(join(spine.folder, 'store', 'batches', '0', named), { recursive: true });
    assert.equal((await rollPlaceForward(spine)).outcome, 'in-step');
  });

  test('a file in the place of a folder of batches keeps the log still, not the doors', async () => {
    const spine = await createSpine();
    await spine.handIn([{ name: 'first.txt', bytes: chat }]);
    await spine.drain();
    writeFileSync(join(spine.folder, 'store', 'batches', '7'), 'no folder');
    const said = await orCannot(spine.database.pool('owner'), () => rollPlaceForward(spine));
    assert.equal(said.outcome, 'cannot', JSON.stringify(said));
  });

  test('more than the bound, from before there was one, is logged and stops no sequencer', async () => {
    const spine = await createSpine();
    await spine.handIn([{ name: 'first.txt', bytes: chat }]);
    await spine.drain();
    const owner = spine.database.pool('owner');
    const constraint = `select pg_get_constraintdef(oid) as is from pg_constraint where conname = 'log_entries_sealed_bounded'`;
    const [bound] = (await owner.query<{ is: string }>(constraint)).rows;
    await owner.query('alter table handover.log_entries drop constraint log_entries_sealed_bounded');
    await append(spine, [], { garbage: Buffer.alloc(60 << 20) });
    await owner.query(
      `alter table handover.log_entries add constraint log_entries_sealed_bounded ${bound?.is ?? assert.fail()}`,
    );
    await spine.drain();
    const { rows } = await owner.query(
      `select max(octet_length(sealed)) as most, count(*) filter (where log_index is null)::int as waiting from handover.log_entries`,
    );
    assert.deepEqual(rows, [{ most: 0, waiting: 0 }]);
    await spine.handIn([{ name: 'second.txt', bytes: chat }]);
    await spine.drain();
    assert.deepEqual(await faultsOfBatches(spine), []);
  });
});

test('numbers go on above those that were given out, whatever numbers somebody made up', async () => {
  const spine = await createSpine();
  const owner = spine.database.pool('owner');
  await spine.handIn([{ name: 'first.txt', bytes: chat }]);
  await owner.query(`update handover.submissions set reference = 'NS26-99999999999999999999999'`);
  await owner.query(
    `insert into handover.audit (id, action, thing_kind, thing_id, allowed) overriding system value
     values ($1, 'a', 'b', 'c', true), (7, 'a', 'b', 'c', true)`,
    ['9223372036854775807'],
  );
  const client = await owner.connect();
  await skipLostNumbers(client, null);
  const { rows } = await client.query(
    `select nextval(pg_get_serial_sequence('handover.audit', 'id'))::int as audit, nextval('handover.reference_numbers')::int as reference`,
  );
  client.release();
  assert.deepEqual(rows, [{ audit: 8, reference: 10_001 }]);
});
