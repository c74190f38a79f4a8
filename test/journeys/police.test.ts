import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium, NO_CHROMIUM, openPage, says } from '#support/chromium.ts';
import { whatsappChat } from '#support/desk-seed.ts';
import type { Seeded } from '#support/desk-seed.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { PoliceDesk } from '#support/police-desk.ts';

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const NO_SCRIPTS = { ...DESK, javaScriptEnabled: false };

/** A chat with a row of every kind: unread bytes, a notice, media, a deletion, a gap, a doubt, hidden characters. */
const EVERY_ROW = [
  'a stray first line',
  '18/09/2026, 20:08 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.',
  '18/09/2026, 20:09 - Elle: <Media omitted>',
  '18/09/2026, 20:10 - Jay R: This message was deleted',
  '18/09/2026, 20:10 - Jay R: hidden \u202E words',
  '18/09/2026, 20:11 - Elle: hello <This message was edited>',
  '18/09/2026, 20:02 - Jay R: an earlier time',
  '28/09/2026, 20:12 - Jay R: much later',
  '28/09/2026, 20:13 - Zoë: third speaker',
  '28/09/2026, 20:14 - Zoë: goes on',
  '',
].join('\n');

/** GOV.UK Frontend sets `aria-expanded` on a radio that opens more questions; known, tested and kept by them. */
const isKept = (found: string): boolean =>
  found.startsWith('aria-allowed-attr: <input class="govuk-radios__input"') &&
  found.includes('aria-expanded');

describe('an officer at the desk', { skip: NO_CHROMIUM }, () => {
  let desk: PoliceDesk;
  let browser: Browser;
  let origin = '';
  let chat: Seeded;
  let short: Seeded;

  before(async () => {
    desk = await createPoliceDesk(parts => parts, { origin: () => origin });
    await desk.app.listen({ host: '127.0.0.1', port: 0 });
    const address = desk.app.server.address();
    origin = `http://police.localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
    browser = await launchChromium();
    const answers = new TextEncoder().encode(JSON.stringify({ happened: 'I found this on her phone.' }));
    chat = await desk.seed.submission({
      items: [{ bytes: whatsappChat(1_200) }],
    });
    short = await desk.seed.submission({
      danger: {
        what: 'She has agreed to meet him at four',
        where: 'Tarnwick',
        happening: ['meeting-planned'],
      },
      items: [
        { bytes: new TextEncoder().encode(EVERY_ROW) },
        { kind: 'account', sourceClass: 'typed', name: 'answers.json', bytes: answers },
      ],
    });
  });

  after(async () => {
    await browser?.close();
    await desk?.app.close();
  });

  /** A page whose every complaint is kept: refused styles and scripts, failed requests, requests to elsewhere. */
  async function open(options: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }> {
    const page = await openPage(browser, options);
    const complaints: string[] = [];
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on(
      'request',
      request => !request.url().startsWith(origin) && complaints.push(`asked ${request.url()}`),
    );
    return { page, complaints };
  }

  async function signIn(page: Page, name: string): Promise<void> {
    await page.goto(`${origin}/sign-in`);
    await page.getByRole('button', { name }).click();
    await page.waitForURL(url => url.pathname !== '/sign-in');
  }

  async function axe(page: Page, where: string): Promise<void> {
    const { violations, passes } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(node => `${id}: ${node.html.slice(0, 200)}`),
    );
    assert.deepEqual(
      found.filter(line => !isKept(line)),
      [],
      where,
    );
    assert.ok(passes.length > 10);
  }

  test('at 1280 pixels no stage of the queue is broken inside its word, and the page does not scroll sideways', async () => {
    await desk.seed.submission({ stage: 'investigation', allocatedTo: 'amara-okoro', items: [] });
    const { page } = await open({ viewport: { width: 1280, height: 900 } });
    await signIn(page, 'Sgt Priya Nandra');
    await page.goto(`${origin}/queue`);
    const lines = await page.locator('td.ho-queue__stage').evaluateAll(cells =>
      cells.map(cell => {
        const words = document.createRange();
        words.selectNodeContents(cell);
        return `${cell.textContent?.trim()}: ${words.getClientRects().length}`;
      }),
    );
    assert.ok(lines.includes('Investigation: 1'), lines.join(', '));
    assert.ok(
      lines.every(line => line.endsWith(': 1')),
      lines.join(', '),
    );
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(width, 1280);
    await page.context().close();
  });

  for (const [words, options] of [
    ['with scripts', DESK],
    ['without scripts', NO_SCRIPTS],
    ['on a phone', PHONE],
  ] as const) {
    test(`${words} takes and closes danger, reads a message to its bytes, allocates, asks for a bundle and signs out`, async () => {
      const { dangerId, reference } = await desk.seed.submission({
        danger: { what: `Told ${words}`, happening: ['confrontation'] },
        items: [{ bytes: whatsappChat(300) }],
      });
      const { page, complaints } = await open(options);
      await signIn(page, 'PC Tom Fairley');
      await page.locator(`#danger-${dangerId}`).getByRole('button', { name: 'Acknowledge' }).click();
      await page.getByLabel('The control room has an incident').check();
      await page.getByLabel('Incident number').fill('NP-0417');
      await page.getByRole('button', { name: 'Close this report' }).click();
      await page.getByRole('link', { name: reference }).first().click();
      await says(page, /Incident NP-0417/i);
      await page
        .getByRole('link', { name: 'Read the conversation' })
        .or(page.getByRole('button', { name: 'Read the conversation' }))
        .click();
      await page.locator('#m7 .ho-message__number').click();
      await page
        .locator('.ho-panel')
        .filter({ hasText: /Written as[\s\S]*bytes of/ })
        .waitFor();
      await page.getByLabel('Search the words of this conversation').fill('mill lane');
      await page.getByRole('button', { name: 'Search' }).click();
      await says(page, /37 messages found/);
      await page.getByRole('link', { name: 'Submission', exact: true }).click();
      await page.getByRole('button', { name: 'Make a bundle' }).click();
      await page
        .locator('#bundles')
        .filter({ hasText: /Asked for/ })
        .waitFor();
      await page.getByLabel('With').selectOption({ label: 'DC Amara Okoro' });
      await page.getByRole('button', { name: 'Allocate' }).click();
      await page.waitForURL(/\/queue/);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(/\/sign-in$/);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  test('meets nothing that axe would mend, on a desk and on a phone, on any page', async () => {
    const { readingId } = short.items[0]!;
    const addresses = [
      '/queue',
      '/queue?reference=nothing',
      '/mine',
      `/danger/${short.dangerId}`,
      `/submissions/${short.reference}`,
      `/conversations/${readingId}`,
      `/conversations/${readingId}?m=3&panel=1`,
      `/conversations/${readingId}?show=doubts`,
      `/conversations/${readingId}?q=later`,
      `/conversations/${readingId}/messages/3`,
      `/conversations/${readingId}/read`,
    ];
    for (const options of [DESK, PHONE]) {
      const { page, complaints } = await open(options);
      await page.goto(`${origin}/sign-in`);
      await axe(page, 'sign in');
      await signIn(page, 'Sgt Priya Nandra');
      for (const address of addresses) {
        await page.goto(origin + address);
        await axe(page, address);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(over, 0, `${address} scrolls sideways`);
      }
      assert.deepEqual(complaints, []);
      await page.context().close();
    }
  });

  test('meets nothing that axe would mend where a page is refused or a form is wrong', async () => {
    const { page } = await open(DESK);
    await signIn(page, 'Samir Holt');
    await page.goto(`${origin}/submissions/${chat.reference}`);
    await axe(page, 'forbidden');
    await signIn(page, 'PC Ida Lund');
    const id = await desk.seed.danger({ what: 'A form that is wrong' });
    await page.goto(`${origin}/danger/${id}`);
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByRole('button', { name: 'Close this report' }).click();
    await says(page, /There is a problem/);
    await axe(page, 'a wrong form');
    await page.context().close();
  });

  test('goes to a message by its number: it stands in the window, under the day it is of, in any colours', async () => {
    const { page, complaints } = await open({ ...DESK, forcedColors: 'active' });
    await signIn(page, 'Sgt Priya Nandra');
    await page.goto(`${origin}/conversations/${chat.items[0]!.readingId}`);
    await page.getByLabel('Message', { exact: true }).fill('180');
    await page.getByLabel('Message', { exact: true }).press('Enter');
    await page.waitForURL(/m=180#m180/);
    const places = await page.evaluate(() => {
      const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top ?? -1;
      const days = [...document.querySelectorAll('.ho-day')].map(day => day.getBoundingClientRect().top);
      return { message: top('#m180'), day: Math.min(...days), height: window.innerHeight };
    });
    assert.ok(places.message > 0 && places.message < places.height, 'the message is in the window');
    assert.equal(places.day, 0, 'the day stays at the top');
    await page.locator('#m180 .ho-message__number').click();
    await page.locator('.ho-bytes').waitFor();
    const [plain, time] = await page.evaluate(() =>
      ['.ho-byte--none', '.ho-byte--time'].map(
        selector => getComputedStyle(document.querySelector(selector)!).borderBottomColor,
      ),
    );
    assert.notEqual(plain, time, 'bytes of no part are not underlined like those of a part');
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('moves by keys alone, which fields and the box that turns them off keep to themselves', async () => {
    const { page, complaints } = await open({ ...DESK, reducedMotion: 'reduce' });
    await signIn(page, 'Sgt Priya Nandra');
    await page.goto(`${origin}/conversations/${chat.items[0]!.readingId}?m=100`);
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.closest('.ho-message')?.id ?? document.activeElement?.id ?? '',
      );
    await page.keyboard.press('j');
    assert.equal(await focused(), 'm101');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    assert.equal(await focused(), 'm99');
    await page.keyboard.press(']');
    assert.equal(await focused(), 'm121');
    await page.keyboard.press('[');
    assert.equal(await focused(), 'm61');
    await page.keyboard.press('Enter');
    await page.waitForURL(/m=61&panel=1/);
    await page.keyboard.press('/');
    assert.equal(await focused(), 'search');
    await page.keyboard.type('jk?');
    assert.equal(await page.inputValue('#search'), 'jk?');
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await page.getByLabel('Turn single keys off').check();
    await page.locator('h1').click();
    await page.keyboard.press('j');
    assert.equal(await focused(), '');
    await page.reload();
    assert.equal(await page.locator('#keys-off').isChecked(), true);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
});
