import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { createEvidenceOpener } from '#adapters/age/index.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { createDisposalOrders, createDisposalQueue } from '#adapters/postgres/disposal-store.ts';
import { disposalStatus, disposeItem, finishDisposal, openItem } from '#domain/sealing/index.ts';
import { sourceOfBytes, verifyBundle } from '#portable/bundle/index.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import { createSpine } from '#support/spine.ts';

const CHAT = Buffer.from('18/09/2026, 19:52 - Jay R: you there?\n18/09/2026, 19:53 - Elle: hi\n');
const day = (n: number) => new Date(Date.UTC(2026, 10, n));

describe('disposing of an item', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  let item: { id: Buffer; blob_id: Buffer; submission_id: Buffer };
  const owner = () => spine.database.pool('owner');
  const orders = () => createDisposalOrders(openTables(spine.database.pool('handover_police')), spine.sealer);
  const queue = () => createDisposalQueue(openTables(spine.database.pool('handover_worker')));
  const order = (itemId: Uint8Array) => ({
    itemId,
    authority: 'Retention schedule 4.2',
    reason: 'Kept for no purpose any more',
    officerId: 'ida',
    at: new Date(),
  });
  const removeCopies = () => Promise.resolve();
  const carryOut = () =>
    finishDisposal({ queue: queue(), blobs: spine.steps.blobs, removeCopies, clock: () => day(10) });

  before(async () => {
    spine = await createSpine();
    await owner().query(
      `insert into handover.officers (id, name, rank, role, demo) values ('ida', 'Ida Lund', 'Insp', 'supervisor', true)`,
    );
    await spine.handIn([
      { name: 'one.txt', bytes: CHAT },
      { name: 'two.txt', bytes: CHAT },
    ]);
    await spine.steps.seal();
    const { rows } = await owner().query<typeof item>(
      'select id, blob_id, submission_id from handover.items where number = 1',
    );
    assert.ok(rows[0]);
    item = rows[0];
  });

  test('it needs an authority and a reason, a known item, and a submission that has its receipt', async () => {
    const outcome = async (change: object) => disposeItem(orders(), { ...order(item.id), ...change });
    assert.deepEqual(await outcome({ authority: '  ' }), { ok: false, reason: 'no-authority' });
    assert.deepEqual(await outcome({ reason: '' }), { ok: false, reason: 'no-reason' });
    assert.deepEqual(await outcome({ reason: 'x'.repeat(2001) }), { ok: false, reason: 'no-reason' });
    assert.deepEqual(await outcome({ itemId: randomBytes(16) }), { ok: false, reason: 'no-item' });
    assert.deepEqual(await outcome({}), { ok: false, reason: 'not-sealed' });
    assert.equal((await owner().query('select 1 from handover.disposals')).rowCount, 0);
  });

  test('of many orders at once one is recorded, with one event that says why and by whose authority', async () => {
    await spine.drain();
    const all = await Promise.all([1, 2, 3].map(() => disposeItem(orders(), order(item.id))));
    assert.deepEqual(all.map(one => (one.ok ? 'ok' : one.reason)).toSorted(), ['already', 'already', 'ok']);
    const { rows } = await owner().query<{ body: Buffer }>(
      `select body from handover.events where type = 'item-disposed'`,
    );
    assert.equal(rows.length, 1);
    const event = decodeEvent(rows[0]?.body ?? Buffer.alloc(0));
    assert.ok(event.ok);
    assert.deepEqual(event.event.facts, {
      item: item.id.toString('hex'),
      authority: 'Retention schedule 4.2',
      reason: 'Kept for no purpose any more',
    });
    assert.deepEqual(event.event.actor, { kind: 'officer', id: 'ida' });
  });

  test('killed after the headers were removed, it is carried out at the next start', async () => {
    const killed = { ...queue(), recordRemoved: () => Promise.reject(new Error('killed')) };
    await assert.rejects(
      finishDisposal({ queue: killed, blobs: spine.steps.blobs, removeCopies, clock: () => day(10) }),
      /killed/,
    );
    assert.equal(await carryOut(), true);
    assert.equal(await carryOut(), false);
  });

  test('afterwards its header file is gone, its body is bytes that nobody opens, and nothing read out of it is left', async () => {
    const store = join(spine.folder, 'store');
    const hex = item.id.toString('hex');
    assert.equal(existsSync(join(store, 'headers', hex.slice(0, 2), `${hex}.age-headers`)), false);
    assert.equal(globSync(`bodies/*/${item.blob_id.toString('hex')}/*`, { cwd: store }).length, 1);
    const opener = createEvidenceOpener({
      identities: [spine.keys.evidenceIdentity],
      recipients: [spine.keys.evidenceRecipient],
    });
    const opened = openItem(
      { blobs: spine.steps.blobs, opener },
      { itemId: item.id, blobId: item.blob_id, segments: 1 },
    );
    await assert.rejects(opened.next(), { code: 'seal-mismatch' });
    const { rows } = await owner().query<{
      number: number;
      lines: number;
      summary: string | null;
      detection: unknown;
    }>(
      `select i.number, r.summary, r.detection, (select count(*)::int from handover.reading_lines l where l.reading_id = r.id) as lines
       from handover.items i join handover.readings r on r.item_id = i.id order by i.number`,
    );
    assert.deepEqual(rows[0], { number: 1, lines: 0, summary: null, detection: null });
    assert.ok((rows[1]?.lines ?? 0) > 0);
    await spine.drain();
    const again = await owner().query(
      'select 1 from handover.reading_lines l join handover.readings r on r.id = l.reading_id where r.item_id = $1',
      [item.id],
    );
    assert.equal(again.rowCount, 0, 'it is not read again');
  });

  test('a bundle made afterwards holds the other item, and verifies', async () => {
    const id = randomBytes(16);
    await owner().query(
      `insert into handover.bundles (id, submission_id, state, asked_by) values ($1, $2, 'asked', 'ida')`,
      [id, item.submission_id],
    );
    await spine.drain();
    const { rows } = await owner().query<{ state: string; key: string; failure: string | null }>(
      'select state, key, failure from handover.bundles',
    );
    assert.equal(rows[0]?.state, 'ready', rows[0]?.failure ?? '');
    const zip = await spine.openBundle(id, rows[0]?.key ?? '');
    const verified = await verifyBundle(sourceOfBytes(zip), { policy: spine.policy });
    assert.equal(verified.verdict, 'verified');
  });

  test('when every item was disposed of, a bundle fails with a sentence and holds up no other', async () => {
    const { rows } = await owner().query<{ id: Buffer }>('select id from handover.items where number = 2');
    assert.ok(rows[0]);
    assert.deepEqual(await disposeItem(orders(), order(rows[0].id)), { ok: true });
    assert.equal(await carryOut(), true);
    const id = randomBytes(16);
    await owner().query(
      `insert into handover.bundles (id, submission_id, state, asked_by) values ($1, $2, 'asked', 'ida')`,
      [id, item.submission_id],
    );
    await spine.drain();
    const bundle = await owner().query<{ state: string; failure: string }>(
      'select state, failure from handover.bundles where id = $1',
      [id],
    );
    assert.deepEqual(bundle.rows[0], {
      state: 'failed',
      failure: 'there is no item to put into it: each was disposed of',
    });
  });

  test('it is complete on the day the last backup that may hold a header expires', () => {
    const backup = (made: number, expires: number) => ({ madeAt: day(made), expiresAt: day(expires) });
    assert.deepEqual(disposalStatus(null, [backup(1, 30)]), { state: 'ordered' });
    const completeOn = (...backups: ReturnType<typeof backup>[]) => {
      const status = disposalStatus(day(10), backups);
      return status.state === 'disposed' ? status.completeOn.getUTCDate() : null;
    };
    assert.equal(completeOn(), 10, 'with no backup it is complete at once');
    assert.equal(completeOn(backup(1, 5)), 10, 'an expired one holds nothing');
    assert.equal(completeOn(backup(1, 20), backup(9, 28), backup(2, 15)), 28);
    assert.equal(completeOn(backup(11, 30)), 10, 'one made afterwards never held it');
    assert.equal(completeOn(backup(10, 30)), 30, 'one made at that moment may');
  });
});
