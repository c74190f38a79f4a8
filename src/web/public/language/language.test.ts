import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createPublicSide, type PublicSide } from '../testing/public-side.ts';
import { TestVisitor } from '../testing/test-visitor.ts';
import { unmarkedText } from '../testing/unmarked-text.ts';

const DRAFT = [
  { code: 'en', isDraft: false },
  { code: 'cy', isDraft: true },
] as const;
const REVIEWED = [
  { code: 'en', isDraft: false },
  { code: 'cy', isDraft: false },
] as const;

/** Words on the pages that are names, in any language. */
const NAMES = ['Northshire Police', 'Handover', 'Hand', 'over', 'English', 'Cymraeg'];

/** A picture written out in letters, which no answer may hold. */
const FILE_IN_LETTERS = `data:image/jpeg;base64,${Buffer.alloc(600, 0x5a).toString('base64')}`;

describe('the language of the public pages', () => {
  let demo: PublicSide;
  before(async () => {
    demo = await createPublicSide({ settings: { languages: DRAFT } });
  });

  const atWho = async (side: PublicSide) => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'none' });
    return visitor;
  };

  test('is English until another is chosen, on any page, and that page is shown again in it', async () => {
    const visitor = await atWho(demo);
    const english = await visitor.get('/who');
    assert.match(english.body, /<html lang="en"/);
    const [, link = ''] = /<a [^>]*href="([^"]+)" lang="cy"/.exec(english.body) ?? [];
    const chosen = await visitor.get(link.replaceAll('&amp;', '&'));
    assert.equal(chosen.headers.location, '/who');
    const welsh = await visitor.get('/who');
    assert.match(welsh.body, /<html lang="cy"/);
    assert.match(welsh.body, /<h1[^>]*>\s*Pwy ydych chi\?/);
    assert.match((await visitor.post('/who', {})).body, /Mae problem[^]*Dewiswch pwy ydych chi/);
  });

  test('a translation that nobody reviewed says so on every page', async () => {
    const visitor = await atWho(demo);
    visitor.language = 'cy';
    assert.match((await visitor.get('/who')).body, /Cyfieithiad drafft/);
    visitor.language = 'en';
    assert.doesNotMatch((await visitor.get('/who')).body, /Draft translation/);
  });

  test('a translation that nobody reviewed is not offered outside a demonstration, whatever a cookie says', async () => {
    const real = await createPublicSide({ settings: { languages: DRAFT } });
    await real.owner.query('update handover.force_settings set demo = false');
    const visitor = await atWho(real);
    assert.doesNotMatch((await visitor.get('/who')).body, /Cymraeg/);
    visitor.language = 'cy';
    assert.match((await visitor.get('/who')).body, /<html lang="en"/);
  });

  test('a reviewed translation is offered everywhere, with no note', async () => {
    const real = await createPublicSide({ settings: { languages: REVIEWED } });
    const visitor = await atWho(real);
    visitor.language = 'cy';
    const { body } = await visitor.get('/who');
    assert.match(body, /<html lang="cy"/);
    assert.doesNotMatch(body, /Cyfieithiad drafft/);
  });

  test('a page that only answers a post leads to the page before it, in the other language', async () => {
    const visitor = new TestVisitor(demo.app);
    await visitor.walkToChat();
    const { body } = await visitor.upload('a.txt', Buffer.alloc(0));
    assert.match(body, /href="\/language\?to=cy&amp;back=%2Fchat"/);
  });

  test('choosing a language leads to no other site', async () => {
    const visitor = new TestVisitor(demo.app);
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/%2f/evil', '/?a=b'])
      assert.equal(
        (await visitor.get(`/language?to=cy&back=${encodeURIComponent(back)}`)).headers.location,
        '/',
        back,
      );
  });

  const inMarks = async () => {
    const side = await createPublicSide({ settings: { languages: [{ code: 'x-marked', isDraft: false }] } });
    const visitor = new TestVisitor(side.app);
    visitor.language = 'x-marked';
    return visitor;
  };

  const assertMarked = (body: string, where: string, written: readonly string[] = []) =>
    assert.deepEqual(unmarkedText(body, [...NAMES, ...written]), [], where);

  test('no text of these pages bypasses the catalogue', async () => {
    const visitor = await inMarks();
    await visitor.walkToChat('child');
    const information = [
      '/privacy',
      '/privacy/children',
      '/cookies',
      '/complaints',
      '/helplines',
      '/accessibility',
      '/kept-safe',
    ];
    for (const path of [
      '/',
      '/who',
      '/contact',
      '/court',
      '/what-not-to-send',
      '/cleared',
      '/stopped',
      ...information,
    ])
      assertMarked((await visitor.get(path)).body, path);
  });

  test('no text after a danger bypasses the catalogue, whatever the danger', async () => {
    const visitor = await inMarks();
    const all = [
      'child-in-danger',
      'meeting-planned',
      'confrontation',
      'self-harm-risk',
      'submitter-under-18',
    ];
    for (const happening of [['submitter-under-18'], all]) {
      await visitor.post('/', { happening });
      assertMarked((await visitor.get('/danger')).body, happening.join());
      assertMarked((await visitor.get('/')).body, 'the start page of somebody who has begun');
    }
  });

  test('no text of the questions of a branch bypasses the catalogue, with problems and with another set of fields', async () => {
    const branches = {
      child: ['/for-you', '/happened'],
      'parent-or-carer': ['/hold', '/accounts?more=yes', '/facts', '/meeting', '/children', '/left-out'],
      'school-or-college': ['/aware'],
      'activist-group-member': [
        '/contact-now',
        '/material',
        '/people',
        '/first-raised',
        '/conduct',
        '/published',
      ],
      'named-person-or-family': ['/named', '/harm', '/hold'],
    };
    for (const [who, paths] of Object.entries(branches)) {
      const visitor = await inMarks();
      await visitor.walkToChat(who);
      await visitor.post('/people', { kinds: 'typed' });
      for (const path of [...paths, '/tasks', '/check'])
        assertMarked((await visitor.get(path)).body, `${who} ${path}`);
    }
    const visitor = await inMarks();
    await visitor.walkToChat('school-or-college');
    for (const [path, fields] of [
      ['/aware', { time: '99', 'aware-day': '40' }],
      ['/aware', { time: '9:00' }],
      ['/accounts', { 'name-0': '7'.repeat(600) }],
      ['/hold', { shows: FILE_IN_LETTERS }],
      ['/check', {}],
    ] as const) {
      const reply = await visitor.post(path, fields);
      assert.equal(reply.statusCode, 422, path);
      assertMarked(reply.body, `${path} with a problem`, Object.values(fields));
    }
    await visitor.post('/hold', { kinds: ['chat', 'phone', 'screenshots'], pictures: 'yes' });
    await visitor.post('/aware', { 'aware-day': '1', 'aware-month': '2', 'aware-year': '2026' });
    await visitor.post('/meeting', { answer: 'yes' });
    for (const path of ['/keep-the-phone', '/tasks', '/check'])
      assertMarked((await visitor.get(path)).body, path, ['1 February 2026']);
  });

  test('no text of the chat page bypasses the catalogue, before a file, after files, and when one is refused', async () => {
    const visitor = await inMarks();
    await visitor.walkToChat();
    const written = ['a.txt', 'hello', '%PDF-1.7'];
    assertMarked((await visitor.get('/chat')).body, 'no file yet');
    assertMarked((await visitor.upload('', Buffer.alloc(0))).body, 'no file chosen');
    assertMarked((await visitor.post('/chat', { choice: 'files' })).body, 'nothing added');
    for (const hex of [
      '',
      'ffd8ffe000104a46',
      '504b0304',
      '526172211a070100',
      '255044462d312e37',
      '00',
      'fffe6100',
    ]) {
      const reply = await visitor.upload('a.txt', Buffer.from(hex, 'hex'));
      assert.equal(reply.statusCode, 422, hex);
      assertMarked(reply.body, `refused: ${hex}`, written);
    }
    assertMarked(
      (await visitor.upload('a.txt', Buffer.from(FILE_IN_LETTERS))).body,
      'a file written out',
      written,
    );
    assertMarked((await visitor.get('/chat/paste')).body, 'the page to paste');
    for (const text of ['', FILE_IN_LETTERS, '%PDF-1.7', 'a\0', 'hello', 'hello'])
      assertMarked((await visitor.post('/chat/paste', { text })).body, `pasted: ${text}`, written);
    assertMarked((await visitor.get('/chat')).body, 'the same words twice', written);
    await visitor.post('/clear', {});
    assertMarked(
      (await visitor.post('/chat/paste', { text: 'hello' })).body,
      'answers that are gone',
      written,
    );
  });

  test('no text of the receipt page bypasses the catalogue', async () => {
    const visitor = await inMarks();
    await visitor.handIn();
    const { body } = await visitor.get('/receipt');
    const [, reference = ''] = /ho-received__reference">([^<]+)</.exec(body) ?? [];
    const code = [...(/ho-code-box__code">([^]*?)<\/p>/.exec(body)?.[1] ?? '').matchAll(/[0-9A-Z]{4}/g)].map(
      String,
    );
    assertMarked(body, '/receipt', [reference, ...code]);
  });

  test('every word that our script may show is sent with the page, from the catalogue', async () => {
    const visitor = await inMarks();
    await visitor.walkToChat();
    const { body } = await visitor.get('/chat');
    const [, words = ''] = /data-upload-words="([^"]+)"/.exec(body) ?? [];
    const texts = [
      ...words
        .replaceAll('&quot;', '"')
        .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
        .matchAll(/:"([^"]+)"/g),
    ];
    assert.ok(texts.length > 40, `${texts.length} words`);
    for (const [, text = ''] of texts) assert.match(text, /^\u27e6.*\u27e7$/);
  });

  test('no problem of a form bypasses the catalogue', async () => {
    const visitor = await inMarks();
    const problems = async (path: string, fields: Record<string, string>) => {
      const reply = await visitor.post(path, fields);
      assert.equal(reply.statusCode, 422, path);
      assertMarked(reply.body, `${path} ${JSON.stringify(fields).slice(0, 60)}`, Object.values(fields));
    };
    await problems('/', {});
    await visitor.post('/', { happening: 'none' });
    await problems('/who', {});
    await problems('/contact', { reach: 'phone' });
    await problems('/contact', { reach: 'email' });
    await problems('/contact', { phone: '07700 900321' });
    await problems('/contact', { email: '1@2' });
    await problems('/contact', { name: '7'.repeat(400), whenAndAsWhom: FILE_IN_LETTERS });
  });
});
