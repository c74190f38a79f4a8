import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { NO_CHROMIUM } from '#support/chromium.ts';
import { axe, fitsWidth, PublicBrowser } from '#web/public/testing/public-browser.ts';

const NARROW = { viewport: { width: 320, height: 700 } };

/** Moves through a page with Tab alone until the control of this name has the focus, which has to be seen and not covered. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return `${element?.labels?.[0]?.textContent ?? ''}${element?.textContent ?? ''}`.trim();
    });
    if (!focused.startsWith(name)) continue;
    const isSeen = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { left, top, width, height } = element.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      return (
        above !== null && (element.contains(above) || above.contains(element) || isLabel(element, above))
      );
      function isLabel(control: Element, other: Element): boolean {
        return [...((control as HTMLInputElement).labels ?? [])].some(
          label => label === other || label.contains(other) || other.contains(label),
        );
      }
    });
    assert.ok(isSeen, `${name} has the focus and is covered`);
    return;
  }
  assert.fail(`${name} was not reached by the keyboard`);
}

async function goOn(page: Page, button: string, path: string): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await page.waitForURL(url => url.pathname === path);
  await axe(page, path);
  await fitsWidth(page, path);
}

async function choose(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Space');
}

describe('branches by keyboard alone, at 320 pixels, clean for axe', { skip: NO_CHROMIUM }, () => {
  let side: PublicBrowser;
  before(async () => {
    side = await PublicBrowser.start();
  });
  after(() => side?.close());

  test('a child writes a few words and hands in, and is asked for nothing else', async () => {
    const { page, complaints } = await side.open(NARROW);
    await page.goto(`${side.origin}/`);
    await choose(page, 'None of these');
    await goOn(page, 'Continue', '/who');
    await choose(page, 'I am under 18');
    await goOn(page, 'Continue', '/for-you');
    await goOn(page, 'Continue', '/contact');
    await goOn(page, 'Continue', '/court');
    await goOn(page, 'I have read this', '/what-not-to-send');
    await goOn(page, 'I have read this', '/happened');
    await tabTo(page, 'What happened?');
    await page.keyboard.type('He asked me for money.');
    await goOn(page, 'Continue', '/check');
    await tabTo(page, 'Hand in');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/receipt');
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('a member of a group reads the instruction, lists a publication and another, and sees what is left', async () => {
    const { page, complaints } = await side.open(NARROW);
    await page.goto(`${side.origin}/`);
    await choose(page, 'None of these');
    await goOn(page, 'Continue', '/who');
    // The arrow keys move through a group of radios; Tab stops at its first.
    await choose(page, 'I am under 18');
    for (let n = 0; n < 5; n += 1) await page.keyboard.press('ArrowDown');
    assert.equal(await page.getByLabel('Someone in a group').isChecked(), true);
    await goOn(page, 'Continue', '/contact');
    await goOn(page, 'Continue', '/court');
    await goOn(page, 'I have read this', '/what-not-to-send');
    await goOn(page, 'I have read this', '/contact-now');
    await choose(page, 'Yes');
    await goOn(page, 'Continue', '/hold');
    await choose(page, 'I have screenshots');
    await goOn(page, 'Continue', '/material');
    await goOn(page, 'Continue', '/people');
    await choose(page, 'I typed to the person');
    await goOn(page, 'Continue', '/first-raised');
    await goOn(page, 'Continue', '/conduct');
    await goOn(page, 'Continue', '/published');
    await tabTo(page, 'Link');
    await page.keyboard.type('x'.repeat(2001));
    await tabTo(page, 'Continue');
    await page.keyboard.press('Enter');
    await page.locator('.govuk-error-summary').waitFor();
    assert.equal(
      await page.evaluate(() => document.activeElement?.classList.contains('govuk-error-summary')),
      true,
    );
    await tabTo(page, 'Link');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('https://video.example/1');
    await tabTo(page, 'Add another');
    await page.keyboard.press('Enter');
    await page.locator('#link-1').waitFor();
    await axe(page, 'published, with another');
    await page.goto(`${side.origin}/tasks`);
    await axe(page, 'tasks');
    await fitsWidth(page, 'tasks');
    await tabTo(page, 'Check your answers');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/check');
    assert.equal(await page.getByText('https://video.example/1').count(), 1);
    assert.equal(await page.locator('a[href*="video.example"]').count(), 0);
    await axe(page, 'check');
    await fitsWidth(page, 'check');
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
});
