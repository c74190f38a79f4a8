import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createPublicSide, type PublicSide } from './testing/public-side.ts';
import { TestVisitor } from './testing/test-visitor.ts';

const CHAT = '12/03/2026, 21:41 - Kit: hello\n12/03/2026, 21:42 - Freya: hi\n';

describe('handing in without JavaScript', () => {
  let side: PublicSide;
  before(async () => {
    side = await createPublicSide();
  });

  test('a parent goes from the start page to a receipt page, and what was staged is what they sent', async () => {
    const parent = new TestVisitor(side.app);
    assert.equal((await parent.post('/', { happening: 'none' })).headers.location, '/who');
    assert.equal(
      (await parent.post('/who', { submitterType: 'parent-or-carer' })).headers.location,
      '/contact',
    );
    assert.equal((await parent.post('/contact', {})).headers.location, '/court');
    assert.equal((await parent.post('/court', {})).headers.location, '/what-not-to-send');
    assert.equal((await parent.post('/what-not-to-send', {})).headers.location, '/chat');
    assert.equal(
      (await parent.upload('WhatsApp Chat with Kit.txt', Buffer.from(CHAT))).headers.location,
      '/chat',
    );
    assert.match((await parent.get('/chat')).body, /WhatsApp Chat with Kit\.txt/);
    assert.equal((await parent.post('/chat', { choice: 'files' })).headers.location, '/happened');
    assert.equal((await parent.post('/happened', { happened: 'She showed me.' })).headers.location, '/facts');
    assert.equal((await parent.post('/facts', { app: 'WhatsApp' })).headers.location, '/check');
    const check = await parent.get('/check');
    assert.match(check.body, /She showed me\./);
    assert.equal((await parent.post('/check', {})).headers.location, '/receipt');
    const receipt = await parent.get('/receipt');
    assert.equal(receipt.statusCode, 200);
    assert.match(receipt.body, /NS\d\d-\d{6}/);
    assert.match(receipt.body, /Received, not yet sealed/);
    const [chat, account] = await side.stagedFiles();
    assert.equal(chat?.bytes.toString(), CHAT);
    assert.equal(chat?.meta?.name, 'WhatsApp Chat with Kit.txt');
    assert.equal(chat?.meta?.sourceClass, 'party-export');
    assert.equal(account?.meta?.kind, 'account');
    const answers = JSON.parse(account?.bytes.toString() ?? '') as Record<string, unknown>;
    assert.equal(answers['happened'], 'She showed me.');
    assert.equal(answers['submitterType'], 'parent-or-carer');
  });
});
