import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPublicSide } from '../testing/public-side.ts';
import { TestVisitor } from '../testing/test-visitor.ts';

test('the short way of the demonstration begins a new hand-in at "what not to send"', async () => {
  const side = await createPublicSide();
  const visitor = new TestVisitor(side.app);
  assert.equal((await visitor.get('/demo-parent')).headers.location, '/what-not-to-send');
  assert.equal((await visitor.get('/what-not-to-send')).statusCode, 200);
});

test('outside a demonstration nobody may skip the danger question', async () => {
  const side = await createPublicSide();
  await side.owner.query('update handover.force_settings set demo = false');
  const reply = await new TestVisitor(side.app).get('/demo-parent');
  assert.equal(reply.statusCode, 404);
  assert.equal(reply.headers['set-cookie'], undefined);
});
