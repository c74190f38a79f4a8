import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Message } from '../reading.ts';
import { sourceOf } from '../source/byte-source.ts';
import { readMessengerE2ee } from './read.ts';

function messageOf(row: object): Message {
  const file = {
    participants: ['Jo'],
    threadName: 'Jo_7',
    messages: [{ senderName: 'Jo', timestamp: 1e12, ...row }],
  };
  const [message] = readMessengerE2ee(sourceOf(new TextEncoder().encode(JSON.stringify(file)))).messages;
  assert.ok(message);
  return message;
}

describe('a message of the download of encrypted messages', () => {
  const PLACES: Record<string, boolean> = {
    './media/1.jpg': true,
    'media/a b.mp4': true,
    'photo.jpeg': true,
    'Failed to download media': false,
    'Failed to download media/1.jpg': false,
    'This file is no longer here': false,
  };
  for (const [uri, isPath] of Object.entries(PLACES))
    test(`"${uri}" is ${isPath ? 'the path of a file' : 'a sentence in place of a file'}`, () => {
      const [file] = messageOf({ media: [{ uri }] }).attachments ?? [];
      assert.deepEqual([file?.name, file?.note], isPath ? [uri, null] : [null, uri]);
      assert.equal(file?.included, isPath);
    });

  test('keeps its text as it stands, also where it looks taken apart, and says so', () => {
    const message = messageOf({ text: 'ZoÃ«' });
    assert.deepEqual(
      [message.body, message.doubts, message.repairs],
      ['ZoÃ«', ['text-not-repaired'], undefined],
    );
    assert.deepEqual(messageOf({ text: 'Zoë 🦆' }).doubts, []);
  });

  test('nobody is taken for the owner', () => {
    const lines = JSON.stringify(messageOf({ text: 'x' }));
    assert.doesNotMatch(lines, /owner/i);
  });
});
