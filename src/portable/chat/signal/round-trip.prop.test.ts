import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { sourceOf } from '../source/byte-source.ts';
import { readSignalJsonl } from './jsonl-read.ts';
import { readSignalExport } from './markdown-read.ts';
import { MADE_CHATS, MADE_PEOPLE, type MadeMessage, signalJsonl, signalMarkdown } from './testing/made.ts';

const RUNS = 120;
const SEED = 20261127;
const SHA_256 = '07'.repeat(32);

/** What a person may write that looks like the program's own marks and is none of them. */
const words = fc
  .array(fc.constantFrom('duck', '🦆', ' ', '  ', ':', ', ', '\n', '>', '(-', '[x]', '](', '[2022-05-01', '(( '), { minLength: 1, maxLength: 10 })
  .map(parts => `w${parts.join('')}`); // prettier-ignore

const quote = fc.option(fc.array(fc.constantFrom('duck', 'two words', '>', '🦆'), { minLength: 1, maxLength: 3 }).map(lines => lines.join('\n'))); // prettier-ignore

function messagesOf(text: fc.Arbitrary<string>): fc.Arbitrary<MadeMessage[]> {
  const message = fc.record({
    millis: fc.integer({ min: 1, max: 5_000_000 }),
    author: fc.nat(2),
    chat: fc.nat(1),
    text,
    quote,
    files: fc.array(fc.constantFrom('pond.png', 'ducks (1).jpg', 'a]b.txt', 'ä.m4a'), { maxLength: 2 }),
    reactions: fc.array(fc.record({ emoji: fc.constantFrom('🦆', '👍'), by: fc.nat(2) }), { maxLength: 2 }),
    earlier: fc.array(fc.constantFrom('first', 'second'), { maxLength: 2 }),
    isDeleted: fc.boolean(),
  });
  return fc.array(message, { maxLength: 15 }).map(all => {
    const made: MadeMessage[] = [];
    let at = Date.UTC(2022, 4, 1);
    for (const { millis, ...rest } of all) {
      at += millis;
      const answers = made.findLast(({ chat }) => chat === rest.chat) ?? null;
      made.push({ ...rest, at, answers, quote: answers === null ? null : rest.quote });
    }
    return made;
  });
}

function joined(pieces: Iterable<string>): Uint8Array {
  return new TextEncoder().encode([...pieces].join(''));
}

function textAt(bytes: Uint8Array, [start, end]: readonly [number, number]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
}

test(`a generated chat.md reads back as it was written, with exact spans (${RUNS} runs)`, () => {
  const style = fc.record({
    isNew: fc.constant(true),
    offsetMinutes: fc.constantFrom(-720, 0, 345),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  });
  fc.assert(
    fc.property(messagesOf(words), style, fc.integer({ min: 1, max: 300 }), (made, how, chunkBytes) => {
      const pieces = [...signalMarkdown(made, how)];
      const bytes = joined(pieces);
      const reading = readSignalExport(sourceOf(bytes, chunkBytes));
      const found = [...reading.messages];
      assert.equal(found.length, made.length);
      assert.equal(reading.unreadBytes, 0);
      made.forEach((message, n) => {
        const one = found[n];
        assert.ok(one);
        assert.equal(textAt(bytes, one.span), pieces[n]);
        assert.equal(one.speaker, MADE_PEOPLE[message.author]);
        assert.equal(
          one.written,
          new Date(message.at + how.offsetMinutes * 60_000).toISOString().slice(0, 19),
        );
        assert.equal(one.kind === 'deleted', message.isDeleted);
        if (message.isDeleted) return;
        assert.equal(one.body, message.text.replaceAll('\n', how.lineEnd));
        assert.equal(one.quote ?? null, message.quote);
        assert.deepEqual((one.attachments ?? []).map(({ name }) => name), message.files); // prettier-ignore
        const put = message.reactions.map(({ emoji, by }) => ({ reaction: emoji, by: MADE_PEOPLE[by] }));
        assert.deepEqual(one.reactions ?? [], put);
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test(`a chat.md of the older program reads back to the minute (${RUNS} runs)`, () => {
  const plain = fc.array(fc.constantFrom('duck', '🦆', ' b', ':c', '\nd', '>e'), { minLength: 1, maxLength: 6 }).map(parts => parts.join('').trim()); // prettier-ignore
  fc.assert(
    fc.property(messagesOf(plain), made => {
      const bytes = joined(signalMarkdown(made, { isNew: false, offsetMinutes: 60, lineEnd: '\n' }));
      const found = [...readSignalExport(sourceOf(bytes)).messages];
      assert.deepEqual(
        found.map(({ kind, body, written }) => [kind === 'deleted' ? null : body, written]),
        made.map(({ isDeleted, text, at }) => [
          isDeleted ? null : text,
          new Date(at + 3_600_000).toISOString().slice(0, 16),
        ]),
      );
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test(`a generated main.jsonl reads back as it was written, with exact spans (${RUNS} runs)`, () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 });
  fc.assert(
    fc.property(messagesOf(text), fc.integer({ min: 1, max: 300 }), (made, chunkBytes) => {
      const pieces = [...signalJsonl(made)];
      const bytes = joined(pieces);
      const reading = readSignalJsonl(sourceOf(bytes, chunkBytes));
      const found = [...reading.messages];
      assert.equal(found.length, made.length);
      assert.deepEqual(
        [reading.unreadBytes, reading.conversations.map(({ name }) => name)],
        [0, [...MADE_CHATS]],
      );
      assert.deepEqual(reading.doubts, []);
      made.forEach((message, n) => {
        const one = found[n];
        assert.ok(one);
        assert.equal(textAt(bytes, one.span), pieces[pieces.length - made.length + n]);
        assert.deepEqual([one.speaker, one.conversation], [MADE_PEOPLE[message.author], message.chat]);
        assert.equal(one.id, `${message.author + 1}/${message.at}`);
        assert.equal(one.instant, new Date(message.at).toISOString());
        assert.equal(one.kind === 'deleted', message.isDeleted);
        if (message.isDeleted) return;
        assert.equal(one.body, message.text);
        assert.equal(one.quote ?? null, message.quote);
        const answered = message.quote === null ? null : message.answers;
        assert.equal(one.replyTo ?? null, answered && `${answered.author + 1}/${answered.at}`);
        assert.deepEqual(one.edited?.earlier ?? [], message.earlier);
        const files = (one.attachments ?? []).map(({ name, sha256, sizeBytes }) => [name, sha256, sizeBytes]);
        assert.deepEqual(files, message.files.map(name => [name, SHA_256, 7])); // prettier-ignore
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
