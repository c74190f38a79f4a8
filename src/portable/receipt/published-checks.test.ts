import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sha256, toBase64, utf8 } from '../bytes/index.ts';
import type { Sha256 } from '../bytes/index.ts';
import { encodeEntry, encodeEvent, eventCommitment } from '../continuity/index.ts';
import {
  consistencyProof,
  decodePolicy,
  encodeCheckpoint,
  encodeNote,
  encodeProofFile,
  encodeVerifierKey,
  inclusionProof,
  leafHash,
  merkleRoot,
  publicKeyOf,
  signNote,
} from '../tlog/index.ts';
import { encodeReceipt, verifyReceipt } from './index.ts';

type Case = {
  name: string;
  receipt: string;
  policy: string | null;
  checkpoint: string;
  consistency: string | null;
  later: boolean;
  verdict: string;
  outcomes: { [check: string]: string };
};

const url = new URL('../../../vectors/continuity/checkpoints.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(url, 'utf8')) as { cases: Case[] };
const CHECKS = ['published-checkpoint', 'log-not-shorter', 'log-not-forked'];

function policyOf(text: string | null) {
  if (text === null) return null;
  const decoded = decodePolicy(text);
  return decoded.ok ? decoded.policy : assert.fail(decoded.reason);
}

for (const { name, receipt, policy, checkpoint, consistency, later, verdict, outcomes } of cases) {
  test(`a fixed receipt and a published checkpoint made by another implementation: ${name}`, () => {
    const published = { checkpoint, consistency, later };
    const result = verifyReceipt(utf8(receipt), { policy: policyOf(policy), published });
    const found = result.findings.filter(({ check }) => CHECKS.includes(check));
    assert.deepEqual(Object.fromEntries(found.map(({ check, outcome }) => [check, outcome])), outcomes);
    assert.equal(result.verdict, verdict);
  });
}

const secretOf = (origin: string) => sha256(utf8(`test key of ${origin}`));
const keyOf = (origin: string) => encodeVerifierKey(origin, publicKeyOf(secretOf(origin)));
const [ORIGIN, OTHER] = ['northshire.example/log/9', 'northshire.example/log/10'];
/** A policy that believes two logs: the one of the receipt, and another of the same force. */
const POLICY = policyOf(`log ${keyOf(ORIGIN)}\nlog ${keyOf(OTHER)}\nquorum none\n`);
const salt = new Uint8Array(32).fill(9);

function signed(leaves: readonly Sha256[], origin = ORIGIN): string {
  const text = encodeCheckpoint({ origin, size: leaves.length, root: merkleRoot(leaves) });
  return encodeNote(signNote(text, { name: origin, secretKey: secretOf(origin) }));
}

const place = (n: number, previous: string | null) => ({ id: '1'.repeat(32), n, previous });
const actor = { kind: 'system', id: 'test' } as const;
const at = '2026-11-23T20:31:22.123Z';
const received = encodeEvent({
  ...{ v: 1, id: '2'.repeat(32), type: 'submission-received', at, actor, case: null, facts: { items: 0 } },
  submission: place(1, null),
});
const before = Buffer.from(eventCommitment(salt, received)).toString('hex');
const ended = encodeEvent({
  ...{ v: 1, id: '3'.repeat(32), type: 'submission-sealed', at, actor, case: null, facts: { items: 0 } },
  submission: place(2, before),
});

const others = (count: number, word: string) =>
  Array.from({ length: count }, (_, n) => leafHash(encodeEntry(sha256(utf8(`${word} ${n}`)))));
const own = [received, ended].map(event => leafHash(encodeEntry(eventCommitment(salt, event))));
/** A log of 13 entries when the receipt is issued; it grows to 30. */
const LOG = [...others(9, 'earlier'), ...own, ...others(19, 'later')];
const ISSUED = 13;

/** The receipt with its two events under the checkpoints of these sizes. */
const receiptUnder = (sizes: readonly [number, number]) =>
  encodeReceipt({
    reference: 'NS26-000001',
    force: 'Northshire Police',
    items: [],
    events: [received, ended].map((event, i) => {
      const then = LOG.slice(0, sizes[i]);
      const proof = { index: 9 + i, hashes: inclusionProof(then, 9 + i), checkpoint: signed(then) };
      return { event, salt, proof: encodeProofFile(proof) };
    }),
  });
const RECEIPT = receiptUnder([ISSUED, ISSUED]);

function compared(leaves: readonly Sha256[], consistency: string | null = null, receipt = RECEIPT) {
  const published = { checkpoint: signed(leaves), consistency, later: true };
  const { verdict, findings } = verifyReceipt(receipt, { policy: POLICY, published });
  const [shorter, forked] = ['log-not-shorter', 'log-not-forked'].map(id => {
    const found = findings.find(({ check }) => check === id);
    return found === undefined ? assert.fail() : [found.outcome, found.where].filter(Boolean).join(': ');
  });
  return { verdict, shorter, forked, findings };
}

test('a shorter checkpoint fails only when it is said to have been fetched after the receipt was saved', () => {
  for (const later of [true, false]) {
    const published = { checkpoint: signed(LOG.slice(0, 9)), consistency: null, later };
    const { verdict, findings } = verifyReceipt(RECEIPT, { policy: POLICY, published });
    const { outcome } = findings.find(({ check }) => check === 'log-not-shorter') ?? assert.fail();
    assert.deepEqual([verdict, outcome], later ? ['failed', 'failed'] : ['verified', 'not-checked']);
  }
});

test('an error message in the place of a checkpoint or a proof accuses nobody', () => {
  const message = 'The proof is being made. Ask again in a second.\n';
  const published = { checkpoint: message, consistency: null, later: true };
  const { verdict, findings } = verifyReceipt(RECEIPT, { policy: POLICY, published });
  const { sentence } = findings.find(({ check }) => check === 'published-checkpoint') ?? assert.fail();
  assert.equal(verdict, 'verified');
  assert.match(sentence, /is not a checkpoint/);
  assert.match(compared(LOG, message).forked ?? '', /^not-checked: from size 13 to size 30/);
});

const linesOf = (hashes: readonly Uint8Array[]) => hashes.map(hash => `${toBase64(hash)}\n`).join('');

test('a log cut off at any length below the receipt is found out, and the two sizes are named', () => {
  for (let size = 0; size < ISSUED; size += 1) {
    const { verdict, shorter, forked, findings } = compared(LOG.slice(0, size));
    const where = `the receipt's checkpoint is of 13 entries, the published one of ${size}`;
    assert.deepEqual([verdict, shorter, forked], ['failed', `failed: ${where}`, 'not-checked']);
    const { sentence, means, doesNotProve } =
      findings.find(({ check }) => check === 'log-not-shorter') ?? assert.fail();
    assert.match(sentence, new RegExp(`^The log signed for ${ISSUED - size} more entr`));
    assert.match(
      means,
      /Keep both files unaltered: both are signed by the log, so together they are proof\./,
    );
    assert.match(doesNotProve, /an old one looks the same/);
  }
});

test('the same length with any one entry exchanged is a fork, signed on both sides', () => {
  for (let n = 0; n < ISSUED; n += 1) {
    const forked = LOG.slice(0, ISSUED).with(n, others(1, 'forged')[0] ?? assert.fail());
    assert.deepEqual(Object.values(compared(forked)).slice(0, 3), [
      'failed',
      'passed',
      'failed: two checkpoints of 13 entries differ',
    ]);
  }
  assert.deepEqual(Object.values(compared(LOG.slice(0, ISSUED))).slice(0, 3), [
    'verified',
    'passed',
    'passed',
  ]);
});

test('a longer log is good only with the proof between the two sizes, which is asked for by its sizes', () => {
  for (let size = ISSUED + 1; size <= LOG.length; size += 1) {
    const grown = LOG.slice(0, size);
    const proof = linesOf(consistencyProof(grown, ISSUED));
    const sizes = `from size 13 to size ${size}: /checkpoint/consistency?from=13&to=${size}`;
    assert.deepEqual(compared(grown, proof).forked, 'passed');
    assert.deepEqual(compared(grown, proof.replaceAll('\n', '\r\n')).forked, 'passed');
    assert.deepEqual(compared(grown).forked, `not-checked: ${sizes}`);
    assert.equal(compared(grown).verdict, 'verified');
    const forked = grown.with(3, others(1, 'forged')[0] ?? assert.fail());
    for (const [leaves, given] of [
      [forked, linesOf(consistencyProof(forked, ISSUED))],
      [forked, proof],
    ] as const)
      assert.equal(compared(leaves, given).forked, `failed: ${sizes}`);
    for (const given of ['', `${proof}AAAA\n`, 'not base64!\n'])
      assert.equal(compared(grown, given).forked, `not-checked: ${sizes}`);
  }
});

test('what the published checkpoint is of is not judged before the receipt itself is shown to be signed', () => {
  const published = { checkpoint: signed([]), consistency: null, later: true };
  const other = encodeVerifierKey(ORIGIN, publicKeyOf(secretOf(OTHER)));
  const { findings } = verifyReceipt(RECEIPT, { policy: policyOf(`log ${other}\nquorum none\n`), published });
  const found = findings.filter(({ check }) => CHECKS.includes(check));
  assert.deepEqual(
    found.map(({ outcome }) => outcome),
    ['not-checked', 'not-checked', 'not-checked'],
  );
});

test('of several checkpoints of a receipt the newest is compared, and a fork from any of them is found out', () => {
  for (const sizes of [
    [10, ISSUED],
    [ISSUED, 11],
  ] as const) {
    const receipt = receiptUnder(sizes);
    assert.equal(verifyReceipt(receipt, { policy: POLICY }).contents?.checkpointSize, ISSUED);
    const cut = compared(LOG.slice(0, 12), null, receipt);
    assert.deepEqual([cut.shorter?.slice(0, 6), cut.forked], ['failed', 'not-checked']);
    const older = Math.min(...sizes);
    const forged = LOG.slice(0, older).with(2, others(1, 'forged')[0] ?? assert.fail());
    const fork = compared(forged, null, receipt);
    assert.equal(fork.forked, `failed: two checkpoints of ${older} entries differ`);
  }
});

test('a checkpoint of another log of the same force is not held against the receipt', () => {
  const published = { checkpoint: signed([], OTHER), consistency: null, later: true };
  const { findings } = verifyReceipt(RECEIPT, { policy: POLICY, published });
  const found = findings.filter(({ check }) => CHECKS.includes(check));
  assert.deepEqual(
    found.map(({ outcome }) => outcome),
    ['not-checked', 'not-checked', 'not-checked'],
  );
  assert.match(found[0]?.sentence ?? '', /of another log of this force/);
  assert.equal(found[0]?.where, OTHER);
});

test('without a published checkpoint nothing is said of one', () => {
  const { findings } = verifyReceipt(RECEIPT, { policy: POLICY });
  assert.deepEqual(
    findings.filter(({ check }) => CHECKS.includes(check)),
    [],
  );
});
