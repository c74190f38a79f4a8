import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ByteStrings } from './byte-strings.ts';

const NAMES = 2000;
const encoder = new TextEncoder();

function intern(strings: ByteStrings, text: string): number {
  const bytes = encoder.encode(`<${text}>`);
  return strings.intern(bytes, 1, bytes.length - 1);
}

test(`equal byte strings get equal numbers and different ones different numbers (${NAMES} names)`, () => {
  const strings = new ByteStrings();
  for (let i = 0; i < NAMES; i++) assert.equal(intern(strings, `name ${i}`), i);
  for (let i = 0; i < NAMES; i++) assert.equal(intern(strings, `name ${i}`), i);
  assert.equal(new TextDecoder().decode(strings.bytesOf(7)), 'name 7');
});

test('a byte string is found only once it was added', () => {
  const strings = new ByteStrings();
  const bytes = encoder.encode('Mina and Min');
  assert.equal(strings.find(bytes, 0, 4), -1);
  assert.equal(strings.intern(bytes, 0, 4), 0);
  assert.equal(strings.find(bytes, 0, 4), 0);
  assert.equal(strings.find(bytes, 9, 12), -1);
});

test('the empty byte string has a number of its own', () => {
  const strings = new ByteStrings();
  assert.equal(intern(strings, 'a'), 0);
  assert.equal(intern(strings, ''), 1);
  assert.equal(intern(strings, ''), 1);
});
