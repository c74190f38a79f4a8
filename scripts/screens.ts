// npm run screens: starts an installation of its own with the demo world and photographs every screen into docs/screens.
// Usage: npm run screens [-- FOLDER]
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, launchChromium } from '../test/support/chromium.ts';
import { killTree, makePlace, startHandover, type Place } from '../test/support/running-handover.ts';

const FOLDER = process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'screens');

type Look = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly forced: boolean;
};

const LOOKS: readonly Look[] = [
  { name: 'desktop', width: 1440, height: 900, forced: false },
  { name: 'phone', width: 390, height: 844, forced: false },
  { name: 'forced-colours', width: 1440, height: 900, forced: true },
];

/** Which looks of which screen are kept in the repository; all are taken. At most 30. */
const KEPT = new Set([
  'demo-desktop',
  ...[
    'start-desktop',
    'start-phone',
    'danger-phone',
    'contact-phone',
    'what-not-to-send-phone',
    'chat-phone',
    'chat-added-phone',
    'check-phone',
    'receipt-phone',
    'receipt-desktop',
    'start-forced-colours',
    'refused-phone',
  ],
  ...[
    'sign-in-desktop',
    'queue-desktop',
    'queue-phone',
    'queue-forced-colours',
    'submission-desktop',
    'submission-phone',
    'conversation-desktop',
    'conversation-phone',
    'conversation-forced-colours',
    'doubts-desktop',
    'audit-desktop',
    'record-check-desktop',
  ],
  ...['verifier-desktop', 'verifier-verified-desktop', 'verifier-verified-phone', 'verifier-failed-desktop'],
]);

type Shoot = (page: Page, name: string, whole?: boolean) => Promise<void>;

function shooter(look: Look, all: boolean): Shoot {
  return async (page, name, whole = true) => {
    const file = `${name}-${look.name}`;
    if (!all && !KEPT.has(file)) return;
    await page.screenshot({ path: join(FOLDER, `${file}.png`), fullPage: whole });
    console.log(file);
  };
}

// oxlint-disable-next-line max-lines-per-function -- one walk, step after step: splitting it would hide the order
async function handIn(page: Page, place: Place, shoot: Shoot): Promise<void> {
  const ready = join(place.dataFolder, 'demo', 'ready');
  const text = readdirSync(ready).find(name => name.endsWith('.txt')) ?? '';
  const next = async () => {
    await page.getByRole('button', { name: 'Continue' }).first().click();
    await page.waitForLoadState();
  };
  await page.goto(`http://public.localhost:${place.public}/`);
  await shoot(page, 'start');
  await page.locator('input[name=happening][value=meeting-planned]').check();
  await next();
  await shoot(page, 'danger');
  await page.getByRole('button', { name: 'Send and carry on' }).click();
  await page.waitForLoadState();
  await shoot(page, 'who');
  await page.locator('input[name=submitterType][value=parent-or-carer]').check();
  await next();
  await shoot(page, 'contact');
  await next();
  await shoot(page, 'court');
  await next();
  await shoot(page, 'what-not-to-send');
  await next();
  await shoot(page, 'hold');
  await page.getByLabel('Messages I can save from an app').check();
  await next();
  await shoot(page, 'chat');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'holiday.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
    });
  await page.getByText('That file is a picture').first().waitFor();
  await shoot(page, 'refused');
  await page.goto(`http://public.localhost:${place.public}/chat`);
  await page.locator('input[type=file]').first().setInputFiles(join(ready, text));
  await page.getByRole('button', { name: 'Add this file' }).click();
  await page.getByRole('button', { name: 'Continue' }).waitFor();
  await shoot(page, 'chat-added');
  await next();
  await page.locator('textarea[name=happened]').fill('I found this chat on my daughter’s phone on Saturday.');
  await shoot(page, 'happened');
  await next();
  for (const name of ['accounts', 'facts', 'meeting', 'children', 'left-out']) {
    await shoot(page, name);
    await next();
  }
  await page.goto(`http://public.localhost:${place.public}/tasks`);
  await shoot(page, 'tasks');
  await page.goto(`http://public.localhost:${place.public}/check`);
  await shoot(page, 'check');
  await page
    .getByRole('button', { name: /hand in/i })
    .first()
    .click();
  await page.waitForLoadState();
  await page.waitForTimeout(4000);
  await page.goto(`http://public.localhost:${place.public}/receipt`);
  await shoot(page, 'receipt');
  for (const name of ['privacy', 'privacy/children', 'cookies', 'complaints', 'helplines', 'return']) {
    await page.goto(`http://public.localhost:${place.public}/${name}`);
    await shoot(page, name.replace('/', '-'));
  }
}

async function desk(page: Page, place: Place, shoot: Shoot): Promise<string> {
  const origin = `http://police.localhost:${place.police}`;
  await page.goto(`${origin}/`);
  await shoot(page, 'sign-in');
  await page.getByRole('button', { name: /Nandra/ }).click();
  await page.goto(`${origin}/queue`);
  await shoot(page, 'queue');
  await page.goto(`${origin}/submissions/NS26-000005`);
  await page.getByRole('button', { name: 'Make a bundle' }).click();
  await page.waitForTimeout(5000);
  await page.goto(`${origin}/submissions/NS26-000005`);
  await shoot(page, 'submission');
  const conversation = await page.locator('a[href^="/conversations/"]').first().getAttribute('href');
  await page.goto(`${origin}${conversation}?m=1200&panel=1`);
  await shoot(page, 'conversation', false);
  await page.goto(`${origin}${conversation}?show=doubts`);
  await shoot(page, 'doubts', false);
  await page.goto(`${origin}/submissions/NS26-000005`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[href*="/download"]').first().click(),
  ]);
  const path = join(place.dataFolder, 'bundle.zip');
  await download.saveAs(path);
  return path;
}

async function oversight(page: Page, place: Place, shoot: Shoot): Promise<void> {
  const origin = `http://police.localhost:${place.police}`;
  for (const [officer, path, name] of [
    [/Whitlow/, '/audit', 'audit'],
    [/Holt/, '/record-check', 'record-check'],
  ] as const) {
    await page.goto(`${origin}/`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForLoadState();
    await page.goto(`${origin}/sign-in`);
    await page.getByRole('button', { name: officer }).click();
    await page.goto(`${origin}${path}`);
    if (name === 'record-check') await untilChecked(page);
    await shoot(page, name);
  }
}

/** The first check begins a while after the start; a page without one shows nothing of what it is for. */
async function untilChecked(page: Page): Promise<void> {
  for (
    let n = 0;
    n < 30 && !(await page.getByRole('heading', { name: 'The last whole check' }).isVisible());
    n += 1
  ) {
    await page.waitForTimeout(8000);
    await page.reload();
  }
}

async function verifier(page: Page, place: Place, bundle: string, shoot: Shoot): Promise<void> {
  const { readFileSync } = await import('node:fs');
  await page.goto(`http://127.0.0.1:${place.demo}/verify`);
  await shoot(page, 'verifier');
  const policy = join(place.dataFolder, 'policy', 'force.tlog-policy');
  const check = async (bytes: Buffer) => {
    await page.goto(`http://127.0.0.1:${place.demo}/verify`);
    await page
      .locator('input[type=file]')
      .nth(0)
      .setInputFiles({ name: 'NS26-000005.zip', mimeType: 'application/zip', buffer: bytes });
    await page.locator('input[type=file]').nth(1).setInputFiles(policy);
    await page.getByRole('button', { name: 'Check' }).click();
    await page.waitForTimeout(3000);
  };
  const bytes = readFileSync(bundle);
  await check(bytes);
  await shoot(page, 'verifier-verified');
  const changed = Buffer.from(bytes);
  const at = changed.indexOf('Kit') > 0 ? changed.indexOf('Kit') : changed.length >> 1;
  changed[at] = (changed[at] ?? 0) ^ 1;
  await check(changed);
  await shoot(page, 'verifier-failed');
}

async function photograph(browser: Browser, place: Place, look: Look): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    forcedColors: look.forced ? 'active' : 'none',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const shoot = shooter(look, process.argv[2] !== undefined);
  await page.goto(`http://127.0.0.1:${place.demo}/`);
  await shoot(page, 'demo');
  await handIn(page, place, shoot);
  const bundle = await desk(page, place, shoot);
  await oversight(page, place, shoot);
  await verifier(page, place, bundle, shoot);
  await context.close();
}

if (CHROMIUM === null) throw new Error('No Chromium on this machine. Install one, or set CHROME_PATH.');
mkdirSync(FOLDER, { recursive: true });
const place = await makePlace(mkdtempSync(join(tmpdir(), 'handover-screens-')));
const started = startHandover(place);
await started.ready;
const browser = await launchChromium();
try {
  for (const look of LOOKS) await photograph(browser, place, look);
} finally {
  await browser.close();
  started.child.kill('SIGTERM');
  await started.exited;
  await killTree(place);
  rmSync(place.dataFolder, { recursive: true, force: true });
}
