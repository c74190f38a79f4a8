import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SUBMITTER_TYPES } from '../intake/index.ts';
import {
  decodeQuestionLetter,
  encodeQuestionLetter,
  mayWriteFreely,
  OTHER_TEMPLATE,
  releaseTime,
  taskingFlags,
  templateOf,
  templatesFor,
} from './index.ts';

describe('the approved questions', () => {
  test('never ask who raised something first, and never ask for contact, a meeting, a delay or news of anybody', () => {
    const never = ['asks-for-contact', 'keeps-talking', 'asks-to-meet', 'asks-to-delay', 'who-raised-first'];
    for (const { id, text } of templatesFor('activist-group-member'))
      for (const flag of taskingFlags(text.en))
        assert.ok(!never.includes(flag) && flag !== 'tells-of-somebody', `${id}: ${flag}`);
  });

  test('a child is asked only what a child may be asked, and nothing in free text', () => {
    assert.deepEqual(
      templatesFor('child').map(({ id }) => id),
      ['original-phone', 'come-to-counter'],
    );
    assert.equal(mayWriteFreely('child'), false);
    for (const type of SUBMITTER_TYPES)
      assert.equal(mayWriteFreely(type), type !== 'child' && type !== 'named-person-or-family', type);
  });

  test('whoever was named, and their family, are asked nothing by a form', () => {
    assert.deepEqual(templatesFor('named-person-or-family'), []);
  });

  test('each has one version, both languages, short sentences, and is found by id and version', () => {
    for (const template of templatesFor('parent-or-carer')) {
      assert.equal(templateOf(template.id, template.version), template);
      for (const sentence of template.text.en.split(/[.?!]/))
        assert.ok(sentence.trim().split(/\s+/).length < 25, sentence);
      for (const { text } of [template, ...template.choices]) assert.ok(text.en !== '' && text.cy !== '');
    }
    assert.equal(templateOf(OTHER_TEMPLATE, 1), null);
    assert.equal(templateOf('date-order', 99), null);
  });
});

describe('the letter of a question', () => {
  test('comes back as it was written, and anything else is no letter', () => {
    const letter = {
      question: 'ab'.repeat(16),
      template: 'date-order',
      version: 1,
      text: 'Which comes first?',
      item: 'chat.txt',
    };
    assert.deepEqual(decodeQuestionLetter(encodeQuestionLetter(letter)), letter);
    assert.deepEqual(decodeQuestionLetter(encodeQuestionLetter({ ...letter, item: null }))?.item, null);
    for (const text of ['{}', '{"format":"handover-question/v1"}', 'x', ''])
      assert.equal(decodeQuestionLetter(Buffer.from(text)), null);
  });

  test('is released on the next quarter of an hour that has not begun', () => {
    for (const [written, released] of [
      ['2026-11-28T10:00:00.000Z', '2026-11-28T10:15:00.000Z'],
      ['2026-11-28T10:14:59.999Z', '2026-11-28T10:15:00.000Z'],
      ['2026-11-28T10:15:00.000Z', '2026-11-28T10:30:00.000Z'],
    ] as const)
      assert.equal(releaseTime(new Date(written)).toISOString(), released);
  });
});
