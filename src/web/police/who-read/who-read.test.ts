import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { decodeEvent } from '#portable/continuity/index.ts';
import { whatsappChat } from '#support/desk-seed.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const flat = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

let desk: PoliceDesk;
let priya: Officer;
let tom: Officer;
before(async () => {
  desk = await createPoliceDesk();
  [priya, tom] = [await desk.signIn('priya-nandra'), await desk.signIn('tom-fairley')];
});

async function seeded(messages = 500) {
  const { items, reference } = await desk.seed.submission({ items: [{ bytes: whatsappChat(messages) }] });
  const path = `/conversations/${items[0]?.readingId ?? ''}`;
  return { path, reference };
}

const text = async (officer: Officer, path: string): Promise<string> => flat((await officer.get(path)).body);

describe('who has read what', () => {
  test('is nobody until an officer says so: looking at every page marks nothing', async () => {
    const { path } = await seeded();
    for (const from of [1, 201, 401]) await priya.get(`${path}?from=${from}`);
    assert.match(await text(priya, path), /0 of 500 read/);
    const page = await text(priya, `${path}/read`);
    assert.match(page, /Read by nobody 500 messages 1 to 500/);
    assert.match(page, /Nobody has said that they read any of it/);
  });

  test('is said page by page, without scripts, and counted for each officer and for all together', async () => {
    const { path } = await seeded();
    const first = await priya.get(path);
    assert.match(flat(first.body), /I have read these 200 messages; show the next/);
    const form = { first: '1', last: '200', mark: 'read' };
    const reply = await priya.post(`${path}/read`, { ...form, go: 'next' });
    assert.match(String(reply.headers.location), /from=201/);
    await tom.post(`${path}/read`, { first: '101', last: '300', mark: 'read' });
    const page = await text(priya, `${path}/read`);
    assert.match(page, /300 of 500 read by at least one officer/);
    assert.match(page, /Read by nobody 200 messages 301 to 500/);
    assert.match(page, /Sgt Priya Nandra 200 of 500 1 to 200/);
    assert.match(page, /PC Tom Fairley 200 of 500 101 to 300/);
    assert.match(await text(tom, path), /300 of 500 read/);
    assert.match(
      await text(tom, path),
      /Read by Sgt Priya Nandra ?\. You have not read 100 messages of these 200\./,
    );
  });

  test('can be taken back, and both stand on record with who and when', async () => {
    const { path, reference } = await seeded();
    await priya.post(`${path}/read`, { first: '1', last: '200', mark: 'read' });
    assert.match(await text(priya, path), /You have read 1 to 200\. .*Take back that I have read these 200/);
    await priya.post(`${path}/read`, { first: '1', last: '200', mark: 'taken-back' });
    assert.match(await text(priya, path), /0 of 500 read/);
    assert.match(await text(priya, `${path}/read`), /1 to 200 Taken back .*1 to 200 Read/);
    const record = await text(priya, `/submissions/${reference}`);
    assert.match(record, /Messages marked as read .*Messages 1 to 200 .*Mark of having read taken back/);
  });

  test('is an event of the submission, with item, reading, first, last and mark; saying it twice makes one', async () => {
    const { path, reference } = await seeded();
    for (const _ of [1, 2]) await priya.post(`${path}/read`, { first: '3', last: '', mark: 'read' });
    const rows = await desk.seed.tables
      .selectFrom('handover.events as e')
      .innerJoin('handover.submissions as s', 's.id', 'e.submission_id')
      .select('e.body')
      .where('s.reference', '=', reference)
      .where('e.type', '=', 'messages-read')
      .execute();
    assert.equal(rows.length, 1);
    const decoded = decodeEvent(rows[0]!.body);
    assert.ok(decoded.ok);
    const { item, reading, ...facts } = decoded.event.facts;
    assert.ok(typeof item === 'string' && /^[0-9a-f]{32}$/.test(item));
    assert.ok(typeof reading === 'string' && path.endsWith(reading));
    assert.deepEqual(facts, { first: 2, last: 2, mark: 'read' });
  });

  test('refuses numbers that are no messages, says what they must be, and keeps what was typed', async () => {
    const { path } = await seeded(5);
    for (const [first, last, words] of [
      ['0', '3', /The first message must be a number from 1 to 5/],
      ['2', '6', /The last message must be a number from 1 to 5/],
      ['4', '2', /must not be before the first/],
      ['x', '', /The first message must be/],
    ] as const) {
      const reply = await priya.post(`${path}/read`, { first, last, mark: 'read' });
      assert.equal(reply.statusCode, 422);
      assert.match(flat(reply.body), words);
      assert.ok(reply.body.includes(`value="${first}"`));
    }
    assert.equal(
      (await priya.post(`${path}/read`, { first: '1', last: '2', mark: 'guilty' })).statusCode,
      422,
    );
    assert.match(await text(priya, path), /0 of 5 read/);
  });

  test('is refused to whoever may not read it, and the refusal marks nothing', async () => {
    const { path } = await seeded(5);
    const other = await desk.signIn('amara-okoro');
    const reply = await other.post(`${path}/read`, { first: '1', last: '5', mark: 'read' });
    assert.equal(reply.statusCode, 403);
    assert.match(await text(priya, path), /0 of 5 read/);
  });
});

describe('the searches over a conversation', () => {
  test('stand with who ran them, when first, and how many messages they found; none found is said too', async () => {
    const { path } = await seeded(80);
    await priya.get(`${path}?q=mill+lane`);
    await priya.get(`${path}?q=mill+lane`);
    await tom.get(`${path}?q=nobody+wrote+this`);
    const page = await text(priya, `${path}/read`);
    assert.match(page, /Sgt Priya Nandra mill lane 10/);
    assert.match(page, /PC Tom Fairley nobody wrote this 0/);
    assert.equal(page.match(/mill lane/g)?.length, 1);
  });

  test('cannot be changed or taken away by the process that writes them', async () => {
    const police = desk.database.pool('handover_police');
    for (const statement of [
      'update handover.conversation_searches set hits = 0',
      'delete from handover.conversation_searches',
    ])
      await assert.rejects(police.query(statement), /permission denied/);
  });
});
