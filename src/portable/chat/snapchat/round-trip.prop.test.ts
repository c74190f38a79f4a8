import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readChat, sourceOf, type Message } from '../index.ts';

const RUNS = 120;
const SEED = 20261127;

const KINDS = {
  TEXT: 'text',
  MEDIA: 'media',
  NOTE: 'media',
  LOCATION: 'location',
  STATUSERASEDMESSAGE: 'deleted',
  STATUSPARTICIPANTREMOVED: 'system',
} as const;
type MediaType = keyof typeof KINDS;

const words = fc.string({ unit: 'binary', maxLength: 16 });
const at = fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2026, 0, 1) });
const row = fc.record({
  at,
  from: words,
  mediaType: fc.constantFrom(...(Object.keys(KINDS) as MediaType[])),
  content: words,
  ids: fc.array(fc.constantFrom('b~Ei', 'b~Eq', 'x y'), { maxLength: 3 }),
  unit: fc.constantFrom(1, 1000),
});
const chats = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.array(row, { maxLength: 5 }), {
  maxKeys: 4,
  noNullPrototype: true,
});

function created(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function readingOf(file: object, chunkBytes: number): { messages: Message[]; bytes: Uint8Array } {
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const result = readChat(sourceOf(bytes, chunkBytes), { format: 'snapchat-json' });
  assert.ok(result.ok);
  assert.equal(result.reading.unreadBytes, 0);
  return { messages: [...result.reading.messages], bytes };
}

function rawOf({ span }: Message, bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes.subarray(...span)));
}

test(`a generated file of chats reads back as it was written, with exact spans (${RUNS} runs)`, () => {
  fc.assert(
    fc.property(chats, fc.integer({ min: 1, max: 99 }), (truths, chunkBytes) => {
      const written = ({ at: ms, from, mediaType, content, ids, unit }: typeof row extends fc.Arbitrary<infer T> ? T : never) => ({
        From: from,
        'Media Type': mediaType,
        Created: created(ms),
        Content: content,
        'Created(microseconds)': ms * unit,
        'Media IDs': ids.join(' | '),
      }); // prettier-ignore
      const file = Object.fromEntries(Object.entries(truths).map(([key, rows]) => [key, rows.map(written)]));
      const { messages, bytes } = readingOf(file, chunkBytes);
      const all = Object.values(truths).flat();
      assert.equal(messages.length, all.length);
      const ordered = Object.values(file).flat();
      messages.forEach((message, n) => {
        const { at: ms, from, mediaType, content, ids } = all[n] as (typeof all)[number];
        assert.deepEqual(
          [message.kind, message.speakerWritten ?? message.speaker ?? '', message.body],
          [KINDS[mediaType], from, content],
        );
        assert.equal(message.instant, new Date(ms).toISOString());
        assert.deepEqual(
          (message.attachments ?? []).flatMap(({ name }) => (name === null ? [] : [name])),
          ids,
        );
        assert.deepEqual(rawOf(message, bytes), ordered[n]);
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test(`a generated file of the older form reads back as it was written, with exact spans (${RUNS} runs)`, () => {
  const old = fc.array(fc.record({ at, who: words, text: words }), { maxLength: 5 });
  fc.assert(
    fc.property(old, old, fc.integer({ min: 1, max: 99 }), (received, sent, chunkBytes) => {
      const text = (plain: string): string =>
        plain.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('<', '&lt;');
      const rowOf = (key: string) => (each: (typeof received)[number]) => ({
        [key]: each.who,
        'Media Type': 'TEXT',
        Created: created(each.at),
        Text: text(each.text),
      });
      const file = {
        'Received Saved Chat History': received.map(rowOf('From')),
        'Sent Saved Chat History': sent.map(rowOf('To')),
      };
      const { messages, bytes } = readingOf(file, chunkBytes);
      const rows = Object.values(file).flat();
      assert.equal(messages.length, rows.length);
      messages.forEach((message, n) => {
        const each = [...received, ...sent][n] as (typeof received)[number];
        assert.deepEqual([message.body, message.instant], [each.text, `${created(each.at).slice(0, 19).replace(' ', 'T')}Z`]); // prettier-ignore
        assert.equal(message.speakerWritten ?? message.speaker ?? '', n < received.length ? each.who : '');
        assert.deepEqual(rawOf(message, bytes), rows[n]);
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
