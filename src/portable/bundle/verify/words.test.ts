import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SENTENCE_WORDS, countWords } from '../../findings/index.ts';
import { meaningOf } from './meanings.ts';
import { CHECKS } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { summaryOf } from './summary.ts';
import { dayOf, sentenceOf } from './words.ts';

const STATES = ['passed', 'failed', 'not-checked'] as const;
const FACTS: Outcome['facts'][] = [
  {},
  { count: 0, other: 0, word: '' },
  { count: 1, other: 1, word: '2026-09-30T08:00:00.000Z' },
  { count: 1234567, other: 7654321, word: '2026-09-30T08:00:00.000Z' },
];

describe('what the verifier says of a bundle', () => {
  it(`has at most ${SENTENCE_WORDS} words a sentence, in every state of every check`, () => {
    for (const check of CHECKS) {
      for (const state of STATES) {
        for (const facts of FACTS) {
          const sentence = sentenceOf({ check, state, details: [], facts });
          assert.ok(countWords(sentence) <= SENTENCE_WORDS, sentence);
          assert.match(sentence, /^[A-Z0-9].*\.$/);
          assert.doesNotMatch(sentence, /undefined|NaN/);
        }
      }
    }
  });

  it('says of every check what it means and what it does not prove, another thing for each of three outcomes', () => {
    for (const check of CHECKS) {
      const texts = STATES.map(state => meaningOf({ check, state }));
      assert.equal(new Set(texts.map(({ means }) => means)).size, STATES.length, check);
      assert.equal(new Set(texts.map(({ doesNotProve }) => doesNotProve)).size, STATES.length, check);
      for (const text of texts.flatMap(({ means, doesNotProve }) => [means, doesNotProve])) {
        assert.match(text, /\.$/);
        for (const part of text.split(/(?<=\.) /)) assert.ok(countWords(part) <= SENTENCE_WORDS, part);
      }
    }
  });

  it(`answers in at most ${SENTENCE_WORDS} words, whatever the verdict and the days`, () => {
    const facts = { item: '', name: '', sha256: '', sha512: '', sizeBytes: 0, sourceClass: '' };
    const sealed = (at: string) => ({ file: 'I0001', facts, sealedAt: at });
    const items = [sealed('2026-10-31T10:00:00.000Z'), sealed('2026-11-02T10:00:00.000Z')];
    const outcomes = CHECKS.map(check => ({ check, state: 'failed' as const, details: [], facts: {} }));
    for (const verdict of ['verified', 'failed', 'unusable', 'issuer-not-established'] as const) {
      for (const held of [items, items.slice(1)]) {
        const summary = summaryOf(verdict, outcomes, { items: held, receivedAt: null });
        assert.ok(countWords(summary) <= SENTENCE_WORDS, summary);
      }
    }
    assert.equal(
      summaryOf('failed', outcomes, { items: [], receivedAt: null }),
      `${CHECKS.length} of ${CHECKS.length} checks failed. Do not rely on this copy.`,
    );
    assert.match(
      summaryOf('verified', [], { items, receivedAt: null }),
      /sealed on 2026-10-31 to 2026-11-02 \(UTC\); this does not show/,
    );
    assert.match(
      summaryOf('verified', [], { items, receivedAt: '2026-10-30T23:59:59.000Z' }),
      /received it on 30 October 2026 \(UTC\); this does not show/,
    );
  });

  it('names days as people write them, and owns up when it cannot', () => {
    assert.equal(dayOf('2026-02-03T00:00:00.000Z'), '3 February 2026');
    assert.equal(dayOf('x'), 'an unknown day');
  });
});
