import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../reading.ts';
import { sourceOf } from '../source/byte-source.ts';
import { readTelegram } from './read.ts';

const BASE =
  '"id":1,"type":"message","date":"2022-03-26T18:00:00","date_unixtime":"1648317600","from":"Mina"';

/** The one message of a chat, of these members as they are written. */
function messageOf(members: string): Message {
  const text = `{"name":"Pond","type":"personal_chat","id":1,"messages":[{${BASE},${members}}]}`;
  const reading = readTelegram(sourceOf(new TextEncoder().encode(text)));
  const [message] = reading.messages;
  assert.ok(message);
  const counted = reading.doubts.filter(({ count }) => count > 0).map(({ code }) => code);
  assert.deepEqual(new Set(message.doubts), new Set(counted), 'both walks find the same');
  return message;
}

test('each who is named in a reaction is one, and the others are one more with their number', () => {
  const { reactions, extra } = messageOf(
    '"text":"x","reactions":[{"type":"emoji","count":3,"emoji":"👍","recent":[{"from":"Jo","from_id":"user2","date":"2022-03-26T18:00:00"},{"from":null}]},{"type":"paid","count":2}]',
  );
  assert.deepEqual(reactions, [
    { reaction: '👍', by: 'Jo' },
    { reaction: '👍', by: null },
    { reaction: '👍', by: null, count: 1 },
    { reaction: 'paid', by: null, count: 2 },
  ]);
  assert.match(extra?.['reactions'] ?? '', /user2/);
});

test('a forwarded message names its source and says that its time is that of the forwarding', () => {
  const { forwardedFrom, doubts } = messageOf('"text":"x","forwarded_from":"Duck News"');
  assert.equal(forwardedFrom, 'Duck News');
  assert.deepEqual(doubts, ['forwarded-time']);
});

test('a poll and a to-do list without a text have the words they are headed with', () => {
  const poll = messageOf('"poll":{"question":"Ducks or trains?","answers":[]},"text":""');
  assert.deepEqual([poll.kind, poll.body], ['poll', 'Ducks or trains?']);
  assert.equal(messageOf('"todo_list":{"title":"Feed them"},"text":""').body, 'Feed them');
});

test('a card is a file, and a sentence in place of a file is a note', () => {
  const card = messageOf(
    '"contact_information":{},"contact_vcard":"contacts/1.vcf","contact_vcard_file_size":9,"text":""',
  );
  assert.deepEqual(card.attachments, [
    { name: 'contacts/1.vcf', kind: 'contact_vcard', included: true, note: null, sizeBytes: 9 },
  ]);
  const note = '(File not included. Change data exporting settings to download.)';
  assert.equal(messageOf(`"photo":"${note}","text":""`).attachments?.[0]?.note, note);
});

test('a text and its parts that say something else are both shown', () => {
  const same = messageOf(
    '"text":"a b","text_entities":[{"type":"plain","text":"a "},{"type":"bold","text":"b"}]',
  );
  assert.deepEqual([same.doubts, same.extra], [[], undefined]);
  const other = messageOf('"text":"a b","text_entities":[{"type":"plain","text":"a c"}]');
  assert.deepEqual(other.doubts, ['text-parts-differ']);
  assert.equal(other.extra?.['text_entities'], '[{"type":"plain","text":"a c"}]');
});

test('the target of a link is kept though it stands beside the text', () => {
  const { body, extra } = messageOf(
    '"text":["see ",{"type":"text_link","text":"here","href":"https://ducks.example"}]',
  );
  assert.equal(body, 'see here');
  assert.match(extra?.['text'] ?? '', /ducks\.example/);
});

test('a mark of editing beside reactions may be that of a reaction', () => {
  const { doubts, edited } = messageOf(
    '"text":"x","edited":"2022-03-26T19:00:00","reactions":[{"type":"emoji","count":1,"emoji":"👍"}]',
  );
  assert.deepEqual(doubts, ['edited-or-reacted']);
  assert.equal(edited?.written, '2022-03-26T19:00:00');
});

test('a repair in a name counts in both walks', () => {
  assert.ok(messageOf('"from_id":"user\\x0B1","text":"x"').doubts.includes('json-repaired'));
});
