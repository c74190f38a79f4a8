import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWhatsapp } from './read.ts';

const STRANGER = '27/03/2022, 20:03 - Meg: u coming or not';

/** Twenty messages of two people, a minute each, with `line` after the tenth and others where they are given. */
function chatWith(line: string, others: readonly string[] = []): string[] {
  const lines = Array.from(
    { length: 20 },
    (_, n) => `27/03/2022, 21:${n + 10} - ${n % 2 === 0 ? 'Mina' : 'Jo'}: line ${n}`,
  );
  lines.splice(10, 0, line);
  return [...lines, ...others];
}

function read(lines: readonly string[]) {
  return readWhatsapp(new TextEncoder().encode(lines.join('\n')));
}

function isJoined(lines: readonly string[]): boolean {
  return read(lines).doubts.some(({ code }) => code === 'header-like-body-line');
}

test('a third name that appears once in a chat of two, earlier than its neighbours, is text inside the message before', () => {
  const reading = read(chatWith(STRANGER));
  const messages = [...reading.messages];
  assert.equal(messages.length, 20);
  const holder = messages[9];
  assert.equal(holder?.body, `line 9\n${STRANGER}`);
  assert.deepEqual([holder.speaker, holder.doubts], ['Jo', ['header-like-body-line']]);
  assert.deepEqual(holder.otherReading, { kind: 'text', speaker: 'Meg', body: 'u coming or not' });
  assert.equal(holder.continuations?.length, 1);
  assert.deepEqual(
    reading.speakers.map(({ name }) => name),
    ['Mina', 'Jo'],
  );
  assert.equal(messages[10]?.body, 'line 10');
  assert.deepEqual(messages[10].doubts, []);
});

test('lines behind the pasted one belong to both readings', () => {
  const holder = [...read(chatWith(`${STRANGER}\nsee u`)).messages][9];
  assert.equal(holder?.body, `line 9\n${STRANGER}\nsee u`);
  assert.equal(holder.otherReading?.body, 'u coming or not\nsee u');
});

test('two such lines each stay in the message before them', () => {
  const lines = chatWith(STRANGER);
  lines.splice(15, 0, STRANGER.replace('Meg', 'Sam'));
  const joined = [...read(lines).messages].filter(({ otherReading }) => otherReading !== undefined);
  assert.deepEqual(
    joined.map(({ n, otherReading }) => [n, otherReading?.speaker]),
    [
      [9, 'Meg'],
      [13, 'Sam'],
    ],
  );
});

const MESSAGES: readonly (readonly [why: string, lines: readonly string[]])[] = [
  ['its time fits', chatWith('27/03/2022, 21:19 - Meg: hi')],
  ['its time is later than its neighbours', chatWith('27/03/2022, 23:19 - Meg: hi')],
  ['the name speaks again', chatWith(STRANGER, ['27/03/2022, 21:50 - Meg: again'])],
  ['three people speak often', chatWith(STRANGER, Array<string>(10).fill('27/03/2022, 21:50 - Kim: x'))],
  ['the two speak seldom', chatWith(STRANGER).slice(4)],
  [
    'the message before is the notice of a deleted one',
    chatWith(STRANGER).map(line => line.replace('line 9', 'This message was deleted')),
  ],
  ['it is the last line', [...chatWith(STRANGER).toSpliced(10, 1), STRANGER]],
  [
    'its neighbours are far apart',
    chatWith(STRANGER)
      .filter((_, n) => n !== 11)
      .concat(Array<string>(2).fill('27/03/2022, 21:50 - Mina: x')),
  ],
];

for (const [why, lines] of MESSAGES) {
  test(`a line like a header of a third person is a message when ${why}`, () => {
    assert.equal(isJoined(lines), false);
    assert.equal(read(lines).messageCount, lines.length);
  });
}
