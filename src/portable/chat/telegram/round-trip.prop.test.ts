import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { sourceOf } from '../source/byte-source.ts';
import { readTelegram } from './read.ts';

const RUNS = 120;
const SEED = 20261123;

const OFFSETS_MINUTES = [-720, -210, 0, 60, 345, 840];

interface Turn {
  readonly at: number;
  readonly offsetMinutes: number;
  readonly from: string;
  readonly parts: readonly string[];
  readonly rich: boolean;
}

const turn = fc.record({
  at: fc.integer({ min: Date.UTC(2014, 0, 1) / 1000, max: Date.UTC(2026, 0, 1) / 1000 }),
  offsetMinutes: fc.constantFrom(...OFFSETS_MINUTES),
  from: fc.string({ unit: 'binary', maxLength: 12 }),
  parts: fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ maxLength: 20 })), {
    maxLength: 4,
  }),
  rich: fc.boolean(),
});

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}

function written({ at, offsetMinutes, from, parts, rich }: Turn, id: number): object {
  const text = rich
    ? parts.map((part, i) => (i % 2 === 0 ? part : { type: 'bold', text: part }))
    : parts.join('');
  return {
    id,
    type: 'message',
    date: iso(at + offsetMinutes * 60),
    date_unixtime: String(at),
    from,
    from_id: `user${from.length}`,
    text,
  };
}

test(`a generated Telegram export reads back as it was written, with exact spans (${RUNS} runs)`, () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 20 }), fc.constantFrom(undefined, 1, '\t'), (turns, indent) => {
      const messages = turns.map((each, n) => written(each, n));
      const bytes = new TextEncoder().encode(
        JSON.stringify({ name: 'Lee', type: 'personal_chat', id: 1, messages }, null, indent),
      );
      const reading = readTelegram(sourceOf(bytes));
      const found = [...reading.messages];
      assert.equal(found.length, turns.length);
      assert.equal(reading.unreadBytes, 0);
      found.forEach((message, n) => {
        const { at, offsetMinutes, from, parts } = turns[n] as Turn;
        assert.equal(message.id, String(n));
        assert.equal(message.body, parts.join(''));
        assert.equal(message.speakerWritten ?? message.speaker ?? '', from);
        assert.equal(message.instant, `${iso(at)}Z`);
        assert.equal(message.written, iso(at + offsetMinutes * 60));
        assert.ok(reading.zone.offsetsMinutes.includes(offsetMinutes));
        assert.deepEqual(JSON.parse(new TextDecoder().decode(bytes.subarray(...message.span))), messages[n]);
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
