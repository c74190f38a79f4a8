import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import type pg from 'pg';
import { eventCheck } from '#domain/checking/index.ts';
import {
  type ActorKind,
  type ContinuityEvent,
  encodeEvent,
  eventCommitment,
} from '#portable/continuity/index.ts';
import { minuteNumber, openMinute } from '#support/audit-clock.ts';
import { createTestDatabase } from '#support/database.ts';
import { forgottenSealer } from '#support/event-sealer.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import { createSpine } from '#support/spine.ts';
import { rootAuditMinutes } from './audit-minutes.ts';
import { openTables } from './connection.ts';
import { createRecordPages } from './record-pages.ts';

const CHAT = { name: 'chat.txt', bytes: Buffer.from('12/03/2026, 21:41 - Sam: hi\n') };
const OFFICER = { kind: 'officer', id: 'captured "one"' } as const;

type Written = {
  readonly type: string;
  readonly actor?: { readonly kind: ActorKind; readonly id: string };
  readonly submission?: ContinuityEvent['submission'];
  readonly facts?: ContinuityEvent['facts'];
  readonly key?: string;
  /** What the bytes say, where it is not what the row says. */
  readonly said?: Partial<ContinuityEvent>;
};

/** An event with its outbox row, as a process that was taken over can write them. */
async function write(
  pool: pg.Pool,
  { type, actor = OFFICER, submission = null, facts = {}, ...rest }: Written,
) {
  const [id, salt, at] = [randomBytes(16), randomBytes(32), new Date()];
  const said = {
    v: 1,
    id: id.toString('hex'),
    type,
    at: at.toISOString(),
    actor,
    submission,
    case: null,
    facts,
  } as const;
  const body = Buffer.from(encodeEvent({ ...said, ...rest.said }));
  const commitment = Buffer.from(eventCommitment(salt, body));
  const submissionId = submission === null ? null : Buffer.from(submission.id, 'hex');
  await pool.query(
    `with e as (insert into handover.events (id, type, at, actor_kind, actor_id, submission_id, submission_n, body, salt, commitment, idempotency)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning commitment)
     insert into handover.log_entries (commitment, sealed) select commitment, '' from e`,
    [
      id,
      type,
      at,
      actor.kind,
      actor.id,
      submissionId,
      submission?.n ?? null,
      body,
      salt,
      commitment,
      rest.key ?? null,
    ],
  );
  return id;
}

async function faultsOfEvents(pool: pg.Pool): Promise<string[]> {
  const { faults } = await eventCheck(createRecordPages(openTables(pool))).slice(null);
  return faults.map(({ what }) => what);
}

const OF_OFFICERS = [
  ...['danger-taken', 'danger-closed', 'stage-moved', 'allocated'],
  ...['bundle-asked', 'reading-asked', 'reading-answered', 'item-disposed'],
  ...['contact-asked', 'contact-drafted', 'contact-released', 'contact-withheld'],
  ...['messages-read', 'message-translated', 'translation-disputed', 'translation-taken-back'],
];
const OF_THE_WORKER = [
  ['worker', 'seal', 'item-sealed'],
  ['worker', 'seal', 'submission-sealed'],
  ['worker', 'seal', 'seal-mismatch'],
  ['worker', 'seal', 'addition-sealed'],
  ['worker', 'seal', 'addition-mismatch'],
  ['worker', 'seal', 'addition-acknowledged'],
  ['worker', 'expire', 'draft-expired'],
  ['worker', 'bundle', 'bundle-produced'],
  ['system', 'audit', 'audit-minute'],
] as const;
const OF_THE_OWNER = [
  ['system', 'rotate-keys', 'keys-rotated'],
  ['system', 'new-log', 'log-begun'],
] as const;

describe('what each process may append', () => {
  test('is of officers and of their types from the police process, and of nobody else', async () => {
    const database = await createTestDatabase();
    const police = database.pool('handover_police');
    for (const type of OF_OFFICERS) await write(police, { type, facts: { words: '\u0000 "v":1}' } });
    for (const [kind, id, type] of [...OF_THE_WORKER, ...OF_THE_OWNER])
      for (const actor of [{ kind, id }, OFFICER])
        await assert.rejects(write(police, { type, actor }), /not an event that handover_police makes/);
    for (const kind of ['submitter', 'worker', 'system'] as const)
      await assert.rejects(write(police, { type: 'stage-moved', actor: { kind, id: 'x' } }), /not an event/);
  });

  test('is of sealing, expiry, bundles and audit minutes from the worker, and no act of an officer', async () => {
    const database = await createTestDatabase();
    const worker = database.pool('handover_worker');
    for (const [kind, id, type] of OF_THE_WORKER) await write(worker, { type, actor: { kind, id } });
    for (const type of OF_OFFICERS) await assert.rejects(write(worker, { type }), /not an event/);
    for (const [kind, id, type] of [...OF_THE_OWNER, ['worker', 'bundle', 'item-sealed'] as const])
      await assert.rejects(write(worker, { type, actor: { kind, id } }), /not an event/);
    await assert.rejects(
      write(worker, { type: 'submission-received', actor: { kind: 'submitter', id: 'NS26-000001' } }),
      /not an event/,
    );
  });

  test('is nothing from the public process and the sequencer', async () => {
    const database = await createTestDatabase();
    for (const role of ['handover_public', 'handover_sequencer'] as const)
      await assert.rejects(write(database.pool(role), { type: 'stage-moved' }), /permission denied/);
  });

  test('has bytes that say what its row says', async () => {
    const database = await createTestDatabase();
    const police = database.pool('handover_police');
    const place = { id: 'ab'.repeat(16), n: 2, previous: 'cd'.repeat(32) };
    const lies: Partial<ContinuityEvent>[] = [
      { type: 'submission-sealed' },
      { actor: { kind: 'worker', id: 'seal' } },
      { actor: { ...OFFICER, id: 'another' } },
      { id: '00'.repeat(16) },
      { at: '2020-01-01T00:00:00.000Z' },
      { submission: place },
      { case: place },
    ];
    for (const said of lies)
      await assert.rejects(write(police, { type: 'stage-moved', said }), /its bytes are of another event/);
  });

  test('stands at the next place of its chain: not in front of its receiving, not twice, not far ahead', async () => {
    const spine = await createSpine();
    const police = spine.database.pool('handover_police');
    const { rows } = await (async () => {
      await spine.handIn([CHAT]);
      return spine.database.pool('owner').query<{ id: Buffer }>('select id from handover.submissions');
    })();
    const id = rows[0]?.id.toString('hex') ?? '';
    const at = (n: number, previous: string | null) => ({
      type: 'stage-moved',
      submission: { id, n, previous },
    });
    await assert.rejects(write(police, at(1, null)), /not the next place/);
    await spine.steps.seal();
    const { rows: last } = await spine.database
      .pool('owner')
      .query<{ commitment: Buffer }>('select commitment from handover.events where submission_n = 3');
    const previous = last[0]?.commitment.toString('hex') ?? '';
    await assert.rejects(write(police, at(2_147_483_647, previous)), /not the next place/);
    await assert.rejects(write(police, at(4, 'ab'.repeat(32))), /its bytes are of another event/);
    await write(police, at(4, previous));
  });

  test('gets its place in the log from the sequencer alone', async () => {
    const database = await createTestDatabase();
    for (const role of ['handover_police', 'handover_worker'] as const)
      await assert.rejects(
        database
          .pool(role)
          .query(`insert into handover.log_entries (commitment, log_index, sealed) values ('\\x00', 7, '')`),
        /permission denied/,
      );
  });
});

describe('an event that was planted under the key of an act', () => {
  const AUDIT = { kind: 'system', id: 'audit' } as const;

  test('does not keep a submission from being sealed, and the check of the record names both', async () => {
    const spine = await createSpine();
    const owner = spine.database.pool('owner');
    const visitor = await spine.handIn([CHAT]);
    const { rows } = await owner.query<{ id: Buffer }>('select id from handover.submissions');
    const id = rows[0]?.id.toString('hex') ?? '';
    const submitter = { kind: 'submitter', id: visitor.reference } as const;
    const seal = { kind: 'worker', id: 'seal' } as const;
    await write(owner, { type: 'stage-moved', actor: submitter, key: 'submission-received' });
    await write(owner, { type: 'item-sealed', actor: seal, key: `submission-sealed ${id}` });
    await write(owner, { type: 'submission-sealed', actor: seal, key: `submission-sealed ${id} #2` });
    await spine.drain();
    assert.ok(await spine.openReceipt(visitor), 'it is sealed and has its receipt');
    const { rows: chain } = await owner.query<{ type: string; key: string }>(
      `select type, replace(idempotency, $1, 'ID') as key from handover.events where submission_id is not null order by submission_n`,
      [id],
    );
    assert.deepEqual(chain[0], { type: 'submission-received', key: 'submission-received #2' });
    assert.deepEqual(chain[2], { type: 'submission-sealed', key: 'submission-sealed ID #3' });
    const faults = await faultsOfEvents(owner);
    assert.equal(faults.filter(what => /key was held by an event of another act/.test(what)).length, 3);
    assert.equal(faults.filter(what => /holds a key that belongs to another act/.test(what)).length, 2);
    assert.equal(faults.filter(what => /stage-moved by submitter/.test(what)).length, 1);
  });

  test('in front of its chain does not keep a submission from being sealed', async () => {
    const spine = await createSpine();
    const owner = spine.database.pool('owner');
    await spine.handIn([CHAT]);
    const { rows } = await owner.query<{ id: Buffer }>('select id from handover.submissions');
    const submission = { id: rows[0]?.id.toString('hex') ?? '', n: 1, previous: null };
    await write(owner, { type: 'stage-moved', submission });
    assert.equal(await spine.steps.seal(), true);
    assert.equal(await spine.steps.seal(), false);
    assert.equal((await owner.query('select from handover.items')).rowCount, 1);
  });

  test('of another minute, or with another root, does not stop the roots; one that is right becomes the minute’s', async () => {
    const database = await createTestDatabase();
    const owner = database.pool('owner');
    const tables = openTables(database.pool('handover_worker'));
    const minutes = [0, 1, 2].map(n => minuteNumber(n).toISOString());
    await openMinute(owner, minuteNumber(0), minuteNumber(0));
    const root = 'ab'.repeat(32);
    const plant = (n: number, facts: ContinuityEvent['facts']) =>
      write(owner, { type: 'audit-minute', actor: AUDIT, key: `audit-minute ${minutes[n]}`, facts });
    await plant(0, { minute: '2020-01-01T00:00:00.000Z', rows: 0, root });
    await plant(1, { minute: minutes[1] ?? '', rows: 7, root });
    await openMinute(owner, minuteNumber(3));
    await rootAuditMinutes(tables, forgottenSealer);
    const { rows } = await owner.query<{ key: string }>(
      'select e.idempotency as key from handover.audit_minutes m join handover.events e on e.id = m.event_id order by m.minute',
    );
    assert.deepEqual(
      rows.map(({ key }) => key),
      [`audit-minute ${minutes[0]} #2`, `audit-minute ${minutes[1]} #2`, `audit-minute ${minutes[2]}`],
    );
    // The third minute's event, as it would be planted beforehand with the right root: nobody can tell it from the honest one.
    await owner.query('delete from handover.audit_minutes where minute = $1', [minutes[2]]);
    await rootAuditMinutes(tables, forgottenSealer);
    assert.equal((await owner.query('select from handover.audit_minutes')).rowCount, 3);
    assert.equal((await owner.query('select from handover.events')).rowCount, 5);
  });

  test('of an officer is not taken for the act: it is done, and an event says so', async () => {
    const desk = await createPoliceDesk();
    const { tables } = desk.seed;
    const [one, two] = [await desk.seed.submission({ items: [] }), await desk.seed.submission({ items: [] })];
    const { acts } = desk.parts.desk;
    const act = { officerId: 'priya-nandra', at: new Date(), form: 'f' };
    const move = (id: Buffer) => acts.moveStage(id.toString('hex'), { from: 'new', to: 'triage' }, act);
    await move(one.id);
    // The key that the same form has for the second submission, taken by an act on the first.
    await move(two.id);
    const keyOf = async (id: Buffer) =>
      tables
        .selectFrom('handover.events')
        .select('idempotency')
        .where('submission_id', '=', id)
        .where('type', '=', 'stage-moved')
        .execute();
    const [{ idempotency } = assert.fail()] = await keyOf(two.id);
    const owner = desk.database.pool('owner');
    await owner.query(
      `delete from handover.log_entries where commitment in (select commitment from handover.events where idempotency = $1)`,
      [idempotency],
    );
    await owner.query('delete from handover.events where idempotency = $1', [idempotency]);
    await owner.query(`update handover.submissions set stage = 'new' where id = $1`, [two.id]);
    await owner.query(
      'update handover.events set idempotency = $1 where submission_id = $2 and idempotency is not null',
      [idempotency, one.id],
    );
    assert.deepEqual(await move(two.id), { ok: true });
    assert.deepEqual(await move(two.id), { ok: true });
    assert.deepEqual(await keyOf(two.id), [{ idempotency: `${idempotency} #2` }]);
  });
});
