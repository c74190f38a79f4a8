import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPublicSide, TEST_ORIGIN } from '../testing/public-side.ts';

const headers = { host: new URL(TEST_ORIGIN).host };

test('the short way of the demonstration goes on at what must not be sent, with a draft of its own', async () => {
  const side = await createPublicSide();
  const answer = await side.app.inject({ url: '/demo-parent', headers });
  assert.equal(answer.statusCode, 303);
  assert.equal(answer.headers.location, '/what-not-to-send');
  const { rows } = await side.owner.query<{ drafts: number }>(
    'select count(*)::int as drafts from handover.drafts',
  );
  assert.equal(rows[0]?.drafts, 1);
  await side.app.close();
});

test('a force that is no demonstration has no short way past the danger question', async () => {
  const side = await createPublicSide();
  await side.owner.query('update handover.force_settings set demo = false');
  const answer = await side.app.inject({ url: '/demo-parent', headers });
  assert.equal(answer.statusCode, 404);
  await side.app.close();
});
