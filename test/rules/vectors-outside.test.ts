import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decodeUtf8, fromBase64, fromHex, toBase64, utf8 } from '#portable/bytes/index.ts';
import {
  decodeCheckpoint,
  decodeEntryBundle,
  decodeNote,
  decodeVerifierKey,
  inclusionProofFromTiles,
  consistencyProofFromTiles,
  leafHash,
  openNote,
  rootFromTiles,
  verifyConsistency,
  verifyEd25519,
  verifyInclusion,
} from '#portable/tlog/index.ts';
import type { VerifierKey } from '#portable/tlog/index.ts';
import { listOutside, needsOutsideVectors, readOutside } from '#support/outside-vectors.ts';

type Claim = { desc: string; proof: string[] | null; wantErr: boolean };
type InclusionFile = Claim & { leafIdx: number; treeSize: number; root: string; leafHash: string };
type ConsistencyFile = Claim & { size1: number; size2: number; root1: string; root2: string };
type EdgeCase = { number: number; key: string; sig: string; msg: string; flags: string[] | null };

/** The key that the tessera project's own tests use for its testdata/log. */
const TESSERA_VKEY = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx';
const TESSERA = 'tessera/testdata/log';

function readText(path: string): string {
  return decodeUtf8(readOutside(path)) ?? assert.fail(`${path} is not UTF-8`);
}

function hashOf(base64: string | null): Uint8Array {
  return fromBase64(base64 ?? '') ?? assert.fail(`not base64: ${base64}`);
}

function openedText(path: string, key: VerifierKey): string {
  const note = decodeNote(readText(path));
  assert.ok(note.ok, path);
  const opened = openNote(note.note, [key]);
  assert.ok(opened.ok, path);
  return opened.text;
}

const tileReader = (path: string) =>
  Promise.resolve(
    listOutside(TESSERA).includes(`${TESSERA}/${path}`) ? readOutside(`${TESSERA}/${path}`) : null,
  );

test('all 98 original inclusion vectors of transparency-dev/merkle agree', needsOutsideVectors(), () => {
  const paths = listOutside('merkle/testdata/inclusion');
  assert.equal(paths.length, 98);
  for (const path of paths) {
    const file = JSON.parse(readText(path)) as InclusionFile;
    const claim = {
      leafHash: hashOf(file.leafHash),
      index: file.leafIdx,
      treeSize: file.treeSize,
      proof: (file.proof ?? []).map(hashOf),
      root: hashOf(file.root),
    };
    assert.equal(verifyInclusion(claim), !file.wantErr, `${path}: ${file.desc}`);
  }
});

test('all 98 original consistency vectors of transparency-dev/merkle agree', needsOutsideVectors(), () => {
  const paths = listOutside('merkle/testdata/consistency');
  assert.equal(paths.length, 98);
  for (const path of paths) {
    const file = JSON.parse(readText(path)) as ConsistencyFile;
    const claim = {
      size1: file.size1,
      size2: file.size2,
      root1: hashOf(file.root1),
      root2: hashOf(file.root2),
      proof: (file.proof ?? []).map(hashOf),
    };
    assert.equal(verifyConsistency(claim), !file.wantErr, `${path}: ${file.desc}`);
  }
});

test(
  'the 16 original checkpoints, their tiles and 120 inclusion proofs of tessera agree',
  needsOutsideVectors(),
  async () => {
    const key = decodeVerifierKey(TESSERA_VKEY);
    assert.ok(key.ok);
    const roots: Uint8Array[] = [];
    let proved = 0;
    for (let size = 0; size <= 15; size += 1) {
      const decoded = decodeCheckpoint(openedText(`${TESSERA}/checkpoint.${size}`, key.key));
      assert.ok(decoded.ok && decoded.checkpoint.size === size);
      const { root } = decoded.checkpoint;
      assert.deepEqual(await rootFromTiles(size, tileReader), { ok: true, root }, `size ${size}`);
      const entries =
        size === 0 ? [] : (decodeEntryBundle(readOutside(`${TESSERA}/tile/entries/000.p/${size}`)) ?? []);
      assert.equal(entries.length, size);
      for (const [index, entry] of entries.entries()) {
        const read = await inclusionProofFromTiles(index, size, tileReader);
        assert.ok(read.ok);
        assert.ok(
          verifyInclusion({ leafHash: leafHash(entry), index, treeSize: size, proof: read.proof, root }),
        );
        proved += 1;
      }
      roots.push(root);
    }
    assert.equal(proved, 120);
    assert.equal(roots.length, 16);
  },
);

test(
  'the 120 consistency proofs between the sizes of the tessera log hold',
  needsOutsideVectors(),
  async () => {
    const roots: Uint8Array[] = [];
    let proved = 0;
    for (let size2 = 0; size2 <= 15; size2 += 1) {
      const root = await rootFromTiles(size2, tileReader);
      assert.ok(root.ok);
      roots.push(root.root);
      for (let size1 = 1; size1 <= size2; size1 += 1) {
        const read = await consistencyProofFromTiles(size1, size2, tileReader);
        const root1 = roots[size1];
        assert.ok(read.ok && root1 !== undefined);
        assert.ok(verifyConsistency({ size1, size2, root1, root2: root.root, proof: read.proof }));
        proved += 1;
      }
    }
    assert.equal(proved, 120);
  },
);

test(
  'of the 914 Ed25519 edge cases of CCTV the strict rule accepts 212, exactly those its words allow',
  needsOutsideVectors(),
  () => {
    const cases = JSON.parse(readText('cctv/ed25519/ed25519vectors.json')) as EdgeCase[];
    assert.equal(cases.length, 914);
    const refusedFlags = new Set(['low_order_A', 'non_canonical_A', 'non_canonical_R']);
    let accepted = 0;
    for (const { number, key, sig, msg, flags } of cases) {
      const good = verifyEd25519(fromHex(sig) ?? assert.fail(), utf8(msg), fromHex(key) ?? assert.fail());
      assert.equal(good, !(flags ?? []).some(flag => refusedFlags.has(flag)), `vector ${number}`);
      if (good) accepted += 1;
    }
    assert.equal(accepted, 212);
  },
);

test('the restated vectors hold the figures of the originals', needsOutsideVectors(), () => {
  const restated = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../vectors/tlog/${name}`, import.meta.url), 'utf8'));
  const inclusion = restated('merkle-inclusion.json') as {
    claims: { name: string; root: string; holds: boolean }[];
  };
  for (const { name, root, holds } of inclusion.claims) {
    const file = JSON.parse(readText(`merkle/testdata/inclusion/${name}.json`)) as InclusionFile;
    assert.deepEqual(
      [hashOf(file.root), !file.wantErr],
      [new Uint8Array(Buffer.from(root, 'hex')), holds],
      name,
    );
  }
  const log = restated('tile-log.json') as { checkpoints: { size: number; root: string }[] };
  for (const { size, root } of log.checkpoints) {
    const line = readText(`${TESSERA}/checkpoint.${size}`).split('\n')[2] ?? '';
    assert.equal(toBase64(fromHex(root) ?? assert.fail()), line);
  }
});
