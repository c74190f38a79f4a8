import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import Fastify from 'fastify';
import { ACTION_WORDS, ROLE_WORDS } from '#domain/accounts/index.ts';
import { DESK_OFFICERS, whatsappChat } from '#support/desk-seed.ts';
import type { Seeded } from '#support/desk-seed.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { PoliceDesk } from '#support/police-desk.ts';
import { createPoliceApp, OPEN_ROUTES } from './app.ts';
import { policeRoute } from './police-route.ts';
import type { RegisteredRoute } from './police-route.ts';

/** What docs/access-matrix.md says, by action and role, in its own words. */
function matrix(): Map<string, Map<string, string>> {
  const path = join(import.meta.dirname, '..', '..', '..', 'docs', 'access-matrix.md');
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('| '));
  const cells = (line: string): string[] => line.slice(2, -2).split(' | ');
  const [, ...roles] = cells(lines[0]!);
  const rows = lines.slice(2).map(cells);
  return new Map(
    rows.map(([action, ...rules]) => [action!, new Map(rules.map((rule, n) => [roles[n]!, rule]))]),
  );
}

describe('the wall round every police route', () => {
  let desk: PoliceDesk;
  let seeded: Seeded;
  let bundleId: string;

  before(async () => {
    desk = await createPoliceDesk();
    seeded = await desk.seed.submission({ danger: { what: 'Told' }, items: [{ bytes: whatsappChat(50) }] });
    const id = randomBytes(16);
    await desk.seed.tables
      .insertInto('handover.bundles')
      .values({ id, submission_id: seeded.id, state: 'ready', asked_by: 'tom-fairley' })
      .execute();
    bundleId = id.toString('hex');
  });

  const address = ({ path }: RegisteredRoute): string =>
    path
      .replace(':reference', seeded.reference)
      .replace(':readingId', seeded.items[0]!.readingId)
      .replace(':n', '3')
      .replace('/log/tile/*', '/log/tile/0/000')
      .replace('/danger/:id', `/danger/${seeded.dangerId}`)
      .replace('/bundles/:id', `/bundles/${bundleId}`);

  /** How often each officer was let do each action, or was refused, so far. */
  const audited = async (): Promise<Map<string, number>> => {
    const rows = await desk.seed.tables
      .selectFrom('handover.audit_trail')
      .select(['officer_id', 'action', 'allowed'])
      .select(({ fn }) => fn.sum<string>('looks').as('looks'))
      .groupBy(['officer_id', 'action', 'allowed'])
      .execute();
    return new Map(rows.map(row => [`${row.officer_id} ${row.action} ${row.allowed}`, Number(row.looks)]));
  };

  const hold = (officerId: string | null) =>
    desk.seed.tables
      .updateTable('handover.submissions')
      .set({ allocated_to: officerId, stage: 'new' })
      .where('id', '=', seeded.id)
      .execute();

  test('every route of the app is behind the wall or a declared exception', async () => {
    const seen: string[] = [];
    const app = createPoliceApp(desk.parts);
    app.addHook('onRoute', ({ method, url }) => {
      seen.push(`${String(method)} ${url}`);
    });
    await app.ready();
    const behind = desk.routes.map(({ method, path }) => `${method} ${path}`);
    assert.ok(behind.length >= 15, `only ${behind.length} routes were walked`);
    assert.deepEqual(seen.toSorted(), [...behind, ...OPEN_ROUTES].toSorted());
    await app.close();
  });

  const holders = { nobody: null, theirs: 'self', somebody: 'ida-lund' } as const;
  for (const [words, holder] of Object.entries(holders)) {
    test(`every route does as the access matrix says for every role, and records it, when the submission is with: ${words}`, async () => {
      const rules = matrix();
      let asked = 0;
      for (const [officerId, , , role] of DESK_OFFICERS.filter(([id]) => id !== 'ida-lund')) {
        for (const route of desk.routes) {
          const officer = await desk.signIn(officerId);
          await hold(holder === 'self' ? officerId : holder);
          const rule = rules.get(ACTION_WORDS[route.action])?.get(ROLE_WORDS[role]);
          const isAllowed =
            rule === 'yes' ||
            (rule === 'if theirs' && holder === 'self') ||
            (rule === 'if nobody’s or theirs' && holder !== 'ida-lund');
          const earlier = await audited();
          const reply =
            route.method === 'GET' ? await officer.get(address(route)) : await officer.post(address(route));
          const what = `${route.method} ${route.path} as ${role}: ${reply.statusCode}`;
          assert.equal(reply.statusCode !== 403, isAllowed, what);
          assert.ok(reply.statusCode < 500, what);
          const later = await audited();
          for (const allowed of [true, false]) {
            const key = `${officerId} ${route.action} ${allowed}`;
            const more = (later.get(key) ?? 0) - (earlier.get(key) ?? 0);
            assert.equal(more, allowed === isAllowed ? 1 : 0, `${what}, recorded as ${key}`);
          }
          asked += 1;
        }
      }
      assert.equal(asked, desk.routes.length * 9);
    });
  }

  test('a route answers nobody without a session, and leads them to sign in', async () => {
    for (const route of desk.routes) {
      const reply = await desk.app.inject({
        method: route.method,
        url: address(route),
        headers: { host: 'police.localhost:7402' },
      });
      assert.equal(reply.statusCode, 303, route.path);
      assert.match(String(reply.headers.location), /^\/sign-in/);
    }
  });

  test('a forbidden page keeps the session and says why', async () => {
    const officer = await desk.signIn('samir-holt');
    const refused = await officer.get(`/submissions/${seeded.reference}`);
    assert.equal(refused.statusCode, 403);
    assert.match(refused.body, /An administrator never reads evidence/);
    assert.match(refused.body, /You are still signed in/);
    assert.equal((await officer.get('/')).headers.location, '/record-check');
  });

  test('an intake officer who is refused a submission is led to its safety summary', async () => {
    await hold('ida-lund');
    const officer = await desk.signIn('tom-fairley');
    const refused = await officer.get(`/submissions/${seeded.reference}`);
    assert.match(refused.body, new RegExp(`/submissions/${seeded.reference}/safety`));
    const summary = await officer.get(`/submissions/${seeded.reference}/safety`);
    assert.equal(summary.statusCode, 200);
    assert.match(summary.body, /Told/);
    assert.doesNotMatch(summary.body, /WhatsApp Chat with Elle/);
  });

  test('an unknown address leads to the first page', async () => {
    const { statusCode, body } = await (await desk.signIn('priya-nandra')).get('/no-such-page');
    assert.equal(statusCode, 404);
    assert.match(body, /<main[^]*href="\/">Go to your first page<\/a>[^]*<\/main>/);
  });

  test('what does not exist is recorded too, and says so only to a role that could see it', async () => {
    const supervisor = await desk.signIn('priya-nandra');
    assert.equal((await supervisor.get('/submissions/NS26-999999')).statusCode, 404);
    const administrator = await desk.signIn('samir-holt');
    assert.equal((await administrator.get('/submissions/NS26-999999')).statusCode, 403);
    const rows = await desk.seed.tables
      .selectFrom('handover.audit')
      .select('detail')
      .where('thing_id', '=', 'NS26-999999')
      .orderBy('id')
      .execute();
    assert.equal(rows.length, 2);
    assert.match(rows[0]?.detail ?? '', /there is none/);
  });
});

describe('a page that cannot be recorded', () => {
  test('is not shown, and an act that cannot be recorded is not done', async () => {
    const failing = await createPoliceDesk(parts => ({
      ...parts,
      audit: {
        ...parts.audit,
        noteAct: () => Promise.reject(new Error('the disk is full')),
        noteView: () => Promise.reject(new Error('the disk is full')),
      },
    }));
    const { id, reference } = await failing.seed.submission({ items: [{ bytes: whatsappChat(5) }] });
    const officer = await failing.signIn('priya-nandra');
    const page = await officer.get(`/submissions/${reference}`);
    assert.equal(page.statusCode, 503);
    assert.doesNotMatch(page.body, /WhatsApp Chat/);
    const moved = await officer.post(`/submissions/${reference}/stage`, { from: 'new', stage: 'triage' });
    assert.notEqual(moved.statusCode, 303);
    const row = await failing.seed.tables
      .selectFrom('handover.submissions')
      .select('stage')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    assert.equal(row.stage, 'new');
  });

  test('the audit row is durable before the handler runs', async () => {
    const desk = await createPoliceDesk();
    const app = Fastify();
    const order: string[] = [];
    const parts = {
      ...desk.parts,
      audit: {
        ...desk.parts.audit,
        async noteView(...args: Parameters<typeof desk.parts.audit.noteView>) {
          const purpose = await desk.parts.audit.noteView(...args);
          order.push('recorded');
          return purpose;
        },
      },
    };
    await app.register(import('@fastify/cookie'));
    policeRoute(
      { app, parts, routes: [] },
      {
        method: 'GET',
        path: '/',
        action: 'open-home',
        thing: () => ({ thing: { kind: 'service', id: 'home' }, value: true }),
        handler() {
          order.push('handled');
          return { redirect: '/elsewhere' };
        },
      },
    );
    const { cookie } = await desk.signIn('tom-fairley');
    await app.inject({ url: '/', headers: { cookie } });
    assert.deepEqual(order, ['recorded', 'handled']);
    await app.close();
  });
});
