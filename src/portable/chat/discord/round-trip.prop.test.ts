import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { sourceOf } from '../source/byte-source.ts';
import { readDiscordExporter } from './exporter-read.ts';
import { readDiscordPackageCsv } from './package-csv-read.ts';
import { readDiscordPackageJson } from './package-json-read.ts';
import {
  discordExport,
  discordPackageCsv,
  discordPackageJson,
  type MadeMessage,
  offsetTime,
  snowflakeAt,
} from './testing/made.ts';

const RUNS = 120;
const SEED = 20261127;
const MINA = { id: '600000000000000001', name: 'mina' };
const JO = { id: '600000000000000002', name: 'jo 🦆' };

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'duck', ' ', '\\', '{"id":1}'), { maxLength: 12 }).map(parts => parts.join('')),
); // prettier-ignore

const message = fc.record({
  minutes: fc.integer({ min: 0, max: 50_000 }),
  millis: fc.integer({ min: 0, max: 59_999 }),
  author: fc.constantFrom(MINA, JO),
  text,
  editedAfter: fc.option(fc.integer({ min: 1, max: 99_999 })),
  replies: fc.boolean(),
  files: fc.array(fc.constantFrom('pond.png', 'ducks (1).jpg', 'ä.txt'), { maxLength: 2 }),
  reactions: fc.array(fc.record({ emoji: fc.constantFrom('🦆', '👍'), by: fc.constantFrom([MINA], [MINA, JO]) }), { maxLength: 2 }),
}); // prettier-ignore

/** Messages in the order of time, each answering the one before or nothing. */
const messages = fc.array(message, { maxLength: 15 }).map(all => {
  const made: MadeMessage[] = [];
  let at = Date.UTC(2022, 4, 1);
  for (const [n, { minutes, millis, editedAfter, replies, ...rest }] of all.entries()) {
    at += minutes * 60_000 + millis;
    const editedAt = editedAfter === null ? null : at + editedAfter;
    made.push({
      ...rest,
      id: snowflakeAt(at, n),
      at,
      editedAt,
      replyTo: replies ? (made.at(-1)?.id ?? null) : null,
    });
  }
  return made;
});

function joined(pieces: Iterable<string>): Uint8Array {
  return new TextEncoder().encode([...pieces].join(''));
}

/** The bytes of a span as text. */
function textAt(bytes: Uint8Array, [start, end]: readonly [number, number]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
}

const instantAt = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

test(`a generated channel export reads back as it was written, with exact spans (${RUNS} runs)`, () => {
  const style = fc.record({
    offsetMinutes: fc.constantFrom(-720, -210, 0, 60, 345, 840),
    indent: fc.constantFrom(undefined, 2, '\t'),
  });
  fc.assert(
    fc.property(messages, style, fc.integer({ min: 1, max: 500 }), (made, how, chunkBytes) => {
      const bytes = joined(discordExport(made, how));
      const reading = readDiscordExporter(sourceOf(bytes, chunkBytes));
      const found = [...reading.messages];
      assert.equal(found.length, made.length);
      assert.equal(reading.unreadBytes, 0);
      assert.deepEqual(
        reading.doubts.map(({ code }) => code),
        ['deleted-not-exported', 'text-form-not-stated'],
      );
      made.forEach(({ id, at, author, text: body, editedAt, replyTo, files, reactions }, n) => {
        const one = found[n];
        assert.ok(one);
        assert.deepEqual(
          [one.id, one.body, one.speaker, one.speakerId, one.replyTo ?? null],
          [id, body, author.name, author.id, replyTo],
        );
        assert.equal(one.writtenText, offsetTime(at, how.offsetMinutes));
        assert.equal(one.instant, instantAt(at));
        assert.equal(one.written, offsetTime(at, how.offsetMinutes).slice(0, -6));
        assert.equal(one.edited?.instant ?? null, editedAt === null ? null : instantAt(editedAt));
        assert.deepEqual((one.attachments ?? []).map(({ name }) => name), files); // prettier-ignore
        const put = reactions.flatMap(({ emoji, by }) =>
          by.map(({ name }) => ({ reaction: emoji, by: name })),
        );
        assert.deepEqual(one.reactions ?? [], put);
        const raw = JSON.parse(textAt(bytes, one.span)) as { id: string; content: string };
        assert.deepEqual([raw.id, raw.content], [id, body]);
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test(`a generated data package reads back as it was written, both as JSON and as CSV (${RUNS} runs)`, () => {
  const style = fc.record({
    isNew: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    isReversed: fc.boolean(),
  });
  fc.assert(
    fc.property(messages, style, fc.integer({ min: 1, max: 500 }), (oldestFirst, style, chunkBytes) => {
      const { isNew, lineEnd, isReversed } = style;
      const made = isReversed ? oldestFirst.toReversed() : oldestFirst;
      const forms = [
        [readDiscordPackageJson, joined(discordPackageJson(made, isNew)), isNew],
        [readDiscordPackageCsv, joined(discordPackageCsv(made, lineEnd)), false],
      ] as const;
      for (const [read, bytes, hasMillis] of forms) {
        const reading = read(sourceOf(bytes, chunkBytes));
        const found = [...reading.messages];
        assert.equal(found.length, made.length);
        assert.equal(reading.unreadBytes, 0);
        const codes = reading.doubts.map(({ code }) => code);
        assert.ok(codes.includes('own-messages-only'));
        assert.ok(!codes.includes('id-and-time-disagree') && !codes.includes('row-broken'));
        assert.ok(!found.some(({ doubts }) => doubts.includes('time-goes-backwards')) || made.length < 3);
        made.forEach(({ id, at, text: body, files }, n) => {
          const one = found[n];
          assert.ok(one);
          assert.deepEqual([one.id, one.body, one.speaker], [id, body, null]);
          const instant = new Date(at).toISOString();
          assert.equal(one.instant, hasMillis ? instant : instant.replace(/\.\d{3}/, ''));
          assert.deepEqual((one.attachments ?? []).map(({ name }) => decodeURIComponent(name ?? '')), files); // prettier-ignore
          assert.ok(textAt(bytes, one.span).includes(id));
        });
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
