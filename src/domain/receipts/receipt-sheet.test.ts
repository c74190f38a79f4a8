import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { encodeItemFacts, type ItemFacts } from '#portable/continuity/index.ts';
import { decodeReceipt, encodeReceipt } from '#portable/receipt/index.ts';
import { ACCOUNT_NAME, fingerprintListName } from '../intake/index.ts';
import { receiptSheet, type SheetItem } from './receipt-sheet.ts';
import { sheetTime } from './sheet-words.ts';

const VECTORS = join(import.meta.dirname, '..', '..', '..', 'vectors', 'continuity', 'receipts.json');
const { cases } = JSON.parse(readFileSync(VECTORS, 'utf8')) as { cases: { receipt: string }[] };
const FILE = Buffer.from(cases[0]?.receipt ?? '');

const FACTS: ItemFacts = {
  item: '22'.repeat(16),
  name: 'chat.txt',
  sha256: 'ab'.repeat(32),
  sha512: 'cd'.repeat(64),
  sizeBytes: 1_234_567,
  sourceClass: 'party-export',
};

/** The item of a sheet whose receipt seals these facts. The sheet judges nothing, so the rest is the vector's. */
function itemWith(change: Partial<ItemFacts>): SheetItem {
  const decoded = decodeReceipt(FILE);
  assert.ok(decoded.ok);
  const facts = encodeItemFacts({ ...FACTS, ...change });
  const { items } = receiptSheet(
    encodeReceipt({ ...decoded.receipt, items: [{ facts, salt: new Uint8Array(32) }] }),
  );
  assert.equal(items.length, 1);
  return items[0] as SheetItem;
}

test('a sheet bears the day of sealing, and the digest and size of the very file', () => {
  const sheet = receiptSheet(FILE);
  assert.equal(sheet.sealedAt, '2026-11-23T20:31:23.000Z');
  assert.equal(sheet.file.size, '3,702 bytes');
  assert.equal(
    sheet.file.sha256.join(''),
    'b7da78b51fe2fecdf6197cf4aa8ef088748b48cd5e0b09f849c5d554b9bce6ae',
  );
});

test('a time is told on both clocks, in summer and over midnight', () => {
  assert.deepEqual(sheetTime('2026-07-31T23:30:05.999Z'), {
    utc: 'Friday 31 July 2026, 23:30:05 UTC',
    london: 'Saturday 1 August 2026, 00:30:05, time in London',
  });
});

test('an item tells its kind in words and its size to the byte', () => {
  const { source, size, sha256, archive } = itemWith({});
  assert.deepEqual(
    { source, size, archive },
    { source: 'A chat saved from an app', size: '1,234,567 bytes', archive: null },
  );
  assert.deepEqual(
    sha256,
    Array.from({ length: 8 }, () => 'abababab'),
  );
  assert.equal(itemWith({ sourceClass: 'screenshot', sizeBytes: 1 }).size, '1 byte');
});

test('the answers on the form are called so, and not by the name of their file', () => {
  const { name, source } = itemWith({ name: ACCOUNT_NAME, sourceClass: 'typed' });
  assert.deepEqual(
    { name, source },
    { name: { whole: 'Your answers' }, source: 'What you wrote on the pages' },
  );
});

test('an extract names the archive that stayed with the person', () => {
  const extractOf = {
    ...{
      name: 'chat.zip',
      sizeBytes: 9,
      sha256: '12'.repeat(32),
      member: '_chat.txt',
      extractor: 'handover/1',
    },
  };
  const { archive } = itemWith({ sourceClass: 'extract', extractOf });
  assert.deepEqual(archive?.name, { whole: 'chat.zip' });
  assert.equal(archive?.sha256.join(''), '12'.repeat(32));
});

test('a list of fingerprints is called so, and told apart from the words that were taken out of the same archive', () => {
  const extractOf = {
    ...{ name: 'chat.zip', sizeBytes: 9, sha256: '12'.repeat(32) },
    ...{ member: 'a/_chat.txt', extractor: 'handover/1' },
  };
  const name = fingerprintListName('chat.zip');
  const list = itemWith({ name, sourceClass: 'extract', extractOf });
  assert.deepEqual(list.name, { whole: 'List of fingerprints' });
  assert.match(list.source, /A list of the other files in the packed chat.*The files stayed with you/);
  const words = itemWith({ name: '_chat.txt', sourceClass: 'extract', extractOf });
  assert.match(words.source, /The words of a packed chat/);
  const chat = itemWith({ name, sourceClass: 'extract', extractOf: { ...extractOf, member: `a/${name}` } });
  assert.deepEqual(chat.name, { whole: name }, 'a chat may bear that name');
});

test('a name of 100,000 characters is given by its two ends and how long it is, and no character is split', () => {
  const { name } = itemWith({ name: '😀'.repeat(100_000) });
  assert.deepEqual(name, { beginning: '😀'.repeat(100), end: '😀'.repeat(40), characters: '100,000' });
  assert.deepEqual(itemWith({ name: 'x'.repeat(160) }).name, { whole: 'x'.repeat(160) });
});

test('bytes that are no receipt are a fault of ours', () => {
  assert.throws(() => receiptSheet(Buffer.from('{}\n')), TypeError);
});
