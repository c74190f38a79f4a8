import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { addPartner, endPartner } from '#adapters/postgres/keep-partners.ts';
import { createPublicSide, type PublicSide, TEST_ORIGIN } from '#web/public/testing/public-side.ts';

const HOST = new URL(TEST_ORIGIN).host;
const CHAT = '12/03/2026, 21:41 - Kit: hello\n12/03/2026, 21:42 - Freya: hi\n';
const OPEN = { submitterType: 'other-professional', happened: 'A school told us.' };

type Sent = {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

describe('the partner interface', () => {
  let side: PublicSide;
  const keys: Record<string, string> = {};
  before(async () => {
    side = await createPublicSide();
    const owner = await side.owner.connect();
    for (const [name, isSandbox] of [
      ['eastmere-force', false],
      ['westvale-schools', false],
      ['try-it', true],
      ['ended', false],
    ] as const)
      // prettier-ignore
      keys[name] = (await addPartner(owner, { name, isSandbox })) ?? '';
    await endPartner(owner, 'ended');
    owner.release();
  });

  async function ask(
    path: string,
    { method = 'GET', body, key = keys['eastmere-force'], headers = {} }: Sent = {},
  ) {
    const isText = typeof body === 'string' || Buffer.isBuffer(body);
    const reply = await side.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        host: HOST,
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': isText ? 'text/plain' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: isText ? body : JSON.stringify(body) }),
    });
    return { status: reply.statusCode, headers: reply.headers, body: reply.body, json: () => JSON.parse(reply.body) as Record<string, unknown> }; // prettier-ignore
  }

  const open = (name: string, more: Sent = {}) =>
    ask(`/hand-ins/${name}`, { method: 'PUT', body: OPEN, ...more });
  const put = (name: string, file: string, body: string | Buffer, more: Sent = {}) =>
    ask(`/hand-ins/${name}/files/${encodeURIComponent(file)}`, { method: 'PUT', body, ...more });
  const finish = (name: string, more: Sent = {}) =>
    ask(`/hand-ins/${name}/finish`, { method: 'POST', ...more });

  test('opens, takes a file and hands in, and each may be sent again', async () => {
    assert.equal((await open('case-0001')).status, 201);
    assert.equal((await open('case-0001')).status, 200);
    const first = await put('case-0001', 'chat.txt', CHAT);
    assert.equal(first.status, 201);
    const sha256 = createHash('sha256').update(CHAT).digest('hex');
    assert.deepEqual(first.json(), { name: 'chat.txt', sizeBytes: CHAT.length, sha256 });
    assert.equal((await put('case-0001', 'chat.txt', CHAT)).status, 200);
    const done = await finish('case-0001');
    assert.equal(done.status, 202);
    const { reference, state } = done.json();
    assert.equal(state, 'received');
    assert.match(String(reference), /^NS26-/);
    assert.equal((await finish('case-0001')).json()['reference'], reference);
    const { rows } = await side.owner.query('select 1 from handover.submissions where reference = $1', [
      reference,
    ]);
    assert.equal(rows.length, 1);
  });

  test('the account that is sealed names the partner, and holds what was said as the pages would keep it', async () => {
    await open('case-0002', {
      body: { ...OPEN, contact: { reach: 'phone', phone: '07700 900321', name: 'Desk' } },
    });
    await finish('case-0002');
    const account = (await side.stagedFiles()).findLast(({ meta }) => meta?.kind === 'account');
    const said = JSON.parse(account?.bytes.toString() ?? '') as Record<string, Record<string, unknown>>;
    assert.equal(said['partner'], 'eastmere-force');
    assert.equal(said['happened'], 'A school told us.');
    assert.equal(said['contact']?.['phone'], '07700 900321');
  });

  test('a danger reaches the desk when it is sent, finished or not', async () => {
    const danger = { happening: ['meeting-planned'], what: 'at four', safeNumber: '07700 900123' };
    assert.equal(
      (await open('case-0003', { body: { submitterType: 'school-or-college', danger } })).status,
      201,
    );
    const { rows } = await side.owner.query(
      `select what from handover.danger_reports where what = 'at four'`,
    );
    assert.equal(rows.length, 1);
  });

  test('no key, an unknown key and an ended key are refused alike, before a body is read', async () => {
    for (const key of [undefined, 'x', Buffer.alloc(32).toString('base64url'), keys['ended']]) {
      const refused = await side.app.inject({
        method: 'PUT',
        url: '/api/v1/hand-ins/case-0004/files/a.txt',
        headers: {
          host: HOST,
          'content-type': 'text/plain',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        payload: CHAT,
      });
      assert.equal(refused.statusCode, 401);
      assert.match(String(refused.headers['content-type']), /^application\/problem\+json/);
      assert.equal((JSON.parse(refused.body) as { type: string }).type, '/api/v1/problems/no-key');
    }
  });

  test('what one partner sent is nothing to another who knows its name', async () => {
    await open('case-0005');
    await put('case-0005', 'chat.txt', CHAT);
    const key = keys['westvale-schools'] ?? '';
    assert.equal((await ask('/hand-ins/case-0005', { key })).status, 404);
    assert.equal((await open('case-0005', { key })).status, 201);
    assert.deepEqual((await ask('/hand-ins/case-0005', { key })).json()['files'], []);
  });

  test('a picture, a file written out in letters and UTF-16 are refused in words, and leave no byte', async () => {
    await open('case-0006');
    const before = (await side.stagedFiles()).length;
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const cases = [png, `look: data:image/png;base64,${Buffer.alloc(3000, 7).toString('base64')}`, Buffer.from('\ufeffhello there', 'utf16le')]; // prettier-ignore
    for (const body of cases) {
      const refused = await put('case-0006', 'chat.txt', body);
      assert.equal(refused.status, 422);
      assert.equal(refused.json()['type'], '/api/v1/problems/file-refused');
      assert.match(String(refused.json()['detail']), /Nothing of it was kept/);
    }
    assert.equal((await side.stagedFiles()).length, before);
  });

  test('bytes that are not those of the digest are refused, and the right ones are taken', async () => {
    await open('case-0007');
    const digest = (text: string) => `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;
    const wrong = await put('case-0007', 'chat.txt', CHAT, {
      headers: { 'content-digest': digest('other') },
    });
    assert.deepEqual([wrong.status, wrong.json()['type']], [422, '/api/v1/problems/digest-differs']);
    assert.equal(
      (await put('case-0007', 'chat.txt', CHAT, { headers: { 'content-digest': digest(CHAT) } })).status,
      201,
    );
    assert.equal(
      (await put('case-0007', 'chat.txt', CHAT, { headers: { 'content-digest': 'md5=:x:' } })).status,
      400,
    );
  });

  test('another file of the same name does not replace the first', async () => {
    await open('case-0008');
    await put('case-0008', 'chat.txt', CHAT);
    const other = await put('case-0008', 'chat.txt', `${CHAT}12/03/2026, 21:43 - Kit: and more\n`);
    assert.deepEqual([other.status, other.json()['type']], [409, '/api/v1/problems/file-differs']);
    assert.equal((await ask('/hand-ins/case-0008/files/chat.txt', { method: 'DELETE' })).status, 204);
    assert.equal((await ask('/hand-ins/case-0008/files/chat.txt', { method: 'DELETE' })).status, 204);
    assert.deepEqual((await ask('/hand-ins/case-0008')).json()['files'], []);
  });

  test('two of the same file at once are one file', async () => {
    await open('case-0009');
    const both = await Promise.all([put('case-0009', 'chat.txt', CHAT), put('case-0009', 'chat.txt', CHAT)]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 201]);
    assert.equal(((await ask('/hand-ins/case-0009')).json()['files'] as unknown[]).length, 1);
  });

  test('what a schema does not allow is refused with its place, and nothing that was sent is repeated', async () => {
    for (const body of [
      { submitterType: 'child' },
      { ...OPEN, secret: 'word' },
      { ...OPEN, happened: 7 },
      { ...OPEN, happened: 'x'.repeat(50_001) },
      { ...OPEN, danger: { happening: ['something else'] } },
      [],
      '{"submitterType": ',
    ]) {
      const refused = await ask('/hand-ins/case-0010', {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/json' },
      });
      assert.equal(refused.status, 400, JSON.stringify(body).slice(0, 80));
      assert.doesNotMatch(refused.body, /secret|word|something else/);
    }
    assert.equal((await ask('/hand-ins/a')).status, 400);
  });

  test('an answer with a file written out in letters is refused by its field', async () => {
    const happened = `see data:image/png;base64,${Buffer.alloc(3000, 7).toString('base64')}`;
    const refused = await open('case-0011', { body: { ...OPEN, happened } });
    assert.deepEqual([refused.status, refused.json()['type']], [422, '/api/v1/problems/answer-refused']);
    assert.match(String(refused.json()['detail']), /^happened: /);
  });

  test('an empty hand-in is not handed in, and what is handed in cannot be changed', async () => {
    await open('case-0012', { body: { submitterType: 'platform' } });
    assert.equal((await finish('case-0012')).json()['type'], '/api/v1/problems/nothing-to-hand-in');
    await put('case-0012', 'chat.txt', CHAT);
    assert.equal((await finish('case-0012')).status, 202);
    for (const refused of [
      await open('case-0012'),
      await put('case-0012', 'more.txt', CHAT),
      await ask('/hand-ins/case-0012', { method: 'DELETE' }),
    ])
      assert.equal(refused.json()['type'], '/api/v1/problems/already-handed-in');
    assert.equal(
      (await ask('/hand-ins/case-0012/receipt')).json()['type'],
      '/api/v1/problems/no-receipt-yet',
    );
  });

  test('in the sandbox all is checked and nothing is handed in, told to the desk or kept', async () => {
    const key = keys['try-it'] ?? '';
    const danger = { happening: ['child-in-danger'], what: 'only trying' };
    assert.equal((await open('trial-001', { key, body: { ...OPEN, danger } })).status, 201);
    assert.equal((await put('trial-001', 'chat.txt', CHAT, { key })).status, 201);
    const before = await side.owner.query('select count(*) from handover.submissions');
    const done = await finish('trial-001', { key });
    assert.deepEqual([done.status, done.json()['state']], [202, 'sandbox']);
    assert.deepEqual(
      await side.owner.query('select count(*) from handover.submissions').then(r => r.rows),
      before.rows,
    );
    const { rows } = await side.owner.query(
      `select 1 from handover.danger_reports where what = 'only trying'`,
    );
    assert.equal(rows.length, 0);
    assert.equal((await ask('/hand-ins/trial-001', { key })).status, 404);
    assert.equal(
      (await ask('/hand-ins/trial-001/receipt', { key })).json()['type'],
      '/api/v1/problems/no-receipt-in-sandbox',
    );
  });

  test('an open hand-in can be dropped with its files', async () => {
    await open('case-0013');
    await put('case-0013', 'chat.txt', CHAT);
    const before = (await side.stagedFiles()).length;
    assert.equal((await ask('/hand-ins/case-0013', { method: 'DELETE' })).status, 204);
    assert.equal((await side.stagedFiles()).length, before - 1);
    assert.equal((await ask('/hand-ins/case-0013')).status, 404);
  });

  test('the description is served to whoever asks, and describes every route that is there', async () => {
    const { status, json } = await ask('/openapi.json', { key: '' });
    assert.equal(status, 200);
    const { openapi, paths, servers } = json() as { openapi: string; paths: Record<string, object>; servers: { url: string }[] }; // prettier-ignore
    assert.equal(openapi, '3.1.0');
    assert.equal(servers[0]?.url, `${TEST_ORIGIN}/api/v1`);
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map(method => `${method} ${path}`)); // prettier-ignore
    assert.deepEqual(described.toSorted(), [
      'delete /hand-ins/{name}',
      'delete /hand-ins/{name}/files/{file}',
      'get /hand-ins/{name}',
      'get /hand-ins/{name}/receipt',
      'post /hand-ins/{name}/finish',
      'put /hand-ins/{name}',
      'put /hand-ins/{name}/files/{file}',
    ]);
  });

  test('every problem that is named can be looked up, and no other', async () => {
    assert.equal((await ask('/problems/no-key', { key: '' })).body, 'A live partner key is needed.\n');
    assert.equal((await ask('/problems/constructor', { key: '' })).status, 404);
    const { headers } = await ask('/nowhere', { key: '' });
    assert.match(String(headers['content-type']), /^application\/problem\+json/);
  });
});
