import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { unescapeHtml } from './entities.ts';

const RUNS = 200;
const asWritten = (text: string) => unescapeHtml(text, reference => reference);

test('entities are read once and never twice', () => {
  assert.equal(asWritten('&#39;a&#39; &amp;lt; &quot;&#x1F986;&quot; &lt;b&gt;'), `'a' &lt; "🦆" <b>`);
});

test('what stands for no character is what the caller makes of it', () => {
  for (const text of ['&', '&;', '&#;', '&#xD800;', '&#x110000;', '&#99999999;', '&unknown;', '& amp;'])
    assert.equal(asWritten(text), text);
  assert.equal(
    unescapeHtml('a&#1114112;b&#xD800;c&#9999999999;', () => '?'),
    'a?b?c?',
  );
});

test(`text written with entities reads back as it was (${RUNS} runs)`, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), text => {
      const written = text.replace(/[^a-z ]/gu, each => `&#${each.codePointAt(0)};`);
      assert.equal(asWritten(written), text);
    }),
    { numRuns: RUNS, seed: 20261127 },
  );
});
