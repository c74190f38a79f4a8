import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { HandoverError } from '#domain/error.ts';
import { publicRoutes } from './app.ts';
import { createPublicSide, type PublicSide, TEST_ORIGIN } from './testing/public-side.ts';
import { multipart, TestVisitor } from './testing/test-visitor.ts';
import { TO_CHECK } from './testing/to-check.ts';

const PAGES = [
  '/',
  '/danger',
  '/who',
  '/contact',
  '/court',
  '/what-not-to-send',
  '/chat',
  '/chat/paste',
  '/happened',
  '/facts',
  '/for-you',
  '/named',
  '/hold',
  '/keep-the-phone',
  '/aware',
  '/contact-now',
  '/material',
  '/people',
  '/first-raised',
  '/conduct',
  '/published',
  '/accounts',
  '/meeting',
  '/children',
  '/left-out',
  '/harm',
  '/tasks',
  '/check',
  '/receipt',
  '/receipt/file',
  '/return',
  '/cleared',
  '/stopped',
  '/privacy',
  '/privacy/children',
  '/cookies',
  '/complaints',
  '/helplines',
  '/accessibility',
  '/kept-safe',
];
const POSTS = [
  '/',
  '/danger',
  '/who',
  '/contact',
  '/court',
  '/what-not-to-send',
  '/chat',
  '/chat/upload',
  '/chat/paste',
  '/chat/remove',
  '/happened',
  '/facts',
  '/for-you',
  '/named',
  '/hold',
  '/keep-the-phone',
  '/aware',
  '/contact-now',
  '/material',
  '/people',
  '/first-raised',
  '/conduct',
  '/published',
  '/accounts',
  '/meeting',
  '/children',
  '/left-out',
  '/harm',
  '/check',
  '/receipt/saved',
  '/return',
  '/return/hand-in/words',
  '/return/hand-in/file',
  '/return/hand-in/answer',
  '/return/hand-in/correct',
  '/return/hand-in/contacted',
  '/return/hand-in/published',
  '/return/hand-in/withdraw',
  '/return/leave',
  '/clear',
];
/** Resumable uploads, spoken by scripts: their own test says how they refuse what comes from elsewhere. */
const UPLOADS = [
  'OPTIONS /chat/uploads',
  'POST /chat/uploads',
  'PATCH /chat/uploads/:id',
  'DELETE /chat/uploads/:id',
  'POST /chat/uploads/:id',
  'POST /chat/uploads/:id/fingerprints',
];
/** The partner interface knows no cookie and no form: its own test says whom it refuses. */
const PARTNER = [
  'GET /api/v1/openapi.json',
  'GET /api/v1/problems/:code',
  'PUT /api/v1/hand-ins/:name',
  'GET /api/v1/hand-ins/:name',
  'DELETE /api/v1/hand-ins/:name',
  'PUT /api/v1/hand-ins/:name/files/:file',
  'DELETE /api/v1/hand-ins/:name/files/:file',
  'POST /api/v1/hand-ins/:name/finish',
  'GET /api/v1/hand-ins/:name/receipt',
];
const OTHERS = [
  '/language',
  '/checkpoint',
  '/checkpoint/consistency',
  '/checkpoint/closed/:name',
  '/force.tlog-policy',
  '/handover-verify.html',
  '/handover-verify.mjs',
  '/receipt/pdf',
  // Pages of a visit: a stranger is led to where it begins.
  '/return/hand-in',
  '/return/hand-in/receipt',
  '/return/hand-in/pdf',
  '/return/hand-in/receipts/:addition',
  '/health',
  '/assets/:file',
  '/scripts/:file',
  '/demo-parent',
];

describe('the public listener', () => {
  let side: PublicSide;
  before(async () => {
    side = await createPublicSide();
    await side.app.ready();
  });

  test('it has these routes and no others', () => {
    const routes = publicRoutes(side.app).filter(({ method }) => method !== 'HEAD');
    const expected = [
      ...[...PAGES, ...OTHERS].map(url => `GET ${url}`),
      ...POSTS.map(url => `POST ${url}`),
      ...UPLOADS,
      ...PARTNER,
    ];
    assert.deepEqual(routes.map(({ method, url }) => `${method} ${url}`).sort(), expected.sort());
  });

  test('every page answers a stranger with a page, never with an error, and with the strict headers', async () => {
    for (const url of PAGES) {
      const reply = await new TestVisitor(side.app).get(url);
      assert.ok([200, 410].includes(reply.statusCode), `${url}: ${reply.statusCode}`);
      assert.match(reply.body, /<h1/, url);
      assert.match(String(reply.headers['content-security-policy']), /^default-src 'none'/);
      assert.equal(reply.headers['cache-control'], 'no-store', url);
      assert.equal(reply.headers['set-cookie'], undefined, url);
    }
  });

  test('what anybody needs to check without us is to be saved, and the page that explains names each', async () => {
    const visitor = new TestVisitor(side.app);
    const { body } = await visitor.get('/kept-safe');
    for (const [url, bytes] of [
      ['/force.tlog-policy', TO_CHECK.policy],
      ['/handover-verify.html', TO_CHECK.verifierPage.toString()],
      ['/handover-verify.mjs', TO_CHECK.verifierProgram.toString()],
      ['/checkpoint/closed/log-1a2b', TO_CHECK.closedLogs[0]?.checkpoint],
    ] as const) {
      assert.ok(body.includes(`href="${url}"`), url);
      const reply = await visitor.get(url);
      assert.equal(reply.body, bytes);
      assert.match(String(reply.headers['content-disposition']), /^attachment; filename="[\w.-]+"$/);
    }
    assert.equal((await visitor.get('/checkpoint/closed/another')).statusCode, 404);
  });

  test('an unknown address leads home and has the links of every page at its foot', async () => {
    const { statusCode, body } = await new TestVisitor(side.app).get('/no-such-page');
    assert.equal(statusCode, 404);
    assert.match(body, /<main[^]*href="\/">Go to the start page<\/a>[^]*<\/main>/);
    for (const href of [
      '/return',
      '/helplines',
      '/privacy',
      '/cookies',
      '/complaints',
      '/accessibility',
      '/kept-safe',
    ])
      assert.match(body, new RegExp(`<footer[^]*href="${href}"`));
  });

  test('only the upload page may send requests from a script', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    for (const url of ['/', '/contact', '/chat/paste', '/happened']) {
      const { headers } = await visitor.get(url);
      assert.doesNotMatch(String(headers['content-security-policy']), /connect-src/, url);
    }
    const { headers } = await visitor.get('/chat');
    assert.match(String(headers['content-security-policy']), /connect-src 'self'/);
  });

  test('every form post that another site started is refused, with or without our cookie', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    const { body: before } = await visitor.get('/check');
    for (const url of POSTS) {
      for (const from of ['cross-site', 'same-site', 'none']) {
        const reply = await visitor.post(
          url,
          { happening: 'none', choice: 'none' },
          { 'sec-fetch-site': from },
        );
        assert.equal(reply.statusCode, 403, `${url} ${from}`);
        const stranger = await new TestVisitor(side.app).post(url, {}, { 'sec-fetch-site': from });
        // A stranger's upload is answered before its form is read: there is nothing of theirs to protect.
        assert.ok([403, 410].includes(stranger.statusCode), `${url} ${from} ${stranger.statusCode}`);
        assert.equal(stranger.headers['set-cookie'], undefined, url);
      }
      const reply = await side.app.inject({
        method: 'POST',
        url,
        headers: { host: new URL(TEST_ORIGIN).host, origin: 'http://evil.example', cookie: visitor.cookie },
      });
      assert.ok([403, 415].includes(reply.statusCode), `${url} by Origin: ${reply.statusCode}`);
    }
    assert.equal((await visitor.get('/check')).body, before);
  });

  test('a post with a wrong token, or none, changes nothing', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    for (const token of ['', 'wrong', await new TestVisitor(side.app).token()]) {
      const payload = new URLSearchParams({ form_token: token, submitterType: 'child' }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      assert.equal((await visitor.postRaw('/who', payload, headers)).statusCode, 403);
    }
    const upload = multipart([
      ['form_token', 'wrong'],
      ['file', { name: 'a.txt', bytes: Buffer.from('hello') }],
    ]);
    assert.equal((await visitor.postRaw('/chat/upload', upload.payload, upload.headers)).statusCode, 403);
    const late = multipart([
      ['file', { name: 'a.txt', bytes: Buffer.from('hello') }],
      ['form_token', await visitor.token()],
    ]);
    assert.equal((await visitor.postRaw('/chat/upload', late.payload, late.headers)).statusCode, 403);
    assert.match((await visitor.get('/who')).body, /value="parent-or-carer" checked/);
  });

  test('a browser that says nothing of where a post comes from needs the token of its visitor', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'none' });
    const token = await visitor.token();
    const send = (form: Record<string, string>) =>
      side.app.inject({
        method: 'POST',
        url: '/who',
        headers: {
          host: new URL(TEST_ORIGIN).host,
          origin: 'null',
          cookie: visitor.cookie,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams(form).toString(),
      });
    assert.equal((await send({ submitterType: 'child' })).statusCode, 403);
    assert.equal((await send({ submitterType: 'child', form_token: token })).statusCode, 303);
  });

  test('the visitor key is in a host-only session cookie that scripts cannot read', async () => {
    const visitor = new TestVisitor(side.app);
    const reply = await visitor.post('/', { happening: 'none' });
    const cookie = String(reply.headers['set-cookie']);
    assert.match(cookie, /^handover_visitor=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('under https the cookie is for https only', async () => {
    const secure = await createPublicSide({ settings: { origin: () => 'https://handover.example' } });
    const reply = await secure.app.inject({
      method: 'POST',
      url: '/',
      headers: {
        host: 'handover.example',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'happening=none',
    });
    assert.match(String(reply.headers['set-cookie']), /; Secure/);
    assert.match(String(reply.headers['strict-transport-security']), /max-age=\d+/);
  });

  test('a form that is larger than any of ours is refused with a page', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    const reply = await visitor.post('/happened', { happened: 'x'.repeat(600_000) });
    assert.equal(reply.statusCode, 413);
    assert.match(reply.body, /too large/);
  });

  test('the log of a whole visit holds none of its words, names, codes or addresses', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    await visitor.upload('secret-name.txt', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
    await visitor.post('/happened', { happened: 'secret-words' });
    await visitor.get('/secret-address');
    const lines = JSON.stringify(side.log);
    assert.ok(side.log.length > 0);
    assert.doesNotMatch(lines, /secret|10\.1\./);
    assert.ok(!lines.includes(visitor.cookie.slice(17)));
  });

  test('the pages name the force, and still open while storage is away', async () => {
    let isAway = false;
    const flaky = await createPublicSide({
      door: real => ({
        ...real,
        forceNotice: () =>
          isAway ? Promise.reject(new HandoverError('storage-away', 'no database')) : real.forceNotice(),
      }),
    });
    assert.match((await new TestVisitor(flaky.app).get('/')).body, /Northshire Police/);
    isAway = true;
    assert.equal((await new TestVisitor(flaky.app).get('/')).statusCode, 200);
    const never = await createPublicSide({
      door: real => ({
        ...real,
        forceNotice: () => Promise.reject(new HandoverError('storage-away', 'no database')),
      }),
    });
    assert.match((await new TestVisitor(never.app).get('/')).body, /Is any of this happening/);
  });

  test('the machine routes answer: alive, and a checkpoint once there is one', async () => {
    const visitor = new TestVisitor(side.app);
    assert.equal((await visitor.get('/health')).body, 'ok\n');
    const local = await side.app.inject({ url: '/health', headers: { host: '127.0.0.1:9' } });
    assert.equal(local.statusCode, 200);
    assert.equal((await visitor.get('/checkpoint')).statusCode, 404);
    await side.owner.query(
      `insert into handover.published_checkpoint (checkpoint, published_at) values ('northshire.example/log
0
47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
', now())`,
    );
    const published = await visitor.get('/checkpoint');
    assert.equal(published.headers['content-type'], 'text/plain; charset=utf-8');
    assert.match(published.body, /^northshire\.example\/log\n0\n/);
  });

  test('scripts and styles are served from memory, for ever, and unknown ones are not found', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    const { body } = await visitor.get('/chat');
    const addresses = [...body.matchAll(/(?:src|href)="(\/(?:assets|scripts)\/[^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    assert.ok(addresses.some(address => address.startsWith('/scripts/upload-page-')));
    for (const address of addresses) {
      const reply = await visitor.get(address, { 'accept-encoding': 'gzip' });
      assert.equal(reply.statusCode, 200, address);
      assert.match(String(reply.headers['cache-control']), /immutable/);
    }
    assert.equal((await visitor.get('/scripts/upload-page-0000000000000000.js')).statusCode, 404);
    assert.equal((await visitor.get('/scripts/../app.ts')).statusCode, 404);
  });

  test('a script and all it imports are plain JavaScript at addresses of ours', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    const seen = new Set<string>();
    const follow = async (address: string): Promise<void> => {
      if (seen.has(address)) return;
      seen.add(address);
      const { statusCode, body } = await visitor.get(address);
      assert.equal(statusCode, 200, address);
      for (const [, next = ''] of body.matchAll(/["'](\/scripts\/[^"'\n]+)["']/g)) await follow(next);
    };
    const { body } = await visitor.get('/chat');
    await follow(/"(\/scripts\/upload-page-[^"]+)"/.exec(body)?.[1] ?? '/missing');
    for (const part of [
      'upload-state',
      'take-text',
      'open-archive',
      'file-start',
      'signatures',
      'sha2',
      'zip-core',
    ])
      assert.ok(
        [...seen].some(address => address.includes(part)),
        part,
      );
  });
});
