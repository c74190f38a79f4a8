import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { BrowserContextOptions } from 'playwright-core';
import { openAge } from '#adapters/age/index.ts';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { NO_CHROMIUM, says } from '#support/chromium.ts';
import { axe, fitsWidth, goOn, press, PublicBrowser } from '#web/public/testing/public-browser.ts';

const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
const NO_SCRIPTS: BrowserContextOptions = { ...PHONE, javaScriptEnabled: false };
const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 } };
const FORCED: BrowserContextOptions = { ...DESK, forcedColors: 'active', reducedMotion: 'reduce' };

const CHAT = Buffer.from('12/03/2026, 21:41 - Kit: hello\n12/03/2026, 21:42 - Freya: hi\n');

describe('handing in with a browser', { skip: NO_CHROMIUM }, () => {
  let side: PublicBrowser;
  before(async () => {
    side = await PublicBrowser.start();
  });
  after(() => side?.close());

  for (const [words, options] of [
    ['on a desktop', DESK],
    ['on a phone', PHONE],
    ['at 320 pixels', NARROW],
    ['with forced colours', FORCED],
  ] as const) {
    const withAxe = options === DESK || options === PHONE;
    test(`a parent hands in a chat ${words}; no page scrolls sideways${withAxe ? ', and axe finds nothing' : ''}`, async () => {
      const { page, complaints } = await side.open(options);
      let looks = 0;
      const look = async (where: string) => {
        looks += 1;
        if (withAxe) await axe(page, where);
        await fitsWidth(page, where);
      };
      await side.walkToChat(page, look);
      await page
        .locator('#file')
        .setInputFiles({ name: 'WhatsApp Chat with Kit.txt', mimeType: 'text/plain', buffer: CHAT });
      await page.getByText('Nothing has left this device yet').waitFor();
      await look('chat, ready to add');
      await press(page, 'Add this file');
      await page.getByText('Kept locked for this visit').waitFor();
      await look('chat, with a file');
      await page.goto(`${side.origin}/chat/paste`);
      await look('paste');
      await page.goto(`${side.origin}/chat`);
      await side.finish(page, look);
      await side.spine.drain();
      await page.goto(`${side.origin}/receipt`);
      await look('receipt');
      const lines = await page
        .locator('.ho-number')
        .evaluateAll(numbers => numbers.map(number => number.getClientRects().length));
      assert.deepEqual(lines, [1, 1], 'a number to call is broken over lines');
      for (const path of [
        '/return',
        '/privacy',
        '/accessibility',
        '/kept-safe',
        '/stopped',
        '/cleared',
        '/unknown-page',
      ]) {
        await page.goto(`${side.origin}${path}`);
        await look(path);
      }
      assert.equal(looks, 30);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  test('the whole way works without scripts, back to the page by reference and code from another browser', async () => {
    const { page } = await side.open(NO_SCRIPTS);
    await side.walkToChat(page);
    await page
      .locator('#file')
      .setInputFiles({ name: 'WhatsApp Chat with Kit.txt', mimeType: 'text/plain', buffer: CHAT });
    await press(page, 'Add this file');
    await says(page, /Kept locked for this visit/);
    await side.finish(page);
    const reference = await page.locator('.ho-received__reference').innerText();
    const code = await page.locator('.ho-code-box__code').innerText();
    await says(page, /Received, not yet sealed/);
    await side.spine.drain();
    // The page looks again by itself.
    await page.getByText('Save the receipt').waitFor();
    await press(page, 'I have saved the code');
    await page.locator('.ho-code-box').waitFor({ state: 'detached' });

    const { page: elsewhere } = await side.open(NO_SCRIPTS);
    await elsewhere.goto(`${side.origin}/return`);
    await elsewhere.getByLabel('Reference').fill(reference);
    await elsewhere.getByLabel('Return code').fill(code);
    await press(elsewhere, 'Continue');
    const [download] = await Promise.all([
      elsewhere.waitForEvent('download'),
      press(elsewhere, 'Save the receipt'),
    ]);
    assert.equal(download.suggestedFilename(), `${reference}.handover-receipt`);
    const receipt = readFileSync(await download.path());
    assert.equal(verifyReceipt(receipt, { policy: side.spine.policy, files: [CHAT] }).verdict, 'verified');
    await page.context().close();
    await elsewhere.context().close();
  });

  test('back leads through every page to the start, and every answer is still there', async () => {
    const { page } = await side.open(NO_SCRIPTS);
    await side.walkToChat(page);
    await goOn(page, /I have no chat/, '/happened');
    const seen: string[] = [];
    while (new URL(page.url()).pathname !== '/') {
      const before = page.url();
      await page.getByRole('link', { name: 'Back', exact: true }).click();
      await page.waitForURL(url => url.href !== before);
      seen.push(new URL(page.url()).pathname);
    }
    assert.deepEqual(seen, [
      '/chat',
      '/hold',
      '/what-not-to-send',
      '/court',
      '/contact',
      '/who',
      '/danger',
      '/',
    ]);
    assert.equal(await page.getByLabel('A meeting with a child is planned').isChecked(), true);
    await goOn(page, 'Continue', '/danger');
    assert.equal(await page.getByLabel('Where?').inputValue(), 'Tarnwick leisure centre');
    await page.context().close();
  });

  test('the keyboard alone goes from the start page to the chat page, and the error summary takes the focus', async () => {
    const { page } = await side.open(DESK);
    await page.goto(`${side.origin}/`);
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => {
          const element = document.activeElement as HTMLInputElement | null;
          return `${element?.labels?.[0]?.textContent ?? ''}${element?.textContent ?? ''}`.trim();
        });
        if (focused.startsWith(name)) return;
      }
      assert.fail(`${name} was not reached by the keyboard`);
    };
    await tabTo('Continue');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.govuk-error-summary');
    assert.equal(
      await page.evaluate(() => document.activeElement?.classList.contains('govuk-error-summary')),
      true,
    );
    await tabTo('None of these');
    await page.keyboard.press('Space');
    await tabTo('Continue');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/who');
    await tabTo('I am under 18');
    await page.keyboard.press('Space');
    await tabTo('Continue');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/for-you');
    await page.context().close();
  });

  test('the first page is under 100 KB and asks nobody else for anything', async () => {
    const { page, complaints } = await side.open(PHONE);
    let bytes = 0;
    page.on('response', async reply => {
      const sizes = await reply
        .request()
        .sizes()
        .catch(() => null);
      bytes += sizes === null ? 0 : sizes.responseBodySize + sizes.responseHeadersSize;
    });
    await page.goto(`${side.origin}/`, { waitUntil: 'networkidle' });
    assert.ok(bytes > 10_000 && bytes < 150_000, `${bytes} bytes`);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('what a browser handed in is what the holder of the evidence identity opens', async () => {
    const { page } = await side.open(PHONE);
    await side.walkToChat(page);
    await page.locator('#file').setInputFiles({ name: 'chat.txt', mimeType: 'text/plain', buffer: CHAT });
    await press(page, 'Add this file');
    await page.getByText('Kept locked for this visit').waitFor();
    const { rows } = await side.spine.database
      .pool('owner')
      .query<{ body: Buffer }>('select body from handover.staged_segments order by file_id, n');
    const opened = await Promise.all(rows.map(({ body }) => openAge(body, side.spine.keys.evidenceIdentity)));
    assert.ok(opened.some(plain => plain !== null && Buffer.from(plain).equals(CHAT)));
    await page.context().close();
  });
});
