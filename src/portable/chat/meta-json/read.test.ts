import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Reading } from '../reading.ts';
import { sourceOf } from '../source/byte-source.ts';
import { readMeta } from './read.ts';

const encoder = new TextEncoder();

function readingOf(messages: readonly object[], more: object = {}): Reading {
  const rows = messages.map((message, n) => ({ sender_name: 'Jo', timestamp_ms: 1.6e12 - n, ...message }));
  return readMeta(sourceOf(encoder.encode(JSON.stringify({ ...more, messages: rows }))), 'instagram');
}

function detailOf({ doubts }: Reading, code: string): string | null | undefined {
  const doubt = doubts.find(each => each.code === code);
  return doubt && (doubt.detail ?? null);
}

describe('a file of a Messenger or Instagram conversation', () => {
  test('may be one of several; a full one says how many messages it holds', () => {
    assert.equal(detailOf(readingOf([{ content: 'x' }]), 'other-parts-may-exist'), null);
    const full = readingOf(Array.from({ length: 10_000 }, () => ({ content: 'x' })));
    assert.equal(detailOf(full, 'other-parts-may-exist'), 'Messages in this file: 10000');
  });

  test('names participants who wrote nothing, whatever stands first in the file', () => {
    const participants = ['Jo', 'ZoÃ«', 'Sam'].map(name => ({ name }));
    const spoken = [{ content: 'x' }, { sender_name: 'ZoÃ«', content: 'y' }];
    assert.equal(detailOf(readingOf(spoken, { participants }), 'participant-silent'), '"Sam"');
    const after = `{"messages":[{"sender_name":"Jo","timestamp_ms":1}],"participants":[{"name":"Sam"},{"name":"Jo"}]}`;
    const reading = readMeta(sourceOf(encoder.encode(after)), 'messenger');
    assert.equal(detailOf(reading, 'participant-silent'), '"Sam"');
    assert.equal(detailOf(readingOf(spoken), 'participant-silent'), undefined);
  });

  test('of many silent participants fifty are listed, and of very many nothing is said', () => {
    const named = (count: number): object => ({
      participants: Array.from({ length: count }, (_, n) => ({ name: `P${n}` })),
    });
    const detail = detailOf(readingOf([{ content: 'x' }], named(60)), 'participant-silent');
    assert.match(detail ?? '', /"P49", and 10 more$/);
    assert.equal(detailOf(readingOf([{ content: 'x' }], named(10_001)), 'participant-silent'), undefined);
  });

  test('keeps title, path and names both as they stand and put together', () => {
    const reading = readingOf([{ content: 'x' }], {
      title: 'ZoÃ«',
      thread_path: 'inbox/zoÃ«_1',
      participants: [{ name: 'caf\u00e9' }],
    });
    assert.deepEqual(reading.conversations, [{ name: 'Zoë', id: 'inbox/zoë_1', kind: null, messages: 1 }]);
    assert.match(
      detailOf(reading, 'mojibake-repaired') ?? '',
      /"ZoÃ«" is "Zoë", "inbox\/zoÃ«_1" is "inbox\/zoë_1"$/,
    );
    assert.equal(detailOf(reading, 'text-not-repaired'), null);
  });

  test('of a message with very many repairs ten thousand are listed, and what is behind them is said to be left out', () => {
    const reactions = Array.from({ length: 10_005 }, () => ({ reaction: 'ð', actor: 'ZoÃ«' }));
    const [message] = readingOf([{ content: 'x', reactions }]).messages;
    assert.equal(message?.reactions?.at(-1)?.by, 'Zoë');
    assert.deepEqual([message.repairs?.length, message.repairs?.at(-1)?.what], [10_001, 'more-not-listed']);
    assert.deepEqual(message.doubts, ['mojibake-repaired', 'text-not-repaired']);
  });

  test('members that are not understood are kept as they stand, however deep', () => {
    const [message] = readingOf([
      {
        content: { of: 'x' },
        photos: [{ uri: 'a.jpg', filter: 1 }, 'b.jpg'],
        reactions: [{ reaction: '👍', actor: 'Jo', timestamp: 5 }],
        videos: 'c.mp4',
        is_unsent: false,
        ip: '192.0.2.1',
        constructor: 1,
      },
    ]).messages;
    assert.deepEqual(message?.extra, {
      content: '{"of":"x"}',
      photos: '[{"uri":"a.jpg","filter":1},"b.jpg"]',
      reactions: '[{"reaction":"👍","actor":"Jo","timestamp":5}]',
      videos: '"c.mp4"',
      ip: '"192.0.2.1"',
      constructor: '1',
    });
    assert.ok(message.doubts.includes('unknown-fields'));
  });

  test('members known from the app are passed on without a doubt', () => {
    const [message] = readingOf([
      { photos: [{ uri: 'a.jpg', creation_timestamp: 1 }], type: 'Generic', is_taken_down: true },
    ]).messages;
    assert.deepEqual(Object.keys(message?.extra ?? {}), ['photos', 'type', 'is_taken_down']);
    assert.deepEqual(message?.doubts, []);
  });

  test('a time that is none is shown as it stands', () => {
    for (const when of ['1e12', '-5', '12345678901234567890', '"x"', '999999999999999', 'null']) {
      const text = `{"messages":[{"sender_name":"Jo","content":"x","timestamp_ms":${when}}]}`;
      const [message] = readMeta(sourceOf(encoder.encode(text)), 'messenger').messages;
      assert.deepEqual([message?.written, message?.instant, message?.precision], [null, null, 'none'], when);
      assert.equal(message?.writtenText, when === 'null' ? '' : when.replaceAll('"', ''));
      assert.ok(message?.doubts.includes('date-not-understood'));
    }
  });

  test('a sentence of the app is the whole text and nothing less', () => {
    for (const content of [
      'She said: Liked a message',
      'Liked a message of yours',
      'Reacted to your message',
    ])
      assert.equal([...readingOf([{ content }]).messages][0]?.otherReading, undefined, content);
  });

  test('a file at a web address is named and not included, and nothing is made of a file without a path', () => {
    const [message] = readingOf([{ gifs: [{ uri: 'https://gifs.example/1' }, {}], photos: [{ uri: 'a.jpg' }] }]).messages;
    const files = message?.attachments?.map(({ name, included }) => [name, included]);
    assert.deepEqual(files, [['a.jpg', true], ['https://gifs.example/1', false], [null, false]]);
  }); // prettier-ignore

  test('a key that is given twice within a part keeps the part as it stands', () => {
    const row =
      '{"sender_name":"Jo","timestamp_ms":1600000000000,"reactions":[{"reaction":"a","reaction":"b","actor":"Jo"}]}';
    const [message] = readMeta(sourceOf(encoder.encode(`{"messages":[${row}]}`)), 'messenger').messages;
    assert.deepEqual(message?.reactions, [{ reaction: 'a', by: 'Jo' }]);
    assert.deepEqual(message.extra, { reactions: '[{"reaction":"a","reaction":"b","actor":"Jo"}]' });
  });

  test('a message that was taken back is no edited one', () => {
    const [message] = readingOf([{ content: 'x (edited)', is_unsent: true }]).messages;
    assert.deepEqual([message?.kind, message?.edited], ['deleted', undefined]);
  });

  test('the edit mark counts in Instagram files alone, and the row stays as it is', () => {
    const bytes = encoder.encode(
      '{"messages":[{"sender_name":"Jo","timestamp_ms":1600000000000,"content":"x (edited)"}]}',
    );
    const [inInstagram] = readMeta(sourceOf(bytes), 'instagram').messages;
    const [inMessenger] = readMeta(sourceOf(bytes), 'messenger').messages;
    assert.deepEqual(inInstagram?.edited, { written: null, instant: null });
    assert.deepEqual([inInstagram.body, inInstagram.doubts], ['x (edited)', ['edited-row']]);
    assert.deepEqual([inMessenger?.edited, inMessenger?.doubts], [undefined, []]);
  });
});
