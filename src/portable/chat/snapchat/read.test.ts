import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { detectChat } from '../index.ts';
import type { Reading } from '../reading.ts';
import { sourceOf } from '../source/byte-source.ts';
import { readSnapchat } from './read.ts';

function bytesOf(file: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(file));
}

function readingOf(file: object): Reading {
  return readSnapchat(sourceOf(bytesOf(file)));
}

function codes({ doubts }: Reading): string[] {
  return doubts.map(({ code }) => code);
}

const SNAP = { From: 'jo', 'Media Type': 'IMAGE', Created: '2024-06-13 16:42:26 UTC', IsSender: false };

describe('a Snapchat file', () => {
  test('says that silence shows nothing, also when it is empty', () => {
    for (const file of [{}, { jo: [] }, { jo: [SNAP] }])
      assert.ok(codes(readingOf(file)).includes('unsaved-not-exported'));
  });

  test('of snaps has rows without content', () => {
    const [message] = readingOf({ jo: [SNAP] }).messages;
    assert.deepEqual([message?.kind, message?.rule, message?.body], ['media', 'snapchat/snap', '']);
    assert.deepEqual(message?.attachments, [{ name: null, kind: 'IMAGE', included: false, note: null }]);
    assert.deepEqual(message.doubts, ['snap-without-content']);
    const [chat] = readingOf({ jo: [{ ...SNAP, Content: null }] }).messages;
    assert.deepEqual([chat?.rule, chat?.doubts], ['snapchat/chat', []]);
  });

  test('of the older form has a conversation for each person, over all its sections', () => {
    const row = { 'Media Type': 'TEXT', Created: '2021-01-01 12:00:00 UTC', Text: 'x' };
    const reading = readingOf({
      'Received Saved Chat History': [{ From: 'jo', ...row }, { From: 'mina', ...row }],
      'Sent Unsaved Chat History': [{ To: 'mina', ...row }],
    }); // prettier-ignore
    const conversations = reading.conversations.map(({ name, messages }) => [name, messages]);
    assert.deepEqual(conversations, [['jo', 1], ['mina', 2]]); // prettier-ignore
    assert.deepEqual(codes(reading), ['unsaved-not-exported', 'owner-not-named', 'sections-apart']);
  });

  test('a title that differs from the first of its conversation is kept', () => {
    const titles = [null, 'Ducks', 'Ducks', 'Geese'];
    const reading = readingOf({ id: titles.map(title => ({ ...SNAP, 'Conversation Title': title })) });
    const kept = [...reading.messages].map(({ extra }) => extra?.['Conversation Title']);
    assert.deepEqual(kept, [undefined, undefined, undefined, '"Geese"']);
    assert.equal(reading.conversations[0]?.name, 'Ducks');
  });

  test('what a message does not hold is kept as it stands', () => {
    const [message] = readingOf({
      id: [{ ...SNAP, Content: 'a', Text: 'b', To: 'sam', 'Media IDs': ['x'], Colour: 1, 'Created(microseconds)': 0 }],
    }).messages; // prettier-ignore
    assert.deepEqual(message?.extra, {
      IsSender: 'false',
      Text: '"b"',
      To: '"sam"',
      'Media IDs': '["x"]',
      Colour: '1',
      'Created(microseconds)': '0',
    });
    assert.ok(message.doubts.includes('unknown-fields'));
  });

  test('a word for a row that is not known is kept, and its content decides', () => {
    const rows = ['NEWWORD', 'NEWWORD', 'STATUSNEW'].map((word, n) => ({ ...SNAP, 'Media Type': word, Content: n === 0 ? 'x' : '' }));
    const found = [...readingOf({ id: rows }).messages].map(({ kind, action }) => [kind, action]);
    assert.deepEqual(found, [['text', undefined], ['other', 'NEWWORD'], ['system', 'STATUSNEW']]);
  }); // prettier-ignore

  test('the words for rows are known in any letters', () => {
    const [message] = readingOf({ id: [{ ...SNAP, 'Media Type': 'Text', Content: '' }] }).messages;
    assert.equal(message?.kind, 'text');
  });

  test('behind twenty thousand conversations the rest is unread', () => {
    const keyed = Object.fromEntries(Array.from({ length: 20_001 }, (_, n) => [`c${n}`, [SNAP]]));
    const [byKey, byPerson] = [
      readingOf(keyed),
      readingOf({ 'Received Snap History': Object.keys(keyed).map(From => ({ ...SNAP, From })) }),
    ];
    for (const reading of [byKey, byPerson]) {
      assert.deepEqual([reading.conversations.length, reading.messageCount], [20_000, 20_000]);
      assert.equal(reading.unread.length, 1);
      assert.ok(codes(reading).includes('unread-bytes'));
    }
  });

  test('a list of memories is no chat', () => {
    const memories = {
      'Saved Media': [{ Date: '2024-06-13 16:42:26 UTC', 'Media Type': 'Image', Location: '' }],
    };
    assert.equal(detectChat(bytesOf(memories), 'memories_history.json').format, null);
  });
});
