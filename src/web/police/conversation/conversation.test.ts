import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { whatsappChat } from '#support/desk-seed.ts';
import type { SeededItem } from '#support/desk-seed.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';
import { MOST_ROWS } from './rows.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const flat = (html: string): string => html.replaceAll(/\s+/g, ' ');

/** The ledger's rows: `li` elements that are the list's own children are those with one of these classes. */
const rowsOf = (html: string): number =>
  [...html.matchAll(/<li[^>]*class="ho-(?:message|day|gap|unread|doubt-row|chat-change)\b/g)].length;
/** The messages of a page, by their numbers in the reading, from 0; the page counts from 1. */
const messagesOf = (html: string): number[] =>
  [...html.matchAll(/<li[^>]*id="m(\d+)"/g)].map(match => Number(match[1]) - 1);

let desk: PoliceDesk;
let officer: Officer;
before(async () => {
  desk = await createPoliceDesk();
  officer = await desk.signIn('priya-nandra');
});

async function seeded(bytes: Uint8Array, item: Partial<SeededItem> = {}): Promise<string> {
  const { items } = await desk.seed.submission({ items: [{ bytes, ...item }] });
  return items[0]!.readingId;
}

const page = async (readingId: string, query = ''): Promise<string> => {
  const reply = await officer.get(`/conversations/${readingId}${query}`);
  assert.equal(reply.statusCode, 200);
  return reply.body;
};

for (const [count, perDay] of [
  [5_000, 60],
  [100_000, 90],
] as const) {
  describe(`a conversation of ${count} messages`, () => {
    let id: string;
    before(async () => {
      id = await seeded(whatsappChat(count, { perDay }));
    });

    test(`of ${count} messages opens any message with its neighbours, at most 300 rows and the same few queries`, async () => {
      for (const m of [0, 1, 199, 200, Math.floor(count / 2), count - 1]) {
        desk.queries.length = 0;
        const body = await page(id, `?m=${m + 1}&panel=1`);
        assert.ok(messagesOf(body).includes(m), `message ${m} is on the page`);
        assert.ok(messagesOf(body).length <= 200);
        assert.ok(rowsOf(body) <= MOST_ROWS && rowsOf(body) > 0);
        assert.ok(desk.queries.length <= 12, `${desk.queries.length} queries`);
        assert.match(body, new RegExp(`id="m${m + 1}" class="ho-message ho-message--selected"`));
      }
    });

    test(`of ${count} messages opens any day at its first message`, async () => {
      const body = await page(id, '?day=2024-02-20');
      assert.match(flat(body), /<h2>Tuesday 20 February 2024<\/h2>/);
      const first = messagesOf(body)[0]!;
      const line = await desk.seed.tables
        .selectFrom('handover.reading_lines')
        .select('line')
        .where('reading_id', '=', Buffer.from(id, 'hex'))
        .where('n', 'in', [first - 1, first])
        .orderBy('n')
        .execute();
      assert.doesNotMatch(line[0]!.line, /2024-02-20T/);
      assert.match(line[1]!.line, /2024-02-20T/);
    });

    test(`of ${count} messages is walked from page to page with none left out and none twice`, async () => {
      const seen: number[] = [];
      let next: string | null = count > 10_000 ? `?from=${count - 999}` : '';
      while (next !== null) {
        const body: string = await page(id, next);
        seen.push(...messagesOf(body));
        next = /<a href="[^"?]*(\?[^"]*)" rel="next">Later/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? null;
      }
      const first = seen[0]!;
      assert.deepEqual(
        seen,
        Array.from({ length: count - first }, (_, index) => first + index),
      );
    });

    test(`of ${count} messages is searched with every match counted and at most 200 shown`, async () => {
      const body = await page(id, '?q=MILL+LANE');
      assert.match(body, new RegExp(`${(count / 8).toLocaleString('en-GB')} messages found`));
      assert.equal(messagesOf(body).length, 200);
      assert.match(body, /<mark\s*>mill lane<\/mark\s*>/);
      assert.match(body, /rel="next">Later/);
    });
  });
}

describe('the page of a conversation', () => {
  test('says a gap in its place, with what it could innocently be', async () => {
    const id = await seeded(whatsappChat(900, { perDay: 60 }));
    const body = flat(await page(id, '?from=441'));
    assert.match(body, /No messages for 4 days [0-9]+ hours/);
    assert.match(body, /Could be: no contact, phone off, another app, messages deleted before export/);
    assert.match(body, /Usually the next message here is on the next day/);
  });

  test('where times go back, says a gap in days, once, and that a day comes again', async () => {
    const lines = [
      '02/11/2019, 14:18 - Elle: a',
      '02/11/2019, 14:22 - Jay: b',
      '28/11/2019, 14:25 - Elle: c',
    ];
    const late = ['02/11/2019, 14:33 - Jay: d', '28/11/2019, 14:51 - Jay: e'];
    const body = flat(await page(await seeded(Buffer.from(`${[...lines, ...late].join('\n')}\n`))));
    assert.equal(body.match(/No message is dated for 25 days/g)?.length, 1);
    assert.match(body, /Between 2 November 2019 and 28 November 2019\. Times in this file go back/);
    assert.doesNotMatch(body, /No messages for/);
    assert.equal(body.match(/again, as times go back here/g)?.length, 2);
  });

  test('says that a day has no message and opens the next that has', async () => {
    const id = await seeded(whatsappChat(900, { perDay: 60 }));
    const body = flat(await page(id, '?day=2024-01-23'));
    assert.match(body, /No message on 23 January 2024\. This is the next day that has one/);
    assert.match(body, /<h2>Friday 26 January 2024<\/h2>/);
    assert.match(flat(await page(id, '?day=2031-01-01')), /No message on 1 January 2031/);
    assert.match(flat(await page(id, '?m=999999')), /There is no message 999,999\. The last is 900/);
  });

  test('states date order, zone, doubts and unread bytes in its heading', async () => {
    const id = await seeded(whatsappChat(100));
    const body = flat(await page(id));
    for (const words of [
      'Day first: certain',
      'Zone: not in the file',
      '1 kind of doubt',
      '0 gaps',
      '0 bytes unread',
      'party export',
    ]) {
      assert.ok(body.includes(words), words);
    }
  });

  test('shows the words exactly as written: lines, spaces, hidden characters as marks, nothing active', async () => {
    const id = await seeded(
      encode(
        '18/09/2026, 20:09 - Elle: two  spaces\n  indented <b>bold</b> \u202Egpj.exe https://bad.example/x\n18/09/2026, 20:10 - Elle: ok\n',
      ),
    );
    const body = await page(id);
    assert.ok(body.includes('two  spaces\n  indented &lt;b&gt;bold&lt;/b&gt; '));
    assert.match(body, /U\+202E<\/span>gpj\.exe https:\/\/bad\.example\/x/);
    assert.doesNotMatch(body, /href="https:\/\/bad/);
  });

  test('shows notices of the app, left-out media, deleted messages and edits as what they are', async () => {
    const id = await seeded(
      encode(
        [
          '18/09/2026, 20:08 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.',
          '18/09/2026, 20:09 - Elle: <Media omitted>',
          '18/09/2026, 20:10 - Jay R: This message was deleted',
          '18/09/2026, 20:11 - Elle: hello <This message was edited>',
          '18/09/2026, 20:12 - Jay R: IMG-20260918-WA0009.jpg (file attached)',
          '',
        ].join('\n'),
      ),
    );
    const body = flat(await page(id));
    assert.match(body, /Messages and calls are end-to-end encrypted/);
    assert.match(body, /left out of the export/);
    assert.match(body, /This message was deleted/);
    assert.match(body, /edited in the app/);
    assert.match(body, /IMG-20260918-WA0009\.jpg/);
  });

  test('says a doubt with its innocent causes once, and then only that it is the same', async () => {
    const lines = Array.from(
      { length: 40 },
      (_, n) => `18/09/2026, ${n % 2 === 0 ? '20:30' : '20:10'} - Elle: message ${n}`,
    );
    const id = await seeded(encode(`${lines.join('\n')}\n`));
    const body = flat(await page(id));
    assert.equal(
      body.match(
        /Some messages carry an earlier time than the message before them\. File order is kept\.<\/strong>/g,
      )?.length ?? 0,
      2,
    );
    assert.ok((body.match(/As at message 2</g)?.length ?? 0) >= 18);
    const only = flat(await page(id, '?show=doubts'));
    assert.ok(messagesOf(only).every(n => n % 2 === 1));
    assert.match(only, /Gaps <span class="ho-quiet">0/);
  });

  test('never drops bytes that no message holds: they stand where they are', async () => {
    const id = await seeded(encode(`a stray first line\n${new TextDecoder().decode(whatsappChat(30))}`));
    const body = flat(await page(id));
    assert.match(body, /Not read: 19 bytes<\/strong> at 0 of the item/);
    assert.match(body, /a stray first line/);
    assert.match(flat(await page(id, '?show=doubts')), /19 bytes at 0 of the item/);
  });

  test('shows an item that is no chat as the text it is, with the reason', async () => {
    const id = await seeded(encode('Dear officer,\nthis is a letter.\n'), { name: 'letter.txt' });
    const body = flat(await page(id));
    assert.match(body, /Not a chat this service knows\./);
    assert.match(body, /Dear officer, this is a letter\./);
  });

  test('of an item that is being read says so', async () => {
    const { items } = await desk.seed.submission({ items: [{ bytes: encode('x') }] });
    const id = await desk.seed.reading(items[0]!.id, [], { state: 'reading' });
    assert.match(flat(await page(id)), /being read now/);
  });
});

describe('the panel of a message', () => {
  let id: string;
  before(async () => {
    id = await seeded(
      encode('18/09/2026, 20:09 - Elle: hi\n18/09/2026, 20:10 - Jay R: orrenby bus station\n'),
    );
  });

  test('shows text, time as written, meaning, reasons, bytes by part, file, seal and reader', async () => {
    const body = flat(await page(id, '?m=2&panel=1'));
    for (const words of [
      'Message 2',
      'orrenby bus station',
      '18/09/2026, 20:10',
      'Between 18 September 2026, 06:10:00 and 19 September 2026, 08:10:59 UTC',
      'The file writes minutes.',
      '47 bytes of 76',
      '31 38 2f 30 39',
      'ho-byte--speaker',
      'WhatsApp Chat with Elle.txt',
      'Log entry',
      'whatsapp-text/',
    ]) {
      assert.ok(body.includes(words), words);
    }
  });

  test('is a page of its own at the message’s link, with all of a very long text in pieces', async () => {
    const words = 'long '.repeat(8_000);
    const long = await seeded(
      encode(`18/09/2026, 20:09 - Elle: ${words}end\n18/09/2026, 20:10 - Elle: ok\n`),
    );
    const ledger = flat(await page(long));
    assert.match(ledger, /the first 4,000 of 40,003 characters; <a href="[^"]*\/messages\/1"/);
    assert.doesNotMatch(ledger, /long end/);
    const alone = await officer.get(`/conversations/${long}/messages/1`);
    assert.match(flat(alone.body), /Piece 1 of 3<.*href="[^"]*\/messages\/1\?part=1" rel="next"/);
    const last = await officer.get(`/conversations/${long}/messages/1?part=2`);
    assert.match(last.body, /<bdi class="ho-message__body">end<\/bdi>/);
    assert.equal((await officer.get(`/conversations/${long}/messages/7`)).statusCode, 404);
    assert.equal((await officer.get(`/conversations/${long}/messages/0`)).statusCode, 404);
    assert.equal((await officer.get(`/conversations/${long}/messages/x`)).statusCode, 404);
  });

  test('is recorded as a view of that message', async () => {
    const alone = await seeded(whatsappChat(3));
    await officer.get(`/conversations/${alone}/messages/2`);
    const rows = await desk.seed.tables
      .selectFrom('handover.audit_trail')
      .select(['action', 'part', 'looks', 'ranges', 'purpose'])
      .where('thing_id', '=', alone)
      .execute();
    const expected = {
      action: 'read-conversation',
      part: 'messages',
      looks: 1,
      ranges: '{[1,2)}',
      purpose: 'triage',
    };
    assert.deepEqual(rows, [expected]);
  });
});

describe('a reading that failed', () => {
  test('is asked for again once, with an event in the record, and says so until it is read', async () => {
    const { items, reference } = await desk.seed.submission({ items: [{ bytes: whatsappChat(3) }] });
    const id = items[0]!.readingId;
    const set = (state: 'failed' | 'read') =>
      desk.seed.tables
        .updateTable('handover.readings')
        .set({ state, reason: 'The reader stopped.', read_at: new Date(0) })
        .where('id', '=', Buffer.from(id, 'hex'))
        .execute();
    await set('failed');
    assert.match(flat(await page(id)), /The reading failed\..*The reader stopped\..*Read it again/);
    for (const _ of [1, 2]) {
      const reply = await officer.post(`/conversations/${id}/read-again`);
      assert.equal(reply.headers.location, `/conversations/${id}`);
    }
    const asked = flat(await page(id));
    assert.match(asked, /It was asked for again and is read again in a moment/);
    assert.doesNotMatch(asked, /Read it again/);
    const record = (await officer.get(`/submissions/${reference}`)).body;
    assert.equal(record.match(/Reading asked for again/g)?.length, 1);
    await set('read');
    assert.equal((await officer.post(`/conversations/${id}/read-again`)).statusCode, 303);
    const requests = await desk.seed.tables
      .selectFrom('handover.reading_requests')
      .selectAll()
      .where('reading_id', '=', Buffer.from(id, 'hex'))
      .execute();
    assert.equal(requests.length, 1);
  });
});

describe('hostile conversations', () => {
  test('of 400 messages each on a day of its own still have at most 300 rows, and reach every message', async () => {
    const lines = Array.from({ length: 400 }, (_, n) => {
      const day = new Date(Date.UTC(2020, 0, 1 + n * 9));
      const pad = (part: number): string => String(part).padStart(2, '0');
      return `${pad(day.getUTCDate())}/${pad(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}, 10:00 - Elle: n${n}`;
    });
    const id = await seeded(encode(`${lines.join('\n')}\n`));
    for (const m of [0, 150, 399]) {
      const body = await page(id, `?m=${m + 1}`);
      assert.ok(rowsOf(body) <= MOST_ROWS);
      assert.ok(messagesOf(body).includes(m), `message ${m}`);
    }
  });

  test('of 300 messages of 100,000 characters answer in bounded size', async () => {
    const words = 'x'.repeat(100_000);
    const lines = Array.from(
      { length: 300 },
      (_, n) => `18/09/2026, 20:${String(n % 60).padStart(2, '0')} - Elle: ${words}`,
    );
    const id = await seeded(encode(`${lines.join('\n')}\n`));
    const body = await page(id);
    assert.ok(body.length < 1_000_000, `${body.length} characters`);
    assert.match(body, /A very long message/);
    assert.equal(messagesOf(body).length, 200);
  });

  test('with a speaker’s name of 100,000 characters cut it in the middle wherever it stands', async () => {
    const name = `Elle${'e'.repeat(100_000)}`;
    const lines = Array.from({ length: 20 }, (_, n) => `18/09/2026, 20:${String(n + 10)} - ${name}: hi ${n}`);
    const body = await page(await seeded(encode(`${lines.join('\n')}\n`)));
    assert.ok(body.length < 400_000, `${body.length} characters`);
  });

  test('with dates of nine thousand years draw no strip and say why', async () => {
    const id = await seeded(
      encode('18/09/1001, 20:09 - Elle: hi\n18/09/9001, 20:10 - Elle: ok\n20/09/9001, 20:10 - Elle: ok\n'),
    );
    const { statusCode, body } = await officer.get(`/conversations/${id}`);
    assert.equal(statusCode, 200);
    assert.ok(body.length < 200_000);
  });
});
