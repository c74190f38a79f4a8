import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { html, renderHtml } from './html.ts';
import { visible } from './visible.ts';

const SEED = 20_261_123;
const RUNS = 500;
const WRITTEN: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const unescape = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, mark => WRITTEN[mark]!);

test(`any of ${RUNS} texts comes back from the page it is put in, and adds no tag and no attribute`, () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '!', '-', ' ', 'a', '\n') }),
  );
  fc.assert(
    fc.property(texts, text => {
      const page = renderHtml(html`<p title="${text}">${text}</p>`);
      const found = /^<p title="([^"<>]*)">([^<>"]*)<\/p>$/.exec(page);
      assert.ok(found, page);
      assert.equal(unescape(found[1]!), text.replaceAll('\0', '\uFFFD'));
      assert.equal(unescape(found[2]!), text.replaceAll('\0', '\uFFFD'));
    }),
    { seed: SEED, numRuns: RUNS },
  );
});

test(`no direction control gets through from any of ${RUNS} texts that are made visible`, () => {
  const units = fc.oneof(
    fc.constantFrom(
      '\u202E',
      '\u2066',
      '\u200F',
      '\u200B',
      '\uFEFF',
      '\u061C',
      '\u{E0041}',
      '\0',
      '\x1b',
      '\uD800',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(units), pieces => {
      const shown = renderHtml(visible(pieces.join('')));
      assert.doesNotMatch(
        shown,
        /[\u0000-\u0008\u000B-\u001F\u007F\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/,
      );
      assert.ok(shown.isWellFormed());
    }),
    { seed: SEED, numRuns: RUNS },
  );
});
