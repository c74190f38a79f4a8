import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named } from './named.ts';
import type { ChatRecord } from './record.ts';

const RECORD: ChatRecord = {
  chat: 0,
  kind: 'text',
  speaker: null,
  writtenText: '',
  body: 'hello',
  span: [0, 5],
  rule: 'x',
  localMs: null,
  utcMs: null,
  precision: 'none',
  doubts: [],
};

function nameOf(speaker: string | null) {
  const { speaker: plain, speakerWritten, doubts } = named({ ...RECORD, speaker });
  return [plain, speakerWritten, doubts];
}

test('a name loses spaces and direction marks at its edges, and what was written is kept', () => {
  assert.deepEqual(nameOf('Kit'), ['Kit', undefined, []]);
  assert.deepEqual(nameOf(' \u202eKit of Elle\u202c '), ['Kit of Elle', ' \u202eKit of Elle\u202c ', []]);
  assert.deepEqual(nameOf('K\u200eit'), ['K\u200eit', undefined, []]);
  assert.deepEqual(nameOf('~ Kit 👍🏽'), ['~ Kit 👍🏽', undefined, []]);
});

test('a name of which nothing is left names nobody', () => {
  assert.deepEqual(nameOf(' \u200e '), [null, ' \u200e ', ['sender-not-named']]);
  assert.deepEqual(nameOf(''), [null, undefined, ['sender-not-named']]);
  assert.deepEqual(nameOf(null), [null, undefined, []]);
});

test('a million spaces are looked at once', () => {
  const wide = `a${' '.repeat(1_000_000)}b`;
  assert.deepEqual(nameOf(wide), [wide, undefined, []]);
});
