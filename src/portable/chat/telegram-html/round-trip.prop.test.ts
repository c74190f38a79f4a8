import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { sourceOf } from '../source/byte-source.ts';
import { readTelegramHtml } from './read.ts';

const RUNS = 120;
const SEED = 20261127;
const CHUNKS = [1 << 20, 7];

/** Words as the app would have them: whole characters, no blanks at the edges where the page itself writes some. */
const words = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 24 })
  .map(text => text.toWellFormed().replaceAll('\r', ' '));
const name = words.map(text => `N${text.replace(/[\s\0]+/g, ' ')}n`);

const turn = fc.record({
  at: fc.integer({ min: Date.UTC(2014, 0, 1) / 1000, max: Date.UTC(2026, 0, 1) / 1000 }),
  from: name,
  body: words.map(text => `w${text}w`),
  isJoined: fc.boolean(),
  replyTo: fc.option(fc.nat(30), { nil: null }),
});
type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;

/** As the app escapes text. */
function escaped(text: string): string {
  const special: Record<string, string> = { '\n': '<br>', '"': '&quot;', '&': '&amp;', "'": '&apos;', '<': '&lt;', '>': '&gt;' }; // prettier-ignore
  return text.replace(
    /[\n"&'<>\x00-\x1f]/g,
    each => special[each] ?? `&#x${each.charCodeAt(0).toString(16)};`,
  );
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function titleOf(seconds: number): string {
  const at = new Date(seconds * 1000);
  const date = `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()}`;
  return `${date} ${at.toISOString().slice(11, 19)} UTC+01:00`;
}

function written({ at, from, body, isJoined, replyTo }: Turn, id: number): string {
  const head = isJoined ? '' : `\n       <div class="from_name">\n${escaped(from)} \n       </div>\n`;
  const reply =
    replyTo === null
      ? ''
      : `\n       <div class="reply_to details">\nIn reply to <a href="#go_to_message${replyTo}">this message</a>\n       </div>\n`;
  return `<div class="message default clearfix${isJoined ? ' joined' : ''}" id="message${id}">

      <div class="body">

       <div class="pull_right date details" title="${titleOf(at)}">
12:00
       </div>
${head}${reply}
       <div class="text">
${escaped(body)}
       </div>

      </div>

     </div>`;
}

const START =
  '<!DOCTYPE html>\n<html><body><div class="page_wrap"><div class="page_body"><div class="history">\n';
const END = '\n</div></div></div></body></html>\n';

test(`a generated page reads back as it was written, with exact spans, whatever the windows (${RUNS} runs)`, () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 12 }), fc.constantFrom(...CHUNKS), (turns, chunkBytes) => {
      const elements = turns.map((each, n) => written(each, n));
      const bytes = new TextEncoder().encode(START + elements.join('\n\n     ') + END);
      const reading = readTelegramHtml(sourceOf(bytes, chunkBytes));
      const found = [...reading.messages];
      assert.equal(found.length, turns.length);
      assert.deepEqual(reading.unread, []);
      let speaker: string | null = null;
      found.forEach((message, n) => {
        const { at, from, body, isJoined, replyTo } = turns[n] as Turn;
        speaker = isJoined ? speaker : from;
        assert.equal(message.speaker, speaker);
        assert.equal(message.body, body);
        assert.equal(message.id, `${n}`);
        assert.equal(message.replyTo, replyTo === null ? undefined : `${replyTo}`);
        assert.equal(message.written, new Date(at * 1000).toISOString().slice(0, 19));
        assert.equal(message.instant, null);
        assert.equal(new TextDecoder().decode(bytes.subarray(...message.span)), elements[n]);
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
