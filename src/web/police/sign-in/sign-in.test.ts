import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { FROM_PAGE, createPoliceDesk } from '#support/police-desk.ts';
import type { PoliceDesk } from '#support/police-desk.ts';
import { ABSOLUTE_TIMEOUT_MS, IDLE_TIMEOUT_MS } from '#domain/accounts/index.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('signing in', () => {
  let desk: PoliceDesk;
  before(async () => {
    desk = await createPoliceDesk();
  });

  const post = (fields: Record<string, string>, headers: Record<string, string> = {}, from = '10.9.0.1') =>
    desk.app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { ...FROM_PAGE, ...FORM, ...headers },
      payload: new URLSearchParams(fields).toString(),
      remoteAddress: from,
    });

  test('the page offers each demo officer with one press and says that nobody is real', async () => {
    const page = await desk.app.inject({ url: '/sign-in', headers: FROM_PAGE });
    assert.equal(page.body.match(/<form action="\/sign-in"/g)?.length, 10);
    assert.match(page.body, /Demonstration: nobody here is real/);
    assert.equal(page.headers['cache-control'], 'no-store');
    assert.match(String(page.headers['content-security-policy']), /default-src 'none'/);
  });

  test('the cookie is host-only, hidden from scripts and strict, and the database holds only its SHA-256', async () => {
    const reply = await post({ officer: 'tom-fairley' });
    const cookie = String(reply.headers['set-cookie']);
    assert.match(cookie, /^handover_officer=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = /=([^;]+)/.exec(cookie)?.[1] ?? '';
    const rows = await desk.seed.tables.selectFrom('handover.police_sessions').select('token_hash').execute();
    assert.ok(rows.some(row => row.token_hash.equals(createHash('sha256').update(token).digest())));
    assert.ok(!rows.some(row => row.token_hash.toString().includes(token)));
  });

  test('nobody but a demo officer can be signed in as', async () => {
    await desk.seed.tables
      .insertInto('handover.officers')
      .values({ id: 'real-one', name: 'Real One', rank: 'PC', role: 'supervisor', demo: false })
      .execute();
    for (const officer of ['real-one', 'nobody', '']) {
      const reply = await post({ officer });
      assert.equal(reply.statusCode, 403);
      assert.equal(reply.headers['set-cookie'], undefined);
    }
  });

  test('another site cannot sign somebody in', async () => {
    const reply = await post({ officer: 'tom-fairley' }, { 'sec-fetch-site': 'cross-site' });
    assert.equal(reply.statusCode, 403);
    assert.equal(reply.headers['set-cookie'], undefined);
  });

  test('afterwards the page that was asked for opens, and only a page of this side', async () => {
    assert.equal(
      (await post({ officer: 'tom-fairley', next: '/queue?stage=new' })).headers.location,
      '/queue?stage=new',
    );
    for (const next of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\tx',
      '/sign-in',
      'queue',
    ]) {
      assert.equal((await post({ officer: 'tom-fairley', next })).headers.location, '/', next);
    }
  });

  test('the twenty-first sign-in of a minute from one address is refused', async () => {
    const statuses = [];
    for (let n = 0; n < 21; n += 1)
      statuses.push((await post({ officer: 'tom-fairley' }, {}, '10.9.9.9')).statusCode);
    assert.deepEqual(statuses.slice(-2), [303, 429]);
  });

  test('a session ends after half an hour without a request, and after twelve hours in any case', async () => {
    const start = desk.clock.now;
    const idle = await desk.signIn('tom-fairley');
    desk.clock.now = new Date(start.getTime() + IDLE_TIMEOUT_MS - 1000);
    assert.equal((await idle.get('/queue')).statusCode, 200);
    desk.clock.now = new Date(desk.clock.now.getTime() + IDLE_TIMEOUT_MS - 1000);
    assert.equal((await idle.get('/queue')).statusCode, 200);
    desk.clock.now = new Date(desk.clock.now.getTime() + IDLE_TIMEOUT_MS);
    assert.equal((await idle.get('/queue')).statusCode, 303);
    const busy = await desk.signIn('tom-fairley');
    const began = desk.clock.now.getTime();
    for (let at = IDLE_TIMEOUT_MS - 1; at < ABSOLUTE_TIMEOUT_MS; at += IDLE_TIMEOUT_MS - 1) {
      desk.clock.now = new Date(began + at);
      assert.equal((await busy.get('/queue')).statusCode, 200);
    }
    desk.clock.now = new Date(began + ABSOLUTE_TIMEOUT_MS);
    assert.equal((await busy.get('/queue')).statusCode, 303);
    desk.clock.now = start;
  });

  test('signing out ends the session where it counts, so the old cookie opens nothing', async () => {
    const officer = await desk.signIn('tom-fairley');
    assert.equal((await officer.post('/sign-out')).headers.location, '/sign-in');
    assert.equal((await officer.get('/queue')).statusCode, 303);
  });

  test('signing in as another officer ends the session before', async () => {
    const first = await desk.signIn('tom-fairley');
    await post({ officer: 'priya-nandra' }, { cookie: first.cookie }, '10.9.0.7');
    assert.equal((await first.get('/queue')).statusCode, 303);
  });

  test('a post without the token of the session, with that of another, or from elsewhere changes nothing', async () => {
    const officer = await desk.signIn('priya-nandra');
    const other = await desk.signIn('tom-fairley');
    const { reference } = await desk.seed.submission({ items: [] });
    const url = `/submissions/${reference}/stage`;
    const token = /name="form_token" value="([^"]+)"/.exec((await other.get('/queue')).body)?.[1] ?? '';
    for (const form_token of ['', 'x', token]) {
      assert.equal((await officer.post(url, { form_token, from: 'new', stage: 'triage' })).statusCode, 403);
    }
    const own = /name="form_token" value="([^"]+)"/.exec((await officer.get('/queue')).body)?.[1] ?? '';
    const foreign = await desk.app.inject({
      method: 'POST',
      url,
      headers: { ...FROM_PAGE, ...FORM, cookie: officer.cookie, 'sec-fetch-site': 'cross-site' },
      payload: new URLSearchParams({ form_token: own, from: 'new', stage: 'triage' }).toString(),
    });
    assert.equal(foreign.statusCode, 403);
    const page = await officer.get(`/submissions/${reference}`);
    assert.doesNotMatch(page.body, /Stage changed/);
  });

  test('the side answers at its own name, sends a local address there and refuses every other name', async () => {
    const ask = (host: string) => desk.app.inject({ url: '/queue', headers: { host } });
    assert.equal((await ask('127.0.0.1:7402')).headers.location, 'http://police.localhost:7402/queue');
    assert.equal((await ask('localhost:7402')).headers.location, 'http://police.localhost:7402/queue');
    assert.equal((await ask('public.localhost:7402')).statusCode, 421);
    assert.equal((await desk.app.inject({ url: '/health', headers: FROM_PAGE })).statusCode, 200);
  });
});

describe('a force that is no demonstration', () => {
  test('signs nobody in, whatever the settings of the process say', async () => {
    for (const demo of [false, true]) {
      const desk = await createPoliceDesk(parts => ({ ...parts, settings: { ...parts.settings, demo } }));
      await desk.seed.tables.updateTable('handover.force_settings').set({ demo: false }).execute();
      const page = await desk.app.inject({ url: '/sign-in', headers: FROM_PAGE });
      assert.match(page.body, /Nobody can sign in here yet/);
      const officer = await desk.signIn('tom-fairley');
      assert.equal((await officer.get('/queue')).statusCode, 303);
    }
  });
});
