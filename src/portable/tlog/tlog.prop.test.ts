import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { toHex, u32be, utf8 } from '../bytes/index.ts';
import {
  consistencyProof,
  consistencyProofFromTiles,
  decodeCheckpoint,
  decodeEntryBundle,
  decodeNote,
  decodePolicy,
  decodeProofFile,
  decodeVerifierKey,
  encodeCheckpoint,
  encodeEntryBundle,
  encodeNote,
  encodeProofFile,
  encodeVerifierKey,
  inclusionProof,
  inclusionProofFromTiles,
  leafHash,
  merkleRoot,
  newTiles,
  publicKeyOf,
  rootFromTiles,
  signNote,
  verifyConsistency,
  verifyInclusion,
} from './index.ts';

const LARGEST = 300;
const RUNS = { seed: 3, numRuns: 300 };
const GROWTHS = { seed: 4, numRuns: 20 };

const leaves = Array.from({ length: LARGEST }, (_, i) => leafHash(u32be(i)));
const roots = Array.from({ length: LARGEST + 1 }, (_, size) => merkleRoot(leaves.slice(0, size)));
const leafAt = (i: number) => leaves[i] ?? assert.fail();
const rootOf = (size: number) => roots[size] ?? assert.fail();

/** A spread of places in 0 to below `count` that differs from size to size and always has both ends. */
const places = (count: number) => [
  ...new Set([0, count - 1, Math.floor(count / 2), (count * 7919) % count, ((count * 31) % 97) % count]),
];

function inclusionClaim(index: number, treeSize: number) {
  const proof = inclusionProof(leaves.slice(0, treeSize), index);
  return { leafHash: leafAt(index), index, treeSize, proof, root: rootOf(treeSize) };
}

function consistencyClaim(size1: number, size2: number) {
  const proof = consistencyProof(leaves.slice(0, size2), size1);
  return { size1, size2, root1: rootOf(size1), root2: rootOf(size2), proof };
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
}

test(`inclusion proofs hold in trees of every size to ${LARGEST}, for that leaf, place and size only`, () => {
  for (let size = 1; size <= LARGEST; size += 1) {
    for (const index of size <= 24 ? leaves.slice(0, size).keys() : places(size)) {
      const claim = inclusionClaim(index, size);
      assert.ok(verifyInclusion(claim), `${index} of ${size}`);
      assert.ok(
        !verifyInclusion({ ...claim, leafHash: leafAt((index + 1) % LARGEST) }),
        `${index} of ${size}`,
      );
      assert.ok(!verifyInclusion({ ...claim, root: rootOf(size - 1) }), `${index} of ${size}`);
      assert.ok(!verifyInclusion({ ...claim, proof: [...claim.proof, claim.root] }), `${index} of ${size}`);
      if (size > 1)
        assert.ok(!verifyInclusion({ ...claim, index: (index + 1) % size }), `${index} of ${size}`);
    }
  }
});

test(`consistency proofs hold between trees of every size to ${LARGEST}, for those sizes only`, () => {
  for (let size2 = 1; size2 <= LARGEST; size2 += 1) {
    for (const place of size2 <= 24 ? leaves.slice(0, size2).keys() : places(size2)) {
      const claim = consistencyClaim(place + 1, size2);
      const name = `${place + 1} to ${size2}`;
      assert.ok(verifyConsistency(claim), name);
      assert.ok(!verifyConsistency({ ...claim, root1: rootOf(place) }), name);
      assert.ok(!verifyConsistency({ ...claim, root2: rootOf(size2 - 1) }), name);
      assert.ok(!verifyConsistency({ ...claim, proof: [...claim.proof, claim.root1] }), name);
      if (claim.size1 < size2) assert.ok(!verifyConsistency({ ...claim, proof: claim.proof.slice(1) }), name);
    }
  }
});

test('changing any single bit of a proof, leaf or root makes 300 random inclusion claims false', () => {
  const place = fc
    .integer({ min: 1, max: LARGEST })
    .chain(size => fc.tuple(fc.nat(size - 1), fc.constant(size), fc.nat()));
  fc.assert(
    fc.property(place, ([index, size, random]) => {
      const claim = inclusionClaim(index, size);
      const hashes = [claim.leafHash, claim.root, ...claim.proof];
      const [which, bit] = [random % hashes.length, Math.floor(random / hashes.length) % 256];
      const [leaf = claim.root, root = claim.root, ...proof] = hashes.map((hash, i) =>
        i === which ? flipped(hash, bit) : hash,
      );
      assert.ok(!verifyInclusion({ ...claim, leafHash: leaf, root, proof }));
    }),
    RUNS,
  );
});

test('changing any of the 1,536 bits of one consistency claim, one at a time, makes it false', () => {
  const claim = consistencyClaim(6, 13);
  const hashes = [claim.root1, claim.root2, ...claim.proof];
  assert.equal(hashes.length * 256, 1536);
  for (let bit = 0; bit < 1536; bit += 1) {
    const changed = hashes.map((hash, i) => (i === bit >> 8 ? flipped(hash, bit & 255) : hash));
    const [root1 = claim.root1, root2 = claim.root2, ...proof] = changed;
    assert.ok(!verifyConsistency({ ...claim, root1, root2, proof }), String(bit));
  }
});

test('20 logs grown in random batches give the roots and proofs of the flat tree', async () => {
  const batches = fc.array(fc.oneof(fc.nat(5), fc.nat(400), fc.constant(256)), {
    minLength: 1,
    maxLength: 6,
  });
  const plan = fc.tuple(batches, fc.nat(), fc.nat());
  await fc.assert(
    fc.asyncProperty(plan, async ([counts, a, b]) => {
      const stored = new Map<string, Uint8Array>();
      const reader = (path: string) => Promise.resolve(stored.get(path) ?? null);
      const hashes: Uint8Array[] = [];
      for (const count of counts) {
        const entries = Array.from({ length: count }, (_, i) => u32be(hashes.length + i));
        const grown = await newTiles(hashes.length, entries, reader);
        assert.ok(grown.ok);
        hashes.push(...entries.map(leafHash));
        for (const { path, bytes } of grown.files) stored.set(path, bytes);
        assert.deepEqual([grown.size, toHex(grown.root)], [hashes.length, toHex(merkleRoot(hashes))]);
      }
      if (hashes.length === 0) return;
      const size = 1 + (a % hashes.length);
      const index = b % size;
      assert.deepEqual(await rootFromTiles(hashes.length, reader), { ok: true, root: merkleRoot(hashes) });
      assert.deepEqual(await inclusionProofFromTiles(index, hashes.length, reader), {
        ok: true,
        proof: inclusionProof(hashes, index),
      });
      const grownProof = await consistencyProofFromTiles(size, hashes.length, reader);
      assert.deepEqual(grownProof, { ok: true, proof: consistencyProof(hashes, size) });
    }),
    GROWTHS,
  );
});

const name = fc.stringMatching(/^[a-z./\u00e9-]{1,12}$/u);
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const head = fc.record({ origin: name, size: fc.maxSafeNat(), root: hash });
const signed = fc
  .tuple(head, hash)
  .map(([one, secretKey]) => signNote(encodeCheckpoint(one), { name: one.origin, secretKey }));

test('100 random checkpoints, notes, keys and proof files come back as they were written', () => {
  fc.assert(
    fc.property(head, signed, hash, fc.array(hash, { maxLength: 64 }), (one, note, key, hashes) => {
      assert.deepEqual(decodeCheckpoint(encodeCheckpoint(one)), {
        ok: true,
        checkpoint: { ...one, extensions: [] },
      });
      const checkpoint = encodeNote(note);
      assert.deepEqual(decodeNote(checkpoint), { ok: true, note });
      const decoded = decodeVerifierKey(encodeVerifierKey(one.origin, publicKeyOf(key)));
      assert.ok(decoded.ok && toHex(decoded.key.publicKey) === toHex(publicKeyOf(key)));
      const proof = { index: one.size, hashes, checkpoint };
      assert.deepEqual(decodeProofFile(encodeProofFile(proof)), { ok: true, proof });
    }),
    { seed: 5, numRuns: 100 },
  );
});

/** Texts near to valid ones: a valid text with a few of its characters changed, removed or doubled. */
const damaged = (valid: fc.Arbitrary<string>) =>
  fc
    .tuple(
      valid,
      fc.array(
        fc.tuple(fc.nat(), fc.constantFrom('', '\n', '0', '=', '+', ' ', '\u2014', '\n\n'), fc.nat(2)),
        { maxLength: 3 },
      ),
    )
    .map(([text, edits]) =>
      edits.reduce((now, [at, put, cut]) => {
        const place = at % (now.length + 1);
        return now.slice(0, place) + put + now.slice(place + cut);
      }, text),
    );

test('300 random and 300 damaged texts are read only when they are written the same way, and nothing is thrown', () => {
  const proofFile = signed.map(note =>
    encodeProofFile({ index: 1, hashes: [new Uint8Array(32)], checkpoint: encodeNote(note) }),
  );
  const vkey = fc.tuple(name, hash).map(([one, key]) => encodeVerifierKey(one, publicKeyOf(key)));
  const near = damaged(fc.oneof(proofFile, signed.map(encodeNote), vkey, head.map(encodeCheckpoint)));
  const check = (text: string) => {
    const note = decodeNote(text);
    if (note.ok) assert.equal(encodeNote(note.note), text);
    const checkpoint = decodeCheckpoint(text);
    if (
      checkpoint.ok &&
      checkpoint.checkpoint.extensions.length === 0 &&
      !/[+\s]/.test(checkpoint.checkpoint.origin)
    ) {
      assert.equal(encodeCheckpoint(checkpoint.checkpoint), text);
    }
    const proof = decodeProofFile(text);
    if (proof.ok) assert.equal(encodeProofFile(proof.proof), text);
    const key = decodeVerifierKey(text);
    if (key.ok) assert.equal(encodeVerifierKey(key.key.name, key.key.publicKey, key.key.type), text);
    decodePolicy(text);
  };
  fc.assert(fc.property(fc.string({ unit: 'binary' }), check), RUNS);
  fc.assert(fc.property(near, check), RUNS);
});

test('300 random byte strings are an entry bundle only when they encode to themselves', () => {
  const small = fc
    .array(fc.constantFrom(0, 0, 0, 1, 2, 3), { maxLength: 30 })
    .map(bytes => Uint8Array.from(bytes));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), small), bytes => {
      const entries = decodeEntryBundle(bytes);
      if (entries !== null) assert.deepEqual(encodeEntryBundle(entries), bytes);
    }),
    RUNS,
  );
});

test('300 random policies built of real words are read or refused, never thrown at', () => {
  const word = fc.constantFrom(
    'log',
    'witness',
    'group',
    'quorum',
    'none',
    'any',
    'all',
    '1',
    'a',
    'b',
    '\n',
    '\n',
    '#',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), words => {
      const decoded = decodePolicy(`${words.join(' ')}\n`);
      assert.ok(decoded.ok || utf8(decoded.reason).length > 0);
    }),
    RUNS,
  );
});
