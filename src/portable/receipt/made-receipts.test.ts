import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCanonicalJson, sha256, toHex, utf8 } from '../bytes/index.ts';
import {
  encodeEntry,
  encodeEvent,
  encodeItemFacts,
  eventCommitment,
  itemCommitment,
} from '../continuity/index.ts';
import type { ContinuityEvent } from '../continuity/index.ts';
import {
  cosignNote,
  decodePolicy,
  encodeCheckpoint,
  encodeNote,
  encodeProofFile,
  encodeVerifierKey,
  ED25519_COSIGNATURE,
  inclusionProof,
  leafHash,
  merkleRoot,
  publicKeyOf,
  signNote,
} from '../tlog/index.ts';
import type { Signer } from '../tlog/index.ts';
import { decodeReceipt, encodeReceipt, verifyReceipt } from './index.ts';
import type { Receipt } from './index.ts';

const log: Signer = { name: 'northshire.example/log/1', secretKey: sha256(utf8('test key of a log')) };
const witnesses: Signer[] = ['a.example', 'b.example'].map(name => ({ name, secretKey: sha256(utf8(name)) }));
const SUBMISSION = '11'.repeat(16);
const FACTS = encodeItemFacts({
  item: '22'.repeat(16),
  name: 'chat.txt',
  sha256: toHex(sha256(utf8('hello'))),
  sha512: '0'.repeat(128),
  sizeBytes: 5,
  sourceClass: 'typed',
});
const salt = new Uint8Array(32).fill(7);
const content = toHex(itemCommitment(salt, FACTS));
const sealed = { type: 'item-sealed', facts: { item: '22'.repeat(16), content } };
const came = (items: number) => ({ type: 'submission-received', facts: { items } });
const ended = (items: number) => ({ type: 'submission-sealed', facts: { items } });
/** A record with these happenings in its middle, of a submission without an item. */
const around = (...middle: Happening[]) => [came(0), ...middle, ended(0)];

type Happening = { type: string; facts?: ContinuityEvent['facts']; submission?: string | null };
/** `witnessed` gives every event a checkpoint of its own, signed by so many witnesses; without it all share the last. */
type Made = { happenings: Happening[]; witnessed?: number[]; items?: Receipt['items'] };

const listed = [{ facts: FACTS, salt }];

/** A receipt of these happenings, each in the log as it stands here. */
function made({ happenings, witnessed = [], items = [] }: Made): Receipt {
  let previous: string | null = null;
  const events = happenings.map(({ type, facts = {}, submission = SUBMISSION }, i) => {
    const place = submission === null ? null : { id: submission, n: i + 1, previous };
    const actor = { kind: 'system' as const, id: 'test' };
    const at = '2026-11-23T20:31:22.123Z';
    const event = encodeEvent({
      v: 1,
      id: toHex(sha256(utf8(`${i}`))).slice(32),
      type,
      at,
      actor,
      submission: place,
      case: null,
      facts,
    });
    const commitment = eventCommitment(salt, event);
    previous = toHex(commitment);
    return { event, commitment };
  });
  const leaves = events.map(({ commitment }) => leafHash(encodeEntry(commitment)));
  const proofOf = (index: number) => {
    const size = witnessed.length > 0 ? index + 1 : leaves.length;
    const checkpoint = signedHead(leaves.slice(0, size), witnessed[index] ?? 0);
    return encodeProofFile({ index, hashes: inclusionProof(leaves.slice(0, size), index), checkpoint });
  };
  const parts = events.map(({ event }, i) => ({ event, salt, proof: proofOf(i) }));
  return { reference: 'NS26-000001', force: 'Northshire Police', events: parts, items };
}

function signedHead(leaves: readonly Uint8Array[], signers: number): string {
  const text = encodeCheckpoint({ origin: log.name, size: leaves.length, root: merkleRoot(leaves) });
  const note = signNote(text, log);
  const cosignatures = witnesses.slice(0, signers).map(witness => cosignNote(note, witness, 1_795_465_900));
  return encodeNote({ text, signatures: [...note.signatures, ...cosignatures] });
}

function policyOf(lines: string) {
  const keys = witnesses.map(({ name, secretKey }) =>
    encodeVerifierKey(name, publicKeyOf(secretKey), ED25519_COSIGNATURE),
  );
  const text = `log ${encodeVerifierKey(log.name, publicKeyOf(log.secretKey))}\nwitness a ${keys[0]}\nwitness b ${keys[1]}\n${lines}\n`;
  const decoded = decodePolicy(text);
  return decoded.ok ? decoded.policy : assert.fail(decoded.reason);
}

function outcomes(receipt: Receipt, lines = 'quorum none') {
  const { findings, verdict } = verifyReceipt(encodeReceipt(receipt), { policy: policyOf(lines) });
  const failed = findings
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ check, where }) => `${check}: ${where}`);
  return { verdict, failed, findings };
}

test('a receipt of one item is verified, in the singular', () => {
  const happenings = [came(1), sealed, ended(1)];
  const { verdict, findings } = outcomes(made({ happenings, items: listed }));
  assert.equal(verdict, 'verified');
  const sentences = findings.map(({ sentence }) => sentence);
  assert.ok(sentences.includes('The one item that was received was sealed, and is listed.'));
  assert.ok(sentences.includes('The one item is listed as it was sealed.'));
});

test('a receipt with no item is verified, and says that there is none', () => {
  const { verdict, findings } = outcomes(made({ happenings: around() }));
  assert.equal(verdict, 'verified');
  const sentences = findings.map(({ sentence }) => sentence);
  assert.ok(sentences.includes('No item was received, and none was sealed.'));
  assert.ok(sentences.includes('No item was sealed, and none is listed.'));
});

test('an event of another submission, or of none, breaks the record', () => {
  const other = made({ happenings: around({ type: 'note', submission: '33'.repeat(16) }) });
  assert.deepEqual(outcomes(other).failed, ['chain-complete: event 2: it belongs to another submission']);
  const none = made({ happenings: around({ type: 'note', submission: null }) });
  assert.deepEqual(outcomes(none).failed, [
    'chain-complete: event 2: it belongs to no submission; event 2 is missing',
  ]);
});

test('an event that is there twice stands in the wrong place in the record and in the log', () => {
  const receipt = made({ happenings: around() });
  const doubled = { ...receipt, events: [...receipt.events, ...receipt.events.slice(1)] };
  assert.deepEqual(outcomes(doubled).failed, [
    'one-log: event 3: it does not stand after the event before it',
    'chain-complete: the event numbered 2 is in the wrong place',
    'sealed-whole: event 3: it says that sealing ended, again',
  ]);
});

test('an event that seals without saying what it sealed is named', () => {
  const happenings = [came(1), { type: 'item-sealed', facts: { item: 'x' } }, ended(1)];
  const { failed } = outcomes(made({ happenings, items: listed }));
  assert.deepEqual(failed, [
    'items-sealed: item 1: no event sealed it with these facts; event 2: it does not say what it sealed',
  ]);
});

test('an item listed is looked for in events that seal, not in others that quote it', () => {
  const honest = made({ happenings: [came(1), sealed, ended(1)], items: listed });
  assert.equal(outcomes(honest).verdict, 'verified');
  const quoted = made({ happenings: [came(1), { ...sealed, type: 'item-viewed' }, ended(1)], items: listed });
  assert.deepEqual(outcomes(quoted).failed, [
    'sealed-whole: event 1: it counts items: 1, but sealed here: 0, listed here: 1; event 3: it counts items: 1, but sealed here: 0, listed here: 1',
    'items-sealed: item 1: no event sealed it with these facts',
  ]);
});

test('of several checkpoints the least witnessed one counts, and each must have its quorum', () => {
  const happenings = around();
  const some = outcomes(made({ happenings, witnessed: [2, 1] }), 'group g any a b\nquorum g');
  assert.equal(some.verdict, 'verified');
  const witnessed = some.findings.find(({ check }) => check === 'witnessed');
  assert.equal(witnessed?.sentence, '1 outside witness signed the log, as your policy asks.');
  const one = outcomes(made({ happenings, witnessed: [2, 1] }), 'group g all a b\nquorum g');
  assert.deepEqual(one.failed, ['witnessed: checkpoint of 2 entries']);
});

test('names that the record holds otherwise are found out, whichever event holds them', () => {
  const facts = { reference: 'NS26-000002', force: 'Northshire Police' };
  const named = { type: 'submission-received', facts: { ...facts, items: 0 } };
  assert.deepEqual(outcomes(made({ happenings: [named, ended(0)] })).failed, ['reference: undefined']);
  const elsewhere = made({ happenings: around({ type: 'note', facts }) });
  assert.equal(outcomes(elsewhere).verdict, 'verified');
});

test('a receipt of more than 10,000 events is refused', () => {
  const event = { event: '', proof: '', salt: '00'.repeat(32) };
  const withEvents = (count: number) => {
    const template = encodeReceipt(made({ happenings: around() }));
    const json = JSON.parse(new TextDecoder().decode(template)) as { [key: string]: string };
    const events = Array.from({ length: count }, () => event);
    return decodeReceipt(new Uint8Array([...encodeCanonicalJson({ ...json, events }), 0x0a]));
  };
  assert.equal(withEvents(10_000).ok, true);
  assert.equal(withEvents(10_001).ok, false);
});

/** What `sealed-whole` names in a receipt that is otherwise in order. */
function brokenEnds(happenings: Happening[], items = listed): string[] {
  return outcomes(made({ happenings, items })).failed.map(line => line.replace('sealed-whole: ', ''));
}

test('a record that is in good order and ends before sealing is not whole', () => {
  assert.deepEqual(brokenEnds([came(1), sealed]), ['no event says that sealing ended']);
  assert.deepEqual(brokenEnds([came(1)], []), [
    'no event says that sealing ended; event 1: it counts items: 1, but sealed here: 0, listed here: 0',
  ]);
});

test('a record that counts otherwise at its two ends is not whole, whichever end agrees with the items', () => {
  const counts = (stated: number, n: number) =>
    `event ${n}: it counts items: ${stated}, but sealed here: 1, listed here: 1`;
  assert.deepEqual(brokenEnds([came(2), sealed, ended(1)]), [counts(2, 1)]);
  assert.deepEqual(brokenEnds([came(1), sealed, ended(2)]), [counts(2, 3)]);
  assert.deepEqual(brokenEnds([came(2), sealed, ended(2)]), [`${counts(2, 1)}; ${counts(2, 3)}`]);
});

test('a record whose ends state no number, or stand twice or in the wrong place, is not whole', () => {
  const silent = { type: 'submission-received', facts: { items: '1' } };
  const dumb = 'it does not say how many items there were';
  assert.deepEqual(brokenEnds([silent, sealed, ended(1)]), [`event 1: ${dumb}`]);
  assert.deepEqual(brokenEnds([came(1), sealed, ended(-1)]), [`event 3: ${dumb}`]);
  assert.deepEqual(brokenEnds([came(1), sealed, ended(1), ended(1)]), [
    'event 4: it says that sealing ended, again',
  ]);
  const late = 'what was received does not stand first';
  assert.deepEqual(brokenEnds([{ type: 'note' }, came(1), sealed, ended(1)]), [`event 2: ${late}`]);
  assert.deepEqual(brokenEnds([came(1), came(1), sealed, ended(1)]), [
    `event 2: it says that the submission was received, again; event 2: ${late}`,
  ]);
  assert.deepEqual(brokenEnds([came(1), ended(1), sealed]), [
    'event 3: an item was sealed after the end of sealing',
  ]);
});

test('what happened after sealing may stand in a receipt', () => {
  assert.deepEqual(brokenEnds([came(1), sealed, ended(1), { type: 'stage-moved' }]), []);
});
