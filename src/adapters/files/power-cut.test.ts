import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import type { BlobStore } from '#domain/sealing/index.ts';
import { CrashingDisk } from '#support/crashing-disk.ts';
import { createDurably, replaceDurably } from './durable-write.ts';
import { makeKeyRing, readKeyRing } from './key-ring.ts';

type Cut = { readonly disk: CrashingDisk; readonly done: number };

/** What a power cut before any operation of the steps can leave, and how many steps had been answered by then. */
async function cutEverywhere(
  steps: readonly ((disk: CrashingDisk) => Promise<unknown>)[],
  ignoresSync: CrashingDisk['ignoresSync'] = () => false,
): Promise<Cut[]> {
  const disk = new CrashingDisk();
  disk.ignoresSync = ignoresSync;
  const cuts: Cut[] = [];
  let done = 0;
  const cut = () => cuts.push(...disk.crashStates().map(left => ({ disk: left, done })));
  disk.before = cut;
  for (const step of steps) {
    await step(disk);
    done += 1;
  }
  cut();
  return cuts;
}

const ID = new Uint8Array(16).fill(1);
const bodies = [Buffer.from('a body'), Buffer.from('another body')];
const header = Buffer.from('age-encryption.org/v1\n--- mac\n');

const named = (n: number) => ({ blobId: ID, n });

function storeSteps() {
  return [
    (disk: CrashingDisk) => createDiskStore('/data/store', disk).createBody(named(0), bodies[0] ?? header),
    (disk: CrashingDisk) => createDiskStore('/data/store', disk).createBody(named(1), bodies[1] ?? header),
    (disk: CrashingDisk) => createDiskStore('/data/store', disk).createHeaders(ID, [header]),
  ];
}

/** Each answered piece is there whole; each other one is whole or not there. */
async function checkStore({ disk, done }: Cut): Promise<void> {
  const store = createDiskStore('/data/store', disk);
  const pieces = [
    { expected: bodies[0], read: () => bodyOf(store, 0) },
    { expected: bodies[1], read: () => bodyOf(store, 1) },
    { expected: header, read: () => headersOf(store) },
  ];
  for (const [i, { expected, read }] of pieces.entries()) {
    const found = await read();
    if (found !== null || i < done) assert.deepEqual(found, expected);
  }
}

async function bodyOf(store: BlobStore, n: number): Promise<Buffer | null> {
  const read = await store.readBody(named(n), new Uint8Array(100));
  if (read.ok) return Buffer.from(read.bytes);
  assert.equal(read.reason, 'missing');
  return null;
}

async function headersOf(store: BlobStore): Promise<Buffer | null> {
  const headers = await store.readHeaders(ID);
  return headers === null ? null : Buffer.concat(headers);
}

/** Keys that are no keys: what is tested is how they rest. */
const MAKER = {
  newIdentity: () => Promise.resolve('AGE-SECRET-KEY-TEST'),
  recipientOf: () => Promise.resolve('age1test'),
};

describe('a power cut', () => {
  test('loses no body and no header that the store of items answered for, and leaves none in part', async () => {
    const cuts = await cutEverywhere(storeSteps());
    assert.ok(cuts.length > 100);
    for (const cut of cuts) await checkStore(cut);
  });

  test('loses nothing of the store either when an earlier process died between making a folder and syncing it', async () => {
    const first = new CrashingDisk();
    const forks: CrashingDisk[] = [];
    first.after = () => forks.push(first.fork());
    const [putBody] = storeSteps();
    await putBody?.(first);
    for (const disk of forks) {
      await putBody?.(disk);
      for (const left of disk.crashStates()) await checkStore({ disk: left, done: 1 });
    }
  });

  for (const operation of ['sync', 'syncFolder'] as const) {
    test(`is survived by the store only because of its ${operation === 'sync' ? 'file' : 'folder'} fsyncs`, async () => {
      const cuts = await cutEverywhere(storeSteps(), one => one === operation);
      await assert.rejects(async () => {
        for (const cut of cuts) await checkStore(cut);
      });
    });
  }

  test('leaves the keys as they were made, or no keys', async () => {
    const made = new CrashingDisk();
    const keys = await makeKeyRing(
      '/data/keys',
      { originPrefix: 'northshire.example/log', roles: ['a'] },
      MAKER,
      made,
    );
    const written = made.peek('/data/keys/key-ring.json') ?? Buffer.alloc(0);
    const cuts = await cutEverywhere([disk => replaceDurably('/data/keys/key-ring.json', written, disk)]);
    for (const { disk, done } of cuts) {
      const found = await readKeyRing('/data/keys', MAKER, disk);
      if (done > 0 || found !== null) assert.deepEqual(found, keys);
    }
  });
});

describe('an operation of the store that fails', () => {
  for (const stored of [false, true]) {
    test(`${stored ? 'though its work was done' : 'with nothing done'} is an error, and a second try stores what was asked, for good`, async () => {
      const [putBody] = storeSteps();
      let operations = 0;
      const counted = new CrashingDisk();
      counted.before = () => (operations += 1);
      await putBody?.(counted);
      for (let at = 1; at <= operations; at += 1) {
        const disk = new CrashingDisk();
        let seen = 0;
        const strike = () => {
          if ((seen += 1) === at) throw Object.assign(new Error('injected fault'), { code: 'EIO' });
        };
        if (stored) disk.after = strike;
        else disk.before = strike;
        await assert.rejects(async () => putBody?.(disk), { code: 'EIO' });
        await putBody?.(disk);
        for (const left of disk.crashStates()) await checkStore({ disk: left, done: 1 });
      }
    });
  }
});

describe('a file that must never change', () => {
  test('is not written over by other bytes, and the same bytes are written again', async () => {
    const disk = new CrashingDisk();
    await createDurably('/data/one', Buffer.from('same'), disk);
    const created: string[] = [];
    disk.before = operation => operation === 'sync' && created.push(operation);
    await createDurably('/data/one', Buffer.from('same'), disk);
    assert.equal(created.length, 1);
    await assert.rejects(createDurably('/data/one', Buffer.from('other'), disk), { code: 'log-disagrees' });
    assert.equal(disk.peek('/data/one')?.toString('utf8'), 'same');
    assert.deepEqual(disk.files(), ['/data/one']);
  });

  test('is refused as a full disk when there is no room, and nothing is left of it', async () => {
    const disk = new CrashingDisk();
    disk.before = operation => {
      if (operation === 'write') throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    };
    await assert.rejects(createDurably('/data/one', Buffer.from('bytes'), disk), { code: 'storage-full' });
    assert.deepEqual(disk.files(), []);
  });
});
