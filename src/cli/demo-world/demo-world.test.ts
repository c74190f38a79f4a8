import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoWorld } from './demo-world.ts';
import { chatCalled, everyChat, WORLD } from './every-chat.ts';

const LAST_DAY = '2026-11-22';

test('the demo world is the same, byte for byte, each time it is made', () => {
  assert.deepEqual(demoWorld(), WORLD);
});

test('the six hand-ins of the demo world are in six different states, oldest first', () => {
  assert.deepEqual(WORLD.submissions.map(({ state }) => state).sort(), [
    'assessment',
    'danger-not-finished',
    'decision',
    'investigation',
    'received',
    'triage',
  ]);
  const times = WORLD.submissions.map(({ handedInAt }) => handedInAt);
  assert.deepEqual(times, times.toSorted());
  assert.ok(times.every(time => time.startsWith('2026-') && time < LAST_DAY));
});

test('every submitter, officer, submission and chat of the demo world is found by its own key', () => {
  const people = new Map(WORLD.people.map(person => [person.id, person]));
  const officers = new Set(WORLD.officers.map(({ id }) => id));
  assert.equal(officers.size, WORLD.officers.length);
  for (const { personId, submitterType, withOfficerId } of WORLD.submissions) {
    assert.equal(people.get(personId)?.submitterType, submitterType);
    assert.ok(withOfficerId === null || officers.has(withOfficerId));
  }
  assert.equal(new Set(everyChat().map(({ chat }) => chat.key)).size, everyChat().length);
});

test('an officer of each role is on duty in the demo world', () => {
  assert.deepEqual([...new Set(WORLD.officers.map(({ role }) => role))].sort(), [
    'administrator',
    'auditor',
    'deconfliction-officer',
    'disclosure-officer',
    'intake-officer',
    'investigator',
    'supervisor',
  ]);
});

test('the form left unfinished in the demo world holds danger answers and nothing else', () => {
  const unfinished = WORLD.submissions.find(({ state }) => state === 'danger-not-finished');
  assert.deepEqual(unfinished?.danger?.happening, ['self-harm-risk', 'submitter-under-18']);
  assert.deepEqual([unfinished?.account, unfinished?.facts, unfinished?.chats.length], ['', null, 0]);
});

test('the demo chats have the sizes, source classes and formats they are there for', () => {
  const shown = everyChat().map(({ chat }) => [
    chat.key,
    chat.sourceClass,
    chat.truth.format,
    chat.truth.counts.messages,
  ]);
  assert.deepEqual(shown, [
    ['american-phone', 'party-export', 'whatsapp-android', 184],
    ['blocks-group', 'party-export', 'telegram-json', 640],
    ['school-paste', 'typed', 'whatsapp-web-copy', 40],
    ['jay-r', 'party-export', 'whatsapp-android', 5000],
    ['kit', 'extract', 'whatsapp-ios', 2310],
    ['robbo', 'party-export', 'whatsapp-android', 160],
  ]);
});

test('an extract of the demo world names its archive, and no other demo chat does', () => {
  for (const { chat } of everyChat()) assert.equal(chat.archive !== null, chat.sourceClass === 'extract');
  assert.equal(chatCalled('kit').archive?.entryName, chatCalled('kit').fileName);
});

test('the fingerprints of a demo submission are exactly the files its chat names', () => {
  for (const key of ['jay-r', 'kit']) {
    const chat = chatCalled(key);
    const submission = WORLD.submissions.find(({ chats }) => chats.some(one => one.key === key));
    const text = new TextDecoder().decode(chat.bytes);
    const named = [...text.matchAll(/<attached: ([^>]+)>|(\S+) \(file attached\)/g)].map(
      found => found[1] ?? found[2],
    );
    assert.deepEqual(
      submission?.fingerprints.map(({ name }) => name),
      named,
    );
    assert.ok(named.length > 0);
  }
});
