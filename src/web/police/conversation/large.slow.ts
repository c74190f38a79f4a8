import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { longChat } from '#support/long-chat.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer } from '#support/police-desk.ts';
import { MOST_ROWS } from './rows.ts';

const MESSAGES = 250_000;

describe('a conversation of 250,000 messages', () => {
  let officer: Officer;
  let address: string;
  before(async () => {
    const desk = await createPoliceDesk();
    officer = await desk.signIn('priya-nandra');
    const { items } = await desk.seed.submission({ items: [{ bytes: longChat(MESSAGES) }] });
    address = `/conversations/${items[0]!.readingId}`;
  });

  async function page(path: string) {
    const { statusCode, body } = await officer.get(path);
    assert.equal(statusCode, 200, path);
    const numbers = [...body.matchAll(/<li[^>]*id="m(\d+)"/g)].map(match => Number(match[1]));
    const rows =
      body.match(/<li[^>]*class="ho-(?:message|day|gap|unread|doubt-row|chat-change)\b/g)?.length ?? 0;
    assert.ok(rows > 0 && rows <= MOST_ROWS, `${path}: ${rows} rows`);
    const link = (rel: string) =>
      new RegExp(`<a href="([^"]*)" rel="${rel}"`).exec(body)?.[1]?.replaceAll('&amp;', '&').split('#')[0];
    return { numbers, next: link('next'), previous: link('prev') };
  }

  test('is opened anywhere with at most 300 rows, and the message asked for among them', async () => {
    for (const m of [1, 2, 12_345, 125_000, 200_001, MESSAGES]) {
      const { numbers } = await page(`${address}?m=${m}`);
      assert.ok(numbers.includes(m), `message ${m}`);
    }
  });

  test('is paged by links alone, forwards and backwards, with none left out and none twice', async () => {
    let at = await page(`${address}?from=120001`);
    const seen = [...at.numbers];
    for (let turns = 0; turns < 6; turns += 1) {
      assert.ok(at.next);
      at = await page(at.next);
      seen.push(...at.numbers);
    }
    assert.deepEqual(
      seen,
      Array.from({ length: seen.length }, (_, index) => 120_001 + index),
    );
    assert.ok(at.previous);
    const back = await page(at.previous);
    assert.ok((back.numbers[0] ?? 0) < (at.numbers[0] ?? 0));
  });

  test('ends: the first page leads nowhere before it, the last nowhere after it', async () => {
    assert.equal((await page(address)).previous, undefined);
    let at = await page(`${address}?m=${MESSAGES}`);
    while (at.next !== undefined) at = await page(at.next);
    assert.ok((at.numbers.at(-1) ?? 0) >= MESSAGES);
  });
});
