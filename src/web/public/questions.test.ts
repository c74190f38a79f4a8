import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createPublicSide, type PublicSide } from './testing/public-side.ts';
import { TestVisitor } from './testing/test-visitor.ts';

describe('the questions of the journey', () => {
  let side: PublicSide;
  before(async () => {
    side = await createPublicSide();
  });

  const visitorAtChat = async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    return visitor;
  };

  test('each page leads on to the next and back to the one before', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'none' });
    const steps = [
      ['/who', { submitterType: 'school-or-college' }, '/', '/contact'],
      ['/contact', {}, '/who', '/court'],
      ['/court', {}, '/contact', '/what-not-to-send'],
      ['/what-not-to-send', {}, '/court', '/hold'],
      ['/hold', { kinds: 'chat' }, '/what-not-to-send', '/chat'],
      ['/chat', { choice: 'none' }, '/hold', '/aware'],
      ['/aware', {}, '/chat', '/happened'],
      ['/happened', { happened: 'x' }, '/aware', '/accounts'],
      ['/accounts', {}, '/happened', '/facts'],
      ['/facts', {}, '/accounts', '/meeting'],
      ['/meeting', {}, '/facts', '/children'],
      ['/children', {}, '/meeting', '/left-out'],
      ['/left-out', {}, '/children', '/check'],
    ] as const;
    for (const [path, answer, back, next] of steps) {
      const page = await visitor.get(path);
      assert.equal(page.statusCode, 200, path);
      assert.match(page.body, new RegExp(`<a href="${back}" class="govuk-back-link"`), path);
      assert.equal((await visitor.post(path, answer)).headers.location, next, path);
    }
  });

  test('a page that was not reached yet sends the visitor to the one they missed', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.post('/', { happening: 'none' });
    for (const path of ['/contact', '/chat', '/chat/paste', '/facts', '/check'])
      assert.equal((await visitor.get(path)).headers.location, '/who', path);
    await visitor.post('/who', { submitterType: 'platform' });
    await visitor.post('/contact', {});
    assert.equal((await visitor.get('/chat')).headers.location, '/court');
    await visitor.post('/court', {});
    assert.equal((await visitor.get('/chat')).headers.location, '/what-not-to-send');
  });

  test('every answer is kept as it is given, and shown again', async () => {
    const visitor = await visitorAtChat();
    await visitor.post('/contact', {
      othersSeeDevice: 'yes',
      reach: 'phone',
      phone: '07700 900321',
      whenAndAsWhom: 'after 3',
      name: 'Ana',
    });
    const { body } = await visitor.get('/contact');
    for (const shown of [
      /value="yes" checked/,
      /value="phone" checked/,
      /value="07700 900321"/,
      />after 3</,
      /value="Ana"/,
    ])
      assert.match(body, shown);
  });

  test('what is kept cannot be read in the database', async () => {
    const visitor = await visitorAtChat();
    await visitor.post('/chat', { choice: 'none' });
    await visitor.post('/happened', { happened: 'a sentence that nobody else has' });
    const { rows } = await side.owner.query<{ sealed: Buffer }>('select sealed from handover.drafts');
    assert.ok(rows.length > 0);
    for (const { sealed } of rows) assert.ok(!sealed.includes('a sentence that nobody else has'));
    assert.match((await visitor.get('/happened')).body, /a sentence that nobody else has/);
  });

  test('the default is no contact at all, and no name', async () => {
    const { body } = await (await visitorAtChat()).get('/contact');
    assert.match(body, /value="none" checked/);
    assert.match(body, /You do not have to give it/);
  });

  test('a way of contact without the number or address is asked again, with what was typed kept', async () => {
    const visitor = await visitorAtChat();
    const phone = await visitor.post('/contact', { reach: 'phone', name: 'Ana' });
    assert.equal(phone.statusCode, 422);
    assert.match(phone.body, /href="#phone">Enter a phone number/);
    assert.match(phone.body, /<title>Error: /);
    assert.match(phone.body, /value="Ana"/);
    const email = await visitor.post('/contact', { reach: 'email', email: 'not an address' });
    assert.match(email.body, /href="#email">Enter an email address/);
    assert.match((await visitor.get('/contact')).body, /value="none" checked/);
  });

  test('a number typed under "do not contact me" is asked about, stays visible, and is passed on only when it is meant', async () => {
    const visitor = await visitorAtChat();
    const typed = { reach: 'none', phone: '07700 900321', name: 'Ana' };
    const asked = await visitor.post('/contact', typed);
    assert.equal(asked.statusCode, 422);
    assert.match(asked.body, /href="#reach">You gave a number and chose &quot;Do not contact me&quot;/);
    assert.match(asked.body, /You typed: <strong[^>]*>[^]*07700 900321/);
    assert.match(asked.body, /name="leftOut" value="07700 900321"/);
    assert.match(asked.body, /value="Ana"/);
    // They say it again: nobody contacts them, and the number is still in front of them.
    assert.equal(
      (await visitor.post('/contact', { ...typed, leftOut: '07700 900321' })).headers.location,
      '/court',
    );
    assert.match((await visitor.get('/contact')).body, /You typed: <strong[^>]*>[^]*07700 900321/);
    await visitor.post('/chat', { choice: 'none' });
    await visitor.post('/happened', { happened: 'words' });
    await visitor.post('/facts', {});
    assert.match((await visitor.get('/check')).body, /Do not contact me[^]*Not passed on[^]*07700 900321/);
    // Another number is another question.
    const other = await visitor.post('/contact', {
      ...typed,
      phone: '07700 900322',
      leftOut: '07700 900321',
    });
    assert.equal(other.statusCode, 422);
    assert.equal((await visitor.post('/contact', { ...typed, reach: 'phone' })).headers.location, '/court');
    assert.doesNotMatch((await visitor.get('/check')).body, /Not passed on/);
  });

  test('an address typed beside another way of contact is shown as not passed on', async () => {
    const visitor = await visitorAtChat();
    await visitor.post('/contact', { reach: 'phone', phone: '07700 900321', email: 'ana@example.example' });
    await visitor.post('/chat', { choice: 'none' });
    await visitor.post('/happened', { happened: 'words' });
    await visitor.post('/facts', {});
    assert.match((await visitor.get('/check')).body, /Not passed on[^]*ana@example\.example/);
  });

  test('a story that is too long is given back whole, with the limit, and is not cut', async () => {
    const visitor = await visitorAtChat();
    const reply = await visitor.post('/happened', { happened: 'a word '.repeat(8000) });
    assert.equal(reply.statusCode, 422);
    assert.match(reply.body, /Use 50,000 characters or fewer\. You wrote 55,999/);
    assert.ok(reply.body.includes('a word '.repeat(7999)));
  });

  test('who is asked again when nothing or something unknown was chosen', async () => {
    const visitor = await visitorAtChat();
    for (const submitterType of ['', 'officer']) {
      const reply = await visitor.post('/who', { submitterType });
      assert.equal(reply.statusCode, 422);
      assert.match(reply.body, /href="#submitterType"/);
    }
  });

  test('before anything is written, the page says that it may go to the court and the defence', async () => {
    const { body } = await (await visitorAtChat()).get('/court');
    assert.match(body, /may go to the court/);
    assert.match(body, /person accused\s+and their lawyer/);
    assert.match(body, /cannot promise to keep your name/);
  });

  test('before any file page, the page says what must not be sent', async () => {
    const { body } = await (await visitorAtChat()).get('/what-not-to-send');
    assert.match(body, /Do not send pictures or videos here/);
    assert.match(body, /Copying it can be a crime/);
    assert.match(body, /do not reply/);
  });

  test('a change from "check your answers" goes back there', async () => {
    const visitor = await visitorAtChat();
    await visitor.post('/chat', { choice: 'none' });
    await visitor.post('/happened', { happened: 'before' });
    await visitor.post('/facts', {});
    const page = await visitor.get('/happened?from=check');
    assert.match(page.body, /name="from" value="check"/);
    assert.match(page.body, /<a href="\/check" class="govuk-back-link"/);
    const reply = await visitor.post('/happened', { happened: 'after', from: 'check' });
    assert.equal(reply.headers.location, '/check');
    assert.match((await visitor.get('/check')).body, /after/);
    assert.equal((await visitor.post('/facts', { from: '//evil.example' })).headers.location, '/meeting');
  });

  test('links and markup that somebody writes are shown as text, and hidden characters as marks', async () => {
    const visitor = await visitorAtChat();
    await visitor.post('/chat', { choice: 'none' });
    await visitor.post('/happened', {
      happened: '<script>alert(1)</script> https://evil.example \u202egpj.exe',
    });
    await visitor.post('/facts', { links: 'https://evil.example/a' });
    const { body } = await visitor.get('/check');
    assert.match(body, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.doesNotMatch(body, /<script>alert|href="https:\/\/evil\.example/);
    assert.match(body, /U\+202E/);
  });

  test('two pages answered at the same moment both keep their answer', async () => {
    const visitor = await visitorAtChat();
    await visitor.post('/chat', { choice: 'none' });
    await Promise.all([
      visitor.post('/happened', { happened: 'one answer' }),
      visitor.post('/facts', { when: 'another answer' }),
      visitor.post('/contact', { name: 'a third answer' }),
    ]);
    const { body } = await visitor.get('/check');
    for (const words of ['one answer', 'another answer', 'a third answer'])
      assert.ok(body.includes(words), words);
  });

  test('an expired session in the middle of a form keeps the words and says what is safe', async () => {
    const visitor = await visitorAtChat();
    await side.owner.query('delete from handover.drafts');
    const reply = await visitor.post('/happened', { happened: 'an hour of typing' });
    assert.equal(reply.statusCode, 410);
    assert.match(reply.body, /Your answers are no longer here/);
    assert.match(reply.body, /We kept what you wrote just now/);
    assert.match(reply.body, /an hour of typing/);
    assert.match(reply.body, /If you told us about danger, the desk still has that/);
    await visitor.walkToChat();
    await visitor.post('/chat', { choice: 'none' });
    assert.match((await visitor.get('/happened')).body, /an hour of typing/);
  });

  test('words of a browser that does not say where they come from are shown to copy, and no cookie is set', async () => {
    const reply = await side.app.inject({
      method: 'POST',
      url: '/happened',
      headers: {
        host: 'public.localhost:7401',
        origin: 'null',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'happened=my+words',
    });
    assert.equal(reply.statusCode, 410);
    assert.match(reply.body, /Copy it before you leave this page/);
    assert.match(reply.body, /my words/);
    assert.equal(reply.headers['set-cookie'], undefined);
  });

  test('a page without answers says so, with a way to start again and to come back', async () => {
    const reply = await new TestVisitor(side.app).get('/facts');
    assert.equal(reply.statusCode, 410);
    assert.match(reply.body, /href="\/"/);
    assert.match(reply.body, /href="\/return"/);
  });

  test('clearing forgets the answers here and the key in the browser', async () => {
    const visitor = await visitorAtChat();
    const reply = await visitor.post('/clear');
    assert.equal(reply.headers.location, '/cleared');
    assert.equal(visitor.cookie, '');
    assert.match(String(reply.headers['clear-site-data']), /cache/);
    assert.match((await visitor.get('/cleared')).body, /has forgotten your answers/);
  });
});
