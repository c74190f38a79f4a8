import assert from 'node:assert/strict';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { Kysely, PostgresDialect } from 'kysely';
import { rootAuditMinutes } from '#adapters/postgres/audit-minutes.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import type { Tables } from '#adapters/postgres/tables.ts';
import { createHeadFile } from '#adapters/sequencer/head-file.ts';
import { signCheckpoint } from '#adapters/sequencer/sequencer.ts';
import { encodeBatch, openBatch } from '#domain/history/index.ts';
import { type Check, type Fault, runChecks, runSlice } from '#domain/checking/index.ts';
import { publicKeyOf, verifierKey } from '#portable/tlog/index.ts';
import { recordChecks } from '../../src/processes/record-checks.ts';
import { minuteNumber, openMinute } from '#support/audit-clock.ts';
import { createSpine } from '#support/spine.ts';

type Spine = Awaited<ReturnType<typeof createSpine>>;

const CHAT = Buffer.from('12/03/2026, 21:41 - Sam: hi\n12/03/2026, 21:42 - Kit: hello\n');

/** A spine with three hand-ins, and the checks over it. */
async function filled(): Promise<{ spine: Spine; checks: Check[] }> {
  const spine = await createSpine();
  for (const name of ['a.txt', 'b.txt', 'c.txt'])
    await spine.handIn([
      { name, bytes: CHAT },
      { name: `more ${name}`, bytes: Buffer.concat([CHAT, Buffer.from(name)]) },
    ]);
  // The first minute of the audit is over, and has its root.
  await openMinute(spine.database.pool('owner'), minuteNumber(1), minuteNumber(0));
  await rootAuditMinutes(openTables(spine.database.pool('handover_worker')), spine.sealer);
  await spine.drain();
  return { spine, checks: checksOf(spine, openTables(spine.database.pool('handover_worker'))) };
}

function checksOf({ folder, keys }: Spine, tables: Kysely<Tables>): Check[] {
  return recordChecks({
    tables,
    logFolder: join(folder, 'log'),
    storeFolder: join(folder, 'store'),
    headFolder: join(folder, 'outside-backups'),
    logKey: verifierKey(keys.origin, publicKeyOf(keys.logSecretKey)),
    evidence: { identities: [keys.evidenceIdentity], recipients: [keys.evidenceRecipient] },
    identities: { all: [keys.evidenceIdentity] },
  });
}

async function faultsOf(checks: readonly Check[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for await (const step of runChecks(checks)) faults.push(...step.faults);
  return faults;
}

/** Places in bytes from a fixed seed. */
function placesFrom(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % limit;
  };
}

describe('fsck over a whole record', () => {
  let spine: Spine;
  let checks: Check[];
  before(async () => {
    ({ spine, checks } = await filled());
  });

  test('an untouched record has no fault, and every check has seen something', async () => {
    const seen = new Map<string, number>();
    for await (const { check, slice, faults } of runChecks(checks)) {
      assert.deepEqual(faults, []);
      seen.set(check.id, (seen.get(check.id) ?? 0) + slice.seen);
    }
    assert.deepEqual(
      [...seen.keys()],
      checks.map(({ id }) => id),
    );
    for (const [id, count] of seen) assert.ok(count > 0, id);
  });

  test('a run that stops after any slice goes on from there and sees everything once', async () => {
    let place = null;
    let slices = 0;
    do {
      const step: Awaited<ReturnType<typeof runSlice>> = await runSlice(checks, place);
      slices += 1;
      // As kept in a database and read back by another process.
      place = step === null ? null : (JSON.parse(JSON.stringify(step.next)) as typeof step.next);
    } while (place !== null);
    assert.ok(slices >= checks.length);
  });

  test('a bit flipped anywhere in any file of the log or the store is found and named', async () => {
    const random = placesFrom(20_261_127);
    const files = globSync(['log/checkpoint', 'log/tile/**/*', 'store/**/*'], {
      cwd: spine.folder,
      withFileTypes: true,
    })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name));
    assert.ok(files.length > 15, 'the test must have seen the record');
    for (const file of files) {
      const bytes = readFileSync(file);
      const flipped = Buffer.from(bytes);
      const at = random(bytes.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random(8));
      rmSync(file);
      writeFileSync(file, flipped);
      const faults = await faultsOf(checks);
      // A partial tile that a wider one has replaced is read by nobody any more.
      if (!isSuperseded(file, files)) assert.ok(faults.length > 0, `${file} at byte ${at}`);
      rmSync(file);
      writeFileSync(file, bytes);
    }
    assert.deepEqual(await faultsOf(checks), []);
  });

  test('a file of the log or the store that is gone is found', async () => {
    const files = globSync(['log/checkpoint', 'log/tile/**/*', 'store/**/*'], {
      cwd: spine.folder,
      withFileTypes: true,
    })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name));
    for (const file of files.filter(each => !isSuperseded(each, files) && !each.endsWith('checkpoint'))) {
      const bytes = readFileSync(file);
      rmSync(file);
      assert.ok((await faultsOf(checks)).length > 0, file);
      writeFileSync(file, bytes);
    }
  });

  /** Changes to rows that an intruder with the owner's rights could make; each is undone. `where` picks one row. */
  const CHANGES: readonly (readonly [title: string, change: string])[] = [
    [
      'a byte of an event',
      `update handover.events set body = set_byte(body, 20, get_byte(body, 20) # 1) where submission_n = 1`,
    ],
    [
      'a salt',
      `update handover.events set salt = set_byte(salt, 31, get_byte(salt, 31) # 128) where submission_n = 2`,
    ],
    ['the type of an event', `update handover.events set type = 'submission-sealed' where submission_n = 1`],
    ['the time of an event', `update handover.events set at = at - interval '1 hour' where submission_n = 3`],
    ['the actor of an event', `update handover.events set actor_id = actor_id || 'x' where submission_n = 1`],
    ['the number of an event', `update handover.events set submission_n = 99 where submission_n = 2`],
    [
      'the submission of an event',
      `update handover.events set submission_id = null, submission_n = null where submission_n = 4`,
    ],
    ['the index of an entry', `update handover.log_entries set log_index = 1000000 where log_index = 2`],
    ['an index taken away', `update handover.log_entries set log_index = null where log_index = 3`],
    ['an outbox row taken away', `delete from handover.log_entries where log_index = 4`],
    ['the size of an item', `update handover.items set size_bytes = size_bytes + 1 where number = 1`],
    [
      'the digest of an item',
      `update handover.items set sha256 = set_byte(sha256, 0, get_byte(sha256, 0) # 1) where number = 1`,
    ],
    [
      'the other digest of an item',
      `update handover.items set sha512 = set_byte(sha512, 9, get_byte(sha512, 9) # 4) where number = 2`,
    ],
    ['the name of an item', `update handover.items set name = name || ' ' where number = 1`],
    ['the source class of an item', `update handover.items set source_class = 'typed' where number = 1`],
    [
      'the facts of an item',
      `update handover.items set facts = set_byte(facts, 12, get_byte(facts, 12) # 1) where number = 2`,
    ],
    [
      'the salt of an item',
      `update handover.items set facts_salt = set_byte(facts_salt, 3, get_byte(facts_salt, 3) # 1) where number = 2`,
    ],
    ['the segments of an item', `update handover.items set segments = segments + 1 where number = 1`],
    ['a reference', `update handover.submissions set reference = 'NS99-' || right(reference, 6)`],
    [
      'the time of a sealing',
      `update handover.submissions set sealed_at = sealed_at + interval '1 second' where state = 'sealed'`,
    ],
    ['the time of a sealing taken away', `update handover.submissions set sealed_at = null`],
    ['a receipt taken away', `delete from handover.box_letters`],
    ['the size of the head', `update handover.log_head set size = size - 1`],
    ['the root of the head', `update handover.log_head set root = set_byte(root, 5, get_byte(root, 5) # 1)`],
    ['the signed head', `update handover.log_head set checkpoint = overlay(checkpoint placing 'x' from 3)`],
  ];

  for (const [title, change] of CHANGES) {
    test(`a changed row is found: ${title}`, async () => {
      const owner = await spine.database.pool('owner').connect();
      try {
        await owner.query('begin');
        await owner.query('set local session_replication_role = replica');
        const { rowCount } = await owner.query(change);
        assert.ok((rowCount ?? 0) > 0, 'the change must have changed something');
        // The checks look through the connection of the change, which is then taken back.
        const one = {
          connect: async () => ({ query: owner.query.bind(owner), release: () => undefined }),
          end: async () => undefined,
        };
        const tables = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: one as never }) });
        assert.ok((await faultsOf(checksOf(spine, tables))).length > 0);
      } finally {
        await owner.query('rollback');
        owner.release();
      }
    });
  }

  test('a head file that knows a newer head than the database is found and named', async () => {
    const { origin: name, logSecretKey: secretKey } = spine.keys;
    const headFile = createHeadFile(join(spine.folder, 'outside-backups'), name);
    const kept = (await headFile.read()) ?? assert.fail('no head file');
    await headFile.write(signCheckpoint({ name, secretKey }, 9_999, new Uint8Array(32)));
    const faults = await faultsOf(checks);
    assert.deepEqual(
      faults.map(({ check, where }) => [check, where]),
      [['heads', 'head file']],
    );
    await headFile.write(kept);
  });

  test('a batch that the log’s own key signed over another event is found, and so is a gap between batches', async () => {
    const signer = { name: spine.keys.origin, secretKey: spine.keys.logSecretKey };
    const [file = ''] = globSync('store/batches/*/*.batch', { cwd: spine.folder })
      .toSorted((a, b) => Number(/(\d+)-/.exec(a)?.[1]) - Number(/(\d+)-/.exec(b)?.[1]))
      .map(name => join(spine.folder, name));
    const bytes = readFileSync(file);
    const batch = openBatch(bytes, verifierKey(signer.name, publicKeyOf(signer.secretKey)));
    assert.ok(batch !== null && batch.entries.length > 1);
    const sealed = batch.entries.map(entry => entry.sealed).toReversed();
    const entries = batch.entries.map((entry, n) => ({ ...entry, sealed: sealed[n] ?? entry.sealed }));
    writeFileSync(file, encodeBatch({ ...batch, entries }, signer));
    const [swapped] = await faultsOf(checks);
    assert.match(swapped?.what ?? '', /is not the event that was logged/);
    rmSync(file);
    const [gap] = await faultsOf(checks);
    assert.match(`${gap?.where}: ${gap?.what}`, /^entries 0 to \d+: No batch holds it/);
    writeFileSync(file, bytes);
    assert.deepEqual(await faultsOf(checks), []);
  });

  test('every fault is listed, not just the first', async () => {
    const headers = globSync('store/headers/**/*.age-headers', { cwd: spine.folder }).map(file =>
      join(spine.folder, file),
    );
    const kept = headers.map(file => readFileSync(file));
    for (const file of headers) rmSync(file);
    const faults = await faultsOf(checks);
    assert.equal(faults.filter(({ check }) => check === 'items').length, headers.length);
    headers.forEach((file, n) => writeFileSync(file, kept[n] ?? ''));
  });
});

/** Whether a partial tile has been replaced by a wider one of the same place. */
function isSuperseded(file: string, files: readonly string[]): boolean {
  const match = /^(.*)\.p\/(\d+)$/.exec(file);
  if (match === null) return false;
  const [, place = '', width = '0'] = match;
  return files.some(other => {
    const wider = /^(.*)\.p\/(\d+)$/.exec(other);
    return other === place || (wider?.[1] === place && Number(wider[2]) > Number(width));
  });
}
