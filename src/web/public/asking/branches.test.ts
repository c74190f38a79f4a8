import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { SUBMITTER_TYPES, type SubmitterType } from '#domain/intake/index.ts';
import { createPublicSide, type PublicSide } from '../testing/public-side.ts';
import { TestVisitor, wordsOf } from '../testing/test-visitor.ts';

/** What comes after the pages that everybody reads first. */
const KNOWN = ['/accounts', '/facts', '/meeting', '/children', '/left-out', '/check'];
const PAGES: Readonly<Record<SubmitterType, readonly string[]>> = {
  child: ['/for-you', '/contact', '/court', '/what-not-to-send', '/happened', '/check'],
  'parent-or-carer': ['/contact', '/court', '/what-not-to-send', '/hold', '/happened', ...KNOWN],
  'school-or-college': ['/contact', '/court', '/what-not-to-send', '/hold', '/aware', '/happened', ...KNOWN],
  platform: [
    '/contact',
    '/court',
    '/what-not-to-send',
    '/hold',
    '/happened',
    '/accounts',
    '/facts',
    '/left-out',
    '/check',
  ],
  'member-of-the-public': ['/contact', '/court', '/what-not-to-send', '/hold', '/happened', ...KNOWN],
  'activist-group-member': [
    '/contact',
    '/court',
    '/what-not-to-send',
    '/contact-now',
    '/hold',
    '/material',
    '/people',
    '/conduct',
    '/published',
    '/happened',
    ...KNOWN,
  ],
  'named-person-or-family': ['/contact', '/named', '/what-not-to-send', '/harm', '/hold', '/check'],
  'other-professional': ['/contact', '/court', '/what-not-to-send', '/hold', '/aware', '/happened', ...KNOWN],
};

/** Every page that some branch has. */
const EVERY = [...new Set(Object.values(PAGES).flat()), '/first-raised', '/keep-the-phone'];

/** A post to any page, with every field that any page has. */
const EVERYTHING = {
  submitterType: 'activist-group-member',
  answer: 'yes',
  words: 'planted words',
  kinds: ['typed', 'confronted', 'threatened', 'chat'],
  others: 'planted words',
  shows: 'planted words',
  links: 'planted words',
  'platform-0': 'planted words',
  'link-0': 'planted words',
  role: 'planted words',
  age: 'planted words',
  originals: 'planted words',
  firstContact: 'planted words',
};

describe('the branches, each asked only what applies', () => {
  let side: PublicSide;
  before(async () => {
    side = await createPublicSide();
  });

  const visitorWho = async (who: string, of = side): Promise<TestVisitor> => {
    const visitor = new TestVisitor(of.app);
    await visitor.walkToChat(who);
    return visitor;
  };

  for (const who of SUBMITTER_TYPES) {
    test(`${who}: exactly its pages are met, in order, and back leads through them`, async () => {
      const visitor = new TestVisitor(side.app);
      await visitor.post('/', { happening: 'none' });
      let next = (await visitor.post('/who', { submitterType: who })).headers.location ?? '';
      const seen: string[] = [];
      while (next !== '/check') {
        const page = await visitor.get(next);
        assert.equal(page.statusCode, 200, next);
        const back = seen.at(-1) ?? '/who';
        assert.match(page.body, new RegExp(`<a href="${back}" class="govuk-back-link"`), next);
        assert.match(page.body, /href="\/tasks"/, next);
        seen.push(next);
        next = (await visitor.post(next, {})).headers.location ?? '';
      }
      assert.deepEqual([...seen, '/check'], PAGES[who]);
      assert.equal((await visitor.get('/check')).statusCode, 200);
    });

    test(`${who}: a page of another branch neither opens nor takes anything, whatever is posted to it`, async () => {
      const own = await createPublicSide();
      const visitor = await visitorWho(who, own);
      await visitor.post(who === 'named-person-or-family' ? '/harm' : '/happened', {
        happened: 'own words',
        words: 'own words',
      });
      for (const path of EVERY.filter(each => !PAGES[who].includes(each))) {
        assert.equal((await visitor.get(path)).statusCode, 303, path);
        assert.equal((await visitor.post(path, EVERYTHING)).statusCode, 303, path);
      }
      assert.equal((await visitor.post('/check')).headers.location, '/receipt');
      const [account] = await own.stagedFiles();
      const sealed = account?.bytes.toString() ?? '';
      assert.match(sealed, /own words/);
      assert.doesNotMatch(sealed, /planted/);
      assert.match(sealed, new RegExp(`"submitterType":"${who}"`));
    });
  }

  test('a child who says so at the start cannot be made an adult by a form, and is asked nothing an adult is asked', async () => {
    const own = await createPublicSide();
    const visitor = new TestVisitor(own.app);
    await visitor.post('/', { happening: 'submitter-under-18' });
    await visitor.post('/who', { submitterType: 'activist-group-member' });
    const asked: string[] = [];
    for (const path of PAGES.child) {
      const { body, statusCode } = await visitor.get(path);
      assert.equal(statusCode, 200, path);
      asked.push(...[...body.matchAll(/ name="([\w-]+)"/g)].map(([, name = '']) => name));
      assert.doesNotMatch(
        body,
        /first wrote|decoy|was confronted|was published|became aware|around this person/,
        path,
      );
      await visitor.post(path, { happened: 'He asked for money.' });
    }
    const fields = [...new Set(asked)].filter(
      name => !['form_token', 'viewport', 'format-detection', 'referrer'].includes(name),
    );
    assert.deepEqual(fields, [
      'othersSeeDevice',
      'reach',
      'phone',
      'email',
      'whenAndAsWhom',
      'name',
      'happened',
    ]);
    const [account] = await own.stagedFiles();
    const sealed = JSON.parse(account?.bytes.toString() ?? '') as Record<string, unknown>;
    assert.equal(sealed['submitterType'], 'child');
    for (const topic of ['holding', 'accounts', 'facts', 'meeting', 'firstRaised', 'people', 'conduct'])
      assert.equal(sealed[topic], null, topic);
  });

  test('a child reads that they are not in trouble, where help is, and what to do about threats', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'none' });
    await visitor.post('/who', { submitterType: 'child' });
    const words = wordsOf(await visitor.get('/for-you'));
    for (const said of [
      /You are not in trouble/,
      /0800 1111/,
      /Report Remove/,
      /do not pay/,
      /You do not have to send anything/,
    ])
      assert.match(words, said);
  });

  test('somebody who was named is asked nothing of the allegation, and told that a solicitor can help', async () => {
    const visitor = await visitorWho('named-person-or-family');
    const read = wordsOf(await visitor.get('/named'));
    assert.match(read, /Do not answer the allegation here/);
    assert.match(read, /A solicitor can help you/);
    assert.match(read, /116 123/);
    for (const path of ['/harm', '/hold']) {
      const { body } = await visitor.get(path);
      const questions = [...body.matchAll(/<(?:label|legend)[^>]*>([^]*?)<\/(?:label|legend)>/g)].map(
        ([, text = '']) => text.replaceAll(/<[^>]+>|\s+/g, ' ').trim(),
      );
      assert.ok(questions.length > 3, path);
      for (const question of questions)
        assert.doesNotMatch(
          question,
          /\b(child|under 18|sexual|allegation|accused|age|did you)\b/i,
          question,
        );
    }
    assert.equal((await visitor.get('/court')).statusCode, 303);
  });

  test('who first raised what is asked of a group member who typed, and of no other', async () => {
    const visitor = await visitorWho('activist-group-member');
    assert.equal(
      (await visitor.post('/people', { kinds: ['filmed', 'present'] })).headers.location,
      '/conduct',
    );
    assert.equal((await visitor.get('/first-raised')).statusCode, 303);
    assert.equal((await visitor.post('/people', { kinds: 'typed' })).headers.location, '/first-raised');
    assert.match(wordsOf(await visitor.get('/first-raised')), /never scored/);
    await visitor.post('/first-raised', { age: 'Our side, on the first day' });
    assert.match((await visitor.get('/check')).body, /Our side, on the first day/);
    // Taken back: what was said is not handed in.
    await visitor.post('/people', { kinds: 'none' });
    assert.doesNotMatch((await visitor.get('/check')).body, /Our side, on the first day/);
  });

  test('a group reads the one instruction before it is asked whether contact goes on', async () => {
    const { body } = await (await visitorWho('activist-group-member')).get('/contact-now');
    const stop = body.indexOf('Stop. Keep everything. Do not post.');
    assert.ok(stop > 0 && stop < body.indexOf('name="answer"'));
  });

  test('what somebody has leads to the chat page only when it is a chat, and never when a picture may be sexual', async () => {
    const visitor = await visitorWho('parent-or-carer');
    const next = async (fields: Parameters<TestVisitor['post']>[1]) =>
      (await visitor.post('/hold', fields)).headers.location;
    assert.equal(await next({ kinds: 'only-words' }), '/happened');
    assert.equal(await next({ kinds: ['phone', 'screenshots'], shows: 'Messages at night' }), '/happened');
    assert.equal(await next({ kinds: ['chat', 'phone'], pictures: 'no' }), '/chat');
    assert.equal(await next({ kinds: ['chat', 'phone'], pictures: 'yes' }), '/keep-the-phone');
    assert.match(wordsOf(await visitor.get('/keep-the-phone')), /We will come for the phone/);
    assert.equal((await visitor.post('/keep-the-phone', {})).headers.location, '/happened');
    const check = (await visitor.get('/check')).body;
    assert.doesNotMatch(check, /href="\/chat/);
    // To have the phone is something to tell the police.
    assert.equal((await visitor.post('/check')).headers.location, '/receipt');
  });

  test('another account is added without scripts, an emptied one goes, and each is bounded', async () => {
    const visitor = await visitorWho('member-of-the-public');
    const first = { 'platform-0': 'Chat app', 'name-0': 'mossy.pebble', 'howKnown-0': 'Saw it' };
    const more = await visitor.post('/accounts', { ...first, more: 'yes' });
    assert.equal(more.headers.location, '/accounts?more=yes#platform-1');
    const page = await visitor.get('/accounts?more=yes');
    assert.match(page.body, /value="mossy\.pebble"/);
    assert.match(page.body, /id="platform-1"/);
    assert.equal(
      (await visitor.post('/accounts', { ...first, 'name-1': 'second.stone' })).headers.location,
      '/facts',
    );
    assert.match(wordsOf(await visitor.get('/check')), /Account 2 Name there: second\.stone/);
    await visitor.post('/accounts', { 'name-1': 'second.stone' });
    assert.match(wordsOf(await visitor.get('/check')), /Account 1 Name there: second\.stone/);
    const long = await visitor.post('/accounts', { 'name-3': 'n'.repeat(600) });
    assert.equal(long.statusCode, 422);
    assert.match(long.body, /href="#name-3"/);
    assert.match(long.body, /id="name-3"/);
    assert.doesNotMatch((await visitor.get('/check')).body, /nnnnnn/);
  });

  test('a file written out in letters is refused in every answer of every branch', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const blob = Buffer.concat([png, randomBytes(600)]).toString('base64');
    const visitor = await visitorWho('activist-group-member');
    await visitor.post('/people', { kinds: 'typed' });
    for (const [path, field] of [
      ['/contact-now', 'words'],
      ['/hold', 'shows'],
      ['/material', 'failed'],
      ['/people', 'others'],
      ['/first-raised', 'age'],
      ['/conduct', 'words'],
      ['/published', 'what-0'],
      ['/accounts', 'howKnown-0'],
      ['/facts', 'links'],
      ['/meeting', 'words'],
      ['/children', 'words'],
      ['/left-out', 'words'],
    ] as const) {
      const reply = await visitor.post(path, { [field]: blob });
      assert.equal(reply.statusCode, 422, path);
      assert.match(reply.body, new RegExp(`href="#${field}"`), path);
    }
    for (const who of ['school-or-college', 'named-person-or-family'] as const) {
      const other = await visitorWho(who);
      const [path, field] = who === 'school-or-college' ? ['/aware', 'alsoTold'] : ['/harm', 'words'];
      assert.equal((await other.post(path, { [field]: blob })).statusCode, 422, path);
    }
  });

  test('a file cut into pieces over the fields of a page is found all the same', async () => {
    const visitor = await visitorWho('member-of-the-public');
    const pieces =
      randomBytes(12_000)
        .toString('base64')
        .match(/.{1,800}/g) ?? [];
    const fields = Object.fromEntries(pieces.map((piece, n) => [`howKnown-${n}`, piece]));
    const reply = await visitor.post('/accounts', fields);
    assert.equal(reply.statusCode, 422);
    assert.match(reply.body, /href="#platform-0"/);
  });

  test('a meeting told of on the way is in front of the desk at once, and one told of at the start is not asked again', async () => {
    const own = await createPublicSide();
    const visitor = await visitorWho('parent-or-carer', own);
    await visitor.post('/meeting', { answer: 'unsure', words: 'Perhaps' });
    const reports = async () =>
      (await own.owner.query('select happening, what from handover.danger_reports')).rows as unknown[];
    assert.deepEqual(await reports(), []);
    assert.match(wordsOf(await visitor.get('/meeting')), /goes to the police desk when you press Continue/);
    const reply = await visitor.post('/meeting', { answer: 'yes', words: 'Saturday at the pier' });
    assert.equal(reply.headers.location, '/children');
    assert.deepEqual(await reports(), [{ happening: ['meeting-planned'], what: 'Saturday at the pier' }]);
    assert.match(wordsOf(await visitor.get('/check')), /A meeting with a child is planned/);
    assert.match(wordsOf(await visitor.get('/check')), /went to the police desk when you sent it/);

    const told = new TestVisitor(own.app);
    await told.post('/', { happening: 'meeting-planned' });
    await told.post('/who', { submitterType: 'parent-or-carer' });
    for (const path of ['/contact', '/court', '/what-not-to-send']) await told.post(path, {});
    assert.equal((await told.post('/facts', {})).headers.location, '/children');
  });

  test('a school says when it became aware, and a day or time that is none is asked again', async () => {
    const visitor = await visitorWho('school-or-college');
    const day = { 'aware-day': '21', 'aware-month': '11', 'aware-year': '2026' };
    assert.equal(
      (await visitor.post('/aware', { ...day, time: '9.05', role: 'Safeguarding lead' })).statusCode,
      303,
    );
    assert.match(wordsOf(await visitor.get('/check')), /You became aware 21 November 2026, 09:05/);
    for (const wrong of [
      { ...day, 'aware-day': '31', 'aware-month': '2' },
      { ...day, 'aware-year': '26' },
      { ...day, time: '25:00' },
      { time: '09:00' },
      { ...day, 'aware-day': '' },
    ]) {
      const reply = await visitor.post('/aware', wrong);
      assert.equal(reply.statusCode, 422, JSON.stringify(wrong));
      for (const value of Object.values(wrong).filter(Boolean))
        assert.ok(reply.body.includes(`value="${value}"`), value);
    }
    assert.match(wordsOf(await visitor.get('/check')), /21 November 2026, 09:05/);
  });

  test('the list of tasks shows what is done and what is left of this branch alone, and leads to each', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'none' });
    const early = await visitor.get('/tasks');
    assert.match(wordsOf(early), /Danger now Done Who you are Not yet/);
    assert.doesNotMatch(early.body, /href="\/court"/);
    const walked = await visitorWho('parent-or-carer');
    await walked.post('/happened', { happened: 'x' });
    const { body } = await walked.get('/tasks');
    const links = [...body.matchAll(/class="govuk-link govuk-task-list__link" href="([^"]+)"/g)].map(
      ([, href]) => href,
    );
    assert.deepEqual(links, ['/', '/who', ...PAGES['parent-or-carer']]);
    assert.match(wordsOf(await walked.get('/tasks')), /What happened Done/);
    assert.match(wordsOf(await walked.get('/tasks')), /You can leave what you do not know/);
  });
});
