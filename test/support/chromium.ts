import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

const PLACES = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium of this machine, or null. `npm test` installs one where it may (as root, from Debian's packages). */
export const CHROMIUM: string | null = PLACES.find(path => path !== undefined && existsSync(path)) ?? null;

/** For a test's `skip`: false when there is a browser, else the reason. */
export const NO_CHROMIUM: false | string =
  CHROMIUM === null ? 'no Chromium on this machine; set CHROME_PATH' : false;

/**
 * How long a journey waits for something that must come. Long, because a busy machine is no fault of the product: a
 * test fails here only when what it waits for never comes.
 */
const PATIENCE_MS = 120_000;

/** A context whose pages wait for causes as long as a busy machine may need. */
export async function openContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** A page in such a context of its own. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  return (await openContext(browser, options)).newPage();
}

/** Waits until the main part of the page, this one or the one that is on its way, holds the words. */
export function says(page: Page, words: string | RegExp): Promise<void> {
  return page.locator('main').filter({ hasText: words }).waitFor();
}

/** Starts a real Chromium that talks to nobody but the pages under test. The caller closes it. */
export function launchChromium(): Promise<Browser> {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: CHROMIUM ?? 'chromium',
    args: [...quiet, ...asRoot],
    timeout: PATIENCE_MS,
  });
}
