import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { FORMATS } from './formats.ts';
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
    const lines = [...encodeReadingLines(reading)];
    for (const line of lines) assert.equal(decodeReadingLine(line).ok, true, line);
    const inPieces = readChat(sourceOf(bytes, SMALL_WINDOW), { format });
    assert.ok(inPieces.ok);
    assert.deepEqual([...encodeReadingLines(inPieces.reading)], lines);
  }
}

const TOKENS = [
  '27/03/2022, 21:41 - ', '3/27/22, 9:41 PM - ', '[27.03.22, 21:41:35] ', '[21:41, 27/3/2565] ', '99/99/9999 99:99 - ',
  '2022年3月27日 下午9:41 - ', '\u200f٢٧/٣/٢٠٢٢، ٩:٤١ م - ', '3/27/R4 9:41 - ', '1/1/1 1:1 - ', '12:00 ', 'Mina: ', ': ',
  'Mina', '"', '“', '<Media omitted>', '<x y>', '\u200e', '\u202a', '\ufeff', '\n', '\r\n', '\r', '\0', ' - ', '{', '}',
  '[', ']', ',', ':', '\\', '\\x0B', '\\ud83d', '{"id":', '{"messages":[', '"type":"message"', '"date":"2022-01-02T03:04:05"',
  '"date_unixtime":"1641092645"', '"text":', '"chats":{"list":[', 'null', '-1e9', '__proto__', '"__proto__":1',
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

/** A valid export with stretches cut out, doubled, or replaced by noise. */
const splices = fc
  .record({
    base: fc.constantFrom(whatsapp, telegram, smsBackup),
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
  for (const base of [whatsapp, telegram, smsBackup]) {
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
