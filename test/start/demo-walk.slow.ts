import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchChromium, NO_CHROMIUM, openContext } from '#support/chromium.ts';
import { makePlace, startHandover, type Place, type Started } from '#support/running-handover.ts';

const MOST_CLICKS = 12;

/** A person at the demo page: counts what they press; choosing a file is a press. */
class Walker {
  clicks = 0;
  page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(what: Locator): Promise<void> {
    this.clicks += 1;
    await what.click();
    await this.page.waitForLoadState();
  }

  async choose(nth: number, path: string): Promise<void> {
    this.clicks += 1;
    await this.page.locator('input[type=file]').nth(nth).setInputFiles(path);
  }

  /** Follows a link that opens in a tab of its own. */
  async pressToNewTab(what: Locator): Promise<void> {
    this.clicks += 1;
    const [tab] = await Promise.all([this.page.context().waitForEvent('page'), what.click()]);
    await tab.waitForLoadState();
    this.page = tab;
  }

  async save(what: Locator, path: string): Promise<void> {
    this.clicks += 1;
    const [download] = await Promise.all([this.page.waitForEvent('download'), what.click()]);
    await download.saveAs(path);
  }
}

describe(
  `the walk from the demo page, each part in at most ${MOST_CLICKS} clicks`,
  { skip: NO_CHROMIUM },
  () => {
    let place: Place;
    let started: Started;
    let browser: Browser;
    let context: BrowserContext;
    let reference = '';

    before(async () => {
      place = await makePlace();
      started = startHandover(place);
      [browser] = await Promise.all([launchChromium(), started.ready]);
      context = await openContext(browser, { acceptDownloads: true });
    });

    after(async () => {
      await browser.close();
      started.child.kill('SIGTERM');
      await started.exited;
    });

    async function atDemoPage(): Promise<Walker> {
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${place.demo}/`);
      return new Walker(page);
    }

    test('a parent saves the ready export, hands it in and holds a receipt', async () => {
      const walker = await atDemoPage();
      const file = join(place.dataFolder, 'ready.txt');
      await walker.save(walker.page.getByRole('link', { name: /\.txt$/ }), file);
      await walker.pressToNewTab(
        walker.page
          .getByRole('link', { name: 'Hand in as a parent' })
          .or(walker.page.getByRole('button', { name: 'Hand in as a parent' })),
      );
      await walker.press(walker.page.getByRole('button', { name: /Continue/ }).first());
      await walker.press(walker.page.getByLabel('Messages I can save from an app'));
      await walker.press(walker.page.getByRole('button', { name: 'Continue' }).first());
      await walker.choose(0, file);
      await walker.press(walker.page.getByRole('button', { name: 'Add this file' }));
      await walker.page.getByText('ready.txt').first().waitFor();
      await walker.press(walker.page.getByRole('button', { name: 'Continue' }).first());
      await walker.page.locator('textarea[name=happened]').fill('Found on a phone.');
      await walker.press(walker.page.getByRole('button', { name: 'Continue' }).first());
      await walker.press(walker.page.getByRole('link', { name: 'Leave the rest and check your answers' }));
      await walker.press(walker.page.getByRole('button', { name: /hand in/i }).first());
      await walker.page.waitForURL(/\/receipt/);
      reference = /NS\d\d-\d{6}/.exec(await walker.page.content())?.[0] ?? '';
      assert.ok(reference);
      assert.ok(walker.clicks <= MOST_CLICKS, `${walker.clicks} clicks`);
    });

    test('an officer reads it, opens a message to its bytes, makes a bundle and saves it', async () => {
      const walker = await atDemoPage();
      await walker.pressToNewTab(
        walker.page
          .getByRole('link', { name: 'Read it as an officer' })
          .or(walker.page.getByRole('button', { name: 'Read it as an officer' })),
      );
      await walker.press(walker.page.getByRole('button', { name: /Fairley/ }));
      await walker.press(walker.page.getByRole('link', { name: reference }).first());
      for (
        let tries = 0;
        tries < 60 && (await walker.page.getByText('Read the conversation').count()) === 0;
        tries += 1
      ) {
        await walker.page.waitForTimeout(500);
        await walker.page.reload();
      }
      await walker.press(walker.page.getByRole('button', { name: 'Make a bundle' }));
      await walker.press(walker.page.getByText('Read the conversation', { exact: true }).first());
      await walker.press(walker.page.locator('.ho-message__number').last());
      assert.match(await walker.page.locator('body').innerText(), /bytes of/);
      await walker.press(walker.page.getByRole('link', { name: 'Submission' }).first());
      for (
        let tries = 0;
        tries < 60 && (await walker.page.locator('a[href*="/download"]').count()) === 0;
        tries += 1
      ) {
        await walker.page.waitForTimeout(500);
        await walker.page.reload();
      }
      await walker.save(
        walker.page.locator('a[href*="/download"]').first(),
        join(place.dataFolder, 'bundle.zip'),
      );
      assert.ok(walker.clicks <= MOST_CLICKS, `${walker.clicks} clicks`);
    });

    test('a stranger saves the policy and checks the bundle', async () => {
      const walker = await atDemoPage();
      const policy = join(place.dataFolder, 'force.tlog-policy');
      await walker.save(walker.page.getByRole('link', { name: 'policy file' }), policy);
      await walker.pressToNewTab(
        walker.page
          .getByRole('link', { name: 'Check the bundle' })
          .or(walker.page.getByRole('button', { name: 'Check the bundle' })),
      );
      assert.ok(readdirSync(place.dataFolder).includes('bundle.zip'));
      await walker.choose(0, join(place.dataFolder, 'bundle.zip'));
      await walker.choose(1, policy);
      await walker.press(walker.page.getByRole('button', { name: 'Check' }));
      await walker.page
        .getByText(/Unchanged since police received it/)
        .first()
        .waitFor();
      assert.ok(walker.clicks <= MOST_CLICKS, `${walker.clicks} clicks`);
    });
  },
);
