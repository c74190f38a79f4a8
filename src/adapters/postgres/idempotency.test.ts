import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, describe, test } from 'node:test';
import type { SealedItem } from '#domain/sealing/index.ts';
import { decodeEvent, verifyChain } from '#portable/continuity/index.ts';
import { forgottenSealer } from '#support/event-sealer.ts';
import { createPoliceDesk, type PoliceDesk } from '#support/police-desk.ts';
import { minuteNumber, openMinute } from '#support/audit-clock.ts';
import { createSpine } from '#support/spine.ts';
import { rootAuditMinutes } from './audit-minutes.ts';
import { openTables } from './connection.ts';
import { appendEvent } from './event-chain.ts';
import { createSealQueue } from './seal-queue.ts';

const AT = new Date('2026-11-23T20:31:23.000Z');
const CHAT = { name: 'chat.txt', bytes: Buffer.from('12/03/2026, 21:41 - Sam: hi\n') };

function sealedItem(number: number): SealedItem {
  return {
    id: randomBytes(16),
    number,
    kind: 'chat',
    sourceClass: 'party-export',
    name: 'chat.txt',
    sizeBytes: 28,
    sha256: randomBytes(32),
    sha512: randomBytes(64),
    facts: Buffer.from('{}'),
    factsSalt: randomBytes(32),
    content: 'ab'.repeat(32),
    blobId: randomBytes(16),
    segments: 1,
    extractOf: null,
  };
}

describe('what is sealed twice, because the first outcome was never learnt, is sealed once', () => {
  async function received() {
    const spine = await createSpine();
    await spine.handIn([CHAT]);
    const queue = createSealQueue(openTables(spine.database.pool('handover_worker')), spine.sealer);
    const submission = (await queue.next([])) ?? assert.fail();
    const owner = spine.database.pool('owner');
    const events = async () => {
      const { rows } = await owner.query<{ type: string; n: number; commitment: Buffer; body: Buffer }>(
        'select type, submission_n as n, commitment, body from handover.events where submission_id = $1 order by submission_n',
        [submission.id],
      );
      const links = rows.map(row => {
        const decoded = decodeEvent(row.body);
        const previous = decoded.ok ? (decoded.event.submission?.previous ?? null) : null;
        return { n: row.n, commitment: row.commitment.toString('hex'), previous };
      });
      assert.deepEqual(verifyChain(links), []);
      return rows.map(row => row.type);
    };
    const items = async () => (await owner.query('select from handover.items')).rowCount;
    return { queue, submission, events, items };
  }

  const SEALED = ['submission-received', 'item-sealed', 'submission-sealed'];

  test('one after the other', async () => {
    const { queue, submission, events, items } = await received();
    await queue.recordSealed(submission, [sealedItem(1)], AT);
    await queue.recordSealed(submission, [sealedItem(1)], AT);
    assert.deepEqual(await events(), SEALED);
    assert.equal(await items(), 1);
  });

  test('five at once', async () => {
    const { queue, submission, events, items } = await received();
    await Promise.all([1, 2, 3, 4, 5].map(() => queue.recordSealed(submission, [sealedItem(1)], AT)));
    assert.deepEqual(await events(), SEALED);
    assert.equal(await items(), 1);
  });

  test('and the first word stands: a mismatch is not sealed over, a seal not doubted afterwards', async () => {
    const one = await received();
    await one.queue.recordMismatch(one.submission, 1, 'what was stored differs', AT);
    await one.queue.recordMismatch(one.submission, 1, 'what was stored differs', AT);
    await one.queue.recordSealed(one.submission, [sealedItem(1)], AT);
    assert.deepEqual(await one.events(), ['submission-received', 'seal-mismatch']);
    assert.equal(await one.items(), 0);
    const other = await received();
    await other.queue.recordSealed(other.submission, [sealedItem(1)], AT);
    await other.queue.recordMismatch(other.submission, 1, 'what was stored differs', AT);
    assert.deepEqual(await other.events(), SEALED);
  });
});

describe('an act of an officer that is sent again', () => {
  let desk: PoliceDesk;
  before(async () => {
    desk = await createPoliceDesk();
  });
  const act = (form: string, officerId = 'priya-nandra') => ({ officerId, at: AT, form });
  const types = async (id: string) =>
    (await desk.parts.desk.submissions.events(id)).map(event => event.type).slice(2);
  const stageOf = async (id: Buffer) =>
    (
      await desk.seed.tables
        .selectFrom('handover.submissions')
        .select('stage')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).stage;

  test('gets the answer of the first time, and leaves one event', async () => {
    const { acts } = desk.parts.desk;
    const seeded = await desk.seed.submission({ items: [], danger: { what: 'one' } });
    const id = seeded.id.toString('hex');
    const report = seeded.dangerId ?? assert.fail();
    const version = (await desk.parts.desk.queue.danger(report))?.version ?? '';
    const again: readonly (() => Promise<unknown>)[] = [
      () => acts.takeDanger(report, version, act('f1')),
      () => acts.closeDanger(report, version, { incidentNumber: '77' }, act('f2')),
      () => acts.moveStage(id, { from: 'new', to: 'triage' }, act('f3')),
      () => acts.allocate(id, { from: null, to: 'amara-okoro' }, act('f4')),
      () => acts.askBundle(id, act('f5')),
    ];
    for (const send of again) {
      assert.deepEqual(await send(), { ok: true });
      assert.deepEqual(await send(), { ok: true });
    }
    assert.deepEqual(await types(id), [
      'danger-taken',
      'danger-closed',
      'stage-moved',
      'allocated',
      'bundle-asked',
    ]);
    assert.equal((await desk.parts.desk.submissions.bundles(id)).length, 1);
  });

  test('five times at once is one act, and each is told that it is done', async () => {
    const { acts } = desk.parts.desk;
    const seeded = await desk.seed.submission({ items: [] });
    const id = seeded.id.toString('hex');
    const five = [1, 2, 3, 4, 5];
    const moves = await Promise.all(
      five.map(() => acts.moveStage(id, { from: 'new', to: 'triage' }, act('f'))),
    );
    const asks = await Promise.all(five.map(() => acts.askBundle(id, act('g'))));
    assert.deepEqual(new Set([...moves, ...asks].map(({ ok }) => ok)), new Set([true]));
    assert.deepEqual(await types(id), ['stage-moved', 'bundle-asked']);
  });

  test('after somebody undid it does not do it again', async () => {
    const { acts } = desk.parts.desk;
    const seeded = await desk.seed.submission({ items: [] });
    const id = seeded.id.toString('hex');
    const move = () => acts.moveStage(id, { from: 'new', to: 'triage' }, act('f'));
    assert.deepEqual(await move(), { ok: true });
    await acts.moveStage(id, { from: 'triage', to: 'new' }, act('g', 'tom-fairley'));
    assert.deepEqual(await move(), { ok: true });
    assert.equal(await stageOf(seeded.id), 'new');
    assert.deepEqual(await types(id), ['stage-moved', 'stage-moved']);
  });

  test('with other words, or by another officer, or from a page shown anew, is another act', async () => {
    const { acts } = desk.parts.desk;
    const seeded = await desk.seed.submission({ items: [] });
    const id = seeded.id.toString('hex');
    const tries = [
      acts.moveStage.bind(null, id, { from: 'new', to: 'triage' }, act('f')),
      acts.moveStage.bind(null, id, { from: 'triage', to: 'assessment' }, act('f')),
      acts.askBundle.bind(null, id, act('f')),
      acts.askBundle.bind(null, id, act('f', 'tom-fairley')),
      acts.askBundle.bind(null, id, act('g')),
    ];
    for (const send of tries) assert.deepEqual(await send(), { ok: true });
    assert.equal((await types(id)).length, tries.length);
  });

  test('as a form of a page is done once, and both replies are the same', async () => {
    const seeded = await desk.seed.submission({ items: [] });
    const officer = await desk.signIn('priya-nandra');
    const url = `/submissions/${seeded.reference}`;
    const page = (await officer.get(url)).body;
    const forms = [...page.matchAll(/name="form_id"\s+value="([^"]+)"/g)].map(found => found[1] ?? '');
    assert.equal(new Set(forms).size, forms.length, 'each form has a number of its own');
    const form_id = forms[1] ?? assert.fail();
    const send = () => officer.post(`${url}/stage`, { form_id, from: 'new', stage: 'triage' });
    for (const reply of [await send(), await send()]) assert.equal(reply.statusCode, 303);
    assert.deepEqual(await types(seeded.id.toString('hex')), ['stage-moved']);
  });
});

test('a finished minute of looks enters the log once, also when three workers root it at the same moment', async () => {
  const spine = await createSpine();
  const owner = spine.database.pool('owner');
  const tables = openTables(spine.database.pool('handover_worker'));
  await openMinute(owner, minuteNumber(1), minuteNumber(0));
  await Promise.all([1, 2, 3].map(() => rootAuditMinutes(tables, forgottenSealer)));
  const { rowCount } = await owner.query('select from handover.events');
  assert.equal(rowCount, 1);
});

test('an event appended again under its key is the first event, in the log once; without a key it is another', async () => {
  const spine = await createSpine();
  const tables = openTables(spine.database.pool('owner'));
  const append = (key: { key?: string }, id = 'audit') =>
    tables.transaction().execute(trx =>
      appendEvent(
        trx,
        {
          ...{ type: 'test', actor: { kind: 'system', id }, submissionId: null, at: AT, facts: {} },
          ...key,
        } as const,
        forgottenSealer,
      ),
    );
  const first = await append({ key: 'a' });
  assert.deepEqual(await append({ key: 'a' }), { ...first, again: true });
  for (const other of [append({ key: 'b' }), append({ key: 'a' }, 'seal'), append({}), append({})])
    assert.equal((await other).again, false);
  const { rowCount } = await spine.database.pool('owner').query('select from handover.log_entries');
  assert.equal(rowCount, 5);
});
