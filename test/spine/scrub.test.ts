import assert from 'node:assert/strict';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { openTables } from '#adapters/postgres/connection.ts';
import { createScrubStore } from '#adapters/postgres/scrub-store.ts';
import { type Check, nextRunAt, scrubNext } from '#domain/checking/index.ts';
import { publicKeyOf, verifierKey } from '#portable/tlog/index.ts';
import { policeDeskOver, type Officer, type PoliceDesk } from '#support/police-desk.ts';
import { createSpine } from '#support/spine.ts';
import { recordChecks } from '../../src/processes/record-checks.ts';

const CHAT = Buffer.from('12/03/2026, 21:41 - Sam: hi\n');

describe('the nightly check of the record', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  let desk: PoliceDesk;
  let administrator: Officer;
  let checks: Check[];
  let now = new Date('2026-11-23T12:00:00Z');
  const scrub = () =>
    scrubNext({
      store: createScrubStore(openTables(spine.database.pool('handover_worker'))),
      checks,
      clock: () => now,
    });
  const whole = async () => {
    let slices = 0;
    while (await scrub()) slices += 1;
    return slices;
  };
  const page = async () => (await administrator.get('/record-check')).body.replaceAll(/\s+/g, ' ');

  before(async () => {
    spine = await createSpine();
    await spine.handIn([{ name: 'secret name.txt', bytes: CHAT }]);
    await spine.drain();
    checks = recordChecks({
      tables: openTables(spine.database.pool('handover_worker')),
      logFolder: join(spine.folder, 'log'),
      storeFolder: join(spine.folder, 'store'),
      headFolder: join(spine.folder, 'outside-backups'),
      logKey: verifierKey(spine.keys.origin, publicKeyOf(spine.keys.logSecretKey)),
      evidence: { identities: [spine.keys.evidenceIdentity], recipients: [spine.keys.evidenceRecipient] },
      identities: { some: [spine.keys.evidenceIdentity] },
    });
    desk = await policeDeskOver(spine.database);
    administrator = await desk.signIn('samir-holt');
  });

  test('begins nothing before its time', async () => {
    const parts = { store: createScrubStore(openTables(spine.database.pool('handover_worker'))), checks };
    const startedAt = new Date(now.getTime() - 89_999);
    assert.equal(await scrubNext({ ...parts, clock: () => now, startedAt, restMs: 90_000 }), false);
  });

  test('begins at once where there was none, goes on slice by slice, and administrators see where it is', async () => {
    assert.match(await page(), /No check has begun yet/);
    await scrub();
    assert.match(await page(), /Going on now.*Every tile of the log \(2 of 9\)/);
    assert.match(await page(), /Nothing wrong so far/);
    assert.ok((await whole()) >= checks.length - 1);
    assert.match(await page(), /no fault<\/span> in the last whole check/);
    assert.doesNotMatch(await page(), /Going on now|secret name/);
  });

  test('is done once a night, and a run that was cut off goes on from where it stood', async () => {
    assert.equal(await scrub(), false);
    now = new Date('2026-11-24T01:59:59Z');
    assert.equal(await scrub(), false);
    now = new Date('2026-11-24T02:00:00Z');
    assert.equal(await scrub(), true);
    // Another worker, later: its first slice is the second of the run.
    now = new Date('2026-11-24T02:10:00Z');
    await scrub();
    const run = await createScrubStore(openTables(spine.database.pool('handover_worker'))).newest();
    assert.equal(run?.begunAt.toISOString(), '2026-11-24T02:00:00.000Z');
    assert.deepEqual(Object.keys(run.seen), ['heads', 'tiles']);
    await whole();
  });

  test('is done anew after a start, because what it finds may have been brought back from a backup', async () => {
    const store = createScrubStore(openTables(spine.database.pool('handover_worker')));
    const startedAt = new Date('2026-11-24T09:00:00Z');
    now = new Date('2026-11-24T09:02:00Z');
    const after = { store, checks, clock: () => now, startedAt, restMs: 90_000 };
    assert.equal(await scrub(), false);
    while (await scrubNext(after));
    assert.equal((await store.newest())?.begunAt.toISOString(), now.toISOString());
    assert.equal(await scrubNext(after), false);
    assert.match(await page(), /Next.*25 November 2026, 02:00:00.*or after a start of the service/);
    assert.match(await page(), /1 batch</);
  });

  test('a run that saw no events says nothing for long: the next is due ten minutes later, or at night', () => {
    const dueAfter = (begun: string, events: number) =>
      nextRunAt({ begunAt: new Date(begun), seen: { events } }).toISOString();
    assert.equal(dueAfter('2026-11-24T09:00:00.000Z', 0), '2026-11-24T09:10:00.000Z');
    assert.equal(dueAfter('2026-11-24T09:00:00.000Z', 1), '2026-11-25T02:00:00.000Z');
    assert.equal(dueAfter('2026-11-24T01:55:00.000Z', 0), '2026-11-24T02:00:00.000Z');
    assert.equal(dueAfter('2026-11-24T02:00:00.000Z', 1), '2026-11-25T02:00:00.000Z');
  });

  test('a lost header is found in the night after, named by its item, and stands first on the page', async () => {
    const [header = ''] = globSync('store/headers/**/*.age-headers', { cwd: spine.folder });
    const path = join(spine.folder, header);
    assert.ok(readFileSync(path).length > 0);
    rmSync(path);
    now = new Date('2026-11-25T02:00:00Z');
    await whole();
    const body = await page();
    assert.match(body, /1 fault<\/span> Keep everything as it is/);
    assert.match(body, /item [0-9a-f]{32}/);
    assert.doesNotMatch(body, /secret name/);
  });

  test('others than administrators and auditors do not see it', async () => {
    assert.equal((await (await desk.signIn('joan-whitlow')).get('/record-check')).statusCode, 200);
    assert.equal((await (await desk.signIn('priya-nandra')).get('/record-check')).statusCode, 403);
  });
});
