import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { createBatchShelf, prunableBatches, removeBatches } from './batch-shelf.ts';

const folder = mkdtempSync(join(tmpdir(), 'handover-shelf-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const name = (first: number, size: number) => ({ first, size, rootHex: 'ab'.repeat(32) });

describe('the shelf of batches', () => {
  const shelf = createBatchShelf(join(folder, 'batches'));

  test('an empty or absent folder holds no batch', async () => {
    assert.deepEqual(await shelf.from(0), []);
    assert.equal(await shelf.get(name(0, 1)), null);
  });

  test('gives every batch that holds an entry from an index on, also one that reaches over a folder’s end', async () => {
    for (const [first, size] of [
      [0, 10],
      [65_530, 65_540],
      [65_540, 65_541],
      [200_000, 200_001],
    ] as const)
      await shelf.put(name(first, size), Buffer.from(`${first}`));
    const from = async (size: number) =>
      (await shelf.from(size)).map(found => found.first).toSorted((a, b) => a - b);
    assert.deepEqual(await from(0), [0, 65_530, 65_540, 200_000]);
    assert.deepEqual(await from(10), [65_530, 65_540, 200_000]);
    assert.deepEqual(await from(65_536), [65_530, 65_540, 200_000]);
    assert.deepEqual(await from(65_540), [65_540, 200_000]);
    assert.deepEqual(await from(200_001), []);
  });

  test('passes over what is no batch, such as a half-written file', async () => {
    mkdirSync(join(folder, 'batches', '0'), { recursive: true });
    writeFileSync(join(folder, 'batches', '0', '.0-9-half.batch.1a2b'), 'x');
    writeFileSync(join(folder, 'batches', 'note.txt'), 'x');
    assert.ok((await shelf.from(0)).every(found => found.rootHex.length === 64));
  });

  test('a folder, a pipe or a file larger than any batch under the name of a batch is none, and holds nothing up', async () => {
    const shard = join(folder, 'batches', '9');
    const path = (first: number) => join(shard, `${first}-${first + 1}-${'ab'.repeat(32)}.batch`);
    mkdirSync(path(589_824), { recursive: true });
    assert.equal(spawnSync('mkfifo', [path(589_825)]).status, 0);
    writeFileSync(path(589_826), '');
    truncateSync(path(589_826), 2 ** 31);
    for (const first of [589_824, 589_825, 589_826])
      assert.equal(await shelf.get(name(first, first + 1)), null);
    rmSync(shard, { recursive: true });
  });

  test('a batch tried again replaces the earlier attempt whole', async () => {
    await shelf.put(name(300_000, 300_001), Buffer.from('first attempt'));
    await shelf.put(name(300_000, 300_001), Buffer.from('second'));
    assert.equal(Buffer.from((await shelf.get(name(300_000, 300_001))) ?? []).toString(), 'second');
  });

  test('only batches that are old and end below the size are removed', async () => {
    const path = (first: number, size: number) =>
      join(
        folder,
        'batches',
        String(Math.floor(first / 65_536)),
        `${first}-${size}-${'ab'.repeat(32)}.batch`,
      );
    const long = new Date('2026-01-01T00:00:00Z');
    utimesSync(path(0, 10), long, long);
    utimesSync(path(200_000, 200_001), long, long);
    const shelved = join(folder, 'batches');
    const old = await prunableBatches(shelved, 65_541, new Date('2026-02-01T00:00:00Z'));
    assert.deepEqual(old, [name(0, 10)]);
    await removeBatches(shelved, old);
    assert.equal(await shelf.get(name(0, 10)), null);
    assert.ok(
      (await shelf.get(name(65_530, 65_540))) !== null && (await shelf.get(name(200_000, 200_001))) !== null,
    );
  });
});
