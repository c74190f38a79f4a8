import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { verifyBundle, sourceOfBytes } from '#portable/bundle/index.ts';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { appendEvent } from '#adapters/postgres/event-chain.ts';
import { forgottenSealer } from '#support/event-sealer.ts';
import { createSpine } from '#support/spine.ts';

const CHAT = Buffer.from(
  '18/09/2026, 19:52 - Jay R: you there?\n18/09/2026, 19:53 - Elle: hi. had football then tea\n18/09/2026, 19:54 - Jay R: nice one. did u score\nand then?\n',
);

describe('the whole line, from the public door to a verified bundle', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  before(async () => {
    spine = await createSpine();
  });

  test('a hand-in is sealed, logged, receipted and read, and nothing staged is left behind', async () => {
    const visitor = await spine.handIn([
      { name: 'WhatsApp Chat with Jay R.txt', bytes: CHAT },
      { name: 'note.txt', bytes: Buffer.from('just words, no chat') },
    ]);
    assert.equal((await spine.door.readBox(visitor.boxId))?.state, 'received');
    await spine.drain();
    const box = await spine.door.readBox(visitor.boxId);
    assert.equal(box?.state, 'sealed');
    const receipt = await spine.openReceipt(visitor);
    assert.ok(receipt);
    const verified = verifyReceipt(receipt, { policy: spine.policy, files: [CHAT] });
    assert.equal(
      verified.verdict,
      'verified',
      JSON.stringify(verified.findings.filter(f => f.outcome === 'failed')),
    );
    const owner = spine.database.pool('owner');
    const counts = await owner.query(
      `select (select count(*)::int from handover.staged_files) as files, (select count(*)::int from handover.staged_segments) as segments,
        (select count(*)::int from handover.drafts) as drafts, (select count(*)::int from handover.items) as items,
        (select count(*)::int from handover.reading_lines where n is not null) as messages,
        (select array_agg(state order by state) from handover.readings) as states`,
    );
    assert.deepEqual(counts.rows[0], {
      files: 0,
      segments: 0,
      drafts: 0,
      items: 2,
      messages: 3,
      states: ['read', 'refused'],
    });
  });

  test('a bundle of it verifies with the policy from outside, and only then', async () => {
    const owner = spine.database.pool('owner');
    await owner.query(
      `insert into handover.officers (id, name, rank, role, demo) values ('ida', 'Ida Lund', 'PC', 'intake-officer', true)`,
    );
    const id = randomBytes(16);
    await owner.query(
      `insert into handover.bundles (id, submission_id, state, asked_by) select $1, id, 'asked', 'ida' from handover.submissions limit 1`,
      [id],
    );
    await spine.drain();
    const { rows } = await owner.query<{ state: string; key: string; failure: string | null }>(
      'select state, key, failure from handover.bundles',
    );
    assert.equal(rows[0]?.state, 'ready', rows[0]?.failure ?? '');
    const zip = await spine.openBundle(id, rows[0]?.key ?? '');
    const verified = await verifyBundle(sourceOfBytes(zip), { policy: spine.policy });
    assert.equal(
      verified.verdict,
      'verified',
      JSON.stringify(verified.findings.filter(f => f.outcome === 'failed')),
    );
    const alone = await verifyBundle(sourceOfBytes(zip), { policy: null });
    assert.equal(alone.verdict, 'issuer-not-established');
  });

  test('a bundle built again from its stored order and the sealed items is the same to the byte', async () => {
    const owner = spine.database.pool('owner');
    const { rows } = await owner.query<{
      id: Buffer;
      submission_id: Buffer;
      key: string;
      build_order: string;
      proof: string;
    }>(`select id, submission_id, key, build_order, proof from handover.bundles where state = 'ready'`);
    const row = rows[0];
    assert.ok(row);
    const first = await spine.openBundle(row.id, row.key);
    const asked = { id: row.id, submissionId: row.submission_id };
    const again = await spine.steps.rebuild(asked, { order: row.build_order, proof: row.proof });
    assert.ok(first.equals(again));
  });

  test('bytes lost from the store are noticed at sealing, recorded as an event, and never sealed', async () => {
    const visitor = await spine.handIn([{ name: 'chat.txt', bytes: CHAT }]);
    const owner = spine.database.pool('owner');
    await owner.query(
      `update handover.staged_segments set body = set_byte(body, octet_length(body) - 1, get_byte(body, octet_length(body) - 1) # 1)`,
    );
    await spine.drain();
    assert.equal((await spine.door.readBox(visitor.boxId))?.state, 'received');
    const { rows } = await owner.query<{ type: string }>(
      `select e.type from handover.events e join handover.submissions s on s.id = e.submission_id where s.reference = $1 order by e.submission_n`,
      [visitor.reference],
    );
    assert.deepEqual(
      rows.map(row => row.type),
      ['submission-received', 'seal-mismatch'],
    );
  });

  test('what an officer does before a submission is sealed keeps nothing from being sealed, and its chain begins with the receiving', async () => {
    const visitor = await spine.handIn([{ name: 'chat.txt', bytes: CHAT }]);
    const owner = spine.database.pool('owner');
    const { rows: found } = await owner.query<{ id: Buffer }>(
      'select id from handover.submissions where reference = $1',
      [visitor.reference],
    );
    const act = (at: Date) =>
      openTables(spine.database.pool('handover_police'))
        .transaction()
        .execute(trx =>
          appendEvent(
            trx,
            {
              type: 'stage-moved',
              actor: { kind: 'officer', id: 'ida' },
              submissionId: found[0]?.id ?? null,
              at,
              facts: {},
            },
            forgottenSealer,
          ),
        );
    await act(new Date());
    await spine.drain();
    await act(new Date('2020-01-01T00:00:00Z'));
    assert.equal((await spine.door.readBox(visitor.boxId))?.state, 'sealed');
    const { rows } = await owner.query<{ type: string; at: Date }>(
      'select type, at from handover.events where submission_id = $1 order by submission_n',
      [found[0]?.id],
    );
    assert.deepEqual(
      rows.map(row => row.type),
      ['submission-received', 'item-sealed', 'submission-sealed', 'stage-moved'],
    );
    assert.ok(
      rows.every((row, n) => n === 0 || row.at >= (rows[n - 1]?.at ?? row.at)),
      'a chain never runs backwards',
    );
  });
});
