import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answersAfter, isReadingAnswer, NO_ANSWERS } from './answers.ts';

const ITEM = 'ab'.repeat(16);

function answered(question: string, answer: string, item = ITEM) {
  return { type: 'reading-answered', facts: { item, question, answer, reason: 'the mother said so' } };
}

describe('answers to what a file leaves open', () => {
  test('the last answer to each question stands, and an empty one takes it back', () => {
    const events = [
      answered('date-order', 'DMY'),
      answered('zone', 'Europe/London'),
      answered('date-order', 'MDY'),
    ];
    assert.deepEqual(answersAfter(ITEM, events), { dateOrder: 'MDY', zone: 'Europe/London' });
    assert.deepEqual(answersAfter(ITEM, [...events, answered('zone', '')]), { dateOrder: 'MDY', zone: null });
  });

  test('answers about another item, other events, and what is no answer change nothing', () => {
    const others = [
      answered('date-order', 'DMY', 'cd'.repeat(16)),
      { type: 'reading-asked', facts: { item: ITEM, question: 'zone', answer: 'UTC' } },
      answered('date-order', 'XYZ'),
      answered('zone', 'Mars/Olympus'),
      answered('who', 'somebody'),
      { type: 'reading-answered', facts: { item: ITEM, question: 'zone', answer: 3 } },
      { type: 'reading-answered', facts: { item: ITEM, question: 'zone', answer: null } },
    ];
    assert.deepEqual(answersAfter(ITEM, others), NO_ANSWERS);
  });

  test('a date order is one of four, a zone one that is known, and nothing is also an answer', () => {
    for (const answer of ['', 'DMY', 'YDM']) assert.ok(isReadingAnswer('date-order', answer));
    for (const answer of ['', 'Europe/London', 'UTC']) assert.ok(isReadingAnswer('zone', answer));
    for (const answer of ['dmy', 'Europe/London']) assert.ok(!isReadingAnswer('date-order', answer));
    for (const answer of ['London', 'x'.repeat(65)]) assert.ok(!isReadingAnswer('zone', answer));
  });
});
