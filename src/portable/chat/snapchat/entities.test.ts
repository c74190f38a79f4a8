import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { withoutEntities } from './entities.ts';

const RUNS = 200;

test('entities are read once and never twice', () => {
  assert.equal(withoutEntities('&#39;a&#39; &amp;lt; &quot;&#x1F986;&quot; &lt;b&gt;'), `'a' &lt; "🦆" <b>`);
});

test('what stands for no character is left as it is', () => {
  for (const text of [
    '&',
    '&;',
    '&#;',
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&#99999999;',
    '&unknown;',
    '& amp;',
  ])
    assert.equal(withoutEntities(text), text);
});

test(`text written with entities reads back as it was (${RUNS} runs)`, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), text => {
      const written = text.replace(/[^a-z ]/gu, each => (each === '\0' ? each : `&#${each.codePointAt(0)};`));
      assert.equal(withoutEntities(written), text);
    }),
    { numRuns: RUNS, seed: 20261127 },
  );
});
