import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { directDisk } from '../files/direct-disk.ts';
import { whenTestsEnd } from '#support/cleanup.ts';
import { createObjectStore } from '#support/object-store.ts';
import { blobStoreContract } from './blob-store.contract.ts';
import { createDiskStore } from './disk-store.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handover-blobs-'));
  whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

blobStoreContract('The disk store', async () => createDiskStore(newFolder()));
blobStoreContract('The disk store past the page cache', async () => createDiskStore(newFolder(), directDisk));
blobStoreContract('The store of objects of tests', async () => createObjectStore(new Map()));

test('what a killed write left beside the bodies is not listed as one', async () => {
  const folder = newFolder();
  const store = createDiskStore(folder);
  await store.createBody({ blobId: new Uint8Array(16), n: 0 }, Uint8Array.of(1));
  const blob = '0'.repeat(32);
  writeFileSync(join(folder, 'bodies', '00', blob, '.0001.age-body.abcdef'), 'part');
  mkdirSync(join(folder, 'bodies', '00', 'stray'));
  assert.equal((await store.listBodies(null, 10)).length, 1);
});

test('headers that are removed take along what killed writers of them left, and the rest goes at the next start', async () => {
  const folder = newFolder();
  const store = createDiskStore(folder);
  const header = Buffer.from(`age-encryption.org/v1\n-> X x\n\n--- ${'A'.repeat(43)}\n`);
  const ids = [Uint8Array.of(...new Uint8Array(15), 1), Uint8Array.of(...new Uint8Array(15), 2)];
  for (const id of ids) await store.createHeaders(id, [header]);
  const left = (id: number) =>
    join(folder, 'headers', '00', `.${'0'.repeat(31)}${id}.age-headers.abcdef012345`);
  for (const id of [1, 2, 3]) writeFileSync(left(id), header);
  await store.removeHeaders(ids[0]!);
  assert.deepEqual(
    [1, 2, 3].map(id => existsSync(left(id))),
    [false, true, true],
  );
  await store.removeUnfinishedHeaders();
  assert.deepEqual(
    [2, 3].map(id => existsSync(left(id))),
    [false, false],
  );
  assert.notEqual(await store.readHeaders(ids[1]!), null);
});
