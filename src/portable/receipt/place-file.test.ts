import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListedItem } from './contents.ts';
import { placeFile } from './place-file.ts';
import type { NamedFile } from './place-file.ts';

const hex = (digit: string, sizeBytes: number) => ({
  sha256: digit.repeat(64),
  sha512: digit.repeat(128),
  sizeBytes,
});
const item = (n: number, name: string, digests: ReturnType<typeof hex>): ListedItem => ({
  n,
  item: '2'.repeat(32),
  name,
  sourceClass: 'party-export',
  ...digests,
});
const archive = {
  name: 'chat.zip',
  sizeBytes: 9,
  sha256: '9'.repeat(64),
  member: 'chat.txt',
  extractor: 'x/1',
};
const ITEMS: ListedItem[] = [
  item(1, 'account.json', hex('1', 10)),
  item(2, 'chat.txt', hex('2', 20)),
  { ...item(3, '_chat.txt', hex('3', 30)), sourceClass: 'extract', extractOf: archive },
];
const placed = (file: NamedFile) => {
  const { likeness, item: found } = placeFile(file, ITEMS);
  return [likeness, found?.n ?? null];
};

test('a file with the bytes of an item is that item, under whatever name', () => {
  assert.deepEqual(placed({ name: 'account.json', ...hex('2', 20) }), ['same', 2]);
});

test('a file that differs in one digest or in its size is not the item', () => {
  for (const other of [{ sha256: '0'.repeat(64) }, { sha512: '0'.repeat(128) }, { sizeBytes: 21 }])
    assert.notEqual(placed({ name: 'x', ...hex('2', 20), ...other })[0], 'same');
});

test('the archive that an item was taken out of is told by its digest', () => {
  assert.deepEqual(placed({ name: 'x', ...hex('9', 9) }), ['archive', 3]);
});

test('a file is like the item of its name before one of its size, and else like none', () => {
  assert.deepEqual(placed({ name: 'chat.txt', ...hex('0', 10) }), ['name', 2]);
  assert.deepEqual(placed({ name: 'x', ...hex('0', 10) }), ['size', 1]);
  assert.deepEqual(placed({ name: 'x', ...hex('0', 11) }), ['none', null]);
});
