// Lays what the reader makes of every demo chat beside the truth that was written down while the file was made.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readChat } from '#portable/chat/index.ts';
import type { Message, Reading } from '#portable/chat/index.ts';
import type { TruthMessage } from './chat-truth.ts';
import { chatCalled, everyChat } from './every-chat.ts';
import type { DemoChat } from './world-shape.ts';

function readingOf(chat: DemoChat, sealedAt: string): Reading {
  const result = readChat(chat.bytes, { name: chat.fileName, sealedAt });
  assert.ok(result.ok, `${chat.key} is not read`);
  return result.reading;
}

/** What the two have in common. */
function compared({ kind, speaker, written, body, span }: Message | TruthMessage) {
  return { kind, speaker, written, body, span: [...span] };
}

for (const { chat, handedInAt } of everyChat()) {
  test(`the reader finds in ${chat.key} exactly the messages that were written into it`, () => {
    const reading = readingOf(chat, handedInAt);
    const read = [...reading.messages];
    assert.equal(read.length, chat.truth.messages.length);
    read.forEach((message, place) => {
      const truth = chat.truth.messages[place];
      assert.ok(truth !== undefined);
      assert.deepEqual(compared(message), compared(truth), `message ${place} of ${chat.key}`);
    });
    assert.equal(reading.unreadBytes, 0);
    assert.deepEqual(
      [...reading.envelope].map(span => [...span]),
      chat.truth.envelope.map(span => [...span]),
    );
  });
}

test('the reader keeps a line that imitates a header inside its message, doubts it and gives the other reading', () => {
  const chat = chatCalled('jay-r');
  const imitations = chat.truth.messages.filter(({ traps }) => traps.includes('imitates-header'));
  assert.ok(imitations.length > 0);
  const read = [...readingOf(chat, '2026-11-21T19:08:33Z').messages];
  for (const { n } of imitations) {
    const message = read[n];
    assert.ok(message?.doubts.includes('header-like-body-line'));
    assert.equal(message?.otherReading?.speaker, 'Meg');
  }
});

test('the reader says that the dates of the American demo phone could be read in two orders', () => {
  const { dateOrder } = readingOf(chatCalled('american-phone'), '2026-11-12T14:41:57Z');
  assert.notEqual(dateOrder.decision, 'certain');
  assert.deepEqual([dateOrder.order, dateOrder.other].sort(), ['DMY', 'MDY']);
});

test('the reader knows the true moment of each Telegram demo message', () => {
  const chat = chatCalled('blocks-group');
  const read = [...readingOf(chat, '2026-11-16T18:15:02Z').messages].map(({ instant }) => instant);
  assert.deepEqual(
    read,
    chat.truth.messages.map(({ instant }) => instant),
  );
});
