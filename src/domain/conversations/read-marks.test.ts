import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBy, whoRead } from './read-marks.ts';
import type { ReadMark } from './read-marks.ts';

let n = 0;
function mark(officerId: string, first: number, last: number, what: ReadMark['mark'] = 'read'): ReadMark {
  n += 1;
  return { officerId, by: `DC ${officerId}`, first, last, mark: what, n, at: new Date(n * 1000) };
}

describe('who has read what', () => {
  test('of a conversation that nobody marked is nobody, and all of it is unread', () => {
    assert.deepEqual(whoRead([], 5), { readers: [], read: [], unread: [[0, 4]], count: 0 });
    assert.deepEqual(whoRead([], 0).unread, []);
  });

  test('is said for each officer, for all of them together, and for what is left', () => {
    const who = whoRead([mark('a', 0, 199), mark('b', 100, 299), mark('a', 400, 401)], 500);
    assert.deepEqual(readBy(who, 'a'), [
      [0, 199],
      [400, 401],
    ]);
    assert.deepEqual(readBy(who, 'b'), [[100, 299]]);
    assert.deepEqual(readBy(who, 'c'), []);
    assert.deepEqual(who.unread, [
      [300, 399],
      [402, 499],
    ]);
    assert.equal(who.count, 302);
  });

  test('what one takes back stays read where another read it', () => {
    const who = whoRead([mark('a', 0, 9), mark('b', 5, 6), mark('a', 4, 9, 'taken-back')], 10);
    assert.deepEqual(who.read, [
      [0, 3],
      [5, 6],
    ]);
    assert.equal(who.count, 6);
  });

  test('an officer who took all back is no reader', () => {
    assert.deepEqual(whoRead([mark('a', 0, 9), mark('a', 0, 9, 'taken-back')], 10).readers, []);
  });

  test('a mark beyond the last message counts for nothing there', () => {
    const who = whoRead([mark('a', 3, 90)], 5);
    assert.equal(who.count, 2);
    assert.deepEqual(who.unread, [[0, 2]]);
  });
});
