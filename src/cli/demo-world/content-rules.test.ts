import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chatCalled, everyChat, WORLD } from './every-chat.ts';

const WITHHELD = '[withheld: sexual content]';

/** Not a filter for anything: a net under our own writing. Stems, so that forms of a word are caught too. */
const NEVER = [
  'sex',
  'nude',
  'naked',
  'porn',
  'rape',
  'undress',
  'underwear',
  'bikini',
  'kiss',
  'boob',
  'virgin',
  'paedo',
];
const NEVER_PLACES = [
  'london',
  'manchester',
  'england',
  'scotland',
  'wales',
  'ireland',
  'norfolk',
  'yorkshire',
  'america ',
];

/** Everything a person could read of the demo world. */
function allWords(): [where: string, words: string][] {
  const chats = everyChat().map(({ chat }): [string, string] => [
    chat.key,
    new TextDecoder().decode(chat.bytes),
  ]);
  const rest = WORLD.submissions.map((submission): [string, string] => {
    const { chats: _chats, ...written } = submission;
    return [submission.key, JSON.stringify(written)];
  });
  const people = JSON.stringify([
    WORLD.force,
    WORLD.officers,
    WORLD.people,
    WORLD.readyExport.suggestedAccount,
  ]);
  return [...chats, ...rest, ['people', people]];
}

test('nothing in the demo world is sexual: such a line is the agreed words and nothing else', () => {
  for (const [where, words] of allWords()) {
    const rest = words.replaceAll(WITHHELD, '').toLowerCase();
    for (const stem of NEVER) assert.ok(!new RegExp(`\\b${stem}`).test(rest), `${stem} in ${where}`);
  }
  const withheld = everyChat().flatMap(({ chat }) =>
    chat.truth.messages.filter(({ body }) => body.includes('withheld')),
  );
  assert.ok(withheld.length > 5);
  assert.ok(withheld.every(({ body }) => body === WITHHELD));
});

test('no real place, person or group is named in the demo world', () => {
  for (const [where, words] of allWords()) {
    const rest = words.toLowerCase().replaceAll('europe/london', '');
    for (const place of NEVER_PLACES) assert.ok(!rest.includes(place), `${place} in ${where}`);
  }
});

test('every telephone number in the demo world is from the drama range 07700 900000 to 900999', () => {
  let numbers = 0;
  for (const [where, words] of allWords()) {
    for (const [number] of words.matchAll(/(?:\+44 ?|\b0)7[\d ]{8,12}\d/g)) {
      assert.match(number.replace(/^\+44 ?/, '0').replaceAll(' ', ''), /^07700900\d{3}$/, where);
      numbers += 1;
    }
  }
  assert.ok(numbers > 100);
});

test('every domain in the demo world is under .example', () => {
  let domains = 0;
  for (const [where, words] of allWords()) {
    for (const [domain] of words.matchAll(/(?<=@|https?:\/\/)[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi)) {
      assert.match(domain, /\.example$/, where);
      domains += 1;
    }
    assert.doesNotMatch(words, /\bwww\.|\.(?:com|org|net|co\.uk)\b/i, where);
  }
  assert.ok(domains > 3);
});

const LONG_LINE_WORDS = 5;
const MOST_TIMES = 3;

test(`no line of ${LONG_LINE_WORDS} words or more comes more than ${MOST_TIMES} times in a demo chat`, () => {
  for (const { chat } of everyChat()) {
    const times = new Map<string, number>();
    for (const { body, kind } of chat.truth.messages) {
      const line = body.toLowerCase();
      if (kind === 'text' && line.split(' ').length >= LONG_LINE_WORDS)
        times.set(line, (times.get(line) ?? 0) + 1);
    }
    const often = [...times].filter(([, count]) => count > MOST_TIMES);
    assert.deepEqual(often, [], chat.key);
  }
});

const DISTINCT_SHARE = 0.85;

test(`of the longer lines in the demo chat of 5,000 messages at least ${DISTINCT_SHARE * 100}% are said once only`, () => {
  const lines = chatCalled('jay-r')
    .truth.messages.filter(({ kind, body }) => kind === 'text' && body.split(' ').length >= LONG_LINE_WORDS)
    .map(({ body }) => body.toLowerCase());
  assert.ok(new Set(lines).size / lines.length >= DISTINCT_SHARE);
});

test('people in the demo chats sleep at night and answer each other', () => {
  for (const key of ['jay-r', 'kit']) {
    const { messages } = chatCalled(key).truth;
    const hour = (written: string) => Number(written.slice(11, 13));
    const atNight = messages.filter(({ written }) => hour(written) >= 2 && hour(written) < 7);
    assert.ok(atNight.length <= 1, key);
    const turns = messages.filter((message, place) => message.speaker !== messages[place - 1]?.speaker);
    assert.ok(turns.length > messages.length / 2, key);
  }
});
