import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sha256, toHex, utf8 } from '../bytes/index.ts';
import {
  decodeEntry,
  decodeEvent,
  decodeItemFacts,
  encodeEntry,
  encodeEvent,
  encodeItemFacts,
  eventCommitment,
  itemCommitment,
  itemSealedFacts,
  verifyChain,
} from './index.ts';
import type { ChainFault, ChainLink, ContinuityEvent, ItemFacts } from './index.ts';

type EventVector = { name: string; canonical: string; canonicalHex: string; saltHex: string } & Digests;
type Digests = { commitmentHex: string; entryHex: string; leafHashHex: string };
type Refused = { why: string; text: string; reason: string };
type ItemVector = {
  canonical: string;
  canonicalHex: string;
  saltHex: string;
  commitmentHex: string;
  fileHex: string;
};

const { events, refused } = vectors('events.json') as { events: EventVector[]; refused: Refused[] };
const items = vectors('items.json') as { items: ItemVector[]; refused: { why: string; text: string }[] };
const { chains } = vectors('chains.json') as {
  chains: { name: string; links: ChainLink[]; faults: ChainFault[] }[];
};

function vectors(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../vectors/continuity/${name}`, import.meta.url), 'utf8'));
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

test(`${events.length} fixed events have their exact bytes, commitment, entry and leaf hash`, () => {
  for (const vector of events) {
    const bytes = encodeEvent(JSON.parse(vector.canonical) as ContinuityEvent);
    assert.equal(toHex(bytes), vector.canonicalHex, vector.name);
    const commitment = eventCommitment(bytesOf(vector.saltHex), bytes);
    assert.equal(toHex(commitment), vector.commitmentHex, vector.name);
    assert.equal(toHex(encodeEntry(commitment)), vector.entryHex, vector.name);
    assert.equal(toHex(sha256(Uint8Array.of(0), encodeEntry(commitment))), vector.leafHashHex, vector.name);
    assert.deepEqual(decodeEvent(bytes), { ok: true, event: JSON.parse(vector.canonical) });
  }
});

test(`${refused.length} texts that are not an event are refused, each for its reason`, () => {
  for (const { text, reason, why } of refused)
    assert.deepEqual(decodeEvent(utf8(text)), { ok: false, reason }, why);
});

test('an event that would be refused is not written', () => {
  const event = JSON.parse(events[0]?.canonical ?? '') as ContinuityEvent;
  assert.throws(() => encodeEvent({ ...event, type: 'Not Kebab' }), TypeError);
  assert.throws(() => encodeEvent({ ...event, facts: { share: 0.5 } }), TypeError);
});

test('every byte of the salt and of the event is covered by the commitment', () => {
  const bytes = bytesOf(events[1]?.canonicalHex ?? '');
  const salt = bytesOf(events[1]?.saltHex ?? '');
  const seen = new Set([toHex(eventCommitment(salt, bytes))]);
  for (const target of [salt, bytes]) {
    for (let i = 0; i < target.length; i += 1) {
      target[i] = (target[i] ?? 0) ^ 1;
      seen.add(toHex(eventCommitment(salt, bytes)));
      target[i] = (target[i] ?? 0) ^ 1;
    }
  }
  assert.equal(seen.size, 1 + salt.length + bytes.length);
});

test('an event and an item of the same bytes and salt have different commitments', () => {
  const salt = new Uint8Array(32);
  assert.notEqual(toHex(eventCommitment(salt, utf8('{}'))), toHex(itemCommitment(salt, utf8('{}'))));
});

test('a salt or commitment of another size is refused', () => {
  assert.throws(() => eventCommitment(new Uint8Array(31), utf8('{}')), RangeError);
  assert.throws(() => itemCommitment(new Uint8Array(33), utf8('{}')), RangeError);
  assert.throws(() => encodeEntry(new Uint8Array(31)), RangeError);
});

test('an entry is read back, and any other version or size is not an entry', () => {
  const commitment = sha256(utf8('x'));
  const entry = encodeEntry(commitment);
  assert.deepEqual(decodeEntry(entry), commitment);
  assert.equal(decodeEntry(entry.subarray(1)), null);
  assert.equal(decodeEntry(Uint8Array.of(...entry, 0)), null);
  assert.equal(decodeEntry(Uint8Array.of(2, ...commitment)), null);
  assert.equal(decodeEntry(new Uint8Array(0)), null);
});

test(`${items.items.length} fixed item has its exact bytes and commitment`, () => {
  for (const vector of items.items) {
    const bytes = encodeItemFacts(JSON.parse(vector.canonical) as ItemFacts);
    assert.equal(toHex(bytes), vector.canonicalHex);
    assert.equal(toHex(itemCommitment(bytesOf(vector.saltHex), bytes)), vector.commitmentHex);
    const decoded = decodeItemFacts(bytes);
    assert.ok(decoded.ok);
    assert.equal(decoded.facts.sha256, toHex(sha256(bytesOf(vector.fileHex))));
  }
});

test(`${items.refused.length} texts that are not item facts are refused`, () => {
  for (const { text, why } of items.refused) assert.equal(decodeItemFacts(utf8(text)).ok, false, why);
  assert.throws(() => encodeItemFacts({ item: 'x' } as ItemFacts), TypeError);
});

test('the facts of a sealed item are its id and content commitment, and nothing more', () => {
  const facts = { item: '22'.repeat(16), content: 'ab'.repeat(32) };
  assert.deepEqual(itemSealedFacts(facts), facts);
  for (const other of [
    { ...facts, name: 'x' },
    { item: facts.item },
    { ...facts, content: 'AB'.repeat(32) },
    null,
    [],
  ]) {
    assert.equal(itemSealedFacts(other), null);
  }
});

test(`${chains.length} chains give exactly the faults they have`, () => {
  for (const { name, links, faults } of chains) assert.deepEqual(verifyChain(links), faults, name);
});

test('docs/formats/log.md sets out the first two events and the item', () => {
  const page = readFileSync(new URL('../../../docs/formats/log.md', import.meta.url), 'utf8');
  const figures = events.slice(0, 2).flatMap(one => [one.canonical, one.commitmentHex, one.leafHashHex]);
  const ofItem = items.items.slice(0, 1).flatMap(one => [one.canonical, one.commitmentHex]);
  for (const figure of [...figures, ...ofItem]) assert.ok(page.includes(figure), figure);
});
