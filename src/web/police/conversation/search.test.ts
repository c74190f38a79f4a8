import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { whatsappChat } from '#support/desk-seed.ts';
import { createPoliceDesk, type Officer, type PoliceDesk } from '#support/police-desk.ts';

/** Numbers of the messages on a page, from 0. */
const messagesOf = (html: string): number[] =>
  [...html.matchAll(/<li[^>]*id="m(\d+)"/g)].map(match => Number(match[1]) - 1);
const flat = (html: string): string => html.replaceAll(/\s+/g, ' ');
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a search of a conversation', () => {
  let desk: PoliceDesk;
  let officer: Officer;
  before(async () => {
    desk = await createPoliceDesk();
    officer = await desk.signIn('tom-fairley');
  });

  async function seeded(bytes: Uint8Array): Promise<string> {
    const { items } = await desk.seed.submission({ items: [{ name: 'chat.txt', bytes }] });
    return items[0]!.readingId;
  }

  async function page(id: string, query: string): Promise<string> {
    const { statusCode, body } = await officer.get(`/conversations/${id}${query}`);
    assert.equal(statusCode, 200, body.slice(0, 500));
    return body;
  }

  test('search finds what was typed and nothing of the line around it', async () => {
    const id = await seeded(
      encode(
        [
          '18/09/2026, 20:09 - Elle: first\nokay second line',
          '18/09/2026, 20:10 - Elle: a "quoted" word and C:\\new 100% sure_thing',
          '18/09/2026, 20:11 - Jay R: STRASSE and straße',
          '',
        ].join('\n'),
      ),
    );
    const found = async (q: string): Promise<number[]> =>
      messagesOf(await page(id, `?q=${encodeURIComponent(q)}`));
    assert.deepEqual(await found('message'), [], 'the words of the line’s own form are not found');
    assert.deepEqual(await found('doubts'), []);
    assert.deepEqual(await found('nokay'), [], 'the escape of a line end is no letter');
    assert.deepEqual(await found('okay second'), [0]);
    assert.deepEqual(await found('"quoted"'), [1]);
    assert.deepEqual(await found('c:\\NEW'), [1]);
    assert.deepEqual(await found('new'), [1]);
    assert.deepEqual(await found('100%'), [1]);
    assert.deepEqual(await found('sure_'), [1]);
    assert.deepEqual(await found('sure-'), []);
    assert.deepEqual(await found('strasse'), [2]);
    assert.deepEqual(await found('\u0000\uFFFD\uFFFD\uFFFD'), []);
  });

  test('search finds every script, whatever the case, accents and what cannot be seen, and marks the words as written', async () => {
    const id = await seeded(
      encode(
        [
          '18/09/2026, 20:09 - Elle: Meet me at the CAFE\u0301 tomorrow',
          '18/09/2026, 20:10 - Elle: Привет, как дела',
          '18/09/2026, 20:11 - Jay R: 你好吗 👍 m\u200de\u200de\u200dt',
          '18/09/2026, 20:12 - Jay R: مَرحَبا',
          '18/09/2026, 20:13 - Elle: the cafeteria, and meet',
          '',
        ].join('\n'),
      ),
    );
    const found = async (q: string, by = ''): Promise<number[]> =>
      messagesOf(await page(id, `?q=${encodeURIComponent(q)}${by}`));
    assert.deepEqual(await found('café'), [0, 4]);
    assert.deepEqual(await found('ПРИВЕТ'), [1]);
    assert.deepEqual(await found('好'), [2]);
    assert.deepEqual(await found('👍'), [2]);
    assert.deepEqual(await found('meet'), [0, 2, 4]);
    assert.deepEqual(await found('مرحبا'), [3]);
    assert.deepEqual(await found('tomorrow meet'), []);
    assert.deepEqual(await found('tomorrow meet', '&by=words'), [0]);
    assert.deepEqual(await found('cafe', '&by=words'), [0]);
    assert.match(await page(id, '?q=cafe'), /<mark\s*>CAFE\u0301<\/mark\s*>/);
    assert.match(flat(await page(id, '?q=me')), /A search needs at least three characters/);
  });

  test('what was found is gone through one by one among its neighbours, without a script', async () => {
    const id = await seeded(whatsappChat(900));
    const list = await page(id, '?q=mill+lane');
    const first = /href="([^"]+)">Read the first among its neighbours/
      .exec(list)?.[1]
      ?.replaceAll('&amp;', '&');
    assert.ok(first !== undefined);
    let at = first.slice(first.indexOf('?'), first.indexOf('#'));
    const seen: number[] = [];
    for (let step = 0; step < 3; step += 1) {
      const body = await page(id, at);
      seen.push(Number(new URLSearchParams(at).get('m')) - 1);
      assert.ok(messagesOf(body).length > 40, 'it stands among others');
      const words = `${step + 1} of 112 messages found up to here`;
      assert.ok(flat(body).includes(words), words);
      const next = /href="([^"]+)" rel="next">Next match/.exec(body)?.[1]?.replaceAll('&amp;', '&');
      assert.ok(next !== undefined);
      at = next.slice(next.indexOf('?'), next.indexOf('#'));
    }
    assert.deepEqual(
      seen,
      [...new Set(seen)].toSorted((a, b) => a - b),
    );
    assert.deepEqual(seen, messagesOf(list).slice(0, 3));
  });
});
