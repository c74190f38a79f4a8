import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PutOff } from './put-off.ts';

describe('work that is put off', () => {
  test('waits five seconds, then twice as long each time, and never more than ten minutes', () => {
    let nowMs = 0;
    const putOff = new PutOff(() => new Date(nowMs));
    const pauses = Array.from({ length: 12 }, () => {
      const began = nowMs;
      putOff.add('a');
      while (putOff.waiting().length > 0) nowMs += 1_000;
      return (nowMs - began) / 1_000;
    });
    assert.deepEqual(pauses, [5, 10, 20, 40, 80, 160, 320, 600, 600, 600, 600, 600]);
  });

  test('holds nothing else up, and begins anew once it was done', () => {
    let nowMs = 0;
    const putOff = new PutOff(() => new Date(nowMs));
    for (const _ of [1, 2, 3]) putOff.add('a');
    assert.deepEqual(putOff.waiting(), ['a']);
    putOff.done('a');
    assert.deepEqual(putOff.waiting(), []);
    putOff.add('a');
    nowMs = 5_000;
    assert.deepEqual(putOff.waiting(), []);
  });
});
