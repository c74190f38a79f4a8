import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sourceOf } from '../source/byte-source.ts';
import { MOST_MESSAGE_BYTES } from '../source/window.ts';
import { textOf } from '../written-text.ts';
import { LineWalk } from './line-walk.ts';

const encoder = new TextEncoder();

function linesOf(text: string, chunkBytes: number): string[] {
  const walk = new LineWalk(sourceOf(encoder.encode(text), chunkBytes));
  const lines: string[] = [];
  while (walk.next()) {
    const { bytes, base } = walk.window;
    lines.push(textOf(bytes, walk.start - base, walk.end - base));
  }
  return lines;
}

describe('a walk over lines', () => {
  for (const chunkBytes of [1, 7, 1 << 20]) {
    test(`gives every line with its end, through windows of ${chunkBytes} bytes`, () => {
      assert.deepEqual(linesOf('\uFEFFone\r\n\ntwo 🦆\nlast', chunkBytes), [
        'one\r\n',
        '\n',
        'two 🦆\n',
        'last',
      ]);
      assert.deepEqual(linesOf('', chunkBytes), []);
    });

    test(`keeps what was asked for, through windows of ${chunkBytes} bytes`, () => {
      const walk = new LineWalk(sourceOf(encoder.encode('a\nbb\nccc\n'), chunkBytes));
      assert.ok(walk.next() && walk.next(0) && walk.next(0));
      const { bytes, base } = walk.window;
      assert.equal(textOf(bytes, 0 - base, walk.end - base), 'a\nbb\nccc\n');
    });
  }

  test('a line too large to be held is stepped over, and what follows is read', () => {
    const bytes = new Uint8Array(MOST_MESSAGE_BYTES + 20).fill(0x78);
    bytes.set(encoder.encode('a\n'), 0);
    bytes.set(encoder.encode('\nlast\n'), MOST_MESSAGE_BYTES + 14);
    const walk = new LineWalk(sourceOf(bytes));
    assert.ok(walk.next());
    assert.ok(walk.next(0));
    assert.deepEqual([walk.start, walk.end], [2, MOST_MESSAGE_BYTES + 15]);
    assert.ok(walk.heldFrom > walk.start);
    assert.ok(walk.next());
    const { bytes: held, base } = walk.window;
    assert.equal(textOf(held, walk.start - base, walk.end - base), 'last\n');
    assert.ok(walk.steps < 6 * bytes.length);
  });

  test('the work is linear, whatever the size of windows', () => {
    const text = `${'x'.repeat(90)}\n`.repeat(3000);
    for (const chunkBytes of [64, 4096, 1 << 20]) {
      const walk = new LineWalk(sourceOf(encoder.encode(text), chunkBytes));
      while (walk.next());
      assert.ok(walk.steps < 80 * text.length, `${walk.steps} steps`);
    }
  });
});
