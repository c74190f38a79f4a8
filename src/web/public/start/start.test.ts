import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { HandoverError } from '#domain/error.ts';
import { createPublicSide, type PublicSide } from '../testing/public-side.ts';
import { TestVisitor } from '../testing/test-visitor.ts';

const reports = async (side: PublicSide) =>
  (
    await side.owner.query(
      'select happening, what, where_text, may_ring from handover.danger_reports order by given_at',
    )
  ).rows as { happening: string[]; what: string; where_text: string; may_ring: boolean | null }[];

describe('the start page, which is the danger question', () => {
  let side: PublicSide;
  before(async () => {
    side = await createPublicSide();
  });

  test('it asks about five dangers and says what pressing Continue does before the button', async () => {
    const { body } = await new TestVisitor(side.app).get('/');
    assert.equal(body.match(/type="checkbox"/g)?.length, 6);
    const button = body.search(/<button[^>]*>\s*Continue/);
    for (const words of [
      /Do not wait for us\. Call 999 now/,
      /even\s+if\s+you\s+stop\s+there/,
      /The desk is not staffed/,
    ]) {
      const at = body.search(words);
      assert.ok(at > 0 && at < button, String(words));
    }
  });

  test('it says when the desk is staffed, once the force has said so', async () => {
    const staffed = await createPublicSide();
    await staffed.owner.query(`update handover.force_settings set desk_staffed = '8am to 10pm, every day'`);
    assert.match(
      (await new TestVisitor(staffed.app).get('/')).body,
      /The desk is staffed 8am to 10pm, every day\./,
    );
  });

  test('a "yes" reaches the desk on Continue, before anything else is asked', async () => {
    const own = await createPublicSide();
    const visitor = new TestVisitor(own.app);
    const reply = await visitor.post('/', { happening: ['child-in-danger', 'meeting-planned'] });
    assert.equal(reply.headers.location, '/danger');
    assert.deepEqual(await reports(own), [
      { happening: ['child-in-danger', 'meeting-planned'], what: '', where_text: '', may_ring: null },
    ]);
  });

  test('"None of these" tells the desk nothing and goes on', async () => {
    const own = await createPublicSide();
    const reply = await new TestVisitor(own.app).post('/', { happening: 'none' });
    assert.equal(reply.headers.location, '/who');
    assert.deepEqual(await reports(own), []);
  });

  test('a "yes" counts when "None of these" is ticked too', async () => {
    const reply = await new TestVisitor(side.app).post('/', { happening: ['none', 'confrontation'] });
    assert.equal(reply.headers.location, '/danger');
  });

  test('nothing ticked, or something unknown, is asked again', async () => {
    for (const happening of [[], ['unknown-danger']]) {
      const reply = await new TestVisitor(side.app).post('/', { happening });
      assert.equal(reply.statusCode, 422);
      assert.match(reply.body, /href="#happening"/);
      assert.equal(reply.headers['set-cookie'], undefined);
    }
  });

  test('going back to "None of these" does not take back what the desk was told', async () => {
    const own = await createPublicSide();
    const visitor = new TestVisitor(own.app);
    await visitor.post('/', { happening: 'self-harm-risk' });
    assert.equal((await visitor.post('/', { happening: 'none' })).headers.location, '/who');
    assert.deepEqual((await reports(own))[0]?.happening, ['self-harm-risk']);
  });

  test('somebody under 18 is not asked again who they are', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'submitter-under-18' });
    assert.equal((await visitor.post('/danger', {})).headers.location, '/for-you');
    await visitor.post('/for-you', {});
    await visitor.post('/contact', {});
    assert.match((await visitor.get('/court')).body, /You are not in trouble/);
  });

  test('a danger is taken from a browser without cookies and with a stale token', async () => {
    const own = await createPublicSide();
    const visitor = new TestVisitor(own.app);
    await visitor.post('/', { happening: 'none' });
    const stale = { 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await visitor.postRaw('/', 'form_token=stale&happening=child-in-danger', stale);
    assert.equal(reply.headers.location, '/danger');
    const strange = await own.app.inject({
      method: 'POST',
      url: '/',
      headers: { host: 'public.localhost:7401', ...stale },
      payload: 'happening=child-in-danger',
    });
    assert.equal(strange.headers.location, '/danger');
    assert.equal((await reports(own)).length, 2);
  });

  test('when the desk cannot be told, the page says that nobody was, and 999', async () => {
    const away = await createPublicSide({
      door: real => ({
        ...real,
        reportDanger: () => Promise.reject(new HandoverError('storage-away', 'no database')),
      }),
    });
    const reply = await new TestVisitor(away.app).post('/', { happening: 'child-in-danger' });
    assert.equal(reply.statusCode, 503);
    assert.match(reply.body, /Nobody has been told/);
    assert.match(reply.body, /Call 999/);
  });

  test('when the desk was told but nothing more can be kept, the page says both', async () => {
    const own = await createPublicSide();
    await own.owner.query('update handover.force_settings set storage_low = true');
    const reply = await new TestVisitor(own.app).post('/', { happening: 'child-in-danger' });
    assert.equal(reply.statusCode, 507);
    assert.match(reply.body, /was sent to the police desk/);
    assert.match(reply.body, /Our storage is full or away/);
    assert.equal((await reports(own)).length, 1);
  });

  test('no limit stands between a danger and the desk: 300 posts from one address are all taken', async () => {
    const own = await createPublicSide();
    const visitor = new TestVisitor(own.app);
    for (let n = 0; n < 300; n += 1) {
      const reply = await visitor.postRaw('/', 'happening=child-in-danger', {
        'content-type': 'application/x-www-form-urlencoded',
      });
      assert.equal(reply.statusCode, 303);
    }
  });

  test('new hand-ins without a danger are limited for one address, and a danger from it still is not', async () => {
    const own = await createPublicSide();
    const flood = new TestVisitor(own.app);
    const begin = (happening: string) =>
      flood.postRaw('/', `happening=${happening}`, {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: '',
      });
    const statuses = [];
    for (let n = 0; n < 121; n += 1) statuses.push((await begin('none')).statusCode);
    assert.deepEqual(statuses, [...Array.from({ length: 120 }, () => 303), 429]);
    assert.equal((await begin('child-in-danger')).headers.location, '/danger');
    assert.equal((await new TestVisitor(own.app).post('/', { happening: 'none' })).statusCode, 303);
  });

  test('somebody who comes back to it is offered to carry on where they stopped', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'none' });
    await visitor.post('/who', { submitterType: 'platform' });
    const { body } = await visitor.get('/');
    assert.match(body, /href="\/contact">Carry on where you stopped/);
    assert.match(body, /value="none" checked/);
  });
});

describe('how long an unfinished hand-in stays', () => {
  test('is said in plain words where somebody begins, stops, and reads about privacy', async () => {
    for (const [draftDays, words] of [
      [7, /7 days\s+after your last answer/],
      [1, /a day\s+after your last answer/],
    ] as const) {
      const side = await createPublicSide({ settings: { draftDays } });
      const visitor = new TestVisitor(side.app);
      for (const url of ['/', '/stopped', '/privacy'])
        assert.match((await visitor.get(url)).body, words, url);
    }
  });
});
