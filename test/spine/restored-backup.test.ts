import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { rootAuditMinutes } from '#adapters/postgres/audit-minutes.ts';
import { createDisposalOrders } from '#adapters/postgres/disposal-store.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { createDeskActs } from '#adapters/postgres/desk/acts.ts';
import { createSubmissionStore } from '#adapters/postgres/desk/submissions.ts';
import { sourceOfBytes, verifyBundle } from '#portable/bundle/index.ts';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { minuteNumber, openMinute } from '#support/audit-clock.ts';
import type { TestDatabase } from '#support/database.ts';
import { databaseOf, keepDatabase, rollPlaceForward, type KeptDatabase } from '#support/restored.ts';
import { createSpine, type HandedIn } from '#support/spine.ts';

type Spine = Awaited<ReturnType<typeof createSpine>>;

const chat = (n: number) =>
  Buffer.from(
    `18/09/2026, 19:52 - Jay R: you there? ${n}\n18/09/2026, 19:53 - Elle: hi. had football then tea\n`,
  );

/** What must be the same again, to the byte: everything but what is made anew (receipts, readings, finished bundles). */
const RECORD = {
  events: 'select * from handover.events order by commitment',
  log: 'select commitment, log_index, logged_at from handover.log_entries order by commitment',
  head: 'select * from handover.log_head',
  items: 'select * from handover.items order by id',
  submissions: `select id, reference, draft_id, state, submitter_type, received_at, sealed_at, box_id, box_recipient, stage, allocated_to
    from handover.submissions order by id`,
  danger: 'select * from handover.danger_reports order by id',
  bundles:
    'select id, submission_id, asked_by, asked_at, name, build_order, bundle_sha256, event_id from handover.bundles order by id',
  audit: 'select * from handover.audit order by id',
  views: 'select * from handover.audit_views order by id',
  viewStates:
    'select view_id, minute, last_at, looks, ranges::text from handover.audit_view_states order by 1, 2',
  minutes: 'select * from handover.audit_minutes order by minute',
  disposals: 'select * from handover.disposals order by item_id',
} as const;

async function recordOf(database: TestDatabase): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const [name, query] of Object.entries(RECORD)) {
    rows[name] = (await database.pool('owner').query<Record<string, unknown>>(query)).rows;
  }
  return rows;
}

async function addOfficer(database: TestDatabase, id: string): Promise<void> {
  await database
    .pool('owner')
    .query(
      `insert into handover.officers (id, name, rank, role, demo) values ($1, 'Ida Lund', 'PC', 'intake-officer', true)`,
      [id],
    );
}

async function idOf(database: TestDatabase, reference: string): Promise<string> {
  const { rows } = await database
    .pool('owner')
    .query<{ id: string }>(`select encode(id, 'hex') as id from handover.submissions where reference = $1`, [
      reference,
    ]);
  return rows[0]?.id ?? assert.fail(`no submission ${reference}`);
}

/** A life after the backup: hand-ins, danger, acts of officers who came later, a bundle, and views. */
/** What goes on after the backup, and the receipt of the last hand-in, which is then disposed of. */
async function goOn(spine: Spine): Promise<{ later: HandedIn[]; lastReceipt: Buffer }> {
  const { database } = spine;
  const late = await spine.handIn([
    { name: 'late.txt', bytes: chat(2) },
    { name: 'note.txt', bytes: Buffer.from('just words') },
  ]);
  await spine.door.reportDanger(late.draftId, {
    happening: ['meeting-planned'],
    what: 'A meeting on Friday',
    where: 'Northshire',
    who: 'Elle',
    safeNumber: '07700 900318',
    mayRing: true,
  });
  await spine.drain();
  await addOfficer(database, 'later-officer');
  const acts = createDeskActs(openTables(database.pool('handover_police')), spine.sealer);
  const act = { officerId: 'later-officer', at: new Date(), form: 'form-1' };
  const id = await idOf(database, late.reference);
  assert.ok((await acts.moveStage(id, { from: 'new', to: 'triage' }, act)).ok);
  assert.ok((await acts.allocate(id, { from: null, to: 'later-officer' }, act)).ok);
  assert.ok((await acts.askBundle(id, act)).ok);
  await spine.drain();
  await noteLooks(spine, id);
  const last = await spine.handIn([{ name: 'last.txt', bytes: chat(3) }]);
  await spine.drain();
  const lastReceipt = await receiptOf(spine, last);
  await disposeOf(spine, last.reference);
  await spine.drain();
  return { later: [late, last], lastReceipt };
}

/** An act and a view of an officer, in a minute that is over and has its root. */
async function noteLooks({ database, sealer, drain }: Spine, id: string): Promise<void> {
  const owner = database.pool('owner');
  await openMinute(owner, minuteNumber(0), minuteNumber(0));
  const names = [Buffer.alloc(32), 'later-officer', 'submission', id, 'allocated to them'];
  await owner.query(`select police_door.note_act($1, $2, 'read', $3, $4, null, $5, true, 'words')`, names);
  await owner.query(
    `select police_door.note_view($1, $2, 'read', $3, $4, null, $5, 'conversation', '{[3,7)}', 1)`,
    names,
  );
  await openMinute(owner, minuteNumber(1));
  await rootAuditMinutes(openTables(database.pool('handover_worker')), sealer);
  await drain();
}

async function disposeOf({ database, sealer }: Spine, reference: string): Promise<void> {
  const { rows } = await database
    .pool('owner')
    .query<{ id: Buffer }>(
      'select i.id from handover.items i join handover.submissions s on s.id = i.submission_id where s.reference = $1',
      [reference],
    );
  const orders = createDisposalOrders(openTables(database.pool('handover_police')), sealer);
  const order = { itemId: rows[0]?.id ?? assert.fail(), officerId: 'later-officer', at: new Date() };
  assert.ok((await orders.record({ ...order, authority: 'DCI Okafor', reason: 'Kept in error.' })).ok);
}

async function receiptOf(spine: Spine, visitor: HandedIn): Promise<Buffer> {
  return Buffer.from(
    (await spine.openReceipt(visitor)) ?? assert.fail(`${visitor.reference} has no receipt`),
  );
}

function assertVerified(spine: Spine, receipt: Uint8Array, files: Uint8Array[]): void {
  const verified = verifyReceipt(receipt, { policy: spine.policy, files });
  assert.equal(
    verified.verdict,
    'verified',
    JSON.stringify(verified.findings.filter(f => f.outcome === 'failed')),
  );
}

describe('an old database under newer items', () => {
  let spine: Spine;
  let kept: KeptDatabase;
  let first: HandedIn;
  let waiting: HandedIn;
  let later: HandedIn[];
  let receipts: Buffer[];
  let wanted: Record<string, unknown[]>;
  let restored: Spine;

  before(async () => {
    spine = await createSpine();
    first = await spine.handIn([{ name: 'first.txt', bytes: chat(0) }]);
    await spine.drain();
    waiting = await spine.handIn([{ name: 'waiting.txt', bytes: chat(1) }]);
    kept = await keepDatabase(spine.database);
    const gone = await goOn(spine);
    later = gone.later;
    const [late] = later;
    const undisposed = [first, waiting, late ?? assert.fail()];
    receipts = await Promise.all(undisposed.map(visitor => receiptOf(spine, visitor)));
    receipts.push(gone.lastReceipt);
    wanted = await recordOf(spine.database);
    restored = await createSpine({
      database: await databaseOf(kept),
      folder: spine.folder,
      keys: spine.keys,
    });
  });

  test('nothing is signed while the database is behind what was published', async () => {
    const head = await restored.sequencer.store.read();
    await assert.rejects(restored.sequence(), { code: 'log-disagrees' });
    assert.deepEqual(await restored.sequencer.store.read(), head);
  });

  test('rolling forward makes every event, item, submission, act, view and place in the log again, to the byte', async () => {
    const rolled = await rollPlaceForward(restored);
    assert.equal(rolled.outcome, 'rolled', JSON.stringify(rolled));
    await restored.drain();
    const again = await recordOf(restored.database);
    for (const name of Object.keys(RECORD)) {
      assert.ok((wanted[name]?.length ?? 0) > 0, `${name}: the test must have seen rows`);
      assert.deepEqual(again[name], wanted[name], name);
    }
  });

  test('every receipt that was issued after the backup still verifies, and is in its box again, but for what was disposed of', async () => {
    const visitors = [first, waiting, ...later];
    const files = [[chat(0)], [chat(1)], [chat(2)], [chat(3)]];
    for (const [n, visitor] of visitors.entries()) {
      assertVerified(restored, receipts[n] ?? new Uint8Array(), files[n] ?? []);
      if (visitor === later[1]) {
        assert.equal(await restored.door.readBox(visitor.boxId), null);
        continue;
      }
      assertVerified(restored, await receiptOf(restored, visitor), files[n] ?? []);
      assert.equal((await restored.door.readBox(visitor.boxId))?.state, 'sealed');
    }
  });

  test('the desk shows the record again: items read, events in the log, who holds it', async () => {
    const store = createSubmissionStore(openTables(restored.database.pool('handover_police')));
    const submission = await store.find(later[0]?.reference ?? '');
    assert.ok(submission);
    assert.equal((await store.items(submission.id)).length, 2);
    assert.equal((await store.dangerOf(submission.id))?.where, 'Northshire');
    const events = await store.events(submission.id);
    assert.ok(events.length >= 7 && events.every(event => event.logIndex !== null));
    const { rows } = await restored.database.pool('owner').query<{ state: string; messages: number }>(
      `select r.state, r.messages from handover.readings r join handover.items i on i.id = r.item_id join handover.submissions s on s.id = i.submission_id
       where s.reference = $1 order by i.number`,
      [later[0]?.reference],
    );
    assert.deepEqual(rows, [
      { state: 'read', messages: 2 },
      { state: 'refused', messages: 0 },
    ]);
  });

  test('a bundle that was made after the backup is made again from its order and verifies', async () => {
    const { rows } = await restored.database
      .pool('owner')
      .query<{ id: Buffer; state: string; key: string; failure: string | null }>(
        'select id, state, key, failure from handover.bundles',
      );
    assert.equal(rows[0]?.state, 'ready', rows[0]?.failure ?? '');
    const zip = await restored.openBundle(rows[0].id, rows[0].key);
    assert.equal((await verifyBundle(sourceOfBytes(zip), { policy: restored.policy })).verdict, 'verified');
  });

  test('rolling forward again changes nothing', async () => {
    assert.equal((await rollPlaceForward(restored)).outcome, 'in-step');
  });

  test('life goes on: a new hand-in gets a reference that nobody ever had, and a receipt', async () => {
    const visitor = await restored.handIn([{ name: 'new.txt', bytes: chat(9) }]);
    await restored.drain();
    assertVerified(restored, await receiptOf(restored, visitor), [chat(9)]);
    const numberOf = (reference: string) => Number(reference.split('-')[1]);
    assert.ok(numberOf(visitor.reference) > numberOf(later[1]?.reference ?? '') + 4_999);
  });

  test('the sequencer’s role can read nothing of what it passes on', async () => {
    await restored.handIn([{ name: 'secret.txt', bytes: chat(10) }]);
    await restored.steps.seal();
    const { rows } = await restored.database
      .pool('handover_sequencer')
      .query<{ sealed: Buffer }>('select sealed from handover.log_entries where log_index is null');
    assert.ok(rows.length >= 3);
    for (const { sealed } of rows) {
      assert.match(sealed.toString('latin1'), /^age-encryption\.org\/v1\n/);
      assert.doesNotMatch(sealed.toString('latin1'), /submission-|secret\.txt|"event"/);
    }
    await restored.drain();
  });
});
