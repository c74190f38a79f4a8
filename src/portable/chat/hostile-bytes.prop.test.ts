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
  '"sender_name":"Zo\\u00c3\\u00ab"', '"timestamp_ms":1700000000000', '"photos":[{"uri":"a"}]', '"participants":[{"name":"x"}]',
  '{"senderName":"x","timestamp":1}', '"media":[{"uri":1}]', '"participants":["x"]', '"Sent Saved Chat History":[', '{"From":"x"}',
  '{"To":"x","Text":"&#39;"}', '"Created(microseconds)":1713576562686', '"Media IDs":"a | b"', '\\u00c3', '\u00c3\u00a9',
  '"guild":{', '"channel":{"id":"7"', '"id":"1","type":"Reply"', '"timestamp":"2023-03-25T18:04:12.345+00:00"', '"reactions":[{"emoji":{',
  '[{"ID":1,"Timestamp":"', 'ID,Timestamp,Contents,Attachments\n', '469641856024576000,2018-07-19 23:09:04,', ',', '""', ',"',
  '[2024-03-30 18:00:05] Me: ', '  \n', '\n(- Me: 👍 -)', '\n\n> ', '[a](./media/a)  ', '(This message was deleted)', 'Missed call',
  '{"chatItem":{', '"dateSent":"1711821600000"', '"authorId":"2"', '"standardMessage":{"text":{"body":"', '{"recipient":{"id":"2","self":{}}}\n',
  '<smses count="2">', '</smses>', '<sms ', 'address="+447700900123" ', 'date="1710440000123" ', "body='x' ", 'type="1"', '/>', '>', '<',
  '<mms msg_box="1" ', '</mms>', '<parts>', '<part ct="image/jpeg" ', 'data="cXVhY2s=" ', 'data="', 'text="', '<addr type="137" ', '&#55358;', '&#56710;', '&lt;',
  '&x;', '&', '<!--', '-->', '<!DOCTYPE x [<!ENTITY x "y">', ']>', '<?xml', '?>', '<![CDATA[', '<calls>', '<call number="', '__proto__="1" ',
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

const META_MESSAGES = [
  {
    sender_name: 'Zo\u00c3\u00ab',
    timestamp_ms: 1700000002000,
    content: '\u00f0\u009f\u00a6\u0086 (edited)',
  },
  { sender_name: 'Jo', timestamp_ms: 1700000001000, photos: [{ uri: 'a/b.jpg', creation_timestamp: 1 }] },
  { sender_name: 'Jo', timestamp_ms: 1700000000000, reactions: [{ reaction: '\u00c3', actor: 'Jo' }] },
];

const meta = encoder.encode(
  JSON.stringify({ participants: [{ name: 'Jo' }], messages: META_MESSAGES, title: 'Jo', thread_path: 'x' }),
);

const e2ee = encoder.encode(
  JSON.stringify({
    participants: ['Mina', 'Jo'],
    threadName: 'Jo_7',
    messages: [
      { isUnsent: false, media: [{ uri: './media/1.jpg' }], senderName: 'Mina', text: '', timestamp: 1e12 },
      {
        isUnsent: true,
        media: [],
        senderName: 'Jo',
        text: 'x',
        timestamp: 2e12,
        reactions: [{ actor: 'Jo' }],
      },
    ],
  }),
);

const snapchat = encoder.encode(
  JSON.stringify({
    pond: [
      { From: 'jo', 'Media Type': 'MEDIA', Created: '2024-04-20 01:29:22 UTC', 'Media IDs': 'a | b' },
      { From: 'mina', 'Media Type': 'TEXT', 'Created(microseconds)': 1713576562686, Content: 'x' },
    ],
    'Sent Saved Chat History': [{ To: 'jo', Created: '2021-01-01 12:00:00 UTC', Text: '&#39;' }],
  }),
);

const discord = encoder.encode(
  JSON.stringify({
    guild: { id: '0', name: 'Direct Messages' },
    channel: { id: '7', type: 'DirectTextChat', name: 'Mina' },
    messages: [
      {
        id: '1',
        type: 'Reply',
        timestamp: '2023-03-25T18:04:12.345+00:00',
        content: 'hi "x"',
        author: { id: '6', name: 'mina' },
        reactions: [{ emoji: { name: '👍' }, count: 2, users: [{ name: 'jo' }] }],
        reference: { messageId: '1' },
      },
    ],
    messageCount: 1,
  }),
);

const discordRows = encoder.encode(
  'ID,Timestamp,Contents,Attachments\r\n469641856024576000,2018-07-19 23:09:04,"a\n""b"", c",\r\n469642107682816000,2018-07-19 23:10:04,plain,https://pond.example/a\r\n',
);

const signalMarkdown = encoder.encode(
  '[2024-03-30 18:00:05] Me: \n\n> quoted\n\nduck 👩‍👧  \n(- Jo: 👍 -)![a b.png](./media/a%20b.png)  \n\n[2024-03-30 18:01:00] Jo: Missed call  \n\n',
);

const signalLines = encoder.encode(
  [
    { recipient: { id: '2', contact: { e164: '447700900123', profileGivenName: 'Jo' } } },
    { chat: { id: '10', recipientId: '2' } },
    { chatItem: { chatId: '10', authorId: '2', dateSent: '1', standardMessage: { text: { body: 'a' } } } },
  ]
    .map(frame => `${JSON.stringify(frame)}\n`)
    .join(''),
);

const smsBackup = encoder.encode(
  `<?xml version='1.0' encoding='UTF-8' ?>
<!--made by the app--><smses count="3">
 <sms address="+447700900123" date="1710440000123" type="1" body="quack &#55358;&#56710; &amp; co" contact_name="Kai" />
 <mms date="1710440000000" msg_box="1" address="+447700900123~07700900200" date_sent="1710439990"><parts>
  <part seq="0" ct="text/plain" text="the pond" /><part seq="1" ct="image/jpeg" name="pond.jpg" data="cXVhY2s=" /></parts>
  <addrs><addr address="+447700900123" type="137" /><addr address="07700900200" type="151" /></addrs></mms>
 <sms address="07700900200" date="1710440001123" type="2" body='bye'></sms>
</smses>`,
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

const EXPORTS = [
  whatsapp, telegram, telegramHtml, meta, e2ee, snapchat, discord, discordRows, signalMarkdown, signalLines, smsBackup,
]; // prettier-ignore

/** A valid export with stretches cut out, doubled, or replaced by noise. */
const splices = fc
  .record({
    base: fc.constantFrom(...EXPORTS),
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
  for (const base of EXPORTS) {
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
