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

/**
 * A body line that imitates a header cannot be told from a message by its bytes. Where the truth has one, the reader may
 * part it in two, but must then say that it doubts the second.
 */
function joined(read: readonly Message[], truth: readonly TruthMessage[]): Message[] {
  const starts = new Set(truth.map(({ span }) => span[0]));
  const imitations = truth.filter(({ traps }) => traps.includes('imitates-header'));
  const together: Message[] = [];
  for (const message of read) {
    const within = imitations.find(({ span }) => span[0] < message.span[0] && message.span[1] <= span[1]);
    const last = together.at(-1);
    if (within === undefined || starts.has(message.span[0]) || last === undefined) together.push(message);
    else {
      assert.ok(message.doubts.length > 0, 'a message made of an imitation must be doubted');
      together.splice(-1, 1, { ...last, body: within.body, span: within.span });
    }
  }
  return together;
}

for (const { chat, handedInAt } of everyChat()) {
  test(`the reader finds in ${chat.key} exactly the messages that were written into it`, () => {
    const reading = readingOf(chat, handedInAt);
    const read = joined([...reading.messages], chat.truth.messages);
    assert.equal(read.length, chat.truth.messages.length);
    read.forEach((message, place) => {
      const truth = chat.truth.messages[place];
      assert.ok(truth !== undefined);
      assert.deepEqual(compared(message), compared(truth), `message ${place} of ${chat.key}`);
    });
    assert.equal(reading.unreadBytes, 0);
    assert.deepEqual(
      reading.envelope.map(span => [...span]),
      chat.truth.envelope.map(span => [...span]),
    );
  });
}

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
