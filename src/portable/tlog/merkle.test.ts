import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { toHex, utf8 } from '../bytes/index.ts';
import {
  EMPTY_ROOT,
  consistencyProof,
  inclusionProof,
  leafHash,
  merkleRoot,
  nodeHash,
  verifyConsistency,
  verifyInclusion,
} from './index.ts';

type Claim = { name: string; proof: string[]; holds: boolean };
type InclusionVector = Claim & { index: string; treeSize: string; leafHash: string; root: string };
type ConsistencyVector = Claim & { size1: string; size2: string; root1: string; root2: string };
type SmallLog = {
  entriesHex: string[];
  leafHashesHex: string[];
  rootsHex: string[];
  inclusionProofsHex: string[][];
  consistencyProofsHex: string[][];
};

const inclusion = (vectors('merkle-inclusion.json') as { claims: InclusionVector[] }).claims;
const consistency = (vectors('merkle-consistency.json') as { claims: ConsistencyVector[] }).claims;
const small = vectors('small-log.json') as SmallLog;
const leaves = small.leafHashesHex.map(bytesOf);

function vectors(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../vectors/tlog/${name}`, import.meta.url), 'utf8'));
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

test(`${inclusion.length} published inclusion claims are judged as published`, () => {
  for (const vector of inclusion) {
    const claim = {
      leafHash: bytesOf(vector.leafHash),
      index: Number(vector.index),
      treeSize: Number(vector.treeSize),
      proof: vector.proof.map(bytesOf),
      root: bytesOf(vector.root),
    };
    assert.equal(verifyInclusion(claim), vector.holds, vector.name);
  }
});

test(`${consistency.length} published consistency claims are judged as published`, () => {
  for (const vector of consistency) {
    const claim = {
      size1: Number(vector.size1),
      size2: Number(vector.size2),
      root1: bytesOf(vector.root1),
      root2: bytesOf(vector.root2),
      proof: vector.proof.map(bytesOf),
    };
    assert.equal(verifyConsistency(claim), vector.holds, vector.name);
  }
});

test('the empty tree has the SHA-256 of nothing as its root', () => {
  const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  assert.equal(toHex(EMPTY_ROOT), nothing);
  assert.equal(toHex(merkleRoot([])), nothing);
});

test('a leaf and a node of the same bytes have different hashes', () => {
  const [left, right] = [leafHash(utf8('a')), leafHash(utf8('b'))];
  assert.notEqual(toHex(leafHash(new Uint8Array([...left, ...right]))), toHex(nodeHash(left, right)));
});

test(`the fixed log of ${leaves.length} entries has its leaf hashes, roots and proofs`, () => {
  assert.deepEqual(
    small.entriesHex.map(hex => toHex(leafHash(bytesOf(hex)))),
    small.leafHashesHex,
  );
  for (const [size, root] of small.rootsHex.entries())
    assert.equal(toHex(merkleRoot(leaves.slice(0, size))), root);
  for (const [index, proof] of small.inclusionProofsHex.entries()) {
    assert.deepEqual(inclusionProof(leaves, index).map(toHex), proof);
  }
  for (const [i, proof] of small.consistencyProofsHex.entries()) {
    assert.deepEqual(consistencyProof(leaves, i + 1).map(toHex), proof);
  }
});

test('there is no proof of a leaf that is not there, nor from size 0 or a larger tree', () => {
  for (const index of [-1, 5, 0.5, Number.NaN])
    assert.throws(() => inclusionProof(leaves, index), RangeError);
  for (const size1 of [0, -1, 6, 1.5]) assert.throws(() => consistencyProof(leaves, size1), RangeError);
});

test('numbers that are no sizes and hashes of another length are judged false', () => {
  const [leaf, root] = [leafHash(utf8('x')), leafHash(utf8('x'))];
  const good = { leafHash: leaf, index: 0, treeSize: 1, proof: [], root };
  assert.ok(verifyInclusion(good));
  for (const treeSize of [0, -1, 1.5, Number.NaN, 2 ** 53])
    assert.ok(!verifyInclusion({ ...good, treeSize }));
  for (const index of [1, -1, 0.5, Number.NaN]) assert.ok(!verifyInclusion({ ...good, index }));
  const short = new Uint8Array(31);
  assert.ok(!verifyInclusion({ ...good, leafHash: short, root: short }));
  assert.ok(!verifyInclusion({ ...good, treeSize: 2, proof: [short], root: nodeHash(leaf, short) }));
  const equal = { size1: 1, size2: 1, root1: leaf, root2: root, proof: [] };
  assert.ok(verifyConsistency(equal));
  assert.ok(!verifyConsistency({ ...equal, size1: 0, size2: 0 }));
  assert.ok(!verifyConsistency({ ...equal, size1: 2 ** 53, size2: 2 ** 53 }));
  const grown = { size1: 1, size2: 2, root1: leaf, root2: nodeHash(leaf, short), proof: [short] };
  assert.ok(!verifyConsistency(grown));
});

test('a proof longer than the way to the root is false even where its hashes add up', () => {
  const [leaf, extra] = [leafHash(utf8('leaf')), leafHash(utf8('extra'))];
  const above = nodeHash(extra, leaf);
  assert.ok(!verifyInclusion({ leafHash: leaf, index: 0, treeSize: 1, proof: [extra], root: above }));
  const [old, grown] = [nodeHash(extra, leaf), nodeHash(extra, nodeHash(leaf, extra))];
  const claim = { size1: 3, size2: 4, root1: old, root2: grown, proof: [leaf, extra, extra] };
  assert.ok(verifyConsistency(claim));
  const higher = {
    root1: nodeHash(extra, old),
    root2: nodeHash(extra, grown),
    proof: [...claim.proof, extra],
  };
  assert.ok(!verifyConsistency({ ...claim, ...higher }));
});

test('sizes beyond 32 bits are walked without being cut off', () => {
  const treeSize = 2 ** 40 + 1;
  const [left, last] = [leafHash(utf8('left')), leafHash(utf8('last'))];
  const claim = { leafHash: last, index: 2 ** 40, treeSize, proof: [left], root: nodeHash(left, last) };
  assert.ok(verifyInclusion(claim));
  assert.ok(!verifyInclusion({ ...claim, index: 0 }));
  assert.ok(!verifyInclusion({ ...claim, index: 2 ** 40 - 2 ** 32 }));
  assert.ok(
    verifyConsistency({ size1: 2 ** 40, size2: treeSize, root1: left, root2: claim.root, proof: [last] }),
  );
});

test('the root of 100,000 leaves comes from one pass over them', () => {
  const count = 100_000;
  let read = 0;
  function* counted() {
    for (; read < count; read += 1) yield leaves[read % leaves.length] ?? EMPTY_ROOT;
  }
  const root = merkleRoot(counted());
  assert.equal(read, count);
  // 65,536 complete leaves on the left, and what is left of the sequence on the right.
  const at = (i: number) => leaves[i % leaves.length] ?? EMPTY_ROOT;
  const left = merkleRoot(Array.from({ length: 65_536 }, (_, i) => at(i)));
  const right = merkleRoot(Array.from({ length: count - 65_536 }, (_, i) => at(65_536 + i)));
  assert.equal(toHex(root), toHex(nodeHash(left, right)));
});
