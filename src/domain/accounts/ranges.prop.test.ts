import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { rangesOf, sizeOfRanges, withoutRanges, withRanges } from './ranges.ts';

const numbers = fc.array(fc.nat(60), { maxLength: 40 });

describe('ranges of whole numbers', () => {
  test('joined hold what either holds, in their one form', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        assert.deepEqual(withRanges(rangesOf(one), rangesOf(other)), rangesOf([...one, ...other]));
      }),
    );
  });

  test('taken away leave what only the first holds, in their one form', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const rest = one.filter(n => !other.includes(n));
        assert.deepEqual(withoutRanges(rangesOf(one), rangesOf(other)), rangesOf(rest));
      }),
    );
  });

  test('have the size of the numbers they hold', () => {
    fc.assert(
      fc.property(numbers, some => {
        assert.equal(sizeOfRanges(rangesOf(some)), new Set(some).size);
      }),
    );
  });
});
