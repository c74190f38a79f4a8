import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DoubtLedger } from '../doubts.ts';
import type { Span } from '../reading.ts';
import { type ByteSource, sourceOf } from '../source/byte-source.ts';
import { MOST_MESSAGE_BYTES } from '../source/window.ts';
import { JsonRows } from './rows.ts';

const encoder = new TextEncoder();

type Walked = { keys: string[]; rows: Span[]; unread: readonly Span[]; doubts: string[] };

function walk(source: ByteSource, leaveAt = Infinity): Walked {
  const rows = new JsonRows(source, /^\{"a":/);
  const [keys, found]: [string[], Span[]] = [[], []];
  const take = ([start, end]: Span): void => {
    const { base } = rows.walker.window;
    if (found.length >= leaveAt) rows.leaveFrom(base + start);
    else found.push([base + start, base + end]);
  };
  for (const key of rows.members()) {
    keys.push(key);
    if (!rows.isArray) rows.value();
    else for (const row of rows.objects()) take(row);
  }
  const ledger = new DoubtLedger();
  rows.note(ledger);
  return { keys, rows: found, unread: rows.unread.spans, doubts: ledger.list().map(({ code }) => code) };
}

function walkText(text: string, leaveAt?: number): Walked {
  const walked = walk(sourceOf(encoder.encode(text)), leaveAt);
  for (const chunkBytes of [1, 9])
    assert.deepEqual(walk(sourceOf(encoder.encode(text), chunkBytes), leaveAt), walked);
  return walked;
}

describe('rows of a JSON export', () => {
  test('are the objects of its arrays; a byte order mark before them is none of theirs', () => {
    const walked = walkText('\uFEFF{"n":1,"x":[{"a":1}, {"a":2}],"y":[]} ');
    assert.deepEqual(walked, {
      keys: ['n', 'x', 'y'],
      rows: [[15, 22], [24, 31]],
      unread: [],
      doubts: ['byte-order-mark'],
    }); // prettier-ignore
  });

  const DAMAGED: Record<string, readonly [text: string, rows: number, unread: string[], doubt: string]> = {
    'a row that is no object is unread': ['{"x":[{"a":1},7,{"a":2}]}', 2, ['7'], 'json-broken'],
    'a broken row is unread up to the next': ['{"x":[{"a":1,,},{"a":2}]}', 1, ['{"a":1,,},'], 'json-broken'],
    'rows behind the last break are unread': ['{"x":[{"a":1},{"a":,}]}', 1, ['{"a":,}]}'], 'json-broken'],
    'a cut row is unread': ['{"x":[{"a":1},{"a":', 1, ['{"a":'], 'file-cut-off'],
    'nothing is unread when the cut is between rows': ['{"x":[{"a":1},', 1, [], 'file-cut-off'],
    'text behind the end is unread': ['{"x":[{"a":1}]}zz', 1, ['zz'], 'json-broken'],
    'what is no object is unread': ['[{"a":1}]', 0, ['[{"a":1}]'], 'json-broken'],
  };
  for (const [what, [text, count, unread, doubt]] of Object.entries(DAMAGED))
    test(what, () => {
      const walked = walkText(text);
      assert.equal(walked.rows.length, count);
      assert.deepEqual(
        walked.unread.map(([start, end]) => text.slice(start, end)),
        unread,
      );
      assert.deepEqual(walked.doubts, [doubt]);
    });

  test('from where the walk is left everything is unread', () => {
    const text = '{"x":[{"a":1},{"a":2},{"a":3}],"y":[{"a":4}]}';
    const walked = walkText(text, 1);
    assert.deepEqual([walked.rows.length, walked.keys, walked.unread], [1, ['x'], [[14, text.length]]]);
  });

  test('a row larger than any message is unread, and the rows behind it are read', () => {
    const [before, after] = [encoder.encode('{"x":[{"a":"'), encoder.encode('"},{"a":2}]}')];
    const bytes = new Uint8Array(before.length + MOST_MESSAGE_BYTES + after.length).fill(0x78);
    bytes.set(before);
    bytes.set(after, bytes.length - after.length);
    const walked = walk(sourceOf(bytes));
    assert.deepEqual(walked.unread, [[6, bytes.length - 10]]);
    assert.deepEqual([walked.rows.length, walked.doubts], [1, ['message-too-large']]);
    const cut = walk(sourceOf(bytes.subarray(0, -after.length)));
    assert.deepEqual(cut.unread, [[6, bytes.length - after.length]]);
    assert.deepEqual(cut.doubts, ['file-cut-off']);
  });

  test('of a long item only a window is held, however many rows it has', () => {
    const bytes = encoder.encode(`{"x":[${'{"a":"some words"},'.repeat(50_000)}{"a":1}]}`);
    const whole = sourceOf(bytes);
    const asked: number[] = [];
    const source: ByteSource = {
      size: bytes.length,
      chunkBytes: 4096,
      read: (at, into) => {
        asked.push(into.length);
        return whole.read(at, into);
      },
    };
    assert.equal(walk(source).rows.length, 50_001);
    assert.ok(Math.max(...asked) <= 2 * 4096, `asked for ${Math.max(...asked)} bytes at once`);
  });

  test('of ten thousand damaged places the rest of the item is unread', () => {
    const text = `{"x":[${'{"a":1},0,'.repeat(12_000)}{"a":1}]}`;
    const walked = walk(sourceOf(encoder.encode(text)));
    assert.equal(walked.unread.length, 9_999);
    assert.equal(walked.rows.length, 9_999);
    assert.equal(walked.unread.at(-1)?.[1], text.length);
  });
});
