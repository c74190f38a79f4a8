import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { UnreadSpans } from './unread-spans.ts';

describe('unread spans', () => {
  test('are joined where they touch, and empty ones are none', () => {
    const unread = new UnreadSpans();
    for (const span of [[0, 3], [3, 5], [6, 6], [7, 8]] as const) unread.add(span); // prettier-ignore
    assert.deepEqual(unread.spans, [[0, 5], [7, 8]]); // prettier-ignore
  });

  test('leave room for the rest of the item', () => {
    const unread = new UnreadSpans();
    let at = 0;
    for (; !unread.isFull; at += 2) unread.add([at, at + 1]);
    unread.add([at, at + 100]);
    assert.equal(unread.spans.length, 10_000);
  });
});
