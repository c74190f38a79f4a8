import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { repaired } from './mojibake.ts';

const RUNS = 300;
const SEED = 20261127;

/** As the apps write it: a character for each byte of UTF-8. */
function takenApart(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

test(`whatever was taken apart into bytes is put together again (${RUNS} runs)`, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
      assert.equal(repaired(takenApart(text)), text);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test('what a person typed that looks taken apart is left as it was typed', () => {
  assert.equal(repaired(takenApart('Ã©')), 'Ã©');
});

const KEPT = {
  'a character that stands for no byte': 'caf\u00c3\u00a9 \u{1f986}',
  'a character whose low eight bits are a letter': '\u00c3\u00a9\u0142',
  'bytes that are no UTF-8': 'caf\u00e9',
  'a character cut in half': '\u00f0\u009f\u00a6',
  'an overlong form': '\u00c0\u00af',
  'half a surrogate pair in bytes': '\u00ed\u00a0\u00bd',
};

for (const [what, text] of Object.entries(KEPT))
  test(`${what} is left as it stands`, () => {
    assert.equal(repaired(text), null);
  });
