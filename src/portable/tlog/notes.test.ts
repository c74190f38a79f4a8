import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromHex, toHex, utf8 } from '../bytes/index.ts';
import {
  ED25519_COSIGNATURE,
  cosignNote,
  decodeCheckpoint,
  decodeNote,
  decodeProofFile,
  decodeVerifierKey,
  encodeCheckpoint,
  encodeNote,
  encodeProofFile,
  encodeVerifierKey,
  keyIdOf,
  leafHash,
  openNote,
  publicKeyOf,
  signNote,
  verifierKey,
  verifyEd25519,
  verifyInclusion,
} from './index.ts';
import type { Note, VerifierKey } from './index.ts';

type Opened = {
  name: string;
  note: string;
  vkeys: string[];
  signedBy?: string[];
  refused?: string;
  timeUnixSeconds?: number;
};
type Framed = { note: string; size: number; timeUnixSeconds: number } & {
  signatures: { name: string; keyId: string; sizeBytes: number }[];
};
type Refused = { why: string; text: string };
type SmallLog = {
  origin: string;
  logSecretKeyHex: string;
  logPublicKeyHex: string;
  logVkey: string;
  witnesses: { name: string; secretKeyHex: string; vkey: string; timeUnixSeconds: number }[];
  entriesHex: string[];
  rootsHex: string[];
  inclusionProofsHex: string[][];
  checkpoint: string;
  checkpointCosigned: string;
  proofFiles: string[];
  proofFileWithExtra: string;
};
type TileLog = {
  vkey: string;
  origin: string;
  checkpoints: { size: number; root: string; signature: string }[];
};
type Ed25519Vector = { number: number; key: string; signature: string; message: string; accepted: boolean };

const notes = vectors('notes.json') as { opened: Opened[]; framed: Framed[] } & {
  [kind: `refused${string}`]: Refused[];
};
const small = vectors('small-log.json') as SmallLog;
const tileLog = vectors('tile-log.json') as TileLog;
const ed25519 = (vectors('ed25519.json') as { vectors: Ed25519Vector[] }).vectors;

function vectors(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../vectors/tlog/${name}`, import.meta.url), 'utf8'));
}

function bytesOf(hex: string): Uint8Array {
  return fromHex(hex) ?? assert.fail(`not hexadecimal: ${hex}`);
}

function noteOf(text: string): Note {
  const decoded = decodeNote(text);
  return decoded.ok ? decoded.note : assert.fail(decoded.reason);
}

function keyOf(vkey: string): VerifierKey {
  const decoded = decodeVerifierKey(vkey);
  return decoded.ok ? decoded.key : assert.fail(decoded.reason);
}

test(`${ed25519.length} published edge cases of Ed25519 are judged by the one strict rule`, () => {
  for (const { number, key, signature, message, accepted } of ed25519) {
    assert.equal(verifyEd25519(bytesOf(signature), utf8(message), bytesOf(key)), accepted, String(number));
  }
});

test('a signature or key of another size is false, not an error', () => {
  assert.ok(!verifyEd25519(new Uint8Array(63), utf8('x'), new Uint8Array(32)));
  assert.ok(!verifyEd25519(new Uint8Array(64), utf8('x'), new Uint8Array(31)));
  assert.ok(!verifyEd25519(new Uint8Array(0), new Uint8Array(0), new Uint8Array(0)));
});

test(`${notes.opened.length} notes are opened or refused as they should be`, () => {
  for (const { name, note, vkeys, signedBy, refused, timeUnixSeconds } of notes.opened) {
    const opened = openNote(noteOf(note), vkeys.map(keyOf));
    assert.equal(opened.ok ? undefined : opened.reason, refused, name);
    assert.deepEqual(opened.ok ? opened.signedBy.map(({ key }) => key.name) : undefined, signedBy, name);
    if (opened.ok) assert.equal(opened.signedBy[0]?.timeUnixSeconds, timeUnixSeconds ?? null, name);
  }
});

test('the key of the C2SP signed-note example has the id 530d903a', () => {
  const key = keyOf(notes.opened[0]?.vkeys[0] ?? '');
  assert.equal(key.keyId, '530d903a');
  assert.equal(keyIdOf(key.name, key.type, key.publicKey), '530d903a');
  assert.equal(encodeVerifierKey(key.name, key.publicKey), notes.opened[0]?.vkeys[0]);
});

test(`${notes.framed.length} published checkpoint with a cosignature is taken apart at the right bytes`, () => {
  for (const { note, size, signatures, timeUnixSeconds } of notes.framed) {
    const decoded = noteOf(note);
    const frames = decoded.signatures.map(({ name, keyId, signature }) => ({
      name,
      keyId,
      sizeBytes: signature.length,
    }));
    assert.deepEqual(frames, signatures);
    assert.equal(
      toHex(decoded.signatures[1]?.signature.subarray(0, 8) ?? utf8('')),
      timeUnixSeconds.toString(16).padStart(16, '0'),
    );
    const checkpoint = decodeCheckpoint(decoded.text);
    assert.ok(checkpoint.ok && checkpoint.checkpoint.size === size);
    assert.equal(encodeNote(decoded), note);
  }
});

for (const [kind, decode] of Object.entries({
  refusedNotes: decodeNote,
  refusedVkeys: decodeVerifierKey,
  refusedCheckpoints: decodeCheckpoint,
  refusedProofFiles: decodeProofFile,
})) {
  const list = notes[kind as 'refusedNotes'] ?? [];
  test(`${list.length} malformed texts (${kind}) are refused with a reason`, () => {
    for (const { text, why } of list) {
      const decoded = decode(text);
      assert.ok(!decoded.ok && decoded.reason.endsWith('.'), why);
    }
  });
}

test(`the ${tileLog.checkpoints.length} published checkpoints are good under the published key`, () => {
  const key = keyOf(tileLog.vkey);
  for (const { size, root, signature } of tileLog.checkpoints) {
    const text = encodeCheckpoint({ origin: tileLog.origin, size, root: bytesOf(root) });
    const note = { text, signatures: [{ name: key.name, keyId: key.keyId, signature: bytesOf(signature) }] };
    const opened = openNote(noteOf(encodeNote(note)), [key]);
    assert.ok(opened.ok);
    const read = decodeCheckpoint(opened.text);
    assert.ok(read.ok);
    assert.deepEqual(read.checkpoint, { origin: tileLog.origin, size, root: bytesOf(root), extensions: [] });
  }
});

test('signing gives the fixed checkpoint and cosignatures, which another implementation made, to the byte', () => {
  const signer = { name: small.origin, secretKey: bytesOf(small.logSecretKeyHex) };
  assert.equal(toHex(publicKeyOf(signer.secretKey)), small.logPublicKeyHex);
  assert.equal(encodeVerifierKey(small.origin, publicKeyOf(signer.secretKey)), small.logVkey);
  const text = encodeCheckpoint({ origin: small.origin, size: 5, root: bytesOf(small.rootsHex[5] ?? '') });
  const note = signNote(text, signer);
  assert.equal(encodeNote(note), small.checkpoint);
  const lines = small.witnesses.map(({ name, secretKeyHex, timeUnixSeconds }) =>
    cosignNote(note, { name, secretKey: bytesOf(secretKeyHex) }, timeUnixSeconds),
  );
  const cosigned = { text, signatures: [...note.signatures, ...lines] };
  assert.equal(encodeNote(cosigned), small.checkpointCosigned);
  const opened = openNote(cosigned, [small.logVkey, ...small.witnesses.map(({ vkey }) => vkey)].map(keyOf));
  const times = [null, ...small.witnesses.map(witness => witness.timeUnixSeconds)];
  assert.deepEqual(opened.ok ? opened.signedBy.map(signature => signature.timeUnixSeconds) : null, times);
});

test('a witness key keeps its type in its vkey', () => {
  for (const { name, secretKeyHex, vkey } of small.witnesses) {
    assert.equal(encodeVerifierKey(name, publicKeyOf(bytesOf(secretKeyHex)), ED25519_COSIGNATURE), vkey);
    assert.equal(keyOf(vkey).type, ED25519_COSIGNATURE);
  }
});

test('what cannot be a note, key or checkpoint is not written', () => {
  const signer = { name: 'a.example', secretKey: new Uint8Array(32) };
  for (const text of ['', 'no newline', 'a\r\n', 'lone \ud800\n'])
    assert.throws(() => signNote(text, signer), TypeError);
  assert.throws(() => signNote('x\n', { ...signer, name: 'two words' }), TypeError);
  assert.throws(() => encodeNote({ text: 'x\n', signatures: [] }), TypeError);
  assert.throws(
    () => encodeNote({ text: 'x\n', signatures: [{ name: 'a', keyId: 'zz', signature: utf8('') }] }),
    TypeError,
  );
  for (const name of ['', 'a b', 'a+b', 'a\u2003b', 'a\nb', 'a\u0085b', '\ud800']) {
    assert.throws(() => verifierKey(name, new Uint8Array(32)), TypeError, JSON.stringify(name));
  }
  assert.throws(() => verifierKey('a', new Uint8Array(31)), RangeError);
  const head = { origin: 'a', size: 1, root: new Uint8Array(32) };
  assert.throws(() => encodeCheckpoint({ ...head, origin: 'a b' }), TypeError);
  assert.throws(() => encodeCheckpoint({ ...head, size: -1 }), RangeError);
  assert.throws(() => encodeCheckpoint({ ...head, size: 2 ** 53 }), RangeError);
  assert.throws(() => encodeCheckpoint({ ...head, root: new Uint8Array(31) }), RangeError);
});

test('extension lines of another log are kept', () => {
  const read = decodeCheckpoint(`a\n0\n${'A'.repeat(43)}=\nfirst\nsecond line\n`);
  assert.deepEqual(read.ok && read.checkpoint.extensions, ['first', 'second line']);
});

test('a note of 16 signatures is accepted, as C2SP signed-note asks', () => {
  const line = small.checkpoint.split('\n')[4] ?? '';
  assert.equal(noteOf(`x\n\n${`${line}\n`.repeat(16)}`).signatures.length, 16);
});

test(`${small.proofFiles.length} fixed proof files are read, hold, and are written again to the byte`, () => {
  for (const [index, text] of small.proofFiles.entries()) {
    const read = decodeProofFile(text);
    assert.ok(read.ok);
    const { proof } = read;
    assert.deepEqual(proof.hashes.map(toHex), small.inclusionProofsHex[index]);
    assert.equal(proof.checkpoint, small.checkpoint);
    const [leaf, root] = [leafHash(bytesOf(small.entriesHex[index] ?? '')), bytesOf(small.rootsHex[5] ?? '')];
    assert.ok(
      verifyInclusion({ leafHash: leaf, index: proof.index, treeSize: 5, proof: proof.hashes, root }),
    );
    assert.equal(encodeProofFile(proof), text);
  }
});

test('extra data of a proof file is read, written, and left out when empty', () => {
  const read = decodeProofFile(small.proofFileWithExtra);
  assert.ok(read.ok);
  assert.deepEqual(read.proof.extra, utf8('not covered'));
  assert.equal(encodeProofFile(read.proof), small.proofFileWithExtra);
  assert.equal(encodeProofFile({ ...read.proof, extra: new Uint8Array(0) }), small.proofFiles[2]);
});

test('what cannot be a proof is not written', () => {
  const proof = { index: 0, hashes: [], checkpoint: small.checkpoint };
  assert.throws(() => encodeProofFile({ ...proof, index: -1 }), RangeError);
  assert.throws(() => encodeProofFile({ ...proof, hashes: [new Uint8Array(31)] }), RangeError);
  const tooMany = Array.from({ length: 65 }, () => new Uint8Array(32));
  assert.throws(() => encodeProofFile({ ...proof, hashes: tooMany }), RangeError);
});

test('docs/formats/log.md sets out the fixed log', () => {
  const page = readFileSync(new URL('../../../docs/formats/log.md', import.meta.url), 'utf8');
  const figures = [
    small.logVkey,
    small.rootsHex[5],
    small.rootsHex[2],
    small.rootsHex[4],
    small.entriesHex[0],
  ];
  const lines = (small.proofFiles[2] ?? '').split('\n');
  for (const figure of [...figures, ...lines]) assert.ok(page.includes(figure ?? '?'), figure ?? '?');
  assert.ok(page.includes(`${utf8(small.proofFiles[2] ?? '').length} bytes`));
});
