import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createSpine } from '#support/spine.ts';
import { policeDeskOver } from '#support/police-desk.ts';

const CHAT = Buffer.from(
  '18/09/2026, 19:52 - Jay R: you there?\n18/09/2026, 19:53 - Elle: hi\n18/09/2026, 19:54 - Jay R: ok\n',
);

describe('a newer reader', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  before(async () => {
    spine = await createSpine();
  });

  test('makes a new reading beside the old, and a page says what differs between them', async () => {
    const { reference } = await spine.handIn([{ name: 'chat.txt', bytes: CHAT }]);
    await spine.drain();
    const owner = spine.database.pool('owner');
    // The reading as an older version of its reader would have left it: another name, and one message otherwise.
    const { rows: old } = await owner.query<{ id: Buffer }>(
      `update handover.readings set reader = 'handover-chat/before',
         summary = regexp_replace(summary, '"reader":"whatsapp-text/[0-9]+"', '"reader":"whatsapp-text/0"') returning id`,
    );
    const id = old[0]!.id;
    await owner.query(
      `update handover.reading_lines set line = regexp_replace(line, '"reader":"whatsapp-text/[0-9]+"', '"reader":"whatsapp-text/0"')
       where reading_id = $1 and seq = 0`,
      [id],
    );
    await owner.query(
      `update handover.reading_lines set line = replace(line, '"speaker":"Elle"', '"speaker":"Elle ()"') where reading_id = $1 and n = 1`,
      [id],
    );
    assert.equal(await spine.steps.read(), true);
    assert.equal(await spine.steps.read(), false, 'once');
    const { rows } = await owner.query<{ id: string; state: string }>(
      `select encode(r.id, 'hex') as id, r.state from handover.readings r order by r.read_at`,
    );
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['read', 'read'],
    );
    const desk = await policeDeskOver(spine.database);
    const officer = await desk.signIn('priya-nandra');
    const { body } = await officer.get(`/conversations/${rows[1]!.id}/difference`);
    const page = body.replaceAll(/\s+/g, ' ');
    assert.match(page, /whatsapp-text\/0/);
    assert.match(page, /2 lines are the same in both/);
    assert.match(page, /speaker<.*&quot;Elle \(\)&quot;.*&quot;Elle&quot;/);
    assert.equal((await officer.get(`/submissions/${reference}`)).statusCode, 200);
    const elsewhere = await officer.get(`/conversations/${rows[1]!.id}/difference?from=${'0'.repeat(32)}`);
    assert.equal(elsewhere.statusCode, 404);
  });
});
