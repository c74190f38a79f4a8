import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sourceOf } from '../source/byte-source.ts';
import { MOST_MESSAGE_BYTES } from '../source/window.ts';
import { readWhatsapp } from './read.ts';

const BEFORE = '27/03/2022, 21:41 - Mina: before\n';
const AFTER = '27/03/2022, 21:43 - Mina: after\n';
const HEADER = '27/03/2022, 21:42 - Jo: ';

function readAround(body: string, chunkBytes: number) {
  const bytes = new TextEncoder().encode(`${BEFORE}${HEADER}${body}\n${AFTER}`);
  return readWhatsapp(sourceOf(bytes, chunkBytes));
}

describe('a message that is too large to be held', () => {
  const bodies = {
    'on one line': 'x'.repeat(MOST_MESSAGE_BYTES),
    'of many lines': 'xxxxxxxxxxxxxxx\n'.repeat(MOST_MESSAGE_BYTES / 16),
    'of one short line and a long one': `x\n${'x'.repeat(MOST_MESSAGE_BYTES)}`,
  };
  for (const [shape, body] of Object.entries(bodies))
    for (const chunkBytes of [1 << 16, 100_003])
      test(`${shape} is unread alone: what stands before and after it is read, in pieces of ${chunkBytes}`, () => {
        const reading = readAround(body, chunkBytes);
        assert.deepEqual(
          [...reading.messages].map(({ body: text }) => text),
          ['before', 'after'],
        );
        const end = BEFORE.length + HEADER.length + body.length + 1;
        assert.deepEqual(reading.unread, [[BEFORE.length, end]]);
        assert.ok(reading.doubts.some(({ code }) => code === 'message-too-large'));
      });
});
