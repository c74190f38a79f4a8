import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const flat = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const numbersOf = (html: string): number[] =>
  [...html.matchAll(/<li[^>]*id="m(\d+)"/g)].map(match => Number(match[1]));

let desk: PoliceDesk;
let officer: Officer;
before(async () => {
  desk = await createPoliceDesk();
  officer = await desk.signIn('priya-nandra');
});

function telegramChat(id: number, name: string | null, messages: number) {
  return {
    ...{ name, type: 'personal_chat', id },
    messages: Array.from({ length: messages }, (_, n) => ({
      id: n + 1,
      type: 'message',
      date: '2026-09-18T20:10:22',
      date_unixtime: String(1_789_762_222 + n),
      from: name ?? 'Sam',
      from_id: `user${id}`,
      text: `chat ${id}, line ${n + 1}`,
    })),
  };
}

async function telegramAccount() {
  const list = [telegramChat(1, 'Elle', 230), telegramChat(2, null, 3), telegramChat(3, 'Jo Reed', 5)];
  const bytes = new TextEncoder().encode(
    JSON.stringify({ about: 'Here is the data you requested.', chats: { about: 'x', list } }),
  );
  return seeded(bytes, 'result.json');
}

/** Messages of two people in one backup, the one between the other. */
async function smsBackup() {
  const sms = (who: string, number: string, n: number) =>
    `<sms protocol="0" address="${number}" date="${1_789_762_222_000 + n * 60_000}" type="1" body="${who} ${n}" read="1" status="-1" readable_date="x" contact_name="${who}" />`;
  const rows = Array.from({ length: 10 }, (_, n) =>
    n % 2 === 0 ? sms('Elle', '07700 900417', n) : sms('Jay', '07700 900318', n),
  );
  return seeded(
    new TextEncoder().encode(`<?xml version="1.0"?><smses count="10">${rows.join('')}</smses>`),
    'sms.xml',
  );
}

async function seeded(bytes: Uint8Array, name: string) {
  const { items, reference } = await desk.seed.submission({ items: [{ bytes, name }] });
  return { path: `/conversations/${items[0]!.readingId}`, reference };
}

describe('an item that holds several conversations', () => {
  test('lists each with its name, kind, number in the app and count, and all add up', async () => {
    const { path, reference } = await telegramAccount();
    const page = (await officer.get(`${path}/chats`)).body;
    assert.match(flat(page), /3 conversations in one item/);
    assert.match(
      flat(page),
      /1 Elle personal_chat 1 230 2 Conversation 2, without a name personal_chat 2 3 3 Jo Reed personal_chat 3 5/,
    );
    assert.match(flat(page), /All 238 messages in the order of the file/);
    assert.match(page, new RegExp(`href="${path}\\?c=3#messages"`));
    const item = (await officer.get(`/submissions/${reference}`)).body;
    assert.match(flat(item), /Choose a conversation 3 conversations in one item\./);
    assert.match(item, new RegExp(`href="${path}/chats"`));
  });

  test('shows one of them alone under its name, page by page by links, and leads back to the list', async () => {
    const { path } = await telegramAccount();
    const last = await officer.get(`${path}?c=3`);
    assert.match(
      flat(last.body),
      /<?Jo Reed .*One of 3 conversations of the item: 5 messages\..*Choose another/,
    );
    assert.deepEqual(numbersOf(last.body), [234, 235, 236, 237, 238]);
    const first = await officer.get(`${path}?c=1`);
    assert.equal(numbersOf(first.body).length, 200);
    const next = /href="([^"]*)" rel="next"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    assert.equal(next, `${path}?c=1&from=201#messages`);
    const second = await officer.get(next.split('#')[0]!);
    assert.deepEqual([numbersOf(second.body)[0], numbersOf(second.body).at(-1)], [201, 230]);
  });

  test('tells them apart where their messages stand between each other', async () => {
    const { path } = await smsBackup();
    const [one, other] = await Promise.all([officer.get(`${path}?c=1`), officer.get(`${path}?c=2`)]);
    assert.deepEqual(numbersOf(one.body), [1, 3, 5, 7, 9]);
    assert.deepEqual(numbersOf(other.body), [2, 4, 6, 8, 10]);
    const panel = await officer.get(`${path}?c=1&from=1&m=5&panel=1`);
    assert.match(panel.body, /href="[^"]*c=1&amp;m=3&amp;panel=1&amp;from=1#m3" rel="prev"/);
    assert.match(panel.body, /href="[^"]*c=1&amp;m=7&amp;panel=1&amp;from=1#m7" rel="next"/);
  });

  test('is marked as read conversation by conversation where each is one stretch of the file', async () => {
    const { path } = await telegramAccount();
    const page = await officer.get(`${path}?c=2`);
    assert.match(flat(page.body), /I have read these 3 messages/);
    const form = { first: '231', last: '233', mark: 'read', go: 'here', c: '2' };
    const reply = await officer.post(`${path}/read`, form);
    assert.equal(reply.headers.location, `${path}?c=2&from=231#read`);
    assert.match(flat((await officer.get(`${path}?c=2`)).body), /You have read 231 to 233\./);
    const apart = await smsBackup();
    assert.doesNotMatch(flat((await officer.get(`${apart.path}?c=1`)).body), /I have read these/);
  });

  test('puts on record which conversation was looked at', async () => {
    const { path } = await telegramAccount();
    await officer.get(`${path}?c=2`);
    const rows = await desk.seed.tables
      .selectFrom('handover.audit_trail')
      .select(['part', 'ranges'])
      .where('thing_id', '=', path.split('/').at(-1) ?? '')
      .execute();
    assert.deepEqual(rows, [{ part: 'messages of conversation 2', ranges: '{[230,233)}' }]);
  });
});

describe('an item that holds one conversation', () => {
  test('has no list to choose from: its address leads to the conversation', async () => {
    const { path } = await seeded(new TextEncoder().encode('18/09/2026, 20:09 - Elle: hi\n'), 'chat.txt');
    assert.equal((await officer.get(`${path}/chats`)).headers.location, path);
    assert.doesNotMatch((await officer.get(path)).body, /Choose another/);
  });
});
