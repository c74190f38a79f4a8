import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { concatBytes, fromHex, toHex, utf8 } from '../bytes/index.ts';
import {
  consistencyProofFromTiles,
  decodeEntryBundle,
  encodeEntryBundle,
  inclusionProofFromTiles,
  leafHash,
  merkleRoot,
  newTiles,
  rootFromTiles,
  tilePath,
  tilesForGrowth,
  verifyInclusion,
} from './index.ts';
import type { Tile } from './index.ts';

type TileVectors = {
  paths: (Tile & { path: string })[];
  growth: { name: string; from: number; to: number; tiles: string[] }[];
};
type TileLog = {
  entries: string[];
  checkpoints: { size: number; root: string }[];
  files: { path: string; sha256: string }[];
};

const tiles = vectors('tiles.json') as TileVectors;
const tileLog = vectors('tile-log.json') as TileLog;

function vectors(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../vectors/tlog/${name}`, import.meta.url), 'utf8'));
}

/** A log's files in memory, grown in batches as a sequencer would. */
async function grow(batches: readonly (readonly Uint8Array[])[]) {
  const stored = new Map<string, Uint8Array>();
  const reader = (path: string) => Promise.resolve(stored.get(path) ?? null);
  let size = 0;
  for (const batch of batches) {
    const grown = await newTiles(size, batch, reader);
    assert.ok(grown.ok);
    for (const { path, bytes } of grown.files) stored.set(path, bytes);
    size = grown.size;
  }
  return { stored, reader, size };
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => utf8(`entry ${i}`));

test(`${tiles.paths.length} tiles have the paths of C2SP tlog-tiles`, () => {
  for (const { level, n, width, path } of tiles.paths) assert.equal(tilePath(level, n, width), path);
});

test('a tile that cannot exist has no path', () => {
  const bad: [number, number, number][] = [
    [-1, 0, 1],
    [64, 0, 1],
    [0, -1, 1],
    [0, 2 ** 53, 1],
    [0, 0, 0],
    [0, 0, 257],
  ];
  for (const [level, n, width] of [...bad, [0.5, 0, 1], [0, 0.5, 1], [0, 0, 1.5]] as const) {
    assert.throws(() => tilePath(level, n, width), RangeError);
  }
});

test(`${tiles.growth.length} growths write exactly the tiles they change`, () => {
  for (const { name, from, to, tiles: paths } of tiles.growth) {
    const written = tilesForGrowth(from, to).map(tile => tilePath(tile.level, tile.n, tile.width));
    assert.deepEqual(written, paths, name);
  }
});

test('a log of 70,000 leaves has 273 full and one partial tile at level 0, then 1 and 1, then one partial', () => {
  const widths = (level: number) =>
    tilesForGrowth(0, 70_000).flatMap(tile => (tile.level === level ? [tile.width] : []));
  assert.deepEqual(widths(0), [...Array.from({ length: 273 }, () => 256), 112]);
  assert.deepEqual(widths(1), [256, 17]);
  assert.deepEqual(widths(2), [1]);
  assert.deepEqual(widths(3), []);
});

test('a log does not shrink', () => {
  assert.throws(() => tilesForGrowth(2, 1), RangeError);
  assert.throws(() => tilesForGrowth(-1, 1), RangeError);
  assert.throws(() => tilesForGrowth(0, 1.5), RangeError);
});

test('entry bundles are read back, and bytes that are not 1 to 256 whole entries are refused', () => {
  const entries = [utf8('one'), new Uint8Array(0), new Uint8Array(65_535)];
  assert.deepEqual(decodeEntryBundle(encodeEntryBundle(entries)), entries);
  assert.equal(toHex(encodeEntryBundle([utf8('one'), utf8('two')])), '00036f6e65000374776f');
  const bad = [[], [0], [0, 2, 1], [0, 1, 1, 0], [1, 0, 1]];
  for (const bytes of bad) assert.equal(decodeEntryBundle(Uint8Array.from(bytes)), null);
  assert.equal(decodeEntryBundle(new Uint8Array(2 * 257)), null);
  assert.equal(decodeEntryBundle(new Uint8Array(2 * 256))?.length, 256);
  assert.throws(() => encodeEntryBundle([]), RangeError);
  assert.throws(() => encodeEntryBundle(numbered(257)), RangeError);
  assert.throws(() => encodeEntryBundle([new Uint8Array(65_536)]), RangeError);
});

test(`the published log, grown an entry at a time, has its ${tileLog.files.length} files byte for byte`, async () => {
  const { stored } = await grow(tileLog.entries.map(entry => [utf8(entry)]));
  assert.equal(stored.size, tileLog.files.length);
  for (const { path, sha256 } of tileLog.files) {
    const bytes = stored.get(path) ?? new Uint8Array(0);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256, path);
  }
});

test(`the ${tileLog.checkpoints.length} published roots come out of the tiles, and every entry is proved under each`, async () => {
  const { reader } = await grow(tileLog.entries.map(entry => [utf8(entry)]));
  for (const { size, root } of tileLog.checkpoints) {
    assert.deepEqual(await rootFromTiles(size, reader), { ok: true, root: fromHex(root) });
    for (const [index, entry] of tileLog.entries.slice(0, size).entries()) {
      const read = await inclusionProofFromTiles(index, size, reader);
      assert.ok(read.ok);
      const leaf = leafHash(utf8(entry));
      assert.ok(
        verifyInclusion({
          leafHash: leaf,
          index,
          treeSize: size,
          proof: read.proof,
          root: fromHex(root) ?? assert.fail(),
        }),
      );
    }
  }
});

test('a log grown from 65,300 to 65,800 entries writes level 2 and keeps the root of the flat tree', async () => {
  const entries = numbered(65_800);
  const { reader, size, stored } = await grow([entries.slice(0, 65_300), entries.slice(65_300)]);
  const leaves = entries.map(leafHash);
  const root = await rootFromTiles(size, reader);
  assert.deepEqual(root, { ok: true, root: merkleRoot(leaves) });
  assert.equal(stored.get('tile/2/000.p/1')?.length, 32);
  const read = await inclusionProofFromTiles(65_799, size, reader);
  assert.ok(read.ok);
  const [leaf] = leaves.slice(-1);
  assert.ok(leaf !== undefined && root.ok);
  assert.ok(
    verifyInclusion({ leafHash: leaf, index: 65_799, treeSize: size, proof: read.proof, root: root.root }),
  );
});

test('a partial tile that was deleted is read from the full tile that replaced it', async () => {
  const { stored, reader } = await grow([numbered(100), numbered(156)]);
  const before = await rootFromTiles(100, reader);
  assert.ok(stored.delete('tile/0/000.p/100'));
  assert.deepEqual(await rootFromTiles(100, reader), before);
  assert.ok(stored.delete('tile/entries/000.p/100'));
  const regrown = await newTiles(100, numbered(156), reader);
  assert.ok(regrown.ok);
  assert.deepEqual(
    regrown.files.find(file => file.path === 'tile/entries/000')?.bytes,
    stored.get('tile/entries/000'),
  );
});

test('a missing or malformed tile is named and never worked around', async () => {
  const { stored, reader } = await grow([numbered(300)]);
  const path = 'tile/0/001.p/44';
  const good = stored.get(path) ?? new Uint8Array(0);
  for (const bytes of [
    good.subarray(1),
    good.subarray(32),
    concatBytes(good, good.subarray(0, 32)),
    new Uint8Array(0),
  ]) {
    stored.set(path, bytes);
    assert.deepEqual(await rootFromTiles(300, reader), { ok: false, reason: 'tile-malformed', path });
    assert.deepEqual(await newTiles(300, numbered(1), reader), { ok: false, reason: 'tile-malformed', path });
  }
  stored.delete(path);
  assert.deepEqual(await inclusionProofFromTiles(299, 300, reader), {
    ok: false,
    reason: 'tile-missing',
    path,
  });
  stored.set(path, good);
  stored.set('tile/entries/001.p/44', Uint8Array.of(0));
  const bundle = { ok: false, reason: 'tile-malformed', path: 'tile/entries/001.p/44' };
  assert.deepEqual(await newTiles(300, numbered(1), reader), bundle);
});

test('a log that grows by nothing writes nothing and keeps its root', async () => {
  const { reader } = await grow([numbered(3)]);
  const same = await newTiles(3, [], reader);
  assert.deepEqual(same, { ok: true, files: [], size: 3, root: merkleRoot(numbered(3).map(leafHash)) });
  const empty = await newTiles(0, [], () => Promise.resolve(null));
  assert.deepEqual(empty, { ok: true, files: [], size: 0, root: merkleRoot([]) });
});

test('a proof in a log of up to sixteen million entries reads at most five tiles, of either kind', async () => {
  // What the tiles hold makes no difference to which of them are read.
  const read: string[] = [];
  const reader = (path: string) => {
    read.push(path);
    return Promise.resolve(new Uint8Array(32 * Number(/\.p\/(\d+)$/.exec(path)?.[1] ?? 256)));
  };
  let most = 0;
  for (const size of [1, 256, 65_537, 1_000_000, 1_048_575, 16_777_215]) {
    for (let i = 0; i < 40; i += 1) {
      const index = Math.floor((size * i) / 40);
      for (const prove of [
        () => inclusionProofFromTiles(index, size, reader),
        () => consistencyProofFromTiles(index + 1, size, reader),
      ]) {
        read.length = 0;
        assert.ok((await prove()).ok);
        most = Math.max(most, read.length);
        assert.ok(read.length <= 5, `${index} of ${size}: ${read.join(' ')}`);
      }
    }
  }
  assert.equal(most, 5);
});
