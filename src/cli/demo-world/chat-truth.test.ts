import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { ChatTruth, Span, Trap } from './chat-truth.ts';
import { chatCalled, everyChat } from './every-chat.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textAt(bytes: Uint8Array, [start, end]: Span): string {
  return utf8.decode(bytes.subarray(start, end));
}

function plainText(json: string): string {
  const value: unknown = JSON.parse(json);
  if (!Array.isArray(value)) return String(value);
  return value
    .map((part: unknown) => (typeof part === 'string' ? part : (part as { text: string }).text))
    .join('');
}

for (const { chat } of everyChat()) {
  const { bytes, truth } = chat;

  test(`the spans of the demo chat ${chat.key} tile its file`, () => {
    const spans = [...truth.messages.map(({ span }) => span), ...truth.envelope].sort(
      (one, other) => one[0] - other[0],
    );
    const ends = [0, ...spans.map(([, end]) => end)];
    assert.deepEqual(
      spans.map(([start]) => start),
      ends.slice(0, -1),
    );
    assert.equal(ends.at(-1), bytes.length);
  });

  test(`each body of the demo chat ${chat.key} is what its bytes spell, inside its span`, () => {
    for (const { body, bodySpan, span } of truth.messages) {
      assert.ok(span[0] <= bodySpan[0] && bodySpan[0] <= bodySpan[1] && bodySpan[1] <= span[1]);
      const spelt = textAt(bytes, bodySpan);
      assert.equal(truth.format === 'telegram-json' ? plainText(spelt) : spelt, body);
    }
  });

  test(`the size, digest and counts of the demo chat ${chat.key} are those of its bytes and messages`, () => {
    assert.equal(truth.sizeBytes, bytes.length);
    assert.equal(truth.digestHex, createHash('sha256').update(bytes).digest('hex'));
    assert.deepEqual(
      truth.messages.map(({ n }) => n),
      [...truth.messages.keys()],
    );
    assert.equal(truth.counts.messages, truth.messages.length);
    assert.equal(
      Object.values(truth.counts.byKind).reduce((sum, count) => sum + count),
      truth.messages.length,
    );
  });

  test(`the demo chat ${chat.key} goes back in time only where its truth says so`, () => {
    const back = truth.messages.filter(
      (message, place) => message.instant < (truth.messages[place - 1]?.instant ?? ''),
    );
    assert.deepEqual(
      back,
      truth.messages.filter(({ traps }) => traps.includes('goes-back')),
    );
    assert.ok(truth.messages.every(({ instant }) => instant > '2026-09-01' && instant < '2026-11-22'));
  });
}

test('the Telegram demo chat is JSON of one group, with a gap in its numbers for each deleted run', () => {
  const { bytes, truth } = chatCalled('blocks-group');
  const file = JSON.parse(utf8.decode(bytes)) as { type: string; messages: { id: number; date: string }[] };
  assert.equal(file.type, 'private_group');
  assert.deepEqual(
    file.messages.map(({ date }) => date),
    truth.messages.map(({ written }) => written),
  );
  const gaps = file.messages.filter(
    (message, place) => place > 0 && message.id !== (file.messages[place - 1]?.id ?? 0) + 1,
  );
  assert.ok(gaps.length >= 2);
});

test('every date of the American demo phone could be read day first as well', () => {
  const text = utf8.decode(chatCalled('american-phone').bytes);
  const dates = [...text.matchAll(/^(\d+)\/(\d+)\/26, \d+:\d\d\u202f[AP]M - /gm)];
  assert.equal(dates.length, chatCalled('american-phone').truth.messages.length);
  assert.ok(dates.every(([, month, day]) => Number(month) <= 12 && Number(day) <= 12));
});

const SHOWN: readonly (readonly [trap: Trap, key: string])[] = [
  ['edited', 'jay-r'],
  ['gap-before', 'jay-r'],
  ['gap-before', 'kit'],
  ['goes-back', 'jay-r'],
  ['imitates-header', 'jay-r'],
  ['joined-emoji', 'american-phone'],
  ['joined-emoji', 'kit'],
  ['many-lines', 'jay-r'],
  ['phone-number-name', 'american-phone'],
  ['phone-number-name', 'school-paste'],
  ['repeated-hour', 'blocks-group'],
  ['repeated-hour', 'jay-r'],
  ['repeated-hour', 'kit'],
  ['right-to-left', 'american-phone'],
  ['right-to-left', 'blocks-group'],
  ['withheld', 'robbo'],
];

test('each trap the demo chats are there for is in the chat it is promised in', () => {
  for (const [trap, key] of SHOWN) {
    assert.ok(
      chatCalled(key).truth.messages.some(({ traps }) => traps.includes(trap)),
      `${trap} in ${key}`,
    );
  }
});

test('in the repeated hour the demo clock shows a time again that it showed an hour before', () => {
  for (const key of ['jay-r', 'kit', 'blocks-group']) {
    const night = chatCalled(key).truth.messages.filter(({ traps }) => traps.includes('repeated-hour'));
    const turn = night.findIndex(({ written }, place) => written < (night[place - 1]?.written ?? ''));
    assert.ok(turn > 0, key);
    assert.ok((night[turn]?.instant ?? '') > (night[turn - 1]?.instant ?? ''), key);
  }
});

/** Message numbers as the screens count them, from 1. */
const FIXED: readonly (readonly [key: string, number: number, words: string])[] = [
  ['jay-r', 131, '13. 14 in march'],
  ['jay-r', 402, 'im 13 i dont have a job lol'],
  ['jay-r', 486, '[withheld: sexual content]'],
  ['jay-r', 1180, 'you there?'],
  ['jay-r', 1193, '[withheld: sexual content]'],
  ['jay-r', 1200, 'orrenby bus station by the cafe. i can drive over for 2'],
  ['jay-r', 1203, 'meg keeps going on look\n18/09/2026, 20:03 - Meg: u coming tmrw or not'],
  ['jay-r', 1240, 'cant do tmrw now'],
  ['jay-r', 2011, '[withheld: sexual content]'],
  ['jay-r', 2212, 'send me a pic'],
  ['jay-r', 2230, 'go on just ur face'],
  ['jay-r', 2904, 'im 13 tho'],
  ['kit', 60, 'im 14. 15 in june'],
  ['kit', 2288, 'So Tarnwick leisure centre, 4.30, by the bike racks'],
];

test(`the ${FIXED.length} moments other pages point at stand at their message numbers`, () => {
  for (const [key, number, words] of FIXED) assert.equal(messageNumber(chatCalled(key).truth, number), words);
});

function messageNumber(truth: ChatTruth, number: number): string | undefined {
  return truth.messages[number - 1]?.body;
}
