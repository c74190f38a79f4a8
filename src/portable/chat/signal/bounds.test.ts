import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOf } from '../source/byte-source.ts';
import { readSignalJsonl } from './jsonl-read.ts';

function readingOf(lines: readonly string[]) {
  return readSignalJsonl(sourceOf(new TextEncoder().encode(lines.map(line => `${line}\n`).join(''))));
}

const item = (chat: number, author: number): string =>
  `{"chatItem":{"chatId":${chat},"authorId":${author},"dateSent":${1_700_000_000_000 + chat},"standardMessage":{"text":{"body":"quack"}}}}`;

test('of more chats than are told apart the rest share one conversation, and no message is lost', () => {
  const lines = Array.from({ length: 20_010 }, (_, chat) => item(chat, 1));
  const { conversations, messageCount } = readingOf(lines);
  assert.equal(messageCount, lines.length);
  assert.equal(conversations.length, 20_001);
  assert.deepEqual(conversations.at(-1), { name: null, id: null, kind: null, messages: 10 });
});

test('of more names than are kept the rest are missing, and that is said', () => {
  const name = 'n'.repeat(1 << 20);
  const people = Array.from({ length: 20 }, (_, id) => `{"recipient":{"id":${id},"contact":{"profileGivenName":"${name}"}}}`);
  const { doubts, speakers, messages } = readingOf([...people, item(1, 0), item(2, 19)]);
  assert.deepEqual([...messages].map(({ speaker }) => speaker?.length ?? null), [1 << 20, null]); // prettier-ignore
  assert.ok(doubts.some(({ code }) => code === 'sender-not-named'));
  assert.equal(speakers.length, 1);
}); // prettier-ignore

test('of more damaged lines than are listed the rest of the file is one unread span', () => {
  const lines = Array.from({ length: 21_000 }, (_, n) => (n % 2 === 0 ? 'damaged' : item(n, 1)));
  const { unread, messageCount, bytes } = readingOf(lines);
  assert.equal(unread.length, 9999);
  assert.equal(unread.at(-1)?.[1], bytes);
  assert.ok(messageCount > 9000 && messageCount < 10_001);
});

test('an identity in a frame is kept as text, whatever its size', () => {
  const [message] = readingOf(['{"chatItem":{"chatId":18446744073709551615,"authorId":9007199254740993,"dateSent":"1700000000001","remoteDeletedMessage":{}}}']).messages; // prettier-ignore
  assert.deepEqual([message?.id, message?.speakerId], ['9007199254740993/1700000000001', '9007199254740993']);
});
