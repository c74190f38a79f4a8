import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import fastify from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium, NO_CHROMIUM, openContext, openPage } from '#support/chromium.ts';
import { assetRoutes } from '../assets.ts';
import { renderHtml } from '../html.ts';
import { GALLERY } from './index.ts';

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'";
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Pages for people handing in, which all have the way out. */
const PUBLIC = ['start', 'form', 'receipt', 'error'];
const NAMES = Object.keys(GALLERY);

const app = fastify();
assetRoutes(app);
app.get<{ Params: { name: string } }>('/gallery/:name', (request, reply) =>
  reply
    .header('content-security-policy', POLICY)
    .type('text/html; charset=utf-8')
    .send(renderHtml(GALLERY[request.params.name]!())),
);

let browser: Browser | undefined;
let origin = '';

before(async () => {
  if (NO_CHROMIUM) return;
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  await app.close();
});

/**
 * The one thing axe finds that we keep: GOV.UK Frontend sets `aria-expanded` on a radio that opens more questions, which
 * screen readers announce although ARIA does not list it for radios (alphagov/govuk-frontend, known and tested by them).
 */
const isKept = (rule: string, target: string): boolean =>
  rule === 'aria-allowed-attr' &&
  target.includes('class="govuk-radios__input"') &&
  target.includes('aria-expanded');

interface Visit {
  readonly page: Page;
  /** What the browser complained about: refused styles and scripts, missing files, requests to elsewhere. */
  readonly complaints: string[];
}

/** Opens every page of the gallery in turn. */
async function visitAll(
  options: BrowserContextOptions,
  look: (name: string, visit: Visit) => Promise<void>,
): Promise<number> {
  const context = await openContext(browser!, options);
  for (const name of NAMES) {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on(
      'request',
      request => !request.url().startsWith(origin) && complaints.push(`asked ${request.url()}`),
    );
    page.on(
      'response',
      reply => reply.status() >= 400 && complaints.push(`${reply.status()} ${reply.url()}`),
    );
    await page.goto(`${origin}/gallery/${name}`);
    await look(name, { page, complaints });
    await page.close();
  }
  await context.close();
  return NAMES.length;
}

const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const NARROW = { viewport: { width: 320, height: 640 } };

for (const [where, options] of [
  ['a desk', DESK],
  ['a phone', PHONE],
] as const) {
  test(
    `axe finds nothing to mend on any page of the gallery on ${where}`,
    { skip: NO_CHROMIUM },
    async () => {
      const seen = await visitAll(options, async (name, { page }) => {
        const { violations, passes } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.map(node => ({ id, target: node.html })));
        const toMend = found.filter(({ id, target }) => !isKept(id, target));
        assert.deepEqual(toMend, [], name);
        assert.ok(passes.length > 10);
      });
      assert.equal(seen, 8);
    },
  );
}

test(
  'no page asks anything of anybody else, and nothing on it is refused by the content security policy',
  { skip: NO_CHROMIUM },
  async () => {
    await visitAll(DESK, async (name, { page, complaints }) => {
      await page.waitForLoadState('networkidle');
      assert.deepEqual(complaints, [], name);
      assert.equal(await page.evaluate(() => document.fonts.check('16px "IBM Plex Sans"')), true);
    });
  },
);

test(
  'no page scrolls sideways at 640, 390 or 320 pixels, which is 1280 at 400%',
  { skip: NO_CHROMIUM },
  async () => {
    await visitAll(NARROW, async (name, { page }) => {
      for (const width of [640, 390, 320]) {
        await page.setViewportSize({ width, height: 640 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(over, 0, `${name} at ${width}`);
      }
    });
  },
);

test(
  'every button on a phone, and every way to call 999, is at least 44 high',
  { skip: NO_CHROMIUM },
  async () => {
    await visitAll(PHONE, async (name, { page }) => {
      const heights = await page
        .locator('.govuk-button:visible, .ho-call:visible, .ho-danger__call:visible')
        .evaluateAll(all =>
          all.map(each => [each.textContent.trim(), each.getBoundingClientRect().height] as const),
        );
      for (const [text, height] of heights) assert.ok(height >= 44, `${name}: ${text} is ${height} high`);
    });
  },
);

test(
  'on a phone 999 is a link that dials, on a desk it is large text, and never both',
  { skip: NO_CHROMIUM },
  async () => {
    for (const [options, link] of [
      [PHONE, true],
      [DESK, false],
    ] as const) {
      const page = await openPage(browser!, options);
      await page.goto(`${origin}/gallery/start`);
      assert.equal(await page.locator('a.ho-danger__call').isVisible(), link);
      assert.equal(await page.locator('strong.ho-danger__call').isVisible(), !link);
      await page.close();
    }
  },
);

test('without scripts every page shows its content and its way out', { skip: NO_CHROMIUM }, async () => {
  await visitAll({ ...PHONE, javaScriptEnabled: false }, async (name, { page }) => {
    assert.equal(await page.locator('h1').first().isVisible(), true, name);
    assert.equal(await page.locator('button[data-print]:visible').count(), 0, name);
    if (!PUBLIC.includes(name)) return;
    assert.equal(
      await page.locator('a.govuk-exit-this-page__button').getAttribute('href'),
      'https://www.bbc.co.uk/weather',
    );
  });
});

test(
  'with scripts an error summary takes the focus, and "None of these" clears the others',
  { skip: NO_CHROMIUM },
  async () => {
    const page = await openPage(browser!, DESK);
    await page.goto(`${origin}/gallery/form`);
    await page.waitForFunction(() => document.activeElement?.className.includes('govuk-error-summary'));
    await page.goto(`${origin}/gallery/start`);
    await page.waitForFunction(() => document.body.classList.contains('js-enabled'));
    await page.getByLabel('A child is in danger').check();
    await page.getByLabel('None of these').check();
    assert.equal(await page.getByLabel('A child is in danger').isChecked(), false);
    await page.goto(`${origin}/gallery/receipt`);
    await page.getByRole('button', { name: 'Print' }).waitFor();
    await page.close();
  },
);

test(
  'where colours are forced, hatching, chips and marks are still there to see',
  { skip: NO_CHROMIUM },
  async () => {
    const page = await openPage(browser!, { ...DESK, forcedColors: 'active' });
    await page.goto(`${origin}/gallery/conversation`);
    const style = (selector: string, property: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property);
    assert.match(await style('.ho-gap', 'background-image'), /gradient/);
    assert.notEqual(
      await style('.ho-chip--1', 'background-color'),
      await style('.ho-chip--2', 'background-color'),
    );
    await page.close();
  },
);

test('every page of the gallery holds no inline style, no handler, no crown and no id twice', () => {
  for (const name of NAMES) {
    const page = renderHtml(GALLERY[name]!());
    assert.doesNotMatch(
      page,
      /\sstyle="|\son[a-z]+="|<style|<script(?! type="module" src="\/assets\/)/,
      name,
    );
    assert.doesNotMatch(page, /crown|GOV\.UK|GDS Transport/i, name);
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(found => found[1]!);
    assert.equal(new Set(ids).size, ids.length, `${name}: ${ids.join(' ')}`);
    assert.equal(page.split('<h1').length - 1, 1, `${name} has one h1`);
  }
});
