import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ageStreams } from '#adapters/age/index.ts';
import { type KeyRing, makeKeyRing } from '#adapters/files/key-ring.ts';
import { createHeadFile } from '#adapters/sequencer/head-file.ts';
import { whenTestsEnd } from '#support/cleanup.ts';
import { signManifest } from './backup/manifest.ts';
import { headFileAdvice } from './backup/restore-backup.ts';

const CLI = join(import.meta.dirname, 'handover.ts');

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handover-lost-'));
  whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The keys of an installation, and of the rest what the test puts there. */
async function installation(): Promise<{ folder: string; keys: KeyRing }> {
  const folder = scratch();
  const ring = { originPrefix: 'handover.northshire.example', roles: [] };
  return { folder, keys: await makeKeyRing(join(folder, 'keys'), ring, ageStreams) };
}

function handover(folder: string, args: readonly string[]) {
  const env = { HANDOVER_DATA_DIR: folder };
  const done = spawnSync(process.execPath, ['--no-warnings', CLI, ...args], { env, encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** A backup of nothing, signed by whoever is asked to. */
function emptyBackup({ origin }: KeyRing, logSecretKey: Uint8Array): string {
  const folder = scratch();
  const [at, hex] = [new Date(0).toISOString(), createHash('sha256').update('').digest('hex')];
  const database = { migrations: [], tables: [], rows: {}, checkpoint: '' };
  const facts = { v: 1, id: '00'.repeat(16), origin, madeAt: at, expiresAt: at, database };
  const manifest = Buffer.from(JSON.stringify({ ...facts, files: 0, sizeBytes: 0, sumsSha256: hex }));
  writeFileSync(join(folder, 'SHA256SUMS'), '');
  writeFileSync(join(folder, 'manifest.json'), manifest);
  writeFileSync(
    join(folder, 'manifest.note'),
    signManifest(manifest, { name: origin, secretKey: logSecretKey }),
  );
  return folder;
}

test('a restore without a head file says where one that survived belongs; with one it says nothing', async () => {
  const [folder, origin] = [scratch(), 'northshire.example/log/00'];
  assert.match((await headFileAdvice(folder, origin)) ?? '', /HANDOVER_HEAD_DIR\) before the start/);
  await createHeadFile(folder, origin).write('a checkpoint');
  assert.equal(await headFileAdvice(folder, origin), null);
});

describe('an installation whose database is gone', () => {
  test('fsck says that, and how it comes back; one that never was is called that', async () => {
    const { folder } = await installation();
    const never = handover(folder, ['fsck']);
    assert.deepEqual([never.code, never.out], [2, '']);
    assert.match(never.err, /^There is no installation in .*, only its keys\./);
    mkdirSync(join(folder, 'store', 'batches'), { recursive: true });
    const gone = handover(folder, ['fsck']);
    assert.deepEqual([gone.code, gone.out], [2, '']);
    assert.match(gone.err, /^The database of .* is gone; .*restore FOLDER --database-only/);
    const empty = handover(scratch(), ['fsck']);
    assert.match(empty.err, /^There is no installation in .*\. Set HANDOVER_DATA_DIR\./);
  });

  test('a restore refuses a backup of another key, and one over a database, before it writes anything', async () => {
    const { folder, keys } = await installation();
    const ring = readFileSync(join(folder, 'keys', 'key-ring.json'));
    const [own, forged] = [
      emptyBackup(keys, keys.logSecretKey),
      emptyBackup(keys, new Uint8Array(32).fill(7)),
    ];
    for (const kind of [[], ['--database-only']]) {
      const refused = handover(folder, ['restore', forged, ...kind]);
      assert.equal(refused.code, 1);
      assert.match(refused.err, /is not signed by the log key of this installation/);
    }
    mkdirSync(join(folder, 'postgres'));
    const over = handover(folder, ['restore', own, '--database-only']);
    assert.equal(over.code, 1);
    assert.match(over.err, /is still there\. Move it out of the data folder first, and keep it/);
    assert.match(handover(folder, ['restore', own]).err, /The data folder is not empty/);
    assert.deepEqual(readdirSync(folder).toSorted(), ['keys', 'postgres']);
    assert.deepEqual(readdirSync(join(folder, 'postgres')), []);
    assert.deepEqual(readFileSync(join(folder, 'keys', 'key-ring.json')), ring);
    const guide = readFileSync(join(import.meta.dirname, '../../docs/operating/backups.md'), 'utf8');
    assert.match(guide, /--database-only` move the folder `postgres` out of the data folder first/);
    assert.match(guide, /signed with the log's key\. `restore` refuses/);
  });
});
