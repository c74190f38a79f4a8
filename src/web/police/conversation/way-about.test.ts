import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { whatsappChat } from '#support/desk-seed.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const flat = (html: string): string => html.replaceAll(/\s+/g, ' ');

let desk: PoliceDesk;
let officer: Officer;
before(async () => {
  desk = await createPoliceDesk();
  officer = await desk.signIn('priya-nandra');
});

async function seeded(bytes: Uint8Array): Promise<string> {
  const { items } = await desk.seed.submission({ items: [{ bytes }] });
  return items[0]!.readingId;
}

const page = async (readingId: string, query = ''): Promise<string> => {
  const reply = await officer.get(`/conversations/${readingId}${query}`);
  assert.equal(reply.statusCode, 200);
  return reply.body;
};

describe('the way about a conversation', () => {
  test('goes to a message or a day by a form without scripts, and lands at it', async () => {
    const id = await seeded(whatsappChat(900, { perDay: 60 }));
    const go = async (query: string) =>
      (await officer.get(`/conversations/${id}/go${query}`)).headers.location;
    assert.equal(await go('?m=450'), `/conversations/${id}?m=450#m450`);
    assert.equal(await go('?day=2024-01-20'), `/conversations/${id}?day=2024-01-20#messages`);
    assert.equal(await go('?m=450&day=2024-01-20'), `/conversations/${id}?m=450#m450`);
    assert.equal(await go('?m=x'), `/conversations/${id}#messages`);
    const body = await page(id);
    assert.match(body, /action="\/conversations\/[0-9a-f]{32}\/go" method="get"/);
    assert.match(body, /\?from=201#messages" rel="next"/);
    assert.match(body, /<div id="messages">/);
  });

  test('tells two speakers whose names begin alike apart in every chip', async () => {
    const id = await seeded(
      encode(
        '18/09/2026, 20:09 - Jay R: hi\n18/09/2026, 20:10 - Jo Reed: ok\n18/09/2026, 20:11 - Elle: yes\n',
      ),
    );
    const chips = [...(await page(id)).matchAll(/ho-chip--\d+"\s*><span aria-hidden="true">([^<]*)</g)];
    assert.deepEqual(
      chips.map(([, initials]) => initials),
      ['JR1', 'JR2', 'EL'],
    );
  });

  test('says of a gap that it rests on an order of dates that is not certain', async () => {
    const open = Array.from({ length: 12 }, (_, n) => `0${(n % 9) + 1}/04/2026, 20:09 - Elle: n${n}`).slice(
      0,
      3,
    );
    const id = await seeded(encode(`${open.join('\n')}\n09/10/2026, 20:10 - Elle: late\n`));
    const body = flat(await page(id));
    assert.match(
      body,
      /No messages for .*This rests on dates being written [a-z, ]+, which .*: read otherwise, gaps stand elsewhere/,
    );
    const certain = flat(await page(await seeded(whatsappChat(900, { perDay: 60 })), '?from=441'));
    assert.doesNotMatch(certain, /This rests on dates/);
  });

  test('shows all the bytes of a long message, piece by piece, each coloured', async () => {
    const words = 'long tale. '.repeat(300);
    const id = await seeded(encode(`18/09/2026, 20:09 - Elle: ${words}end\n18/09/2026, 20:10 - Elle: ok\n`));
    const panel = flat(await page(id, '?m=1&panel=1'));
    assert.match(panel, /3,330 bytes of 3,359.*shown: 0 to 511/);
    assert.match(panel, /ho-byte--body/);
    assert.match(panel, /Part 1 of 7.*messages\/1\?bytes=2#bytes" rel="next"/);
    const last = flat((await officer.get(`/conversations/${id}/messages/1?bytes=7`)).body);
    assert.match(last, /shown: 3,072 to 3,329/);
    assert.match(last, /ho-byte--end/);
    assert.doesNotMatch(last, /rel="next">Bytes after/);
  });

  test('of a format that was built from documentation alone says so with the item, the conversation and the message', async () => {
    const bytes = encode(
      '<?xml version="1.0"?><smses count="1"><sms protocol="0" address="07700 900417" date="1789762222000" type="1" body="hi" read="1" status="-1" readable_date="x" contact_name="Elle" /></smses>',
    );
    const { items, reference } = await desk.seed.submission({ items: [{ bytes, name: 'sms.xml' }] });
    const id = items[0]!.readingId;
    const said = /built from its documentation alone: no real export was read with it yet/;
    for (const path of [
      `/submissions/${reference}`,
      `/conversations/${id}`,
      `/conversations/${id}/messages/1`,
    ])
      assert.match(flat((await officer.get(path)).body), said, path);
    const seen = await seeded(whatsappChat(3));
    assert.doesNotMatch(flat(await page(seen)), said);
  });
});

describe('what an export says of a message beyond its words', () => {
  test('stands with it: who put what to it, an earlier wording, where it came from, its account', async () => {
    const message = {
      ...{ id: 7, type: 'message', date: '2026-09-18T20:10:22', date_unixtime: '1789762222' },
      ...{ from: 'Jay R', from_id: 'user77', forwarded_from: 'Elle', text: 'see you' },
      reactions: [
        {
          type: 'emoji',
          count: 1,
          emoji: '\u2764',
          recent: [{ from: 'Elle', from_id: 'user8', date: '2026-09-18T20:11:00' }],
        },
      ],
    };
    const chat = { name: 'Jay R', type: 'personal_chat', id: 77, messages: [message] };
    const id = await seeded(encode(JSON.stringify(chat)));
    assert.match(flat(await page(id)), /reactions: <bdi>\u2764<\/bdi>/);
    const panel = flat(await page(id, '?m=1&panel=1'));
    assert.match(panel, /Forwarded from.*Elle/);
    assert.match(panel, /Account.*user77/);
  });
});

describe('what a page says of how much of a conversation it shows', () => {
  test('stands on every sheet that is printed: the item and the messages', async () => {
    const id = await seeded(whatsappChat(450));
    assert.match(
      flat(await page(id, '?from=201')),
      /class="ho-print-line">NS26-\d{6}\/1, messages 201 to 400 of 450, printed /,
    );
  });

  test('is said of the marks of doubts too, where the strip has only the first of many', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, n) => `18/09/2026, ${n % 2 === 0 ? '20:30' : '20:10'} - Elle: n${n}`);
    const said = /Doubts are marked here for the first messages of each kind alone/;
    assert.match(flat(await page(await seeded(encode(`${lines(4_000).join('\n')}\n`)))), said);
    assert.doesNotMatch(flat(await page(await seeded(encode(`${lines(20).join('\n')}\n`)))), said);
  });
});
