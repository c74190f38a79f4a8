import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const CHAT = new TextEncoder().encode('18/09/2026, 20:09 - Elle: hi\n18/09/2026, 20:10 - Jay R: hello\n');
const flat = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

let desk: PoliceDesk;
let priya: Officer;
let tom: Officer;
before(async () => {
  desk = await createPoliceDesk();
  [priya, tom] = [await desk.signIn('priya-nandra'), await desk.signIn('tom-fairley')];
});

async function seeded(submitterType: 'child' | 'parent-or-carer' = 'parent-or-carer') {
  const { reference, items } = await desk.seed.submission({ items: [{ bytes: CHAT }] });
  await desk.seed.tables
    .updateTable('handover.submissions')
    .set({ submitter_type: submitterType })
    .where('reference', '=', reference)
    .execute();
  const address = `/submissions/${reference}/contact`;
  return { reference, address, item: items[0]?.id.toString('hex') ?? '' };
}

const page = async (officer: Officer, address: string): Promise<string> =>
  flat((await officer.get(address)).body);

async function drafted(text: string) {
  const place = await seeded();
  await tom.post(place.address, { template: 'other', text });
  const id = /id="question-([0-9a-f]{32})"/.exec((await tom.get(place.address)).body)?.[1] ?? '';
  return { ...place, question: `${place.address}/${id}` };
}

describe('a question to a submitter', () => {
  test('from an approved template is asked at once, with its version, and is an event of the submission', async () => {
    const { address, reference, item } = await seeded();
    assert.equal((await tom.post(address, { template: 'date-order', item })).statusCode, 303);
    assert.match(
      await page(tom, address),
      /Asked “ ?In this file, which comes first in a date: the day or the month\? ?” From PC Tom Fairley , .* Template date-order , version 1 About Item 1/,
    );
    assert.match(await page(tom, `/submissions/${reference}`), /Question asked .*1 question asked/);
  });

  test('in free text waits with its flags until a second person releases it', async () => {
    const { address, question } = await drafted('Please keep talking to him until Friday');
    assert.match(await page(priya, address), /Waits for a second officer .*Flags .*keep a contact going/);
    assert.equal((await tom.post(`${question}/release`)).statusCode, 403);
    assert.equal((await priya.post(`${question}/release`)).statusCode, 303);
    assert.match(await page(tom, address), /Released Sgt Priya Nandra/);
    assert.equal((await priya.post(`${question}/withhold`, { reason: 'late' })).statusCode, 409);
  });

  test('in free text is not released by whoever wrote it, a supervisor either', async () => {
    const { address } = await seeded();
    await priya.post(address, { template: 'other', text: 'Which school year is this?' });
    const id = /id="question-([0-9a-f]{32})"/.exec((await priya.get(address)).body)?.[1] ?? '';
    const reply = await priya.post(`${address}/${id}/release`);
    assert.equal(reply.statusCode, 409);
    assert.match(flat(reply.body), /another officer has to decide on what you wrote/);
  });

  test('in free text is withheld with a reason, and without one it stays as it is', async () => {
    const { address, question } = await drafted('Would you meet him?');
    assert.equal((await priya.post(`${question}/withhold`)).statusCode, 409);
    assert.equal(
      (await priya.post(`${question}/withhold`, { reason: 'It directs contact' })).statusCode,
      303,
    );
    assert.match(await page(tom, address), /Withheld .*It directs contact/);
  });

  test('to a child is one of the few that a child is asked, whatever is posted', async () => {
    const { address } = await seeded('child');
    const { body } = await tom.get(address);
    assert.match(body, /value="original-phone"/);
    for (const template of ['date-order', 'which-speaker', 'not-handed-in', 'other']) {
      assert.doesNotMatch(body, new RegExp(`value="${template}"`));
      const reply = await tom.post(address, { template, text: 'Who is it?' });
      assert.equal(reply.statusCode, 422);
    }
  });

  test('is asked once by a form that is sent twice, and never of another submission’s item', async () => {
    const { address, item } = await seeded();
    const form_id = 'the-same-showing';
    for (const _ of [1, 2]) await tom.post(address, { template: 'which-speaker', item, form_id });
    assert.match(await page(tom, address), /Asked “/);
    assert.equal((await tom.get(address)).body.match(/id="question-/g)?.length, 1);
    const other = await seeded();
    assert.equal((await tom.post(address, { template: 'which-speaker', item: other.item })).statusCode, 422);
  });

  test('is neither seen nor asked by an officer who may not reach the submission', async () => {
    const { address } = await seeded();
    const amara = await desk.signIn('amara-okoro');
    assert.equal((await amara.get(address)).statusCode, 403);
    assert.equal((await amara.post(address, { template: 'original-phone' })).statusCode, 403);
  });

  test('a form with nothing chosen, or nothing written, says so and asks nothing', async () => {
    const { address } = await seeded();
    for (const [fields, message] of [
      [{}, /Choose what to ask/],
      [{ template: 'date-order' }, /Choose the item it is about/],
      [{ template: 'other' }, /Write the question/],
      [{ template: 'other', text: 'x'.repeat(501) }, /must be 500 characters or fewer/],
    ] as const) {
      const reply = await tom.post(address, { ...fields });
      assert.equal(reply.statusCode, 422);
      assert.match(reply.body, message);
    }
    assert.match(await page(tom, address), /Nothing was asked yet\./);
  });

  test('is not offered once the submitter took back their consent, which is shown where contact is', async () => {
    const { address, reference } = await seeded();
    await desk.database.pool('owner').query(
      `insert into handover.additions (submission_id, id, kind, received_at)
       select id, substring(sha256('x') from 1 for 16), 'contact-withdrawn', now() from handover.submissions where reference = $1`,
      [reference],
    );
    for (const path of [address, `/submissions/${reference}`])
      assert.match(await page(tom, path), /The submitter took back their consent to be contacted/);
    assert.doesNotMatch((await tom.get(address)).body, /Put it to the submitter/);
    const reply = await tom.post(address, { template: 'original-phone' });
    assert.equal(reply.statusCode, 409);
    assert.match(flat(reply.body), /took back their consent/);
  });

  test('from the fifth on the desk is told to have the contact looked at', async () => {
    const { address } = await seeded();
    for (let n = 0; n < 5; n += 1) await tom.post(address, { template: 'original-phone' });
    assert.match(await page(tom, address), /5 questions asked\. .*covert sources/);
  });
});
