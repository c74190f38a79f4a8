import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { addPartner } from '#adapters/postgres/keep-partners.ts';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { TEST_ORIGIN } from '#web/public/testing/public-side.ts';
import { createReturnSide, type ReturnSide } from '#web/public/testing/return-side.ts';

const CHAT = Buffer.from('12/03/2026, 21:41 - Kit: hello\n12/03/2026, 21:42 - Freya: hi\n');

describe('a hand-in of a partner', () => {
  let all: ReturnSide;
  let key = '';
  before(async () => {
    all = await createReturnSide();
    const owner = await all.side.owner.connect();
    key = (await addPartner(owner, { name: 'eastmere-force', isSandbox: false })) ?? '';
    owner.release();
  });

  async function ask(method: 'GET' | 'PUT' | 'POST', path: string, payload?: Buffer | object) {
    const isFile = Buffer.isBuffer(payload);
    const type = isFile ? 'text/plain' : 'application/json';
    return all.side.app.inject({
      method,
      url: `/api/v1/hand-ins/${path}`,
      headers: {
        host: new URL(TEST_ORIGIN).host,
        authorization: `Bearer ${key}`,
        ...(payload === undefined ? {} : { 'content-type': type }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
  }

  async function handIn(name: string): Promise<string> {
    await ask('PUT', name, { submitterType: 'school-or-college' });
    await ask('PUT', `${name}/files/chat.txt`, CHAT);
    return (await ask('POST', `${name}/finish`)).json<{ reference: string }>().reference;
  }

  test('is sealed like any other, and its receipt verifies with the file that was sent', async () => {
    const reference = await handIn('case-0001');
    await all.spine.drain();
    const state = (await ask('GET', 'case-0001')).json<{ state: string; files: { name: string }[] }>();
    assert.equal(state.state, 'sealed');
    assert.ok(state.files.some(({ name }) => name === 'chat.txt'));
    const receipt = await ask('GET', 'case-0001/receipt');
    assert.equal(receipt.statusCode, 200);
    assert.match(String(receipt.headers['content-disposition']), new RegExp(reference));
    const verified = verifyReceipt(receipt.rawPayload, { policy: all.spine.policy, files: [CHAT] });
    assert.equal(verified.verdict, 'verified');
  });

  test('that was disposed of takes nothing more under its name, and says so', async () => {
    const reference = await handIn('case-0002');
    await all.spine.drain();
    await all.dispose(reference);
    await ask('PUT', 'case-0002', { submitterType: 'school-or-college', happened: 'And there is more.' });
    const again = await ask('POST', 'case-0002/finish');
    assert.equal(again.statusCode, 409);
    assert.match(again.json<{ detail: string }>().detail, /not kept any more/);
  });

  test('that meets a failure of ours is answered with a problem, and the running log has a line without its content', async () => {
    const before = all.side.log.length;
    await all.owner('alter function public_door.partner(bytea) rename to away');
    const failed = await ask('PUT', 'case-0003', { submitterType: 'platform', happened: 'secret words' });
    await all.owner('alter function public_door.away(bytea) rename to partner');
    assert.equal(failed.statusCode, 503);
    assert.equal(failed.json<{ type: string }>().type, '/api/v1/problems/unavailable');
    const lines = all.side.log.slice(before);
    assert.deepEqual(
      lines.map(({ event, level }) => [event, level]),
      [['request-failed', 'error']],
    );
    assert.doesNotMatch(JSON.stringify(lines), /secret words/);
  });
});
