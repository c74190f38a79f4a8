import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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
  return chromium.launch({ executablePath: CHROMIUM ?? 'chromium', args: [...quiet, ...asRoot] });
}
