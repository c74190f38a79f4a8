import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { openTables } from '#adapters/postgres/connection.ts';
import { createDisposalOrders, createDisposalQueue } from '#adapters/postgres/disposal-store.ts';
import { disposeItem } from '#domain/sealing/index.ts';
import { forgottenSealer } from '#support/event-sealer.ts';
import { whatsappChat } from '#support/desk-seed.ts';
import type { Seeded } from '#support/desk-seed.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

describe('an item that is disposed of, on the page of its submission', () => {
  let desk: PoliceDesk;
  let officer: Officer;
  let seeded: Seeded;
  before(async () => {
    desk = await createPoliceDesk();
    officer = await desk.signIn('priya-nandra');
    seeded = await desk.seed.submission({ items: [{ bytes: whatsappChat(5), name: '_chat.txt' }] });
  });

  const page = async (): Promise<string> =>
    (await officer.get(`/submissions/${seeded.reference}`)).body.replaceAll(/\s+/g, ' ');

  test('is kept; then its disposal is ordered, with why; then it is gone, and the day is named on which no backup holds it', async () => {
    const itemId = seeded.items[0]!.id;
    assert.doesNotMatch(await page(), /<dt[^>]*>Disposal<\/dt>/);
    const ordered = await disposeItem(
      createDisposalOrders(openTables(desk.database.pool('handover_police')), forgottenSealer),
      {
        itemId,
        authority: 'Retention <schedule> 4.2',
        reason: 'No purpose',
        officerId: 'priya-nandra',
        at: new Date('2026-11-22T09:00:00Z'),
      },
    );
    assert.deepEqual(ordered, { ok: true });
    const waiting = await page();
    assert.match(waiting, /Disposal ordered/);
    assert.match(waiting, /Retention &lt;schedule&gt; 4\.2/);
    assert.match(waiting, /Item disposed of/);
    assert.doesNotMatch(waiting, /Read the conversation/);

    const worker = createDisposalQueue(openTables(desk.database.pool('handover_worker')));
    await worker.recordRemoved(itemId, new Date('2026-11-22T09:01:00Z'));
    const backup = 'insert into handover.backups (made_at, expires_at) values ($1, $2)';
    const owner = desk.database.pool('owner');
    await owner.query(backup, ['2026-11-22T03:00:00Z', '2026-12-22T03:00:00Z']);
    await owner.query(backup, ['2026-11-23T03:00:00Z', '2026-12-30T03:00:00Z']);
    assert.match(
      await page(),
      /Disposed of<\/strong> on <time[^>]*>22 November 2026, 09:01:00<\/time>; complete on <time[^>]*>22 December 2026, 03:00:00/,
    );
  });
});
