import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { folded, rangesOf } from './folded.ts';
import { isTerm, placesIn, soughtForm } from './index.ts';

/** Texts in which folding has something to do. */
const TEXT = fc.string({
  unit: fc.constantFrom(
    ...['a', 'B', 'é', 'É', 'ß', 'ς', 'Σ', 'й', 'И', 'ﬁ', '\u0301', '\u200d', '\u200e', ' ', '\u00a0', '\n'],
    ...['م', '\u064e', 'א', '\u05b8', '你', '한', '👍', '🏽', 'ZZ', 'NAN', 'क', 'ि', '½', '\u0000', '\ud800'],
  ),
  maxLength: 12,
});

describe('the form in which messages are searched', () => {
  test('a search does not mind case, accents, points, kinds of a letter and what cannot be seen', () => {
    for (const [one, other] of [
      ['Café', 'cafe'],
      ['STRASSE', 'straße'],
      ['ΟΔΟΣ', 'οδος'],
      ['مَرحَبا', 'مرحبا'],
      ['me\u200det\u200e me', 'MEET\u00a0me'],
      ['ＡＢＣ', 'abc'],
    ] as const)
      assert.equal(folded(one), folded(other));
  });

  test('scripts whose vowels are signs of their own keep them', () => {
    assert.notEqual(folded('कि'), folded('क'));
  });

  test('one text holds another exactly when their stored forms do', () => {
    fc.assert(
      fc.property(TEXT, TEXT, TEXT, (before, term, after) => {
        const text = `${before}${term}${after}`;
        assert.ok(soughtForm(text).includes(soughtForm(term)));
        assert.equal(soughtForm(before).includes(soughtForm(term)), folded(before).includes(folded(term)));
      }),
    );
  });

  test('the stored form is ASCII without U+0000, whatever the text', () => {
    // oxlint-disable-next-line no-control-regex -- the property is about control characters too
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => /^[\u0001-\u007f]*$/.test(soughtForm(text))),
    );
  });

  test('a place that is found holds the term in the text as it was written, and nothing is found elsewhere', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (text, term) => {
        const ranges = rangesOf(text, term, 1000);
        for (const [start, end] of ranges) assert.equal(folded(text.slice(start, end)), folded(term));
        assert.equal(ranges.length > 0, folded(term) !== '' && folded(text).includes(folded(term)));
      }),
    );
  });

  test('a highlight covers the accent of its last letter', () => {
    assert.deepEqual(rangesOf('the cafe\u0301 there', 'CAFE', 9), [[4, 9]]);
  });

  test('of words each is marked where it stands whole, in the order of the text', () => {
    const text = 'meeting at the park? meet me, Park Lane';
    assert.deepEqual(placesIn(text, { term: 'PARK meet', by: 'words' }, 9), [
      [15, 19],
      [21, 25],
      [30, 34],
    ]);
  });

  test('a term has three characters, or one where a sign is a word', () => {
    for (const term of ['abc', 'мир', '你', '👍', 'a b']) assert.ok(isTerm(term), term);
    for (const term of ['', 'ab', ' a ', 'a\u200db', '\u0301\u0301\u0301', 'é\u0301'])
      assert.ok(!isTerm(term), term);
  });
});
