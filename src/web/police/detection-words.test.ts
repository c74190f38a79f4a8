import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { detectChat } from '#portable/chat/index.ts';
import { whatsappChat } from '#support/desk-seed.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The text of a page without its markup. */
const flat = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const MESSAGE = { id: 7, type: 'message', date: '2026-09-18T20:10:22', date_unixtime: '1789762222' };
const TELEGRAM = JSON.stringify({
  ...{ name: 'Elle', type: 'personal_chat', id: 77 },
  messages: [{ ...MESSAGE, from: 'Elle', from_id: 'user8', text: 'see you' }],
});
/** Signal's Markdown export and WhatsApp's text write this header alike. */
const EITHER = '[2026-09-18, 21:41:00] Elle: a\r\n[2026-09-18, 21:42:00] Jay R: b\r\n';

type Pages = Readonly<Record<'submission' | 'conversation' | 'readings', string>>;

describe('what the desk says of how the format of an item was found', () => {
  let desk: PoliceDesk;
  let officer: Officer;
  before(async () => {
    desk = await createPoliceDesk();
    officer = await desk.signIn('priya-nandra');
  });

  async function seeded(bytes: Uint8Array, name = 'chat.txt') {
    const { items, reference } = await desk.seed.submission({ items: [{ bytes, name }] });
    return { reference, id: items[0]!.readingId };
  }

  async function pagesOf({ reference, id }: { reference: string; id: string }): Promise<Pages> {
    const get = async (path: string) => flat((await officer.get(path)).body);
    return {
      submission: await get(`/submissions/${reference}`),
      conversation: await get(`/conversations/${id}`),
      readings: await get(`/conversations/${id}/readings`),
    };
  }

  async function set(id: string, columns: { state?: 'failed' | 'refused'; detection?: string | null }) {
    await desk.seed.tables
      .updateTable('handover.readings')
      .set({ reason: 'The reader stopped.', ...columns })
      .where('id', '=', Buffer.from(id, 'hex'))
      .execute();
  }

  test('is which format it was read as, why, and that no other fits', async () => {
    const pages = await pagesOf(await seeded(whatsappChat(30), '_chat.txt'));
    for (const [page, text] of Object.entries(pages)) {
      assert.match(
        text,
        /Read as WhatsApp text export , because: 30 lines begin with a date and time in the way of this format, such as &quot;[^&]+&quot;\. The first line is one of them\. The file name is one that this app gives\. These signs are strong\./,
        page,
      );
      assert.match(text, /No other format that this service knows fits it\./, page);
      assert.doesNotMatch(text, /that is broken/, page);
    }
  });

  test('is what it could also have been, and why', async () => {
    const pages = await pagesOf(await seeded(encode(EITHER), '_chat.txt'));
    for (const [page, text] of Object.entries(pages))
      assert.match(
        text,
        /It could also have been Signal chat as Markdown \(signal-export\) , less likely: Lines begin with a date, a time and a sender: /,
        page,
      );
  });

  test('is that a file is no chat that is known, or a broken export: two answers', async () => {
    const letter = await pagesOf(await seeded(encode('A letter to nobody.\n')));
    assert.match(letter.submission, /Not a chat this service knows\. This is text, but no line begins/);
    assert.match(letter.conversation, /Not a chat this service knows\. This is text, but no line begins/);
    assert.match(letter.readings, /Not a chat this service knows\. This is text, but no line begins/);

    const broken = await pagesOf(await seeded(encode(TELEGRAM.slice(0, -60)), 'result.json'));
    const said =
      /A Telegram JSON export that is broken\. The file is cut off: it does not end as it should\./;
    assert.match(broken.submission, said);
    assert.match(broken.conversation, said);
    assert.match(
      broken.conversation,
      /No message could be read of it\..*Its entries carry &quot;date_unixtime&quot;\./,
    );
    assert.match(broken.readings, /Stands; the file is broken/);
    for (const text of Object.values(broken)) assert.doesNotMatch(text, /Not a chat/);
  });

  test('is said of a reading that failed too: a broken export, or one that is whole', async () => {
    const broken = await seeded(encode(TELEGRAM.slice(0, -60)), 'result.json');
    await set(broken.id, { state: 'failed' });
    const pages = await pagesOf(broken);
    for (const text of [pages.submission, pages.conversation])
      assert.match(text, /A Telegram JSON export that is broken\. The file is cut off.*The reader stopped\./);
    assert.match(
      pages.conversation,
      /Why it was taken for this format Taken for Telegram JSON export , because: .*Its entries carry/,
    );
    assert.match(
      pages.readings,
      /Failed: the file is broken.*The file is cut off.*Taken for Telegram JSON export/,
    );

    const whole = await seeded(encode(TELEGRAM), 'result.json');
    await set(whole.id, { state: 'failed' });
    assert.match(
      (await pagesOf(whole)).conversation,
      /The reading failed\. The reader stopped\. It looks like a Telegram JSON export\./,
    );
  });

  test('is nothing for readings of before it was kept, and for what is kept and not understood', async () => {
    const { runnersUp: _, ...half } = detectChat(encode(TELEGRAM));
    for (const detection of [null, JSON.stringify(half), '{"format":"acme","reasons":[{"code":"guilty"}]}']) {
      const read = await seeded(whatsappChat(30));
      await set(read.id, { detection });
      for (const [page, text] of Object.entries(await pagesOf(read)))
        assert.doesNotMatch(text, /Read as|could also have been|Why this|broken|guilty/, page);
      const letter = await seeded(encode('A letter to nobody.\n'));
      await set(letter.id, { detection });
      const pages = await pagesOf(letter);
      assert.match(pages.conversation, /Not read as a chat\. The reader stopped\./);
      assert.match(pages.readings, /Not read as a chat/);
      await set(letter.id, { detection, state: 'failed' });
      assert.match((await pagesOf(letter)).conversation, /The reading failed\. The reader stopped\./);
    }
  });
});
