import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { makeSample } from '../../src/portable/bundle/testing/sample-bundle.ts';
import type { Sample } from '../../src/portable/bundle/testing/sample-bundle.ts';
import { chatItem } from '../../src/portable/bundle/testing/sample-chat.ts';
import { sampleReceipt } from '../testing/sample-receipt.ts';
import { buildVerifier } from '../../scripts/build-verifier.ts';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  chromium.executablePath(),
];
const SEALED_AT = '2026-11-23T20:31:01.000Z';
const BROWSER = CANDIDATES.find(path => existsSync(path));
const SKIP = BROWSER === undefined && 'no Chromium on this machine';

describe('the offline page', { skip: SKIP }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'handover-page-'));
  const address = pathToFileURL(join(folder, 'verify.html')).href;
  let browser: Browser;
  let sample: Sample;
  before(async () => {
    writeFileSync(join(folder, 'verify.html'), (await buildVerifier())['handover-verify.html']);
    const item = chatItem(230, SEALED_AT, '<b>bold</b> \u202ehidden');
    sample = await makeSample({ items: [item], withheld: [3] });
    writeFileSync(join(folder, 'bundle.zip'), sample.zip);
    writeFileSync(join(folder, 'x.handover-receipt'), await sampleReceipt([item]));
    writeFileSync(join(folder, 'chat.txt'), item.bytes);
    const changed = sample.zip.slice();
    const at = Buffer.from(sample.zip).indexOf('homework');
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(join(folder, 'changed.zip'), changed);
    browser = await chromium.launch({ executablePath: BROWSER ?? '', args: ['--no-sandbox'] });
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens the page from disk and gathers everything that it asks for or complains of. */
  async function opened(): Promise<{ page: Page; asked: string[]; complaints: string[] }> {
    const page = await (await browser.newContext()).newPage();
    // A busy machine is no fault of the page.
    page.setDefaultTimeout(120_000);
    const [asked, complaints]: [string[], string[]] = [[], []];
    page.on('request', request => asked.push(request.url()));
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    await page.goto(address);
    return { page, asked, complaints };
  }

  async function check(page: Page, bundle: string, policy: string): Promise<void> {
    await page.getByLabel('1. The bundle or receipt').setInputFiles(join(folder, bundle));
    await page.getByLabel('or paste the policy or the public key').fill(policy);
    await page.getByRole('button', { name: 'Check', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Save this report' }).waitFor();
  }

  it('verifies a bundle from disk, puts the answer under the focus and asks the network for nothing', async () => {
    const { page, asked, complaints } = await opened();
    await check(page, 'bundle.zip', sample.log.key);
    const answer = page.getByRole('heading', { level: 1 });
    assert.match(
      (await answer.textContent()) ?? '',
      /^Unchanged since police received it on 23 November 2026 \(UTC\);/,
    );
    assert.equal(await answer.evaluate(node => node === document.activeElement), true);
    assert.equal(await page.getByText('Withheld. It concerns another person.').count(), 1);
    assert.equal(await page.getByRole('cell', { name: 'bundle produced' }).count(), 1);
    assert.deepEqual([asked, complaints], [[address], []]);
  });

  it('shows a transcript a page at a time, and its words as text only', async () => {
    const { page } = await opened();
    await check(page, 'bundle.zip', sample.policy);
    await page.getByText(/^Transcript T0001: item I0001, read by whatsapp-text\/\d+$/).click();
    const rows = page.getByRole('region', { name: 'Transcript T0001' }).getByRole('row');
    await rows.nth(200).waitFor();
    assert.equal(await page.getByText(/^Order of day and month: \w+/).count(), 1);
    assert.equal(await rows.count(), 201);
    assert.equal(await rows.nth(1).getByRole('cell').nth(2).textContent(), '<b>bold</b> <U+202E>hidden');
    await page.getByRole('button', { name: 'Show 200 more' }).click();
    await rows.nth(230).waitFor();
    await page.getByRole('button', { name: 'Show 200 more' }).waitFor({ state: 'hidden' });
    assert.equal(await rows.count(), 231);
  });

  it('leads with what failed and what to do', async () => {
    const { page } = await opened();
    await check(page, 'changed.zip', sample.policy);
    assert.match(
      (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
      /checks failed\. Do not rely/,
    );
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    assert.deepEqual(headings.slice(0, 3), ['What to do', 'What failed', 'What was not checked']);
    assert.ok((await page.getByText('data/items/I0001.bin is not the file on the list').count()) > 0);
  });

  it('does not say who issued a bundle without a policy, and can check another', async () => {
    const { page } = await opened();
    await check(page, 'bundle.zip', '');
    assert.match(
      (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
      /issuer not established/,
    );
    await page.getByRole('button', { name: 'Check another' }).click();
    assert.equal(await page.getByLabel('1. The bundle or receipt').isVisible(), true);
  });

  it('says what is missing or wrong in the form and leaves it as it was', async () => {
    const { page } = await opened();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    assert.equal(await page.getByRole('alert').textContent(), 'Choose a bundle or a receipt first.');
    await page.getByLabel('1. The bundle or receipt').setInputFiles(join(folder, 'bundle.zip'));
    await page.getByLabel('or paste the policy or the public key').fill('nonsense');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    assert.match((await page.getByRole('alert').textContent()) ?? '', /^The policy cannot be used\./);
  });

  it('checks a receipt, and a file against it', async () => {
    const { page } = await opened();
    await page.getByLabel('3. Files to compare with a receipt').setInputFiles(join(folder, 'chat.txt'));
    await check(page, 'x.handover-receipt', sample.policy);
    assert.match(
      (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
      /^This receipt is good;/,
    );
    assert.equal(await page.getByText('The file is an item of this receipt, byte for byte.').count(), 1);
    assert.equal(await page.getByText(/This file is item 1, .* byte for byte as received\./).count(), 1);
    const said = page.locator('.receipt');
    assert.equal(await said.getByRole('heading', { name: 'What the receipt says' }).count(), 1);
    assert.match(
      (await said.locator('dl').textContent()) ?? '',
      /Received2026-11-23 20:31:00 UTCSealed2026-11-23/,
    );
    assert.match(
      (await said.getByRole('row').nth(1).textContent()) ?? '',
      /WhatsApp Chat.*party-export.*[0-9a-f]{64}$/,
    );
    assert.match((await said.locator('.statement').textContent()) ?? '', /may harm a child or a trial\.$/);
  });

  it('holds a code written down by hand and a published checkpoint against a receipt', async () => {
    const { page } = await opened();
    const name = (words: string) => page.getByLabel(words);
    await page.getByText('More that can be held against it').click();
    await name('The record code that was written down by hand').fill('Q19N-9JBB-6N5W-356X-FQTY');
    await page.getByLabel('1. The bundle or receipt').setInputFiles(join(folder, 'x.handover-receipt'));
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    assert.match((await page.getByRole('alert').textContent()) ?? '', /not 20 letters and digits that fit/);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations, []);
    await name('The record code that was written down by hand').fill('q19n 9jbb 6n5w 356x fqtz');
    writeFileSync(join(folder, 'checkpoint'), sample.log.checkpoint(2));
    await name('For a receipt: a checkpoint that the force published later').setInputFiles(
      join(folder, 'checkpoint'),
    );
    await page.getByLabel('It was fetched more than two minutes after').check();
    await check(page, 'x.handover-receipt', sample.policy);
    assert.match(
      (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
      /^The receipt is good\. The log signed for entries in it that it does not publish\.$/,
    );
    const failed = page.locator('.findings > .failed');
    assert.equal(await failed.count(), 2);
    assert.match(
      (await failed.nth(1).textContent()) ?? '',
      /does not hold the event whose code was written down/,
    );
  });

  it('takes a file that is dropped on it', async () => {
    const { page } = await opened();
    const bytes = [...readFileSync(join(folder, 'bundle.zip'))];
    const dropped = await page.evaluateHandle(data => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(data)], 'dropped.zip'));
      return transfer;
    }, bytes);
    await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByRole('button', { name: 'Save this report' }).waitFor();
    assert.equal(await page.locator('#result').getByText('dropped.zip').isVisible(), true);
  });

  it('forbids itself the network', async () => {
    const { page, complaints } = await opened();
    const reached = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    assert.equal(reached, 'refused');
    assert.ok(complaints.some(text => text.includes('Content Security Policy')));
  });

  it('has no fault that axe can find, before and after a check, also 320 pixels wide', async () => {
    const { page } = await opened();
    await page.setViewportSize({ width: 320, height: 800 });
    for (const bundle of [null, 'bundle.zip', 'changed.zip', 'x.handover-receipt']) {
      if (bundle) {
        await page.goto(address);
        await check(page, bundle, sample.policy);
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
      );
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= 320), true);
    }
  });
});
