import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Doubt } from '../reading.ts';
import { sourceOf } from '../source/byte-source.ts';
import { readTelegram } from './read.ts';

type Id = number | string | null;

function chatOf(type: string, ids: readonly Id[]): object {
  const messages = ids.map(id => ({
    ...(id === null ? {} : { id }),
    type: 'message',
    date: '2022-03-26T18:00:00',
    from: 'Mina',
    text: 'x',
  }));
  return { name: 'Pond', type, id: 1, messages };
}

function readingOf(root: object) {
  return readTelegram(sourceOf(new TextEncoder().encode(JSON.stringify(root))));
}

function absent(type: string, ids: readonly Id[]): Doubt | undefined {
  return readingOf(chatOf(type, ids)).doubts.find(({ code }) => code.startsWith('ids-absent'));
}

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9];

test('numbers skipped in a supergroup are listed, with the messages around them', () => {
  const root = chatOf('private_supergroup', [4, 5, 8, 9, 11]);
  const doubt = readingOf(root).doubts.find(({ code }) => code === 'ids-absent');
  assert.equal(doubt?.detail, 'Absent numbers: 3; ranges: 2: 6 to 7, 10');
  assert.deepEqual([doubt?.count, doubt?.messages], [4, [1, 2, 3, 4]]);
  const marked = [...readingOf(root).messages].map(({ doubts }) => doubts.includes('ids-absent'));
  assert.deepEqual(marked, [false, true, true, true, true]);
});

test('a channel counts for itself too', () => {
  assert.equal(absent('public_channel', [1, 3])?.code, 'ids-absent');
});

for (const kind of ['personal_chat', 'bot_chat', 'saved_messages', 'some_new_kind']) {
  test(`numbers skipped in a chat of kind ${kind} are said of the file, with shared numbers as the first cause`, () => {
    const doubt = absent(kind, [...TEN, 12]);
    assert.equal(doubt?.code, 'ids-absent-shared');
    assert.match(doubt.causes[0] ?? '', /shared/);
    assert.deepEqual([doubt.count, doubt.messages], [0, []]);
    assert.equal(doubt.detail, 'Absent numbers: 2; ranges: 1: 10 to 11');
  });
}

test('a small group whose numbers mostly run on names the messages around a skip', () => {
  const doubt = absent('private_group', [...TEN, 11]);
  assert.deepEqual([doubt?.code, doubt?.messages], ['ids-absent-shared', [8, 9]]);
});

test('a small group whose numbers often skip names no messages', () => {
  assert.deepEqual(absent('private_group', [...TEN.slice(1), 11])?.messages, []);
});

const NOTHING_SAID: readonly (readonly [what: string, ids: readonly Id[]])[] = [
  ['run on', [7, 8, 9]],
  ['go back', [1, 5, 3, 9]],
  ['repeat', [1, 5, 5]],
  ['are missing on a message', [1, null, 5]],
  ['are no whole numbers', [1, 'x', 5]],
  ['are too large to count with', [1, '12345678901234567890']],
  ['go from below zero to above', [-999_999_990, -999_999_989, 1, 2]],
];

for (const [what, ids] of NOTHING_SAID) {
  test(`nothing is said of absent numbers where the numbers ${what}`, () => {
    assert.equal(absent('private_supergroup', ids), undefined);
  });
}

test('skips below zero are counted apart', () => {
  const doubt = absent('private_supergroup', [-9, -6, 1, 2]);
  assert.equal(doubt?.detail, 'Absent numbers: 2; ranges: 1: -8 to -7');
});

test('of many skips the first 50 are listed and the rest counted', () => {
  const ids = Array.from({ length: 62 }, (_, n) => n * 2);
  const { detail = '' } = absent('private_supergroup', ids) ?? {};
  assert.match(detail, /^Absent numbers: 61; ranges: 61: 1, 3, /);
  assert.match(detail, /, 99, and 11 more$/);
});

test('each chat of an account is counted by itself and named by its place', () => {
  const list = [
    chatOf('private_supergroup', [1, 3]),
    chatOf('personal_chat', [2, 9]),
    chatOf('public_channel', [5, 6, 8]),
  ];
  const { doubts } = readingOf({ chats: { list } });
  const details = doubts
    .filter(({ code }) => code.startsWith('ids-absent'))
    .map(({ code, messages, detail }) => [code, messages, detail]);
  assert.deepEqual(details, [
    ['ids-absent', [0, 1, 5, 6], 'Absent numbers: 2; ranges: 2: in conversation 0: 2, in conversation 2: 7'],
    ['ids-absent-shared', [], 'Absent numbers: 6; ranges: 1: in conversation 1: 3 to 8'],
  ]);
});

test('nothing is said of numbers that may be in unread bytes, and the skips elsewhere are listed', () => {
  const text = JSON.stringify(chatOf('private_supergroup', [1, 2, 3, 5]));
  const bytes = new TextEncoder().encode(text.replace('"id":2,', '"id":2,?'));
  const reading = readTelegram(sourceOf(bytes));
  assert.equal(reading.messageCount, 3);
  const doubt = reading.doubts.find(({ code }) => code === 'ids-absent');
  assert.equal(doubt?.detail, 'Absent numbers: 1; ranges: 1: 4');
});
