import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const CHAT = '18/09/2026, 20:09 - Elle: bună\n18/09/2026, 20:10 - Jay R: unde ești\n';
const flat = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

let desk: PoliceDesk;
let priya: Officer;
let tom: Officer;
before(async () => {
  desk = await createPoliceDesk();
  [priya, tom] = [await desk.signIn('priya-nandra'), await desk.signIn('tom-fairley')];
});

async function seeded() {
  const { items, reference } = await desk.seed.submission({
    items: [{ bytes: new TextEncoder().encode(CHAT) }],
  });
  const conversation = `/conversations/${items[0]?.readingId ?? ''}`;
  return { conversation, message: `${conversation}/messages/2`, reference };
}

const GIVEN = { text: 'where are you', from: 'Romanian', into: 'English', by: 'Ana Pop', how: 'certified' };
const text = async (officer: Officer, path: string): Promise<string> => flat((await officer.get(path)).body);

async function translated() {
  const place = await seeded();
  await priya.post(`${place.message}/translations`, GIVEN);
  const page = (await priya.get(place.message)).body;
  const id = /translations\/([0-9a-f]{32})\/remarks/.exec(page)?.[1] ?? '';
  const remark = (officer: Officer, kind: string, reason: string) =>
    officer.post(`${place.message}/translations/${id}/remarks`, { kind, [`reason-${id}`]: reason });
  return { ...place, remark };
}

describe('a translation', () => {
  test('stands beside the words as written, with its languages, its translator and who put it there', async () => {
    const { conversation, message } = await translated();
    const named =
      /unde ești .*Translation Romanian to English , by Ana Pop \(certified translator\); put here by Sgt Priya Nandra , .* where are you/;
    for (const path of [conversation, `${conversation}?m=2&panel=1`, message])
      assert.match(await text(tom, path), named);
    const ledger = (await tom.get(conversation)).body;
    assert.match(ledger, /ho-message__pair/);
    assert.ok(ledger.indexOf('unde ești') < ledger.indexOf('where are you'), 'the original comes first');
  });

  test('is not found by a search of the words of the chat', async () => {
    const { conversation } = await translated();
    assert.match(await text(tom, `${conversation}?q=where+are`), /0 messages found/);
  });

  test('is disputed by anybody who may read it, with a reason, and stands on beside the dispute', async () => {
    const { conversation, remark } = await translated();
    assert.equal((await remark(tom, 'disputed', 'It asks from where, not where')).statusCode, 303);
    assert.match(
      await text(priya, conversation),
      /where are you .*Disputed by PC Tom Fairley , .*: It asks from where, not where/,
    );
  });

  test('is taken back by who put it there alone; it leaves the ledger and stays on the message’s page', async () => {
    const { conversation, message, remark } = await translated();
    assert.equal((await remark(tom, 'taken-back', 'mine now')).statusCode, 422);
    assert.match(await text(priya, conversation), /where are you/);
    assert.equal((await remark(priya, 'taken-back', 'Wrong message')).statusCode, 303);
    assert.doesNotMatch(await text(priya, conversation), /where are you/);
    assert.match(
      await text(priya, message),
      /Translation taken back .*where are you .*Taken back by Sgt Priya Nandra , .*: Wrong message/,
    );
    assert.equal((await remark(tom, 'disputed', 'late')).statusCode, 422);
  });

  test('and all that was said of it are events of the submission', async () => {
    const { reference, remark } = await translated();
    await remark(tom, 'disputed', 'It asks from where');
    await remark(priya, 'taken-back', 'Wrong message');
    assert.match(
      await text(priya, `/submissions/${reference}`),
      /Translation put on record .*Message 2\. Romanian to English , by Ana Pop .*Translation disputed .*It asks from where .*Translation taken back .*Wrong message/,
    );
  });

  test('in the same words stands once, however often it is sent', async () => {
    const { message } = await translated();
    const again = await priya.post(`${message}/translations`, GIVEN);
    assert.equal(again.statusCode, 422);
    assert.match(flat(again.body), /This translation stands already/);
    assert.equal((await priya.get(message)).body.match(/where are you<\/bdi>/g)?.length, 1);
  });

  test('needs words, both languages, a name and how; a form without them keeps what was typed', async () => {
    const { message } = await seeded();
    for (const [field, words] of [
      ['text', /Write the translation/],
      ['from', /Write the language of the message/],
      ['into', /Write the language of the translation/],
      ['by', /Write who translated it/],
      ['how', /Choose how it was translated/],
    ] as const) {
      const reply = await priya.post(`${message}/translations`, { ...GIVEN, [field]: '' });
      assert.equal(reply.statusCode, 422);
      assert.match(flat(reply.body), words);
      if (field !== 'text') assert.match(reply.body, /where are you/);
    }
    const empty = await priya.post(`${message}/translations/${'ab'.repeat(16)}/remarks`, {
      kind: 'disputed',
    });
    assert.equal(empty.statusCode, 422);
  });

  test('of a message that is not there, or by who may not read it, is refused', async () => {
    const { conversation, message } = await seeded();
    assert.equal((await priya.post(`${conversation}/messages/3/translations`, GIVEN)).statusCode, 404);
    const other = await desk.signIn('amara-okoro');
    assert.equal((await other.post(`${message}/translations`, GIVEN)).statusCode, 403);
    assert.match(await text(priya, message), /The words as written stand alone/);
  });
});
