import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createReturnSide, type ReturnSide } from '../testing/return-side.ts';
import { unmarkedText } from '../testing/unmarked-text.ts';

/** Names in any language, and what the visitor handed in. */
const NAMES = ['Northshire Police', 'Handover', 'Hand', 'over', 'English', 'Cymraeg'];

let side: ReturnSide;
before(async () => {
  side = await createReturnSide({ languages: [{ code: 'x-marked', isDraft: false }] });
});

test('no text of the pages of a return bypasses the catalogue, with problems and after sending', async () => {
  const { back, reference } = await side.cameBack();
  const written = ['not yours'];
  const assertMarked = (body: string, where: string) =>
    assert.deepEqual(unmarkedText(body, [...NAMES, ...written]), [], where);
  back.browser.language = 'x-marked';
  assertMarked((await back.browser.get('/return')).body, 'the page that asks');
  assertMarked((await back.comeBack('not yours', 'ABCD')).body, 'a wrong code');
  const page = await back.page();
  const code = /<dd>([0-9A-Z-]{24})<\/dd>/.exec(page.body)?.[1] ?? 'none';
  written.push(reference, code);
  assertMarked(page.body, 'the hand-in');
  for (const form of ['words', 'correct', 'contacted', 'published'])
    assertMarked((await back.send(form, {}, page)).body, `${form}, empty`);
  assertMarked((await back.sendFile('', Buffer.alloc(0), page)).body, 'no file');
  assertMarked((await back.sendFile('a.txt', Buffer.from('%PDF-1.7'), page)).body, 'a file that is no text');
  await back.send('contacted', { contacted: 'not yours' }, page);
  assertMarked((await back.browser.get('/return/hand-in?sent=1')).body, 'after sending');
  await back.send('leave', {}, page);
  assertMarked((await back.send('contacted', { contacted: 'not yours' }, page)).body, 'after leaving');
});

test('a visitor who chose Welsh comes back to a page in Welsh', async () => {
  const welsh = await createReturnSide({ languages: [{ code: 'cy', isDraft: true }] });
  const { back } = await welsh.cameBack();
  back.browser.language = 'cy';
  const { body } = await back.page();
  assert.match(body, /<html lang="cy"/);
  assert.match(body, /Yr hyn a roesoch/);
  assert.match((await back.send('words', {})).body, /Gludwch neu teipiwch rai geiriau/);
});
