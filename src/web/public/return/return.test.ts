import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { MOST_ADDITIONS } from '#domain/engagement/index.ts';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { createPublicSide, type PublicSide } from '../testing/public-side.ts';
import { createReturnSide, type ReturnSide } from '../testing/return-side.ts';
import { Returning } from '../testing/returning.ts';
import { wordsOf } from '../testing/test-visitor.ts';

let spine: ReturnSide['spine'];
let side: PublicSide;
let handedIn: ReturnSide['handedIn'];
let cameBack: ReturnSide['cameBack'];
let owner: ReturnSide['owner'];
let eventsOf: ReturnSide['eventsOf'];
let itemsOf: ReturnSide['itemsOf'];
let dispose: ReturnSide['dispose'];
before(async () => {
  ({ spine, side, handedIn, cameBack, owner, eventsOf, itemsOf, dispose } = await createReturnSide());
});

describe('coming back with reference and code', () => {
  test('leads to the page of the hand-in, before and after sealing, however both are typed', async () => {
    const { code, reference } = await handedIn();
    const back = new Returning(side.app);
    assert.equal((await back.comeBack(reference, code.toLowerCase())).headers.location, '/return/hand-in');
    assert.match((await back.page()).body, /Received, not yet sealed\./);
    await spine.drain();
    const again = new Returning(side.app);
    await again.comeBack(` ${reference.toLowerCase()} `, (code.match(/.{4}/g) ?? []).join('-'));
    const page = await again.page();
    assert.match(page.body, /Save the receipt/);
    assert.ok(!page.body.replaceAll(/\s/g, '').includes(code), 'the code is not in the page');
    const file = await again.browser.get('/return/hand-in/receipt');
    assert.equal(verifyReceipt(file.rawPayload, { policy: spine.policy }).verdict, 'verified');
  });

  test('an unknown reference, a wrong code, another’s code, no code and what was disposed of get one page, for one look', async () => {
    const [one, two, gone] = [await handedIn(), await handedIn(), await handedIn()];
    await spine.drain();
    await dispose(gone.reference);
    const looks: string[] = [];
    const counted = await createPublicSide({
      over: { database: spine.database, evidenceIdentity: spine.keys.evidenceIdentity },
      door: real =>
        new Proxy(real, {
          get(target, name, receiver) {
            const found: unknown = Reflect.get(target, name, receiver);
            if (typeof found !== 'function') return found;
            return (...given: unknown[]) => {
              if (name !== 'forceNotice') looks.push(String(name));
              return (found as (...all: unknown[]) => unknown).apply(target, given);
            };
          },
        }),
    });
    const answers = [];
    for (const [reference, code] of [
      [one.reference, two.code],
      ['NS26-999999', one.code],
      [one.reference, 'ZZZZ'.repeat(6)],
      [one.reference, 'short'],
      [one.reference, ''],
      [gone.reference, gone.code],
    ] as const) {
      looks.length = 0;
      const reply = await new Returning(counted.app).comeBack(reference, code);
      answers.push({
        status: reply.statusCode,
        body: reply.body.replaceAll(reference, 'THE REFERENCE'),
        cookie: reply.headers['set-cookie'],
        looks: [...looks],
      });
    }
    assert.deepEqual(answers[0]?.looks, ['readBox']);
    assert.equal(answers[0].status, 422);
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
  });

  test('ten wrong tries a minute are answered; the eleventh waits, and another address does not', async () => {
    const { code, reference } = await handedIn();
    const guesser = new Returning(side.app);
    const statuses = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await guesser.comeBack('NS26-000001', 'x')).statusCode);
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 422), 429]);
    assert.equal((await new Returning(side.app).comeBack(reference, code)).statusCode, 303);
  });

  test('however many guess from however many addresses, the holder of a code comes in', async () => {
    const { code, reference } = await handedIn();
    const busy = await createPublicSide({
      over: { database: spine.database, evidenceIdentity: spine.keys.evidenceIdentity },
      clock: () => new Date('2026-11-28T10:00:30Z'),
    });
    for (let n = 0; n < 300; n += 1) await new Returning(busy.app).comeBack('NS26-000001', 'x');
    const guesser = new Returning(busy.app);
    assert.equal((await guesser.comeBack('NS26-000001', 'x')).statusCode, 422);
    assert.equal((await guesser.comeBack('NS26-000001', 'x')).statusCode, 429);
    const holder = new Returning(busy.app);
    for (let n = 0; n < 12; n += 1) assert.equal((await holder.comeBack(reference, code)).statusCode, 303);
  });

  test('the page depends on nothing but what was sent and what was chosen to be asked', async () => {
    const { back, reference } = await cameBack();
    const face = async () => (await back.page()).body.replaceAll(/name="shown" value="[0-9a-f]+"/g, '');
    const before = await face();
    await owner(`update handover.submissions set stage = 'investigation' where reference = $1`, [reference]);
    assert.equal(await face(), before);
    assert.doesNotMatch(before, /thank|well done|suspect|arrest|charged with/i);
  });

  test('after half an hour, or once they leave, the browser opens nothing and the database keeps no visit', async () => {
    const clock = { now: new Date('2026-11-28T10:00:00Z') };
    const timed = await createPublicSide({
      over: { database: spine.database, evidenceIdentity: spine.keys.evidenceIdentity },
      clock: () => clock.now,
    });
    const { code, reference } = await handedIn();
    const back = new Returning(timed.app);
    const reply = await back.comeBack(reference, code);
    assert.match(String(reply.headers['set-cookie']), /Max-Age=1800; Path=\/return; HttpOnly/);
    const kept = back.browser.cookie;
    for (const minutes of [20, 40, 60]) {
      clock.now = new Date(`2026-11-28T${minutes === 60 ? '11:00' : `10:${minutes}`}:00Z`);
      assert.equal((await back.page()).statusCode, 200, 'a visit that goes on does not end');
    }
    clock.now = new Date('2026-11-28T11:31:00Z');
    assert.equal((await back.page()).headers.location, '/return');
    back.browser.cookie = kept;
    assert.equal((await back.page()).headers.location, '/return');
    await back.comeBack(reference, code);
    const held = back.browser.cookie;
    const left = await back.send('leave', {});
    assert.equal(left.headers['clear-site-data'], '"cache", "storage"');
    assert.equal(back.browser.cookie, '');
    back.browser.cookie = held;
    assert.equal((await back.page()).headers.location, '/return');
  });

  test('what was typed is shown to be copied when the visit ended meanwhile', async () => {
    const { back } = await cameBack();
    const shown = await back.page();
    const kept = back.browser.cookie;
    await back.send('leave', {}, shown);
    back.browser.cookie = kept;
    const reply = await back.send('contacted', { contacted: 'They wrote from a new number' }, shown);
    assert.equal(reply.statusCode, 410);
    assert.match(reply.body, /It was not sent\.[^]*They wrote from a new number/);
  });
});

describe('what is added', () => {
  test('is one more item of the same submission, sealed with its events, and receipted in the box', async () => {
    const { back, reference } = await cameBack();
    const first = await eventsOf(reference);
    const reply = await back.send('words', { text: '12/03/2026, 21:50 - Kit: new line\r\n' });
    assert.equal(reply.headers.location, '/return/hand-in?sent=1');
    const waiting = wordsOf(await back.browser.get('/return/hand-in?sent=1'));
    assert.match(waiting, /We have received it .*Nobody may have read it yet\./);
    assert.match(waiting, /Something you added , [^.]*\. Received, not yet sealed\./);
    await spine.drain();
    assert.deepEqual((await eventsOf(reference)).slice(first.length), [
      'addition-received',
      'item-sealed',
      'addition-sealed',
    ]);
    const added = (await itemsOf(reference)).at(-1);
    assert.deepEqual([added?.name, added?.kind, added?.source_class], ['Added text 1.txt', 'chat', 'typed']);
    const page = await back.page();
    const link = /href="(\/return\/hand-in\/receipts\/[0-9a-f]{32})"/.exec(page.body)?.[1] ?? '';
    const receipt = await back.browser.get(link);
    const verified = verifyReceipt(receipt.rawPayload, {
      policy: spine.policy,
      files: [Buffer.from('12/03/2026, 21:50 - Kit: new line\r\n')],
    });
    assert.equal(verified.verdict, 'verified');
    assert.equal(verified.contents?.reference, reference);
    assert.deepEqual(
      verified.findings.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check),
      [],
    );
  });

  test('its receipt does not say how much else happened to the submission', async () => {
    const { back, reference } = await cameBack();
    await back.send('contacted', { contacted: 'A new message came' });
    await spine.drain();
    const link =
      /href="(\/return\/hand-in\/receipts\/[0-9a-f]{32})"/.exec((await back.page()).body)?.[1] ?? '';
    const verified = verifyReceipt((await back.browser.get(link)).rawPayload, { policy: spine.policy });
    const [event] = verified.receipt?.events ?? [];
    const said = JSON.parse(Buffer.from(event?.event ?? []).toString()) as Record<string, unknown>;
    assert.equal(verified.receipt?.events.length, 1);
    assert.equal(said['submission'], null);
    assert.equal((said['facts'] as { reference: string }).reference, reference);
  });

  test('a file goes through the same text-only door', async () => {
    const { back, reference } = await cameBack();
    const before = (await itemsOf(reference)).length;
    const picture = await back.sendFile('chat.txt', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]));
    assert.equal(picture.statusCode, 422);
    assert.match(wordsOf(picture), /That file is a picture/);
    assert.equal((await back.sendFile('', Buffer.from(''))).statusCode, 422);
    const { rows } = await owner(`select 1 from handover.staged_files`);
    assert.equal(rows.length, 0, 'nothing refused is kept');
    const taken = await back.sendFile('more.txt', Buffer.from('12/03/2026, 21:41 - Kit: hello\n'));
    assert.equal(taken.statusCode, 303);
    await spine.drain();
    const items = await itemsOf(reference);
    assert.equal(items.length, before + 1);
    assert.deepEqual([items.at(-1)?.name, items.at(-1)?.source_class], ['more.txt', 'party-export']);
  });

  test('each form of words is an item that says what it is', async () => {
    const { back, reference } = await cameBack();
    const before = (await itemsOf(reference)).length;
    await back.send('contacted', { contacted: 'A message', contactedWhen: 'today' });
    await back.send('published', { link: 'https://posts.example/1', publishedWhen: 'Monday' });
    await back.send('correct', { which: 'first', correction: 'It was Tuesday' });
    await back.send('withdraw', {});
    await spine.drain();
    assert.deepEqual(
      (await itemsOf(reference)).slice(before).map(({ name }) => name),
      [
        'Somebody was contacted again.json',
        'Something was published.json',
        'Correction.json',
        'Consent to contact withdrawn.json',
      ],
    );
    const page = wordsOf(await back.page());
    assert.match(page, /You told us on [^.]* not to contact you\./);
    assert.doesNotMatch(page, /Do not contact me any more/);
  });

  test('a form with something missing is shown again, open, as it was filled in', async () => {
    const { back } = await cameBack();
    for (const [form, fields, message] of [
      ['words', { text: '' }, /Paste or type some words/],
      ['correct', { correction: 'It was Tuesday' }, /Choose what you want to correct/],
      ['correct', { which: 'first' }, /Write what is right instead/],
      ['contacted', { contactedWhen: 'today' }, /Write what happened/],
      ['published', { publishedWhen: 'Monday' }, /Write where it is, or what it shows/],
      ['contacted', { contacted: 'x'.repeat(20_001) }, /Use 20,000 characters or fewer/],
    ] as const) {
      const reply = await back.send(form, fields);
      assert.equal(reply.statusCode, 422, form);
      assert.match(reply.body, message);
      assert.match(reply.body, /<details[^>]* open/);
    }
    const { rows } = await owner(`select 1 from handover.staged_files`);
    assert.equal(rows.length, 0);
  });

  test('a form sent again is one addition, and one whose words changed is another', async () => {
    const { back, reference } = await cameBack();
    const shown = await back.page();
    const posts = Array.from({ length: 4 }, () => back.send('contacted', { contacted: 'Once' }, shown));
    for (const reply of await Promise.all(posts)) assert.equal(reply.statusCode, 303);
    await spine.drain();
    assert.equal((await back.send('contacted', { contacted: 'Once' }, shown)).statusCode, 303);
    const count = async () => {
      const { rows } = await owner<{ n: string }>(
        `select count(*) as n from handover.additions a join handover.submissions s on s.id = a.submission_id where s.reference = $1`,
        [reference],
      );
      return Number(rows[0]?.n);
    };
    assert.equal(await count(), 1);
    await back.send('contacted', { contacted: 'Twice' }, shown);
    assert.equal(await count(), 2);
    const { rows } = await owner(`select 1 from handover.staged_files where draft_id is not null`);
    assert.equal(rows.length, 0, 'what was a second try is not kept');
  });

  test('two tabs at once lose nothing of either', async () => {
    const { back, reference } = await cameBack();
    const [one, two] = [await back.page(), await back.page()];
    await Promise.all([
      back.send('words', { text: 'from the first tab' }, one),
      back.send('words', { text: 'from the second tab' }, two),
      back.send('contacted', { contacted: 'from the first' }, one),
    ]);
    await spine.drain();
    const kinds = (await eventsOf(reference)).filter(type => type === 'addition-sealed');
    assert.equal(kinds.length, 3);
  });

  test('fifty a day are taken and 250 in all; the next is refused with an explanation, and leaves nothing', async () => {
    const { back, reference } = await cameBack();
    const fill = (n: number, at: string) =>
      owner(
        `insert into handover.additions (submission_id, id, kind, received_at, state)
         select s.id, substring(sha256(convert_to($2 || g, 'UTF8')) from 1 for 16), 'added', ${at}, 'sealed'
         from handover.submissions s, generate_series(1, $3::int) g where s.reference = $1`,
        [reference, at, n],
      );
    const { inADay, inAll } = MOST_ADDITIONS;
    await fill(inADay, 'now()');
    const today = await back.send('contacted', { contacted: 'One too many' });
    assert.equal(today.statusCode, 422);
    assert.match(today.body, /50 things from you today[^]*Nothing of this one was kept[^]*call 101/);
    assert.match(today.body, /One too many/);
    await fill(inAll - inADay, `now() - interval '2 days'`);
    assert.match((await back.send('words', { text: 'More' })).body, /250 things for this hand-in/);
    const { rows } = await owner(`select 1 from handover.staged_files`);
    assert.equal(rows.length, 0);
  });

  test('a submission that was disposed of meanwhile takes nothing and answers as one that never was', async () => {
    const { back, reference } = await cameBack();
    const shown = await back.page();
    await dispose(reference);
    const posted = await back.send('contacted', { contacted: 'Too late' }, shown);
    assert.equal(posted.statusCode, 422);
    const unknown = await new Returning(side.app).comeBack(reference, 'ZZZZ'.repeat(6));
    assert.equal(posted.body, unknown.body);
    assert.equal(back.browser.cookie, '');
  });

  test('a post from another site, or without the token of the visit, is refused', async () => {
    const { back } = await cameBack();
    const reply = await back.browser.postRaw('/return/hand-in/withdraw', 'shown=1', {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
    });
    assert.equal(reply.statusCode, 403);
    assert.equal((await back.send('withdraw', { form_token: 'x' })).statusCode, 403);
  });

  test('the public role reads no addition and no letter but by the id of its box', async () => {
    for (const table of ['additions', 'box_mail', 'box_letters'])
      await assert.rejects(
        spine.database.pool('handover_public').query(`select * from handover.${table}`),
        /permission denied/,
      );
  });
});
