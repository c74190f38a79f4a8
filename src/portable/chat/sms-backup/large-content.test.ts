import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { MOST_MESSAGE_BYTES } from '../source/window.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { readSmsBackup } from './read.ts';

const LETTERS = 64 * 1024 * 1024;
const encoder = new TextEncoder();

/** `before`, then so many letters, then `after`, made as it is asked for: nothing of that size is ever held. */
function longSource(before: string, letters: number, after: string): ByteSource & { largestRead: number } {
  const [head, tail] = [encoder.encode(before), encoder.encode(after)];
  return {
    size: head.length + letters + tail.length,
    largestRead: 0,
    read(at, into) {
      this.largestRead = Math.max(this.largestRead, into.length);
      if (at < head.length) return copy(head, at, into);
      const behind = at - head.length - letters;
      if (behind >= 0) return copy(tail, behind, into);
      const length = Math.min(into.length, -behind);
      into.fill(0x41, 0, length);
      return length;
    },
  };
}

function copy(from: Uint8Array, at: number, into: Uint8Array): number {
  const part = from.subarray(at, at + into.length);
  into.set(part);
  return part.length;
}

const NEXT = '<sms address="+447700900123" date="1710440001123" type="1" body="after" />';

test('a picture four times as large as a message may be is stepped over in pieces, with its size and SHA-256', () => {
  const source = longSource(
    '<smses count="2"><mms date="1710440000000" msg_box="1" address="+447700900123"><parts><part seq="0" ct="video/mp4" name="train.mp4" data="',
    LETTERS,
    `" /></parts></mms>${NEXT}</smses>`,
  );
  const reading = readSmsBackup(source);
  const [picture, after] = [...reading.messages];
  const zeros = Buffer.alloc((LETTERS / 4) * 3);
  assert.equal(picture?.attachments?.[0]?.sizeBytes, zeros.length);
  assert.equal(picture.attachments[0].sha256, createHash('sha256').update(zeros).digest('hex'));
  assert.equal(after?.body, 'after');
  assert.equal(reading.unreadBytes, 0);
  assert.ok(source.largestRead <= 1 << 20, `${source.largestRead} bytes were asked for at once`);
});

test('a text larger than a message may be is unread, with a doubt, and the next message is read', () => {
  const source = longSource(
    '<smses count="2"><sms address="+447700900123" date="1710440000123" type="1" body="',
    MOST_MESSAGE_BYTES + 1,
    `" />${NEXT}</smses>`,
  );
  const reading = readSmsBackup(source);
  assert.deepEqual(
    [...reading.messages].map(({ body }) => body),
    ['after'],
  );
  assert.deepEqual(reading.unread, [[17, source.size - NEXT.length - '</smses>'.length]]);
  assert.ok(reading.doubts.some(({ code }) => code === 'message-too-large'));
});

test('a message of more small members than can be held is unread, and the next one is whole', () => {
  const many = '<addr address="1" type="151" />'.repeat(60_000);
  const bytes = encoder.encode(
    `<smses><mms date="1710440000000" msg_box="1"><addrs>${many}</addrs></mms>${NEXT}</smses>`,
  );
  const reading = readSmsBackup({ size: bytes.length, read: (at, into) => copy(bytes, at, into) });
  assert.deepEqual(
    [...reading.messages].map(({ body }) => body),
    ['after'],
  );
  assert.ok(reading.doubts.some(({ code }) => code === 'message-too-large'));
});

test('what a broken message held is not counted against the message behind it', () => {
  const long = 'x'.repeat(MOST_MESSAGE_BYTES - 5_000);
  const bytes = encoder.encode(
    `<smses><mms sub="${long}">${NEXT.replace('after', 'y'.repeat(10_000))}</smses>`,
  );
  const reading = readSmsBackup({ size: bytes.length, read: (at, into) => copy(bytes, at, into) });
  assert.deepEqual(
    [...reading.messages].map(({ body }) => body.length),
    [10_000],
  );
});

test('of more broken places than are listed, everything behind them is unread', () => {
  const bytes = encoder.encode(`<smses>${`x${NEXT}`.repeat(10_001)}</smses>`);
  const reading = readSmsBackup({ size: bytes.length, read: (at, into) => copy(bytes, at, into) });
  assert.equal(reading.messageCount, 9_999);
  assert.equal(reading.unread.length, 10_000);
  assert.equal(reading.unread.at(-1)?.[1], bytes.length);
});

test('of more conversations than are told apart, the last are one', () => {
  const rows = Array.from({ length: 10_002 }, (_, n) => NEXT.replace('900123', `${900_000 + n}`));
  const bytes = encoder.encode(`<smses>${rows.join('')}</smses>`);
  const reading = readSmsBackup({ size: bytes.length, read: (at, into) => copy(bytes, at, into) });
  assert.deepEqual(reading.conversations.at(-1), { name: null, id: null, kind: 'others', messages: 2 });
  assert.ok(reading.doubts.some(({ code }) => code === 'conversations-not-told-apart'));
});
