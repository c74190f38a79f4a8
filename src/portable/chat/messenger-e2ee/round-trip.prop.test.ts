import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readChat, sourceOf } from '../index.ts';

const RUNS = 120;
const SEED = 20261127;
const FAILURE = 'Failed to download media';

const words = fc.string({ unit: 'binary', maxLength: 16 });
const truth = fc.record({
  isUnsent: fc.boolean(),
  media: fc.array(fc.option(fc.nat(999)), { maxLength: 3 }),
  reactions: fc.array(fc.record({ actor: words, reaction: words }), { maxLength: 2 }),
  senderName: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  text: words,
  timestamp: fc.integer({ min: Date.UTC(2016, 0, 1), max: Date.UTC(2026, 0, 1) }),
});

test(`a generated download of encrypted messages reads back as it was written, with exact spans (${RUNS} runs)`, () => {
  fc.assert(
    fc.property(fc.array(truth, { maxLength: 12 }), fc.integer({ min: 1, max: 99 }), (truths, chunkBytes) => {
      const rows = truths.map(({ media, ...row }) => ({
        ...row,
        media: media.map(each => ({ uri: each === null ? FAILURE : `./media/${each}.jpg` })),
        type: 'text',
      }));
      const file = { participants: truths.map(each => each.senderName), threadName: 'Jo_7', messages: rows };
      const bytes = new TextEncoder().encode(JSON.stringify(file));
      const written = (JSON.parse(new TextDecoder().decode(bytes)) as typeof file).messages;
      const result = readChat(sourceOf(bytes, chunkBytes), { format: 'messenger-e2ee-json' });
      assert.ok(result.ok);
      const messages = [...result.reading.messages];
      assert.deepEqual([messages.length, result.reading.unreadBytes], [truths.length, 0]);
      messages.forEach((message, n) => {
        const { isUnsent, media, reactions, senderName, text, timestamp } = truths[
          n
        ] as (typeof truths)[number];
        const content = media.length > 0 ? 'media' : text === '' ? 'other' : 'text';
        assert.equal(message.kind, isUnsent ? 'deleted' : content);
        assert.deepEqual([message.speakerWritten ?? message.speaker ?? '', message.body], [senderName, text]);
        assert.equal(message.instant, new Date(timestamp).toISOString());
        const files = (message.attachments ?? []).map(({ name, note, included }) => [name, note, included]);
        const wanted = media.map(each =>
          each === null ? [null, FAILURE, false] : [`./media/${each}.jpg`, null, true],
        );
        assert.deepEqual(files, wanted);
        assert.deepEqual(message.reactions ?? [], reactions.map(({ actor, reaction }) => ({ reaction, by: actor }))); // prettier-ignore
        assert.deepEqual(JSON.parse(new TextDecoder().decode(bytes.subarray(...message.span))), written[n]);
      });
      assert.ok(!result.reading.doubts.some(({ code }) => code === 'participant-silent'));
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
