import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isTaskingFlag, taskingFlags } from './index.ts';

describe('free text to a submitter', () => {
  test('raises a flag for each way of asking them to act or telling them what they must not learn', () => {
    for (const [text, flag] of [
      ['Please reply to him tonight', 'asks-for-contact'],
      ['Could you contact the account again?', 'asks-for-contact'],
      ['Log in and look at what they wrote', 'asks-for-contact'],
      ['Keep talking to him for now', 'keeps-talking'],
      ['See if you can find out where he lives', 'keeps-talking'],
      ['Do not delete the profile yet', 'keeps-talking'],
      ['Would you meet them at the station?', 'asks-to-meet'],
      ['Wait until he writes again', 'asks-to-delay'],
      ['Stall until Friday', 'asks-to-delay'],
      ['He is known to us', 'tells-of-somebody'],
      ['They were arrested this morning', 'tells-of-somebody'],
      ['Other people have reported the account; others reported it too', 'tells-of-somebody'],
      ['Who was the first to mention an age? Who first brought up age?', 'who-raised-first'],
      ['Send the photos', 'asks-for-pictures'],
    ] as const)
      assert.ok(taskingFlags(text).includes(flag), `${text}: ${taskingFlags(text).join()}`);
  });

  test('raises none for plain questions about what was handed in', () => {
    for (const text of [
      'Which school year is the file from?',
      'The second file ends in the middle of a line. Is there more of it?',
      'Is the name in the third line yours?',
    ])
      assert.deepEqual(taskingFlags(text), [], text);
  });

  test('is looked at in time that grows with its length, whatever it says', () => {
    for (const piece of ['who ', 'keep ', 'wait until ', 'go on on on ', '\u00e9', 'charge with ']) {
      const text = piece.repeat(4_000);
      assert.ok(taskingFlags(text).every(flag => isTaskingFlag(flag)));
    }
    assert.equal(isTaskingFlag('another'), false);
  });
});
