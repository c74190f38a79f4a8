import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { DocumentPress } from '#domain/receipts/index.ts';
import { decodeReceipt, RECEIPT_STATEMENT, recordCodeOf, verifyReceipt } from '#portable/receipt/index.ts';
import { createSpine } from '#support/spine.ts';
import { createPublicSide, type PublicSide } from '../testing/public-side.ts';
import { Returning } from '../testing/returning.ts';
import { TestVisitor, wordsOf } from '../testing/test-visitor.ts';

const codeIn = (body: string) =>
  /<p class="ho-code-box__code">(.*?)<\/p>/s.exec(body)?.[1]?.replaceAll(/<[^>]+>|\s/g, '') ?? '';
const referenceIn = (body: string) => /NS\d\d-\d{6}/.exec(body)?.[0] ?? '';

/** The words of a receipt page without what is another for every hand-in: reference, codes, times, names and sizes. */
const faceOf = (page: Parameters<typeof wordsOf>[0]) =>
  wordsOf(page)
    .replaceAll(/NS\d\d-\d{6}/g, 'REFERENCE')
    .replaceAll(/(?:[0-9A-HJKMNP-TV-Z]{4}[- ]){4,5}[0-9A-HJKMNP-TV-Z]{4}/g, 'CODE')
    .replaceAll(/\d{1,2}[:.]\d\d ?(?:am|pm)?/g, 'TIME')
    .replaceAll(/Chat of [a-z-]+\.txt/g, 'NAME')
    .replaceAll(/\d+ (?:bytes|KB)/g, 'SIZE');

/** A press that is quick: what a document says is tested beside it. */
const PRESS: DocumentPress = {
  typeset: ({ reference }) => Promise.resolve({ ok: true, pdf: Buffer.from(`%PDF-${reference}`) }),
};

describe('the receipt page', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  let side: PublicSide;
  before(async () => {
    spine = await createSpine();
    side = await createPublicSide({
      over: { database: spine.database, evidenceIdentity: spine.keys.evidenceIdentity },
    });
  });

  const handedIn = async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.handIn();
    const { body } = await visitor.get('/receipt');
    return { visitor, code: codeIn(body), reference: referenceIn(body) };
  };

  test('it shows reference and code, and looks for the seal by itself a few times, ever more slowly', async () => {
    const { visitor, code, reference } = await handedIn();
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{24}$/);
    assert.match(reference, /^NS/);
    assert.equal((await visitor.get('/receipt')).headers['refresh'], '3; url=/receipt?looked=1');
    assert.equal((await visitor.get('/receipt?looked=6')).headers['refresh'], '30; url=/receipt?looked=7');
    for (const looked of ['7', '-1', 'x', '1e9'])
      assert.ok(
        !/looked=(8|0)/.test(String((await visitor.get(`/receipt?looked=${looked}`)).headers['refresh'])),
      );
    assert.equal((await visitor.get('/receipt?looked=7')).headers['refresh'], undefined);
    await spine.drain();
  });

  test('once sealed it offers the receipt, lists what was received, and stops looking', async () => {
    const { visitor, reference } = await handedIn();
    assert.equal((await visitor.get('/receipt/file')).headers.location, '/receipt');
    await spine.drain();
    while (await spine.steps.document(PRESS));
    const page = await visitor.get('/receipt');
    assert.equal(page.headers['refresh'], undefined);
    assert.match(page.body, /href="\/receipt\/file"/);
    assert.match(page.body, /WhatsApp Chat with Kit\.txt/);
    assert.match(wordsOf(page), /do not prove that what you sent is true/);
    for (const href of ['tel:116123', 'tel:08001111'])
      assert.match(page.body, new RegExp(`<main[^]*class="govuk-link ho-number" href="${href}"[^]*</main>`));
    const file = await visitor.get('/receipt/file');
    assert.equal(file.headers['content-disposition'], `attachment; filename="${reference}.handover-receipt"`);
    assert.equal(file.headers['content-type'], 'application/octet-stream');
    const verified = verifyReceipt(file.rawPayload, { policy: spine.policy });
    assert.equal(verified.verdict, 'verified');
  });

  test('the PDF is offered once it is made, as a file to keep, here and to somebody who comes back; the receipt does not wait for it', async () => {
    const { visitor, code, reference } = await handedIn();
    const elsewhere = new Returning(side.app);
    await spine.drain();
    const early = await visitor.get('/receipt');
    assert.match(early.body, /href="\/receipt\/file"/);
    assert.doesNotMatch(early.body, /receipt\/pdf/);
    assert.match(wordsOf(early), /A PDF to read and print is being made\./);
    assert.equal(early.headers['refresh'], '3; url=/receipt?looked=1');
    assert.equal((await visitor.get('/receipt/pdf')).headers.location, '/receipt');
    await elsewhere.comeBack(reference, code);
    assert.equal((await elsewhere.browser.get('/return/hand-in/pdf')).headers.location, '/return/hand-in');
    while (await spine.steps.document(PRESS));
    const late = await visitor.get('/receipt');
    assert.match(late.body, /href="\/receipt\/pdf"[^>]*>\s*Save the receipt as PDF/);
    assert.match((await elsewhere.page()).body, /Save the receipt as PDF/);
    const files = [await visitor.get('/receipt/pdf'), await elsewhere.browser.get('/return/hand-in/pdf')];
    for (const file of files) {
      assert.equal(file.statusCode, 200);
      assert.equal(file.headers['content-type'], 'application/pdf');
      assert.equal(file.headers['content-disposition'], `attachment; filename="${reference}-receipt.pdf"`);
      assert.equal(file.headers['x-content-type-options'], 'nosniff');
      assert.equal(file.body, `%PDF-${reference}`);
    }
    assert.equal((await new TestVisitor(side.app).get('/receipt/pdf')).statusCode, 410);
  });

  test('once sealed it shows the record code of the receipt beside the reference, which looks like no return code', async () => {
    const { visitor, code, reference } = await handedIn();
    assert.doesNotMatch((await visitor.get('/receipt')).body, /Record code/);
    await spine.drain();
    const page = await visitor.get('/receipt');
    const file = decodeReceipt((await visitor.get('/receipt/file')).rawPayload);
    const recordCode = file.ok ? recordCodeOf(file.receipt) : null;
    assert.match(recordCode ?? '', /^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    const words = `Record code: to write down by hand Reference ${reference} Record code ${recordCode} `;
    assert.ok(wordsOf(page).includes(words), wordsOf(page));
    assert.match(wordsOf(page), /The record code is not secret and opens nothing\./);
    assert.equal(codeIn(page.body), code);
    const back = new Returning(side.app);
    assert.equal((await back.comeBack(reference, recordCode ?? '')).statusCode, 422);
    await back.comeBack(reference, code);
    assert.ok(wordsOf(await back.page()).includes(words));
  });

  test('page and file say on their face what they do not prove and not to post them, in the same words for everybody', async () => {
    const faces = [];
    for (const who of ['parent-or-carer', 'activist-group-member', 'child']) {
      const visitor = new TestVisitor(side.app);
      await visitor.handIn(`Chat of ${who}.txt`, who);
      const early = await visitor.get('/receipt');
      await spine.drain();
      const late = await visitor.get('/receipt');
      for (const page of [early, late]) {
        const said = wordsOf(page);
        assert.match(said, /prove only that we received what you sent, by the times on them\./);
        assert.match(
          said,
          /do not prove that what you sent is true, or that anyone is suspected of anything\./,
        );
        assert.match(said, /Do not post them: that may harm a child or a trial\./);
        assert.doesNotMatch(page.body, /<img|crest|badge|insignia/i);
      }
      const file = await visitor.get('/receipt/file');
      assert.ok(file.body.includes(RECEIPT_STATEMENT));
      faces.push(faceOf(late));
    }
    assert.equal(new Set(faces).size, 1, faces.join('\n'));
  });

  test('the code is shown until the visitor says that they have it, and then it cannot be got back', async () => {
    const { visitor, code } = await handedIn();
    await spine.drain();
    assert.equal(codeIn((await visitor.get('/receipt')).body), code);
    assert.equal((await visitor.post('/receipt/saved')).headers.location, '/receipt');
    const { body } = await visitor.get('/receipt');
    assert.equal(codeIn(body), '');
    assert.ok(!body.replaceAll(/\s/g, '').includes(code));
    assert.match(body, /href="\/receipt\/file"/);
    assert.equal((await visitor.post('/receipt/saved')).headers.location, '/receipt');
  });

  test('neither the code nor anything it leads to stands in the database in the clear', async () => {
    const { code } = await handedIn();
    const { rows } = await spine.database
      .pool('owner')
      .query<{ dump: string }>(
        `select string_agg(t::text, ' ') as dump from (select d::text from handover.drafts d union all select s::text from handover.submissions s) t`,
      );
    assert.ok(!rows[0]?.dump.includes(code));
    assert.ok(!rows[0]?.dump.includes(Buffer.from(code).toString('hex')));
    await spine.drain();
  });

  test('clearing after handing in takes the code out of reach, and leaves the submission', async () => {
    const { visitor, code, reference } = await handedIn();
    await visitor.post('/clear');
    assert.equal((await visitor.get('/receipt')).statusCode, 410);
    await spine.drain();
    assert.equal((await new Returning(side.app).comeBack(reference, code)).statusCode, 303);
  });

  test('somebody who has not handed in is sent on to what is missing', async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.walkToChat();
    assert.equal((await visitor.get('/receipt')).headers.location, '/hold');
  });
});
