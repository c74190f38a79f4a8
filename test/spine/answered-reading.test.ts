import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { openTables } from '#adapters/postgres/connection.ts';
import { createPostgresDesk } from '#adapters/postgres/desk/index.ts';
import { sourceOfBytes, verifyBundle } from '#portable/bundle/index.ts';
import { createSpine } from '#support/spine.ts';

/** Both orders of day and month are possible in every line. */
const OPEN = Buffer.from('03/04/2026, 19:52 - Jay R: hello\n05/04/2026, 19:53 - Elle: hi\n');

describe('an officer’s answer about the order of dates', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  before(async () => {
    spine = await createSpine();
  });

  test('makes a new reading beside the old, taken back makes none, and a bundle holds both and verifies', async () => {
    const { reference } = await spine.handIn([{ name: 'chat.txt', bytes: OPEN }]);
    await spine.drain();
    const owner = spine.database.pool('owner');
    await owner.query(
      `insert into handover.officers (id, name, rank, role) values ('ida', 'Ida Lund', 'PC', 'intake-officer')`,
    );
    type Row = { id: string; order: string | null; answers: number; state: string; first: string };
    const readings = async (): Promise<Row[]> => {
      const { rows } = await owner.query<Row>(
        `select encode(r.id, 'hex') as id, r.date_order as order, r.answers, r.state,
           (select line::json ->> 'written' from handover.reading_lines l where l.reading_id = r.id and l.n = 0) as first
         from handover.readings r join handover.items i on i.id = r.item_id join handover.submissions s on s.id = i.submission_id
         where s.reference = $1 order by r.read_at`,
        [reference],
      );
      return rows;
    };
    const [first] = await readings();
    const { desk } = createPostgresDesk(openTables(spine.database.pool('handover_police')), spine.sealer);
    const answer = async (given: string, question: 'date-order' | 'zone' = 'date-order'): Promise<void> => {
      const act = { officerId: 'ida', at: new Date(), form: randomBytes(16).toString('hex') };
      const reason = 'the mother said \u0000 "answer":"YDM"';
      const done = await desk.acts.answerReading(first!.id, { question, answer: given, reason }, act);
      assert.deepEqual(done, { ok: true });
      await spine.drain();
    };
    await answer('MDY');
    const told = await readings();
    assert.deepEqual(
      told.map(({ order, answers, state }) => [order, answers, state]),
      [
        [null, 0, 'read'],
        ['MDY', 1, 'read'],
      ],
    );
    assert.match(told[1]?.first ?? '', /^2026-03-04/);
    assert.equal((await readings())[0]?.first, first?.first, 'the old one stands as it was');
    await answer('');
    await answer('Europe/London', 'zone');
    await answer('MDY');
    assert.equal((await readings()).length, 2, 'each order has its reading already');
    await answer('DMY');
    assert.deepEqual(
      (await readings()).map(({ order, answers }) => [order, answers]),
      [
        [null, 0],
        ['MDY', 1],
        ['DMY', 4],
      ],
    );
    const id = randomBytes(16);
    await owner.query(
      `insert into handover.bundles (id, submission_id, state, asked_by) select $1, id, 'asked', 'ida' from handover.submissions limit 1`,
      [id],
    );
    await spine.drain();
    const { rows } = await owner.query<{ state: string; key: string; build_order: string }>(
      'select state, key, build_order from handover.bundles',
    );
    assert.equal(rows[0]?.state, 'ready');
    assert.equal(rows[0].build_order.match(/"dateOrder"/g)?.length, 2);
    const zip = await spine.openBundle(id, rows[0].key);
    const verified = await verifyBundle(sourceOfBytes(zip), { policy: spine.policy });
    assert.equal(
      verified.verdict,
      'verified',
      JSON.stringify(verified.findings.filter(({ outcome }) => outcome === 'failed')),
    );
  });
});
