import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { tilesExactly } from '../tiling.ts';
import { sourceOf } from '../source/byte-source.ts';
import { PHONE_OWNER } from './people.ts';
import { readSmsBackup } from './read.ts';

const RUNS = 150;
const SEED = 20261127;
const NUMBERS = ['+447700900123', '07700 900200', '+447700900300'];
const NAMES: Readonly<Record<string, string>> = {
  '+447700900123': 'Kai "K" Park',
  '+447700900300': 'Mina & Jo',
};

interface Turn {
  readonly at: number;
  readonly who: string;
  readonly isSent: boolean;
  readonly text: string;
  /** A picture's bytes; null for an SMS. */
  readonly picture: Uint8Array | null;
  readonly asHalves: boolean;
}

const turn: fc.Arbitrary<Turn> = fc.record({
  at: fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2026, 0, 1) }),
  who: fc.constantFrom(...NUMBERS),
  isSent: fc.boolean(),
  text: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('duck 🦆', '<sms a="b"/>', '&amp;', 'a\nb'),
  ),
  picture: fc.option(fc.uint8Array({ minLength: 1, maxLength: 200 })),
  asHalves: fc.boolean(),
});

/** The app writes what is not ASCII as it is or, emoji, as the references of its two halves. */
function escaped(text: string, asHalves: boolean): string {
  const plain = text.replace(/[&<>"\0-\x1f]/g, letter => `&#${letter.charCodeAt(0)};`);
  return asHalves
    ? plain.replace(/[\u{10000}-\u{10ffff}]/gu, both =>
        [...both.split('')].map(half => `&#${half.charCodeAt(0)};`).join(''),
      )
    : plain;
}

function element({ at, who, isSent, text, picture, asHalves }: Turn): string {
  const body = escaped(text, asHalves);
  const name = escaped(NAMES[who] ?? '(Unknown)', false);
  const box = isSent ? 2 : 1;
  if (picture === null)
    return `<sms address="${who}" date="${at}" type="${box}" subject="null" body="${body}" contact_name="${name}" />`;
  const content = Buffer.from(picture).toString('base64');
  return `<mms date="${at - (at % 1000)}" msg_box="${box}" address="${who}" contact_name="${name}"><parts><part seq="0" ct="text/plain" text="${body}" /><part seq="1" ct="image/png" cl="p.png" data="${content}" /></parts><addrs><addr address="${isSent ? 'insert-address-token' : who}" type="137" /></addrs></mms>`;
}

test(`a generated SMS backup reads back as it was written, with exact spans (${RUNS} runs)`, () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 12 }), fc.constantFrom(undefined, 7), (turns, chunk) => {
      const elements = turns.map(element);
      const text = `<?xml version='1.0' encoding='UTF-8' ?>\n<smses count="${turns.length}">\n${elements.join('\n')}\n</smses>`;
      const bytes = new TextEncoder().encode(text);
      const reading = readSmsBackup(sourceOf(bytes, chunk));
      const found = [...reading.messages];
      assert.equal(found.length, turns.length);
      assert.equal(reading.unreadBytes, 0);
      assert.ok(!reading.doubts.some(({ code }) => code === 'count-differs'));
      assert.ok(tilesExactly([...found.map(({ span }) => span), ...reading.envelope], bytes.length));
      assert.equal(reading.conversations.length, new Set(turns.map(({ who }) => who)).size);
      found.forEach((message, n) => {
        const { at, who, isSent, text: body, picture } = turns[n] as Turn;
        assert.equal(message.body, body.toWellFormed());
        assert.equal(message.speaker, isSent ? PHONE_OWNER : (NAMES[who] ?? who));
        assert.equal(
          message.instant,
          picture === null
            ? new Date(at).toISOString()
            : new Date(at - (at % 1000)).toISOString().replace('.000', ''),
        );
        assert.equal(new TextDecoder().decode(bytes.subarray(...message.span)), elements[n]);
        if (reading.conversations.length > 1)
          assert.equal(reading.conversations[message.conversation ?? -1]?.id, who);
        if (picture === null) return;
        assert.deepEqual(message.attachments, [
          {
            name: 'p.png',
            kind: 'image/png',
            included: true,
            note: null,
            sha256: createHash('sha256').update(picture).digest('hex'),
            sizeBytes: picture.length,
          },
        ]);
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
