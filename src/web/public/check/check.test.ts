import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { HandoverError } from '#domain/error.ts';
import { createPublicSide, type PublicSide } from '../testing/public-side.ts';
import { TestVisitor } from '../testing/test-visitor.ts';

const wordsOf = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('check your answers, and hand in', () => {
  let side: PublicSide;
  before(async () => {
    side = await createPublicSide();
  });

  const submissions = async (of: PublicSide) =>
    (
      await of.owner.query<{ reference: string; submitter_type: string; files: number }>(
        `select reference, submitter_type, (select count(*)::int from handover.submission_files f where f.submission_id = s.id) as files
         from handover.submissions s order by received_at`,
      )
    ).rows;

  test('a parent goes from the start page to a receipt page, and what was staged is what they sent', async () => {
    const own = await createPublicSide();
    const parent = new TestVisitor(own.app);
    assert.equal((await parent.handIn()).headers.location, '/receipt');
    const receipt = await parent.get('/receipt');
    assert.match(receipt.body, /NS\d\d-\d{6}/);
    assert.match(receipt.body, /Received, not yet sealed/);
    const [chat, account] = await own.stagedFiles();
    assert.equal(chat?.meta?.name, 'WhatsApp Chat with Kit.txt');
    assert.equal(chat.meta.sourceClass, 'party-export');
    assert.match(chat.bytes.toString(), /^12\/03\/2026, 21:41 - Kit: hello\n/);
    assert.equal(account?.meta?.kind, 'account');
    assert.deepEqual(JSON.parse(account.bytes.toString()), {
      format: 'handover-account/v2',
      submitterType: 'parent-or-carer',
      danger: { happening: [], what: '', where: '', who: '', safeNumber: '', mayRing: null },
      contact: { othersSeeDevice: '', reach: 'none', name: '', phone: '', email: '', whenAndAsWhom: '' },
      happened: 'She showed me.',
      holding: { kinds: [], shows: '', pictures: '' },
      accounts: [{ platform: 'WhatsApp', name: '', whose: '', howKnown: '' }],
      facts: { firstContact: '', when: '', childAge: '', links: '' },
      meeting: { answer: '', words: '' },
      children: { answer: '', words: '' },
      leftOut: { answer: '', words: '' },
      awareness: null,
      contactNow: null,
      people: null,
      conduct: null,
      material: null,
      publications: null,
      firstRaised: null,
      harm: null,
    });
    assert.deepEqual(
      (await submissions(own)).map(({ submitter_type, files }) => ({ submitter_type, files })),
      [{ submitter_type: 'parent-or-carer', files: 2 }],
    );
  });

  test('it shows every answer with a way to change it, and says what pressing the button does', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'meeting-planned' });
    await visitor.post('/danger', { where: 'Tarnwick' });
    await visitor.post('/who', { submitterType: 'school-or-college' });
    await visitor.post('/contact', { reach: 'email', email: 'lead@school.example' });
    await visitor.post('/court');
    await visitor.post('/what-not-to-send');
    await visitor.post('/chat', { choice: 'none' });
    await visitor.post('/happened', { happened: 'A pupil told us.' });
    await visitor.post('/accounts', { 'name-0': 'jay_r' });
    const { body } = await visitor.get('/check');
    for (const words of [
      'A meeting with a child is planned',
      'Tarnwick',
      'A school or college',
      'lead@school.example',
      'No chat',
      'A pupil told us.',
      'jay_r',
    ])
      assert.ok(body.includes(words), words);
    for (const href of [
      '/',
      '/danger?from=check',
      '/who?from=check',
      '/contact?from=check',
      '/chat?from=check',
      '/happened?from=check',
      '/facts?from=check',
    ])
      assert.ok(body.includes(`href="${href}"`), href);
    assert.match(body, /everything above goes to the police/);
    const words = wordsOf(body);
    assert.match(
      words,
      /told us about danger went to the police desk when you sent it\. The rest has not gone/,
    );
    assert.match(words, /Contact By email: lead@school\.example/);
    assert.match(
      words,
      /Not answered Whether others see this phone or email When it is safe, and who we should say we are Your name Change/,
    );
    assert.match(words, /Not answered What Who Safe number Whether we may ring now Change/);
  });

  test('what was withheld is not handed in: a number typed before choosing no contact stays behind', async () => {
    const own = await createPublicSide();
    const visitor = new TestVisitor(own.app);
    await visitor.walkToChat();
    await visitor.post('/contact', { reach: 'phone', phone: '07700 900999' });
    await visitor.post('/contact', { reach: 'none', phone: '07700 900999', leftOut: '07700 900999' });
    await visitor.post('/chat', { choice: 'none' });
    await visitor.post('/happened', { happened: 'x' });
    await visitor.post('/facts');
    await visitor.post('/check');
    const [account] = await own.stagedFiles();
    assert.ok(!account?.bytes.includes('900999'));
  });

  test('nothing at all cannot be handed in, a danger alone can', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    await visitor.post('/chat', { choice: 'none' });
    await visitor.post('/happened');
    await visitor.post('/facts');
    const reply = await visitor.post('/check');
    assert.equal(reply.statusCode, 422);
    assert.match(reply.body, /There is nothing to hand in yet/);
    const target = /govuk-error-summary[^]*?href="#([^"]+)"/.exec(reply.body)?.[1];
    assert.match(reply.body, new RegExp(`<a [^>]*href="/chat[^>]*id="${target}"`));
    assert.match(reply.body, /None of this has gone to the police yet/);
    await visitor.post('/', { happening: 'child-in-danger' });
    assert.equal((await visitor.post('/check')).headers.location, '/receipt');
  });

  test('bad input: a form posted twice, and 6 times at once, is one submission with one reference', async () => {
    const own = await createPublicSide();
    const visitor = new TestVisitor(own.app);
    await visitor.walkToChat();
    await visitor.post('/chat', { choice: 'none' });
    await visitor.post('/happened', { happened: 'x' });
    await visitor.post('/facts');
    const replies = await Promise.all(Array.from({ length: 6 }, () => visitor.post('/check')));
    for (const reply of replies) assert.equal(reply.headers.location, '/receipt');
    assert.equal((await visitor.post('/check')).headers.location, '/receipt');
    assert.equal((await submissions(own)).length, 1);
    const codes = new Set(
      await Promise.all(
        Array.from(
          { length: 2 },
          async () =>
            /<p class="ho-code-box__code">(.*?)<\/p>/s.exec((await visitor.get('/receipt')).body)?.[1],
        ),
      ),
    );
    assert.equal(codes.size, 1);
  });

  test('after handing in, every page of the form leads to the receipt, and the start page to a new hand-in', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.handIn();
    for (const path of ['/contact', '/chat', '/chat/paste', '/happened', '/check'])
      assert.equal((await visitor.get(path)).headers.location, '/receipt', path);
    for (const path of ['/happened', '/facts', '/contact'])
      assert.equal((await visitor.post(path, { happened: 'late' })).headers.location, '/receipt', path);
    assert.equal((await visitor.upload('late.txt', Buffer.from('late'))).headers.location, '/receipt');
    const start = await visitor.get('/');
    assert.match(start.body, /href="\/receipt">See your receipt/);
    const before = visitor.cookie;
    await visitor.post('/', { happening: 'none' });
    assert.notEqual(visitor.cookie, before);
    assert.match((await visitor.get('/who')).body, /Who are you\?/);
  });

  test('bad input: disk full while handing in keeps the draft, and the next try succeeds', async () => {
    const own = await createPublicSide();
    const visitor = new TestVisitor(own.app);
    await visitor.walkToChat();
    await visitor.upload('chat.txt', Buffer.from('hello'));
    await visitor.post('/chat', { choice: 'files' });
    await visitor.post('/happened', { happened: 'my words' });
    await visitor.post('/facts');
    await own.owner.query('update handover.force_settings set storage_low = true');
    assert.equal((await visitor.post('/check')).statusCode, 507);
    await own.owner.query('update handover.force_settings set storage_low = false');
    assert.deepEqual(await submissions(own), []);
    assert.match((await visitor.get('/check')).body, /my words/);
    assert.equal((await visitor.post('/check')).headers.location, '/receipt');
    assert.deepEqual(
      (await submissions(own)).map(({ files }) => files),
      [2],
    );
  });

  test('storage that goes away between acknowledging and answering loses nothing: the next try finds the submission', async () => {
    let breaks = true;
    const own = await createPublicSide({
      door: real => ({
        ...real,
        async submit(request) {
          const done = await real.submit(request);
          if (breaks) throw new HandoverError('storage-away', 'the answer was lost');
          return done;
        },
        readBox: id =>
          breaks ? Promise.reject(new HandoverError('storage-away', 'no database')) : real.readBox(id),
      }),
    });
    breaks = false;
    const visitor = new TestVisitor(own.app);
    await visitor.walkToChat();
    await visitor.post('/chat', { choice: 'none' });
    await visitor.post('/happened', { happened: 'x' });
    await visitor.post('/facts');
    breaks = true;
    // The first readBox of the visit must pass: only the answer to the submission is lost.
    const reply = await visitor.post('/check');
    assert.equal(reply.statusCode, 503);
    breaks = false;
    assert.equal((await visitor.post('/check')).headers.location, '/receipt');
    assert.equal((await submissions(own)).length, 1);
  });
});
