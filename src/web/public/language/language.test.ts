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

  test('choosing a language leads to no other site', async () => {
    const visitor = new TestVisitor(demo.app);
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/%2f/evil', '/?a=b'])
      assert.equal(
        (await visitor.get(`/language?to=cy&back=${encodeURIComponent(back)}`)).headers.location,
        '/',
        back,
      );
  });

  test('no text of these pages bypasses the catalogue', async () => {
    const side = await createPublicSide({ settings: { languages: [{ code: 'x-marked', isDraft: false }] } });
    const visitor = await atWho(side);
    visitor.language = 'x-marked';
    for (const path of ['/who']) {
      assert.deepEqual(unmarkedText((await visitor.get(path)).body, NAMES), [], path);
      assert.deepEqual(
        unmarkedText((await visitor.post(path, {})).body, NAMES),
        [],
        `${path}, with a problem`,
      );
    }
  });
});
