import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { FORMATS } from './formats.ts';
import type { Reading } from './index.ts';
import {
  decodeReadingLine,
  detectChat,
  encodeReadingLines,
  readChat,
  sourceOf,
  tilesExactly,
} from './index.ts';

const RUNS = 200;
const SEED = 20261123;
/** Bytes in a window of the second reading, which must be the same as the first. */
const SMALL_WINDOW = 5;
const encoder = new TextEncoder();

/** Whatever the bytes: a reading whose spans tile them and whose lines our own decoder accepts. */
function assertReadable(bytes: Uint8Array): void {
  detectChat(bytes, 'x');
  for (const { format } of FORMATS) {
    const result = readChat(bytes, { format });
    assert.ok(result.ok);
    const { reading } = result;
    const spans = [...reading.messages].map(({ span }) => span);
    assert.equal(spans.length, reading.messageCount);
    assert.ok(tilesExactly([...spans, ...reading.unread, ...reading.envelope], bytes.length));
    assertDoubtsAgree(reading);
    const lines = [...encodeReadingLines(reading)];
    for (const line of lines) assert.equal(decodeReadingLine(line).ok, true, line);
    const inPieces = readChat(sourceOf(bytes, SMALL_WINDOW), { format });
    assert.ok(inPieces.ok);
    assert.deepEqual([...encodeReadingLines(inPieces.reading)], lines);
  }
}

/** The first walk counts the doubts, a later one names them at the messages: both find the same. */
function assertDoubtsAgree({ doubts, messages }: Reading): void {
  const named = new Map<string, number>();
  for (const message of messages)
    for (const code of new Set(message.doubts)) named.set(code, (named.get(code) ?? 0) + 1);
  const counted = doubts.filter(({ count }) => count > 0).map(({ code, count }) => [code, count] as const);
  assert.deepEqual(new Map(counted), named);
}

const TOKENS = [
  '27/03/2022, 21:41 - ', '3/27/22, 9:41 PM - ', '[27.03.22, 21:41:35] ', '[21:41, 27/3/2565] ', '99/99/9999 99:99 - ',
  '2022年3月27日 下午9:41 - ', '\u200f٢٧/٣/٢٠٢٢، ٩:٤١ م - ', '3/27/R4 9:41 - ', '1/1/1 1:1 - ', '12:00 ', 'Mina: ', ': ',
  'Mina', '"', '“', '<Media omitted>', '<x y>', '\u200e', '\u202a', '\ufeff', '\n', '\r\n', '\r', '\0', ' - ', '{', '}',
  '[', ']', ',', ':', '\\', '\\x0B', '\\ud83d', '{"id":', '{"messages":[', '"type":"message"', '"date":"2022-01-02T03:04:05"',
  '"date_unixtime":"1641092645"', '"text":', '"chats":{"list":[', 'null', '-1e9', '__proto__', '"__proto__":1',
]; // prettier-ignore

const tokenSoup = fc
  .array(fc.oneof(fc.constantFrom(...TOKENS), fc.string({ maxLength: 6 })), { maxLength: 60 })
  .map(parts => encoder.encode(parts.join('')));

const whatsapp = encoder.encode(
  [
    '27/03/2022, 21:41 - Messages are end-to-end encrypted.',
    '27/03/2022, 21:42 - Mina: hello',
    'second line',
    '28/03/2022, 09:00 - Jo 👩‍👧: <Media omitted>',
    '[28/03/2022, 09:00:01] Jo: \u200eimage omitted',
    '28/03/2022, 09:01 - Mina changed the subject from "A" to "A: B"',
  ].join('\n'),
);

const telegram = encoder.encode(
  JSON.stringify({
    name: 'Lee',
    type: 'personal_chat',
    id: 1,
    messages: [
      {
        id: 1,
        type: 'message',
        date: '2022-01-02T03:04:05',
        date_unixtime: '1641092645',
        from: 'Lee',
        text: 'hi "x"',
      },
      { id: 2, type: 'service', date: '2022-01-02T03:05:05', actor: 'Lee', action: 'phone_call', text: '' },
      {
        id: 3,
        type: 'message',
        date: '2022-01-02T03:06:05',
        from: null,
        text: ['a', { type: 'bold', text: 'b' }],
      },
    ],
  }),
);

const telegramHtml = encoder.encode(
  [
    '<!DOCTYPE html><html><body><div class="page_wrap"><div class="page_header"><div class="text bold">Lee</div></div>',
    '<div class="history"><div class="message service" id="message-1"><div class="body details">19 June 2022</div></div>',
    '<div class="message default clearfix" id="message1"><div class="body">',
    '<div class="pull_right date details" title="19.06.2022 14:03:05 UTC+01:00">14:03</div><div class="from_name">Lee </div>',
    '<div class="text">ducks &amp; <strong>trains</strong><br>&#x0B;</div></div></div>',
    '<div class="message default clearfix joined" id="message2"><div class="body">',
    '<div class="pull_right date details" title="19.06.2022 14:03:06 UTC+01:00">14:03</div>',
    '<div class="reply_to details">In reply to <a href="#go_to_message1">this message</a></div>',
    '<div class="media_wrap clearfix"><a class="photo_wrap" href="photos/1.jpg"><img class="photo"/></a></div></div></div>',
    '</div></div></body></html>',
  ].join('\n'),
);

/** A valid export with stretches cut out, doubled, or replaced by noise. */
const splices = fc
  .record({
    base: fc.constantFrom(whatsapp, telegram, telegramHtml),
    cuts: fc.array(
      fc.record({
        at: fc.nat(600),
        length: fc.nat(80),
        put: fc.uint8Array({ maxLength: 12 }),
        twice: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ base, cuts }) => {
    let bytes = [...base];
    for (const { at, length, put, twice } of cuts) {
      const from = at % bytes.length;
      const middle = twice ? bytes.slice(from, from + length) : [];
      bytes = [...bytes.slice(0, from), ...put, ...middle, ...bytes.slice(twice ? from : from + length)];
      if (bytes.length === 0) bytes = [32];
    }
    return Uint8Array.from(bytes);
  });

test(`any bytes are read without an exception and the spans tile them (${RUNS} runs)`, () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), assertReadable), { numRuns: RUNS, seed: SEED });
});

test(`pieces of exports in any order are read without an exception and the spans tile them (${RUNS} runs)`, () => {
  fc.assert(fc.property(tokenSoup, assertReadable), { numRuns: RUNS, seed: SEED });
});

test(`valid exports cut, doubled and overwritten at any place are read and the spans tile them (${RUNS} runs)`, () => {
  fc.assert(fc.property(splices, assertReadable), { numRuns: RUNS, seed: SEED });
});

test('a valid export cut off at every place is read and the spans tile it', () => {
  for (const base of [whatsapp, telegram, telegramHtml]) {
    for (let length = 0; length <= base.length; length++) assertReadable(base.subarray(0, length));
  }
});

test(`the same bytes give the same lines twice (${RUNS} runs)`, () => {
  fc.assert(
    fc.property(splices, bytes => {
      const lines = () =>
        FORMATS.map(({ format }) => {
          const result = readChat(bytes, { format });
          return result.ok ? [...encodeReadingLines(result.reading)] : [];
        });
      assert.deepEqual(lines(), lines());
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
