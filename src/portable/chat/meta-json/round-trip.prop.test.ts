import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readChat, sourceOf } from '../index.ts';
import type { Message } from '../reading.ts';

const RUNS = 150;
const SEED = 20261127;
const EARLIEST = Date.UTC(2012, 0, 1);
const LATEST = Date.UTC(2026, 0, 1);

const FILE_KEYS = { photos: 'photo', videos: 'video', audio_files: 'audio', gifs: 'gif', files: 'document' };
type FileKey = keyof typeof FILE_KEYS;

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 16 }),
  fc.constantFrom('ducks 🦆', 'Ã©', 'Zoë'),
);
const name = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  fc.constantFrom('Zoë', 'Jo'),
);

/** What was written, before the app takes its text apart. */
const truth = fc.record({
  at: fc.integer({ min: EARLIEST, max: LATEST }),
  from: name,
  content: fc.option(words),
  files: fc.dictionary(
    fc.constantFrom(...(Object.keys(FILE_KEYS) as FileKey[])),
    fc.array(words, { maxLength: 2 }),
  ),
  share: fc.option(fc.record({ link: words, share_text: words })),
  reactions: fc.array(fc.record({ reaction: words, actor: name }), { maxLength: 2 }),
  call: fc.option(fc.nat(7200)),
  isMissed: fc.boolean(),
  isUnsent: fc.boolean(),
});
type Truth = typeof truth extends fc.Arbitrary<infer T> ? T : never;

/** Every string with a character for each byte of its UTF-8. */
function takenApart(value: unknown): unknown {
  if (typeof value === 'string') return Buffer.from(value, 'utf8').toString('latin1');
  if (Array.isArray(value)) return value.map(takenApart);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, takenApart(each)]));
}

function rowOf({ at, from, content, files, share, reactions, call, isMissed, isUnsent }: Truth): object {
  return {
    sender_name: from,
    timestamp_ms: at,
    ...(content === null ? {} : { content }),
    ...Object.fromEntries(Object.entries(files).map(([key, uris]) => [key, uris.map(uri => ({ uri }))])),
    ...(share === null ? {} : { share }),
    ...(reactions.length > 0 ? { reactions } : {}),
    ...(call === null ? {} : { call_duration: call, ...(isMissed ? { missed: true } : {}) }),
    ...(isUnsent ? { is_unsent: true } : {}),
    is_geoblocked_for_viewer: false,
  };
}

/** The export: escapes for all beyond ASCII, as the apps write them, or the characters themselves. */
function written(truths: readonly Truth[], escaped: boolean, indent: number): string {
  const file = {
    participants: truths.map(({ from }) => ({ name: from })),
    messages: truths.map(rowOf),
    title: 'Zoë',
  };
  const text = JSON.stringify(takenApart({ ...file, thread_path: 'inbox/zoë_1' }), null, indent);
  if (!escaped) return text;
  return text.replace(/[\x7f-\uffff]/g, each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function kindOf({ content, files, share, call, isUnsent }: Truth): string {
  if (isUnsent) return 'deleted';
  if (call !== null) return 'call';
  if (Object.values(files).some(uris => uris.length > 0)) return 'media';
  return content === null && share === null ? 'other' : 'text';
}

function assertTrue(message: Message, each: Truth): void {
  const { at, from, content, files, share, reactions, call, isMissed } = each;
  assert.equal(message.kind, kindOf(each));
  assert.equal(message.speakerWritten ?? message.speaker ?? '', from);
  assert.equal(message.body, content ?? '');
  assert.equal(message.instant, new Date(at).toISOString());
  assert.deepEqual(message.reactions ?? [], reactions.map(({ reaction, actor }) => ({ reaction, by: actor }))); // prettier-ignore
  const names = (Object.keys(FILE_KEYS) as FileKey[]).flatMap(key =>
    (files[key] ?? []).map(uri => [FILE_KEYS[key], uri, null]),
  );
  const shares = share === null ? [] : [['share', share.link, share.share_text]];
  const found = (message.attachments ?? []).map(({ kind, name: path, note }) => [kind, path, note]);
  assert.deepEqual(found, [...names, ...shares]);
  if (message.kind !== 'call') return;
  assert.equal(message.call?.durationSeconds, call);
  assert.equal(message.call?.outcome, isMissed ? 'missed' : null);
}

test(`a generated Messenger or Instagram file reads back as it was written, with exact spans (${RUNS} runs)`, () => {
  const form = fc.record({ escaped: fc.boolean(), indent: fc.constantFrom(0, 2), chunkBytes: fc.integer({ min: 1, max: 99 }) }); // prettier-ignore
  fc.assert(
    fc.property(fc.array(truth, { maxLength: 12 }), form, (truths, { escaped, indent, chunkBytes }) => {
      const bytes = new TextEncoder().encode(written(truths, escaped, indent));
      for (const format of ['messenger-json', 'instagram-json'] as const) {
        const result = readChat(sourceOf(bytes, chunkBytes), { format });
        assert.ok(result.ok);
        const messages = [...result.reading.messages];
        assert.equal(messages.length, truths.length);
        assert.equal(result.reading.unreadBytes, 0);
        assert.deepEqual([result.reading.conversations[0]?.name, result.reading.conversations[0]?.id], ['Zoë', 'inbox/zoë_1']); // prettier-ignore
        messages.forEach((message, n) => {
          const each = truths[n] as Truth;
          assertTrue(message, each);
          const raw: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(...message.span)));
          assert.deepEqual(raw, takenApart(rowOf(each)));
          assertRepairs(message, bytes);
        });
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

/** Each repair stands at a string of the message, and says what it was. */
function assertRepairs(message: Message, bytes: Uint8Array): void {
  for (const { what, at, before, after } of message.repairs ?? []) {
    assert.equal(what, 'mojibake');
    assert.ok(at >= message.span[0] && at < message.span[1]);
    assert.equal(Buffer.from(before, 'latin1').toString('utf8'), after);
    const text = new TextDecoder().decode(bytes.subarray(at - 1, message.span[1]));
    assert.equal(JSON.parse(/^"(?:[^"\\]|\\.)*"/s.exec(text)?.[0] ?? 'null'), before);
  }
}
