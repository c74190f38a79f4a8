import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { ageStreams, createEvidenceOpener } from '#adapters/age/index.ts';
import {
  beginKeyRotation,
  keyRingForKeeping,
  type KeyRing,
  readKeyRing,
  retireIdentities,
  unretireIdentities,
} from '#adapters/files/key-ring.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { createRotationStore } from '#adapters/postgres/rotation-store.ts';
import { type Fault, runChecks } from '#domain/checking/index.ts';
import { rotateKeys } from '#domain/sealing/index.ts';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { publicKeyOf, verifierKey } from '#portable/tlog/index.ts';
import { whenTestsEnd } from '#support/cleanup.ts';
import { databaseOf, keepDatabase, rollPlaceForward, type KeptDatabase } from '#support/restored.ts';
import { createSpine, type HandedIn, type SpinePlace } from '#support/spine.ts';
import { isBeforeRotation } from '../../src/cli/backup/restore-backup.ts';
import { everyIdentityOf } from '../../src/processes/child-specs.ts';
import { recordChecks } from '../../src/processes/record-checks.ts';

type Spine = Awaited<ReturnType<typeof createSpine>>;

const chat = (n: number) =>
  Buffer.from(`18/09/2026, 19:52 - Jay R: you there? ${n}\n18/09/2026, 19:53 - Elle: hi\n`);

function copyOfFolder(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'handover-copy-'));
  whenTestsEnd(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

async function ring(folder: string): Promise<KeyRing> {
  return (await readKeyRing(join(folder, 'keys'), ageStreams)) ?? assert.fail('no keys');
}

/** As `npx handover rotate-keys` does it, over the place as it stands. */
async function rotate({ database, folder }: SpinePlace, spine: Spine): Promise<KeyRing> {
  const keysFolder = join(folder, 'keys');
  await beginKeyRotation(keysFolder, ageStreams);
  const keys = await ring(folder);
  const recipients = [keys.evidenceRecipient];
  const outcome = await rotateKeys({
    store: createRotationStore(openTables(database.pool('owner')), spine.sealer),
    blobs: spine.steps.blobs,
    opener: createEvidenceOpener({ identities: everyIdentityOf(keys), recipients }),
    newOpener: createEvidenceOpener({ identities: [keys.evidenceIdentity], recipients }),
    recipients,
    clock: () => new Date(),
  });
  assert.ok(outcome.ok);
  await retireIdentities(keysFolder, ageStreams);
  return ring(folder);
}

async function batchFaults(
  { database, folder, keys }: SpinePlace,
  identities: Parameters<typeof recordChecks>[0]['identities'],
): Promise<{ faults: Fault[]; notes: string[] }> {
  const checks = recordChecks({
    tables: openTables(database.pool('handover_worker')),
    logFolder: join(folder, 'log'),
    storeFolder: join(folder, 'store'),
    headFolder: join(folder, 'outside-backups'),
    logKey: verifierKey(keys.origin, publicKeyOf(keys.logSecretKey)),
    evidence: { identities: [keys.evidenceIdentity], recipients: [keys.evidenceRecipient] },
    identities,
  });
  const found = { faults: [] as Fault[], notes: [] as string[] };
  for await (const { check, faults, slice } of runChecks(checks.filter(({ id }) => id === 'batches'))) {
    assert.equal(check.id, 'batches');
    found.faults.push(...faults);
    found.notes.push(...(slice.notes ?? []));
  }
  return found;
}

describe('a database of before a change of the evidence key', () => {
  let spine: Spine;
  let kept: KeptDatabase;
  let oldFolder: string;
  let keys: KeyRing;
  let visitors: HandedIn[];

  before(async () => {
    spine = await createSpine();
    visitors = [await spine.handIn([{ name: '0.txt', bytes: chat(0) }])];
    await spine.drain();
    visitors.push(await spine.handIn([{ name: '1.txt', bytes: chat(1) }]));
    kept = await keepDatabase(spine.database);
    oldFolder = copyOfFolder(spine.folder);
    await spine.drain();
    keys = await rotate(spine, spine);
    const after = await createSpine({ ...spine, keys });
    visitors.push(await after.handIn([{ name: '2.txt', bytes: chat(2) }]));
    await after.drain();
  });

  async function assertReceipts(again: Spine, upTo: number): Promise<void> {
    for (const [n, visitor] of visitors.slice(0, upTo).entries()) {
      const receipt = (await again.openReceipt(visitor)) ?? assert.fail(`no receipt ${n}`);
      assert.equal(verifyReceipt(receipt, { policy: again.policy, files: [chat(n)] }).verdict, 'verified');
    }
  }

  /** As `npx handover restore` leaves it; says whether the retired identities are held again. */
  async function restored(folder: string): Promise<SpinePlace> {
    const place = { database: await databaseOf(kept), folder: copyOfFolder(folder) };
    cpSync(join(spine.folder, 'keys'), join(place.folder, 'keys'), { recursive: true });
    const client = await place.database.pool('owner').connect();
    try {
      assert.equal(await isBeforeRotation(client, keys), true);
    } finally {
      client.release();
    }
    await unretireIdentities(join(place.folder, 'keys'));
    return { ...place, keys: await ring(place.folder) };
  }

  test('is rolled forward over batches that are sealed to the retired identity and to the new one', async () => {
    assert.equal(keys.retiredIdentities.length, 1);
    assert.deepEqual(keys.retiringIdentities, []);
    const place = { database: await databaseOf(kept), folder: copyOfFolder(spine.folder), keys };
    const rolled = await rollPlaceForward(place);
    assert.equal(rolled.outcome, 'rolled', JSON.stringify(rolled));
    const again = await createSpine(place);
    await again.drain();
    await assertReceipts(again, 3);
  });

  test('with the retired identity deleted nothing is guessed: it says which entry it cannot open', async () => {
    const place = { database: await databaseOf(kept), folder: copyOfFolder(spine.folder), keys };
    const rolled = await rollPlaceForward({ ...place, keys: { ...keys, retiredIdentities: [] } });
    assert.ok(rolled.outcome === 'cannot' && /cannot be opened/.test(rolled.why), JSON.stringify(rolled));
  });

  test('restored with old items, what waits in it is sealed, because the retired identity is held again until the next change', async () => {
    const place = await restored(oldFolder);
    assert.deepEqual(place.keys.retiringIdentities, keys.retiredIdentities);
    const again = await createSpine(place);
    await again.drain();
    await assertReceipts(again, 2);
    const rotated = await rotate(place, again);
    assert.deepEqual(rotated.retiringIdentities, []);
    const client = await place.database.pool('owner').connect();
    assert.equal(await isBeforeRotation(client, rotated), false);
    client.release();
  });

  test('the copy of the keys that goes with a backup holds the retired identity too', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'handover-keys-'));
    whenTestsEnd(() => rmSync(copy, { recursive: true, force: true }));
    writeFileSync(join(copy, 'key-ring.json'), await keyRingForKeeping(join(spine.folder, 'keys')));
    const brought = (await readKeyRing(copy, ageStreams)) ?? assert.fail('no keys');
    assert.deepEqual(brought.retiringIdentities, keys.retiredIdentities);
    assert.equal(brought.evidenceIdentity, keys.evidenceIdentity);
  });

  test('the check of batches opens what every identity opens; one that holds no retired identity counts the others', async () => {
    const place = { ...spine, keys };
    const all = await batchFaults(place, { all: everyIdentityOf(keys) });
    assert.deepEqual(all, { faults: [], notes: [] });
    const some = await batchFaults(place, { some: [keys.evidenceIdentity] });
    assert.deepEqual(some.faults, []);
    assert.match(some.notes.join(' '), /[1-9]\d* entries are sealed to a retired evidence identity/);
    const lost = await batchFaults(place, { all: [keys.evidenceIdentity] });
    assert.ok(lost.faults.length > 0);
  });
});
