import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createBoxOpener, createSealer } from '#adapters/age/index.ts';
import { createResumableSha256 } from '#adapters/digests/resumable-sha256.ts';
import { launchChromium, openPage } from '#support/chromium.ts';
import { createSpine } from '#support/spine.ts';
import { createPublicApp, PUBLIC_LIMITS } from '../app.ts';
import { TO_CHECK } from './to-check.ts';

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** GOV.UK Frontend sets `aria-expanded` on a radio that opens more questions; known, tested and kept by them. */
const isKept = (found: string) => found.startsWith('aria-allowed-attr') && found.includes('aria-expanded');

/** The public side over a whole spine, listening, with a real browser in front of it. The test closes it. */
export class PublicBrowser {
  readonly spine: Awaited<ReturnType<typeof createSpine>>;
  readonly app: FastifyInstance;
  readonly browser: Browser;
  readonly origin: string;

  private constructor(parts: Pick<PublicBrowser, 'spine' | 'app' | 'browser' | 'origin'>) {
    this.spine = parts.spine;
    this.app = parts.app;
    this.browser = parts.browser;
    this.origin = parts.origin;
  }

  static async start(): Promise<PublicBrowser> {
    const spine = await createSpine();
    let origin = '';
    const app = createPublicApp({
      door: spine.door,
      sealer: createSealer(spine.keys.evidenceRecipient),
      opener: createBoxOpener(),
      digest: await createResumableSha256(),
      settings: { origin: () => origin, ...PUBLIC_LIMITS },
      toCheck: TO_CHECK,
      clock: () => new Date(),
      random: sizeBytes => new Uint8Array(randomBytes(sizeBytes)),
      log: () => undefined,
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const address = app.server.address();
    origin = `http://public.localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
    return new PublicBrowser({ spine, app, browser: await launchChromium(), origin });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.app.close();
  }

  /** A page whose complaints are kept: refused scripts and styles, errors in scripts, requests to elsewhere. */
  async open(options: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }> {
    const page = await openPage(this.browser, options);
    const complaints: string[] = [];
    page.on('console', message => {
      // A refused form is a 422 page, which Chromium notes as an error of the network.
      const isRefusal = /status of (422|410|404)/.test(message.text());
      if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
    });
    page.on('pageerror', error => complaints.push(error.message));
    page.on('request', request => {
      if (!request.url().startsWith(this.origin)) complaints.push(`asked ${request.url()}`);
    });
    return { page, complaints };
  }

  /**
   * From now on the server cuts the line of requests whose method and path begin so, `most` times. What is returned ends
   * that and says how often it was cut. Cut at the server: what a browser is told to refuse, it refuses only in pages
   * that it loads afterwards.
   */
  breakLine(beginning: string, most = Infinity): () => number {
    let cuts = 0;
    const cut = ({ method, url, socket }: IncomingMessage) => {
      if (cuts >= most || !`${method} ${url}`.startsWith(beginning)) return;
      cuts += 1;
      socket.destroy();
    };
    this.app.server.prependListener('request', cut);
    return () => {
      this.app.server.off('request', cut);
      return cuts;
    };
  }

  /** Answers up to the chat page; `look` sees every page on the way. */
  async walkToChat(page: Page, look: Look = notLooking): Promise<void> {
    await page.goto(`${this.origin}/`);
    await look('start');
    await refused(page, 'Continue');
    await look('start, with its problem');
    await page.getByLabel('A meeting with a child is planned').check();
    await goOn(page, 'Continue', '/danger');
    assert.equal(await page.getByText('was sent to the police desk').count(), 1);
    await look('danger');
    await page.getByLabel('Where?').fill('Tarnwick leisure centre');
    await goOn(page, 'Send and carry on', '/who');
    await look('who');
    await page.getByLabel('A parent or carer').check();
    await goOn(page, 'Continue', '/contact');
    await look('contact');
    await page.getByLabel('By phone').check();
    await refused(page, 'Continue');
    await look('contact, with its problem');
    await page.getByLabel('Do not contact me').check();
    await goOn(page, 'Continue', '/court');
    await look('court');
    await goOn(page, /Continue/, '/what-not-to-send');
    await look('what not to send');
    await goOn(page, /Continue/, '/hold');
    await look('hold');
    await page.getByLabel('Messages I can save from an app').check();
    await goOn(page, 'Continue', '/chat');
    await look('chat');
  }

  /** From the chat page to the receipt page. */
  async finish(page: Page, look: Look = notLooking): Promise<void> {
    await goOn(page, 'Continue', '/happened');
    await look('happened');
    await page.getByLabel('What happened?').fill('She showed me.\nI am worried.');
    await goOn(page, 'Continue', '/accounts');
    await look('accounts');
    await page.getByLabel('Which app, game or website?').fill('WhatsApp');
    await press(page, 'Add another');
    await page.locator('#platform-1').waitFor();
    await look('accounts, with another');
    await goOn(page, 'Continue', '/facts');
    await look('facts');
    await goOn(page, 'Continue', '/children');
    await look('children');
    await goOn(page, 'Continue', '/left-out');
    await look('left out');
    await page.goto(`${this.origin}/tasks`);
    await look('tasks');
    await page.goto(`${this.origin}/left-out`);
    await goOn(page, 'Continue', '/check');
    await look('check');
    await goOn(page, 'Hand in', '/receipt');
    await look('receipt, not yet sealed');
  }
}

/** Looks at the page a visitor has reached. */
export type Look = (where: string) => Promise<void>;

const notLooking: Look = () => Promise.resolve();

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/**
 * Presses a button that leads to another page, and waits until that page is there whole: on a busy machine the press is
 * over before the old page is gone, and what is done then is done to the old page, or to one that is half there.
 */
export async function goOn(page: Page, name: string | RegExp, path: string): Promise<void> {
  await press(page, name);
  await page.waitForURL(url => url.pathname === path);
}

/** Presses a button whose page is refused, and waits for what is wrong with it. */
async function refused(page: Page, name: string): Promise<void> {
  await press(page, name);
  await page.locator('.govuk-error-summary').waitFor();
}

/** Asserts that axe finds nothing to mend. */
export async function axe(page: Page, where: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 200)}`));
  assert.deepEqual(
    found.filter(line => !isKept(line)),
    [],
    where,
  );
  assert.ok(passes.length > 10, where);
}

/** Asserts that the page does not scroll sideways. */
export async function fitsWidth(page: Page, where: string): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok((content ?? 0) <= (window ?? 0), `${where} scrolls sideways: ${content} in ${window}`);
}
