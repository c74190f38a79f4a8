import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readChat } from '#portable/chat/index.ts';
import type { Message } from '#portable/chat/index.ts';
import { byteParts } from './byte-parts.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The parts of each message of an export, as the text their bytes hold. */
function partsOf(text: string): Record<string, string[]>[] {
  const bytes = encode(text);
  const result = readChat(bytes);
  assert.ok(result.ok);
  return [...result.reading.messages].map(message => named(message, bytes));
}

function named(message: Message, bytes: Uint8Array): Record<string, string[]> {
  const raw = bytes.subarray(message.span[0], message.span[1]);
  const parts: Record<string, string[]> = {};
  let last = message.span[0];
  for (const { part, from, to } of byteParts(message, raw)) {
    assert.ok(
      last <= from && from < to && to <= message.span[1],
      'parts are in order, inside the span and do not overlap',
    );
    last = to;
    parts[part] = [...(parts[part] ?? []), new TextDecoder().decode(bytes.subarray(from, to))];
  }
  return parts;
}

describe('the parts of a message’s bytes', () => {
  test('of a WhatsApp line are its time, speaker, words and line end', () => {
    const [, second] = partsOf(
      '18/09/2026, 20:09 - Elle: hi\n18/09/2026, 20:10 - Jay R: orrenby bus station\n18/09/2026, 20:11 - Elle: ok\n',
    );
    assert.deepEqual(second, {
      time: ['18/09/2026, 20:10'],
      speaker: ['Jay R'],
      body: ['orrenby bus station'],
      'line end': ['\n'],
    });
  });

  test('of a message that repeats its own speaker and time are still the header’s and then the words', () => {
    const [first] = partsOf(
      '18/09/2026, 20:09 - Elle: Elle 18/09/2026, 20:09\n18/09/2026, 20:11 - Elle: ok\n',
    );
    assert.deepEqual(first?.['speaker'], ['Elle']);
    assert.deepEqual(first?.['body'], ['Elle 18/09/2026, 20:09']);
  });

  test('of a message of several lines with CRLF are all its lines', () => {
    const [first] = partsOf('18/09/2026, 20:09 - Elle: one\r\ntwo\r\n18/09/2026, 20:11 - Elle: ok\r\n');
    assert.equal(first?.['body']?.join('|').replaceAll('\r\n', '|'), 'one|two');
    assert.deepEqual(first?.['line end'], ['\r\n']);
  });

  test('of bytes that were cut short are only those that are there', () => {
    const bytes = encode('18/09/2026, 20:09 - Elle: a long message\n');
    const result = readChat(bytes);
    assert.ok(result.ok);
    const [message] = [...result.reading.messages];
    const parts = byteParts(message!, bytes.subarray(0, 22));
    assert.deepEqual(
      parts.map(({ part }) => part),
      ['time'],
    );
  });

  test('finds the words of rich text, which the export writes in pieces', () => {
    const message = {
      id: 1,
      type: 'message',
      date: '2026-09-18T20:10:22',
      date_unixtime: '1789762222',
      from: 'Jay R',
      from_id: 'user77',
      text: [
        'see ',
        { type: 'bold', text: 'the \u201ccaf\u00e9\u201d' },
        ' at ',
        { type: 'phone', text: '07700 900417' },
      ],
    };
    const chat = { name: 'Jay R', type: 'personal_chat', id: 77, messages: [message] };
    const [first] = partsOf(JSON.stringify(chat));
    assert.deepEqual(first?.['body'], ['see ', 'the \u201ccaf\u00e9\u201d', ' at ', '07700 900417']);
  });

  test('marks the words of a message as far as the bytes at hand go', () => {
    const words = 'long tale. '.repeat(500);
    const bytes = encode(`18/09/2026, 20:09 - Elle: ${words}end\n`);
    const result = readChat(bytes);
    assert.ok(result.ok);
    const [message] = [...result.reading.messages];
    assert.ok(message);
    const parts = byteParts(message, bytes.subarray(0, 512));
    assert.deepEqual(parts.at(-1), { part: 'body', from: 26, to: 512 });
  });

  test('does not take a name inside the words for the speaker, who is named after them', () => {
    const sms = (body: string) =>
      `<sms protocol="0" address="07700 900417" date="1789762222000" type="1" body="${body}" read="1" status="-1" contact_name="Elle" />`;
    const [first, second] = partsOf(
      `<?xml version="1.0"?><smses count="2">${sms('Elle 1')}${sms('hi')}</smses>`,
    );
    assert.deepEqual([first?.['body'], first?.['speaker']], [['Elle 1'], ['Elle']]);
    assert.deepEqual(second?.['body'], ['hi']);
  });
});
