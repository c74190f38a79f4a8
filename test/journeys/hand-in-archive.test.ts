import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContextOptions } from 'playwright-core';
import { NO_CHROMIUM, says } from '#support/chromium.ts';
import { axe, fitsWidth, press, PublicBrowser } from '#web/public/testing/public-browser.ts';

import { writeTestZip } from '#web/public/testing/hostile-zip.ts';

const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
const NO_SCRIPTS: BrowserContextOptions = { ...PHONE, javaScriptEnabled: false };
const CHAT = Buffer.from('12/03/2026, 21:41 - Kit: hello\n12/03/2026, 21:42 - Freya: hi\n');
const PHOTO = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100', 'hex'), Buffer.alloc(400, 0xd8)]);

describe('handing in an archive with a browser', { skip: NO_CHROMIUM }, () => {
  let side: PublicBrowser;
  before(async () => {
    side = await PublicBrowser.start();
  });
  after(() => side?.close());

  test('an archive without scripts is refused with a page that says why and what to do', async () => {
    const { page } = await side.open(NO_SCRIPTS);
    await side.walkToChat(page);
    const zip = Buffer.concat([
      writeTestZip([{ name: '_chat.txt', data: CHAT }]),
      Buffer.alloc(20_000_000, 7),
    ]);
    await page.locator('#file').setInputFiles({ name: 'chat.zip', mimeType: 'application/zip', buffer: zip });
    await press(page, 'Add this file');
    await page.getByRole('heading', { level: 1, name: 'That file is packed (a zip or similar)' }).waitFor();
    await says(page, /without media/);
    await page.getByRole('button', { name: 'Go back to your files' }).click();
    await page.getByRole('heading', { level: 1, name: 'Add the chat' }).waitFor();
    await page.context().close();
  });

  test('a zip is opened in the browser: only its words and fingerprints leave the device', async () => {
    const sent: Buffer[] = [];
    side.app.server.on('connection', socket => socket.on('data', (chunk: Buffer) => sent.push(chunk)));
    const { page, complaints } = await side.open(PHONE);
    await side.walkToChat(page);
    const zip = writeTestZip([
      { name: 'WhatsApp Chat with Kit.txt', data: CHAT, isDeflated: true },
      { name: 'IMG-20260312-WA0001.jpg', data: PHOTO },
    ]);
    await page
      .locator('#file')
      .setInputFiles({ name: 'WhatsApp Chat.zip', mimeType: 'application/zip', buffer: zip });
    await page.getByText('Nothing has left this device yet').waitFor();
    await says(page, /the words of the chat, WhatsApp Chat with Kit\.txt, \d+ bytes/);
    await says(page, /the fingerprint of 1 other file in WhatsApp Chat\.zip\. The file stays here/);
    await axe(page, 'ready to add');
    await fitsWidth(page, 'ready to add');
    assert.ok(!Buffer.concat(sent).includes(CHAT), 'the words left before the button was pressed');
    await press(page, 'Add this file');
    await page.getByText('stayed with you').waitFor();
    const text = await page.locator('main').innerText();
    assert.match(text, /The words of a packed chat, taken out on your device/);
    assert.match(text, /1 other files? in WhatsApp Chat\.zip stayed with you/);
    const received = Buffer.concat(sent);
    assert.ok(received.includes(CHAT), 'the test must have seen what was sent');
    assert.ok(!received.includes(PHOTO.subarray(0, 14)), 'the photo left the device');
    await side.finish(page, async where => {
      if (where === 'check')
        await says(page, /fingerprint of 1 other file in\s+WhatsApp Chat\.zip\.\s+The file stays with you/);
    });
    await side.spine.drain();
    await page.reload();
    // Both came of one zip; only one of them holds its words.
    await says(
      page,
      /WhatsApp Chat with Kit\.txt\s+The words of a packed chat[^.]*\.\s+From WhatsApp Chat\.zip/,
    );
    await says(
      page,
      /List of fingerprints\s+A list of the other files[^]*The files stayed with you\.\s+From WhatsApp Chat\.zip/,
    );
    const owner = side.spine.database.pool('owner');
    const { rows } = await owner.query<{ source_class: string; extract_of: string | null }>(
      `select source_class, extract_of from handover.items where source_class = 'extract' order by number`,
    );
    assert.equal(rows.length, 2);
    assert.match(rows[0]?.extract_of ?? '', /WhatsApp Chat\.zip/);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test('with scripts a hostile zip, a picture named .txt and a cancelled choice leave nothing on the server', async () => {
    const { page, complaints } = await side.open(DESK);
    await side.walkToChat(page);
    const posts: string[] = [];
    page.on('request', request => request.method() === 'POST' && posts.push(request.url()));
    const choose = (name: string, buffer: Buffer) =>
      page.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    const alerts = async (words: string) => {
      await page.getByRole('alert').getByText(words).waitFor();
      await axe(page, words);
    };
    await choose('locked.zip', writeTestZip([{ name: '_chat.txt', data: CHAT, isEncrypted: true }]));
    await alerts('This zip file has a password');
    await choose('out.zip', writeTestZip([{ name: '../_chat.txt', data: CHAT }]));
    await alerts('A file in this zip has a name that is not safe');
    await choose('lies.zip', writeTestZip([{ name: '_chat.txt', data: CHAT, local: { name: '_chat.exe' } }]));
    await alerts('This zip file says two different things about what is in it');
    await choose('holiday.txt', PHOTO);
    await alerts('That file is a picture');
    await page.getByRole('alert').getByText('holiday.txt', { exact: true }).waitFor();
    await choose('chat.txt', CHAT);
    await page.getByText('Nothing has left this device yet').waitFor();
    await press(page, 'Do not add it');
    await page.getByText('Nothing has left this device yet').waitFor({ state: 'detached' });
    assert.equal(await page.locator('#file').inputValue(), '');
    await choose(
      'two.zip',
      writeTestZip([
        { name: 'a/_chat.txt', data: CHAT },
        { name: 'b/_chat.txt', data: CHAT },
      ]),
    );
    await page.getByText('There is more than one chat in this zip').waitFor();
    await axe(page, 'choosing a chat');
    await press(page, 'Cancel');
    await page.getByText('There is more than one chat').waitFor({ state: 'detached' });
    assert.deepEqual(posts, []);
    assert.deepEqual(complaints, []);
    await choose(
      'two.zip',
      writeTestZip([
        { name: 'a/_chat.txt', data: CHAT },
        { name: 'b/_chat.txt', data: CHAT },
      ]),
    );
    await page.getByText('There is more than one chat in this zip').waitFor();
    // A press before it was shown what would leave is no yes.
    await page.locator('form[data-upload]').evaluate(form => (form as HTMLFormElement).requestSubmit());
    await press(page, 'b/_chat.txt');
    await page.getByText('Nothing has left this device yet').waitFor();
    assert.deepEqual(posts, []);
    await press(page, 'Add this file');
    await page.getByText('Kept locked for this visit').waitFor();
    await page.context().close();
  });

  test('when the script of the upload fails, the plain form still takes the file', async () => {
    const { page } = await side.open(DESK);
    await page.route('**/scripts/**', route => route.abort());
    await side.walkToChat(page);
    await page.locator('#file').setInputFiles({ name: 'chat.txt', mimeType: 'text/plain', buffer: CHAT });
    await press(page, 'Add this file');
    await says(page, /Kept locked for this visit/);
    await page.context().close();
  });

  test('an upload goes on by itself over a line that breaks three times', async () => {
    const { page } = await side.open(DESK);
    await side.walkToChat(page);
    const mend = side.breakLine('PATCH /chat/uploads/', 3);
    await page.locator('#file').setInputFiles({ name: 'chat.txt', mimeType: 'text/plain', buffer: CHAT });
    await press(page, 'Add this file');
    await page.getByText('Kept locked for this visit').waitFor();
    assert.equal(mend(), 3);
    await page.context().close();
  });

  test('when the line stays broken the page says what is safe, and goes on from there when asked', async () => {
    const { page } = await side.open(DESK);
    await side.walkToChat(page);
    await page.clock.install();
    const mend = side.breakLine('PATCH /chat/uploads/');
    await page.locator('#file').setInputFiles({ name: 'chat.txt', mimeType: 'text/plain', buffer: CHAT });
    await press(page, 'Add this file');
    const alert = page.getByRole('alert').getByText('The file did not arrive whole');
    while (!(await alert.isVisible())) await page.clock.runFor(15_000);
    assert.ok(mend() > 3, 'the page must have tried again');
    await axe(page, 'a line that stays broken');
    await press(page, 'Go on sending');
    await page.getByText('Kept locked for this visit').waitFor();
    await page.context().close();
  });
});
