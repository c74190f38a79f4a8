import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { directDisk } from '../files/direct-disk.ts';
import { whenTestsEnd } from '#support/cleanup.ts';
import { blobStoreContract } from './blob-store.contract.ts';
import { createDiskStore } from './disk-store.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handover-blobs-'));
  whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

blobStoreContract('The disk store', async () => createDiskStore(newFolder()));
blobStoreContract('The disk store past the page cache', async () => createDiskStore(newFolder(), directDisk));

test('what a killed write left beside the bodies is not listed as one', async () => {
  const folder = newFolder();
  const store = createDiskStore(folder);
  await store.createBody({ blobId: new Uint8Array(16), n: 0 }, Uint8Array.of(1));
  const blob = '0'.repeat(32);
  writeFileSync(join(folder, 'bodies', '00', blob, '.0001.age-body.abcdef'), 'part');
  mkdirSync(join(folder, 'bodies', '00', 'stray'));
  assert.equal((await store.listBodies(null, 10)).length, 1);
});
