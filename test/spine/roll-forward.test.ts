import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { createEventSealer } from '#adapters/age/index.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { sealWaitingEvents } from '#adapters/postgres/seal-waiting.ts';
import { createBatchShelf } from '#adapters/sequencer/batch-shelf.ts';
import { createHeadFile } from '#adapters/sequencer/head-file.ts';
import { signCheckpoint } from '#adapters/sequencer/sequencer.ts';
import { encodeBatch, openBatch, type RollForwardParts } from '#domain/history/index.ts';
import { rootFromTiles, publicKeyOf, verifierKey } from '#portable/tlog/index.ts';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { whenTestsEnd } from '#support/cleanup.ts';
import { databaseOf, keepDatabase, rollPlaceForward, type KeptDatabase } from '#support/restored.ts';
import { createSpine, type HandedIn, type SpinePlace } from '#support/spine.ts';

type Spine = Awaited<ReturnType<typeof createSpine>>;

const chat = (n: number) =>
  Buffer.from(`18/09/2026, 19:52 - Jay R: you there? ${n}\n18/09/2026, 19:53 - Elle: hi\n`);

function copyOfFolder(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'handover-copy-'));
  whenTestsEnd(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

function batchFiles(folder: string): string[] {
  const shard = join(folder, 'store', 'batches', '0');
  return readdirSync(shard)
    .filter(name => name.endsWith('.batch'))
    .toSorted((a, b) => Number(a.split('-')[0]) - Number(b.split('-')[0]))
    .map(name => join(shard, name));
}

async function logOf({ database }: SpinePlace): Promise<unknown[]> {
  const { rows } = await database
    .pool('owner')
    .query<Record<string, unknown>>(
      'select commitment, log_index from handover.log_entries order by log_index',
    );
  return rows;
}

describe('rolling forward', () => {
  let spine: Spine;
  let kept: KeptDatabase;
  let oldFolder: string;
  let visitors: HandedIn[];
  let newest: unknown[];

  before(async () => {
    spine = await createSpine();
    await spine.handIn([{ name: 'first.txt', bytes: chat(0) }]);
    await spine.drain();
    kept = await keepDatabase(spine.database);
    oldFolder = copyOfFolder(spine.folder);
    visitors = [];
    for (let n = 1; n <= 4; n += 1) {
      visitors.push(await spine.handIn([{ name: `${n}.txt`, bytes: chat(n) }]));
      await spine.drain();
    }
    newest = await logOf(spine);
  });

  /** The old database over a copy of the newest folder, which the test may harm. */
  async function restoredPlace(folder = spine.folder): Promise<SpinePlace> {
    return { database: await databaseOf(kept), folder: copyOfFolder(folder), keys: spine.keys };
  }

  async function assertWhole(place: SpinePlace): Promise<void> {
    assert.deepEqual(await logOf(place), newest);
    const again = await createSpine(place);
    await again.drain();
    for (const [n, visitor] of visitors.entries()) {
      const receipt = (await again.openReceipt(visitor)) ?? assert.fail('no receipt');
      assert.equal(
        verifyReceipt(receipt, { policy: again.policy, files: [chat(n + 1)] }).verdict,
        'verified',
      );
    }
    const head = await again.sequencer.store.read();
    const tiles = await rootFromTiles(head.size, again.sequencer.files.readTile);
    assert.ok(tiles.ok && toHex(tiles.root) === toHex(head.root));
    assert.equal(await again.sequencer.files.readPublished(), head.checkpoint);
  }

  const FAULTS: Record<string, (parts: RollForwardParts, fail: () => never) => RollForwardParts> = {
    'before the tiles are staged': (parts, fail) => ({
      ...parts,
      tiles: { ...parts.tiles, stage: async () => fail() },
    }),
    'before the tiles are written': (parts, fail) => ({
      ...parts,
      tiles: { ...parts.tiles, apply: async () => fail() },
    }),
    'before the transaction': (parts, fail) => ({
      ...parts,
      history: { ...parts.history, append: async () => fail() },
    }),
    'after the transaction': (parts, fail) => ({
      ...parts,
      history: {
        ...parts.history,
        append: async batch => {
          await parts.history.append(batch);
          fail();
        },
      },
    }),
    'after the first batch': (parts, fail) => ({ ...parts, progress: fail }),
  };
  for (const [when, breakAt] of Object.entries(FAULTS)) {
    test(`stopped ${when}, it goes on from there`, async () => {
      const place = await restoredPlace();
      const fail = () => {
        throw new Error('injected fault');
      };
      await assert.rejects(
        rollPlaceForward(place, parts => breakAt(parts, fail)),
        /injected fault/,
      );
      assert.notEqual((await rollPlaceForward(place)).outcome, 'cannot');
      await assertWhole(place);
    });
  }

  test('with the log’s own folder lost too, its tiles are made again from the batches and the head file', async () => {
    const place = await restoredPlace();
    rmSync(join(place.folder, 'log'), { recursive: true });
    assert.equal((await rollPlaceForward(place)).outcome, 'rolled');
    await assertWhole(place);
  });

  test('tiles that are missing under a database that is whole are made again from its events', async () => {
    const place = { ...spine, folder: copyOfFolder(spine.folder) };
    rmSync(join(place.folder, 'log', 'tile'), { recursive: true });
    assert.equal((await rollPlaceForward(place)).outcome, 'in-step');
    await assertWhole(place);
  });

  for (const [what, harm] of Object.entries({
    missing: (path: string) => rmSync(path),
    damaged: (path: string) => {
      const bytes = readFileSync(path);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
  })) {
    test(`with a batch ${what} nothing is written, nothing is signed, and the newest head is named`, async () => {
      const place = await restoredPlace();
      const before = await logOf(place);
      harm(batchFiles(place.folder).at(-2) ?? '');
      const rolled = await rollPlaceForward(place);
      assert.equal(rolled.outcome, 'cannot');
      assert.ok(rolled.outcome === 'cannot' && /is missing or damaged/.test(rolled.why));
      assert.equal(rolled.lastKnown, (await spine.sequencer.store.read()).checkpoint);
      assert.deepEqual(await logOf(place), before);
      await assert.rejects((await createSpine(place)).sequence(), { code: 'log-disagrees' });
    });
  }

  test('a batch that holds another event than the log does is refused, even when the log’s own key signed it', async () => {
    const place = await restoredPlace();
    const path = batchFiles(place.folder).at(-1) ?? '';
    const signer = { name: spine.keys.origin, secretKey: spine.keys.logSecretKey };
    const batch = openBatch(readFileSync(path), verifierKey(signer.name, publicKeyOf(signer.secretKey)));
    assert.ok(batch);
    const sealed = batch.entries.map(entry => entry.sealed).toReversed();
    const entries = batch.entries.map((entry, n) => ({ ...entry, sealed: sealed[n] ?? entry.sealed }));
    writeFileSync(path, encodeBatch({ ...batch, entries }, signer));
    const rolled = await rollPlaceForward(place);
    assert.ok(
      rolled.outcome === 'cannot' && /is not what the log holds/.test(rolled.why),
      JSON.stringify(rolled),
    );
  });

  test('rows that the database does not take are a reason to stand still, and leave it as it was', async () => {
    const place = await restoredPlace();
    const owner = place.database.pool('owner');
    // Somebody else has the reference of a hand-in that was logged after the backup.
    await owner.query('update handover.submissions set reference = $1', [visitors[0]?.reference]);
    const before = await logOf(place);
    const rolled = await rollPlaceForward(place);
    assert.ok(rolled.outcome === 'cannot' && /does not fit what the database holds/.test(rolled.why));
    assert.equal(rolled.lastKnown, (await spine.sequencer.store.read()).checkpoint);
    assert.deepEqual(await logOf(place), before);
  });

  test('a batch that was never committed is passed over', async () => {
    const place = await restoredPlace();
    const shelf = createBatchShelf(join(place.folder, 'store', 'batches'));
    const signer = { name: spine.keys.origin, secretKey: spine.keys.logSecretKey };
    const last = batchFiles(place.folder).at(-1) ?? '';
    const batch = openBatch(readFileSync(last), verifierKey(signer.name, publicKeyOf(signer.secretKey)));
    assert.ok(batch);
    const wrong = encodeBatch({ ...batch, previous: batch.checkpoint, entries: [] }, signer);
    await shelf.put({ first: batch.to.size, size: batch.to.size + 1, rootHex: '00'.repeat(32) }, wrong);
    assert.equal((await rollPlaceForward(place)).outcome, 'rolled');
    await assertWhole(place);
  });

  test('when batches alone are newer, and head file and log are old, they still bring everything back', async () => {
    const place = await restoredPlace(oldFolder);
    cpSync(join(spine.folder, 'store'), join(place.folder, 'store'), { recursive: true });
    assert.equal((await rollPlaceForward(place)).outcome, 'rolled');
    await assertWhole(place);
  });

  test('events that an earlier version appended unsealed are sealed at the next start, and are made again like all others', async () => {
    const place = await restoredPlace(oldFolder);
    const old = await createSpine(place);
    const visitor = await old.handIn([{ name: 'unsealed.txt', bytes: chat(8) }]);
    await old.steps.seal();
    const before = await keepDatabase(place.database);
    const owner = place.database.pool('owner');
    await owner.query(`update handover.log_entries set sealed = '' where log_index is null`);
    const sealer = createEventSealer([place.keys.evidenceRecipient]);
    assert.equal(await sealWaitingEvents(openTables(owner), sealer), 3);
    await old.drain();
    const logged = await logOf(place);
    const without = { ...before, data: new Map(before.data) };
    for (const table of ['events', 'log_entries', 'items'])
      without.data.set(`handover.${table}`, kept.data.get(`handover.${table}`) ?? Buffer.alloc(0));
    const again = { ...place, database: await databaseOf(without) };
    assert.equal((await rollPlaceForward(again)).outcome, 'rolled');
    assert.deepEqual(await logOf(again), logged);
    const restored = await createSpine(again);
    await restored.drain();
    const receipt = (await restored.openReceipt(visitor)) ?? assert.fail('no receipt');
    assert.equal(verifyReceipt(receipt, { policy: old.policy, files: [chat(8)] }).verdict, 'verified');
  });

  describe('without a head file', () => {
    /** Database and log folder of the backup; of the shelf only the first batch that came after it, perhaps twice. */
    async function oldByOneBatch(): Promise<SpinePlace & { readonly batch: string }> {
      const place = await restoredPlace(oldFolder);
      rmSync(join(place.folder, 'outside-backups'), { recursive: true });
      const [batch = ''] = batchFiles(spine.folder).filter(
        path => !existsSync(join(place.folder, 'store', 'batches', '0', basename(path))),
      );
      cpSync(batch, join(place.folder, 'store', 'batches', '0', basename(batch)));
      return { ...place, batch };
    }

    test('a batch on top of the database is taken in, not signed over', async () => {
      const place = await oldByOneBatch();
      const head = await createHeadFile(join(place.folder, 'outside-backups'), place.keys.origin).read();
      assert.equal(head, null);
      const rolled = await rollPlaceForward(place);
      assert.ok(rolled.outcome === 'rolled' && rolled.batches === 1, JSON.stringify(rolled));
      assert.deepEqual([rolled.hasHeadFile, rolled.to], [false, Number(/-(\d+)-/.exec(place.batch)?.[1])]);
      const log = await logOf(place);
      assert.deepEqual(log, newest.slice(0, log.length));
    });

    test('two batches on top of the database are a reason to stand still', async () => {
      const place = await oldByOneBatch();
      const signer = { name: spine.keys.origin, secretKey: spine.keys.logSecretKey };
      const key = verifierKey(signer.name, publicKeyOf(signer.secretKey));
      const batch = openBatch(readFileSync(place.batch), key) ?? assert.fail();
      const checkpoint = signCheckpoint(signer, batch.to.size, new Uint8Array(32));
      const shelf = createBatchShelf(join(place.folder, 'store', 'batches'));
      const name = { first: batch.from.size, size: batch.to.size, rootHex: '00'.repeat(32) };
      await shelf.put(name, encodeBatch({ ...batch, checkpoint }, signer));
      const rolled = await rollPlaceForward(place);
      assert.ok(rolled.outcome === 'cannot' && /two batches begin at entry/.test(rolled.why));
    });

    test('what nothing on the machine contradicts goes on, and it is known that nobody outside was asked', async () => {
      const place = await restoredPlace();
      rmSync(join(place.folder, 'outside-backups'), { recursive: true });
      const rolled = await rollPlaceForward({ ...place, database: spine.database });
      assert.ok(rolled.outcome === 'in-step' && !rolled.hasHeadFile);
    });
  });

  test('a whole old machine whose head file survived outside signs nothing and says so', async () => {
    const place = await restoredPlace(oldFolder);
    cpSync(join(spine.folder, 'outside-backups'), join(place.folder, 'outside-backups'), { recursive: true });
    const rolled = await rollPlaceForward(place);
    assert.ok(rolled.outcome === 'cannot' && /is missing or damaged/.test(rolled.why));
    await assert.rejects((await createSpine(place)).sequence(), { code: 'log-disagrees' });
  });

  test('a whole old machine with everything old cannot know it: it starts, and only who holds a newer receipt can show the cut', async () => {
    const place = await restoredPlace(oldFolder);
    assert.equal((await rollPlaceForward(place)).outcome, 'in-step');
    const old = await createSpine(place);
    await old.handIn([{ name: 'other.txt', bytes: chat(7) }]);
    await old.drain();
    const receipt = (await spine.openReceipt(visitors[3] ?? assert.fail())) ?? assert.fail();
    const sizeIn = Number(/log\/[0-9a-f]+\\n(\d+)\\n/.exec(Buffer.from(receipt).toString())?.[1]);
    assert.ok(sizeIn > (await old.sequencer.store.read()).size);
  });
});
