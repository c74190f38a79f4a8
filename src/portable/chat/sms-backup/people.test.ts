import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canBeSame } from './people.ts';
import { timeOfNumber } from './times.ts';

test('two spellings of one number can be the same, and different numbers cannot', () => {
  assert.ok(canBeSame('+44 7700 900123', '07700900123'));
  assert.ok(canBeSame('Library', 'Library'));
  assert.ok(!canBeSame('+447700900123', '+447700900124'));
  assert.ok(!canBeSame('123', '0123'));
  assert.ok(!canBeSame('kai@pond.example', 'mina@pond.example'));
});

test('the unit of a time is the one that the format says, unless only the other gives a time of our age', () => {
  const asMs = (text: string, usual: 'second' | 'millisecond') => timeOfNumber(text, usual)?.ms;
  assert.equal(asMs('1710440000123', 'millisecond'), 1_710_440_000_123);
  assert.equal(asMs('1710440000', 'second'), 1_710_440_000_000);
  assert.equal(asMs('1710440000', 'millisecond'), 1_710_440_000_000);
  assert.equal(asMs('1710440000123', 'second'), 1_710_440_000_123);
  assert.equal(asMs('86400000', 'millisecond'), 86_400_000);
  for (const none of ['0', '', 'null', '-1', '1e12', '9999999999999999', '999999999999999'])
    assert.equal(asMs(none, 'second'), undefined, none);
});
