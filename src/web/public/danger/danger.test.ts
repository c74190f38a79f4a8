import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createPublicSide, type PublicSide } from '../testing/public-side.ts';
import { TestVisitor } from '../testing/test-visitor.ts';

const WORDS = {
  what: 'They meet at 4pm',
  where: 'Tarnwick leisure centre',
  who: 'My daughter, 13',
  safeNumber: '07700 900123',
  mayRing: 'yes',
};

describe('the page after a "yes" to danger', () => {
  let side: PublicSide;
  before(async () => {
    side = await createPublicSide();
  });

  const report = async () =>
    (
      await side.owner.query(
        'select happening, what, where_text, who, safe_number, may_ring, given_at, changed_at from handover.danger_reports order by given_at desc limit 1',
      )
    ).rows[0] as Record<string, unknown>;

  const versions = async () => {
    const { rows } = await side.owner.query<{ n: number }>(
      `select n from handover.danger_report_versions where report_id =
        (select id from handover.danger_reports order by given_at desc limit 1) order by n`,
    );
    return rows.map(({ n }) => n);
  };

  test('it says what was sent and when, that nobody may have read it, and 999 again', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'meeting-planned' });
    const { body } = await visitor.get('/danger');
    assert.match(body, /was sent to the police desk/);
    assert.match(body, /At \d{1,2}:\d\d[ap]m you told us/);
    assert.match(body, /a meeting with a child is planned/);
    assert.match(body, /Nobody may have read it yet/);
    assert.match(body, /Do not wait for us\. Call 999 now/);
    assert.doesNotMatch(body, /officer has|has been told|on (their|the) way|we will call/i);
  });

  test('what, where, who, a number and whether to ring reach the desk when they are sent', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'child-in-danger' });
    const first = await report();
    assert.equal((await visitor.post('/danger', WORDS)).headers.location, '/who');
    const told = await report();
    assert.deepEqual(told['given_at'], first['given_at']);
    assert.equal(told['what'], WORDS.what);
    assert.equal(told['where_text'], WORDS.where);
    assert.equal(told['who'], WORDS.who);
    assert.equal(told['safe_number'], WORDS.safeNumber);
    assert.equal(told['may_ring'], true);
  });

  test('nothing has to be answered, and whether to ring is neither yes nor no until they say so', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'confrontation' });
    assert.doesNotMatch((await visitor.get('/danger')).body, / checked/);
    assert.equal((await visitor.post('/danger', { mayRing: 'constructor' })).headers.location, '/who');
    assert.equal((await report())['may_ring'], null);
    await visitor.post('/danger', { mayRing: 'no' });
    assert.equal((await report())['may_ring'], false);
    assert.match((await visitor.get('/danger')).body, /value="no" checked/);
  });

  test('it can be passed over, and stopped at', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'child-in-danger' });
    const { body } = await visitor.get('/danger');
    assert.match(body, /href="\/who">Carry on without this/);
    assert.match(body, /href="\/stopped">Stop here/);
    assert.match((await visitor.get('/stopped')).body, /Nobody may have read it yet/);
  });

  test('words sent after the answers have gone still reach the desk, with what was ticked', async () => {
    const visitor = new TestVisitor(side.app);
    const reply = await visitor.postRaw(
      '/danger',
      new URLSearchParams({ ...WORDS, happening: 'child-in-danger' }).toString(),
      { 'content-type': 'application/x-www-form-urlencoded' },
    );
    assert.equal(reply.statusCode, 410);
    assert.match(reply.body, /Tarnwick leisure centre/);
    const told = await report();
    assert.deepEqual(told['happening'], ['child-in-danger']);
    assert.equal(told['where_text'], WORDS.where);
  });

  test('a second post with empty answers takes nothing from the desk, and leaves the first as it was', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'child-in-danger' });
    await visitor.post('/danger', WORDS);
    const before = await report();
    // Pressed again by a form without fields: not a word, and nothing about ringing.
    await visitor.post('/danger', {});
    await visitor.post('/', { happening: 'confrontation' });
    const { changed_at: changedAt, happening, ...words } = await report();
    const { changed_at: changedBefore, happening: ticked, ...wordsBefore } = before;
    assert.deepEqual(words, wordsBefore);
    assert.deepEqual(happening, [...(ticked as string[]), 'confrontation']);
    assert.ok((changedAt as Date) > (changedBefore as Date));
  });

  test('the same answers sent again are no change, and no version more', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'child-in-danger' });
    await visitor.post('/danger', WORDS);
    const before = await report();
    for (let n = 0; n < 3; n += 1) await visitor.post('/danger', WORDS);
    assert.deepEqual(await report(), before);
    assert.deepEqual(await versions(), [1, 2]);
  });

  test('the same answers without one about ringing are no change either', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'child-in-danger' });
    const { mayRing: _, ...words } = WORDS;
    for (let n = 0; n < 3; n += 1) await visitor.post('/danger', words);
    assert.equal((await report())['may_ring'], null);
    assert.deepEqual(await versions(), [1, 2]);
  });

  test('a clear "no" to ringing is obeyed, and the page says that what was sent stays', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'child-in-danger' });
    await visitor.post('/danger', WORDS);
    assert.match((await visitor.get('/danger')).body, /What you send stays\s+with the desk/);
    await visitor.post('/danger', { ...WORDS, mayRing: 'no' });
    assert.equal((await report())['may_ring'], false);
  });

  test('a word is cut at the length the desk keeps, and a NUL is not fatal', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'child-in-danger' });
    await visitor.post('/danger', { what: `a\0b${'x'.repeat(9000)}` });
    assert.equal(String((await report())['what']).length, 4000);
  });
});

describe('many danger reports from one connection', () => {
  test('are every one taken; those beyond ten in an hour bear one mark, which is no address', async () => {
    const side = await createPublicSide();
    const post = (remoteAddress: string) =>
      side.app.inject({
        method: 'POST',
        url: '/',
        remoteAddress,
        payload: 'happening=child-in-danger',
        headers: {
          host: 'public.localhost:7401',
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
        },
      });
    for (let n = 0; n < 14; n += 1)
      assert.equal((await post(`2001:db8:1:2::${n}`)).headers.location, '/danger');
    assert.equal((await post('192.0.2.77')).headers.location, '/danger');
    const { rows } = await side.owner.query<{ source: Buffer | null }>(
      'select source from handover.danger_reports order by given_at',
    );
    const marks = rows.map(({ source }) => source?.toString('hex') ?? null);
    assert.deepEqual(
      marks.slice(0, 10),
      Array.from({ length: 10 }, () => null),
    );
    assert.equal(new Set(marks.slice(10, 14)).size, 1);
    assert.match(String(marks[10]), /^[0-9a-f]{32}$/);
    assert.equal(marks[14], null);
  });

  test('more words to a report that is there do not count as another', async () => {
    const side = await createPublicSide();
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'child-in-danger' });
    for (let n = 0; n < 14; n += 1) await visitor.post('/danger', { ...WORDS, what: `words ${n}` });
    const { rows } = await side.owner.query('select source, what from handover.danger_reports');
    assert.deepEqual(rows, [{ source: null, what: 'words 13' }]);
  });
});
