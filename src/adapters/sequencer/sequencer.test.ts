import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { encodeEntry } from '#portable/continuity/index.ts';
import { leafHash } from '#portable/tlog/index.ts';
import { CrashingDisk } from '#support/crashing-disk.ts';
import { logAll } from '#support/power-cuts.ts';
import { checkTestLog, commitment, MemoryHead, openTestLog, TEST_SIGNER } from '#support/test-log.ts';
import { createLogKeeping } from './log-keeping.ts';
import { behindMs, recover, sequenceOnce } from './sequencer.ts';

async function newLog(entries = 0) {
  const disk = new CrashingDisk();
  await disk.makeFolder('/data');
  const log = { ...openTestLog(disk, new MemoryHead()), disk };
  for (let i = 0; i < entries; i += 1) log.store.push(commitment(i));
  await logAll(log);
  return log;
}

describe('the sequencer', () => {
  test('logs 700 entries in 13 batches, and the whole log checks after each', async () => {
    const log = await newLog();
    let head = await recover(log.parts);
    for (let batch = 0, next = 0; batch < 13; batch += 1) {
      for (let i = 0; i < (batch * 37) % 113; i += 1) log.store.push(commitment((next += 1)));
      head = await sequenceOnce(log.parts, head);
      await checkTestLog(log, { provenEvery: 50 });
    }
    assert.ok(head.size > 500);
  });

  test('takes the tiles at the right edge from memory: a batch reads nothing but its own stage', async () => {
    const log = await newLog(300);
    let head = await recover(log.parts);
    const read: string[] = [];
    for (const from of [300, 310, 320]) {
      read.length = 0;
      log.disk.before = (operation, path) => operation === 'read' && read.push(path);
      for (let i = from; i < from + 10; i += 1) log.store.push(commitment(i));
      head = await sequenceOnce(log.parts, head);
    }
    assert.deepEqual(
      read.filter(path => !path.includes('/staging/')),
      [],
    );
    await checkTestLog(log, { provenEvery: 50 });
  });

  test('keeps no partial tile of a tile that is full, and an old size is still proved from the full one', async () => {
    const log = await newLog(200);
    const small = log.store.stored.head;
    let head = await recover(log.parts);
    for (let i = 200; i < 520; i += 40) {
      for (let j = i; j < i + 40; j += 1) log.store.push(commitment(j));
      head = await sequenceOnce(log.parts, head);
    }
    assert.deepEqual(
      log.disk.files().filter(path => /\/00[01]\.p\//.test(path) && !path.includes('tile/1')),
      [],
    );
    await checkTestLog(log, { earlier: [small.checkpoint], provenEvery: 50 });
  });

  test('makes one fsync for each folder of a batch, however many tiles it writes there', async () => {
    const log = await newLog(1);
    const head = await recover(log.parts);
    const synced: string[] = [];
    for (let i = 1; i < 2000; i += 1) log.store.push(commitment(i));
    log.disk.before = (operation, path) => operation === 'syncFolder' && synced.push(path);
    await sequenceOnce(log.parts, head);
    for (const folder of ['/data/log/tile/entries', '/data/log/tile/0'])
      assert.equal(synced.filter(path => path === folder).length, 1, folder);
  });

  test('signs nothing while the clock is behind the last signed time, and goes on when it has caught up', async () => {
    const log = await newLog(1);
    const head = await recover(log.parts);
    log.store.push(commitment(1));
    const late = { ...log.parts, clock: () => new Date(head.signedAt.getTime() - 5000) };
    assert.equal(behindMs(late, head), 5000);
    assert.equal(await sequenceOnce(late, head), head);
    assert.equal(log.store.stored.head, head);
    const same = { ...log.parts, clock: () => head.signedAt };
    assert.equal(behindMs(same, head), 0);
    assert.equal((await sequenceOnce(same, head)).size, 2);
  });

  test('signs nothing over a right edge that is not what was signed', async () => {
    const log = await newLog(3);
    const head = await recover(log.parts);
    log.disk.damage('/data/log/tile/0/000.p/3', flipFirst);
    // The next process reads it from the disk.
    const next = { ...openTestLog(log.disk, log.store), disk: log.disk };
    await next.files.lead();
    log.store.push(commitment(3));
    await assert.rejects(sequenceOnce(next.parts, head), /tiles on disk do not give the signed root/);
    assert.equal(log.store.stored.head, head);
  });

  test('a batch that was kept and never committed is not taken for history', async () => {
    const log = await newLog(2);
    const head = await recover(log.parts);
    log.store.push(commitment(2));
    const store = Object.assign(Object.create(log.store) as MemoryHead, {
      advance: () => Promise.reject(new Error('cut')),
    });
    await assert.rejects(sequenceOnce({ ...log.parts, store }, head), /cut/);
    assert.deepEqual(
      (await log.shelf.from(2)).map(({ first, size }) => [first, size]),
      [[2, 3]],
    );
    log.store.stored = { ...log.store.stored, queue: [commitment(7)] };
    const next = openTestLog(log.disk, log.store);
    await sequenceOnce(next.parts, await recover(next.parts));
    assert.deepEqual(log.store.stored.logged, [0, 1, 7].map(commitment));
    await checkTestLog(log);
    assert.equal((await log.shelf.from(2)).length, 2);
  });

  test('refuses to start when a witness knows a newer head than database, disk and head file', async () => {
    const log = await newLog(2);
    const old = { disk: log.disk.fork(), store: new MemoryHead(log.store.stored) };
    log.store.push(commitment(2));
    const { checkpoint } = await sequenceOnce(log.parts, await recover(log.parts));
    const { shelf, headFile, parts } = openTestLog(old.disk, old.store);
    const asked = (newest: string | null) => {
      const witnesses = [{ newest: async () => newest }];
      return { ...parts, keeping: createLogKeeping({ signer: TEST_SIGNER, shelf, headFile, witnesses }) };
    };
    await assert.rejects(recover(asked(checkpoint)), /a newer head was signed than the database holds/);
    assert.equal((await recover(asked(null))).size, 2);
  });

  test('a leader that lost the folder to another puts nothing in place any more', async () => {
    const log = await newLog(3);
    const old = await recover(log.parts);
    const other = openTestLog(log.disk, log.store);
    log.store.push(commitment(3));
    const head = await sequenceOnce(other.parts, await recover(other.parts));
    const before = log.disk.files();
    await assert.rejects(log.files.publish(old.checkpoint), { code: 'ENOENT' });
    await assert.rejects(log.files.stage(9, leafHash(encodeEntry(commitment(9))), []), { code: 'ENOENT' });
    assert.deepEqual(log.disk.files(), before);
    assert.equal(await other.files.readPublished(), head.checkpoint);
  });
});

function flipFirst(bytes: Buffer): Buffer {
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
  return bytes;
}
