import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type PoliceDesk, policeDeskOver } from '#support/police-desk.ts';
import { createReturnSide, type ReturnSide } from '../testing/return-side.ts';
import { wordsOf } from '../testing/test-visitor.ts';

let spine: ReturnSide['spine'];
let cameBack: ReturnSide['cameBack'];
let owner: ReturnSide['owner'];
let eventsOf: ReturnSide['eventsOf'];
let itemsOf: ReturnSide['itemsOf'];
before(async () => {
  ({ spine, cameBack, owner, eventsOf, itemsOf } = await createReturnSide());
});

describe('what an officer asked', () => {
  const released = () => owner(`update handover.box_mail set release_at = now() - interval '1 minute'`);

  let desk: PoliceDesk;
  before(async () => {
    desk = await policeDeskOver(spine.database);
  });

  async function asked(template: string) {
    const visit = await cameBack();
    const tom = await desk.signIn('tom-fairley');
    const reply = await tom.post(`/submissions/${visit.reference}/contact`, { template });
    assert.equal(reply.statusCode, 303);
    await spine.drain();
    return { ...visit, tom };
  }

  test('waits in the box until a quarter of an hour, and is then answered, corrected, and shown at the desk', async () => {
    const { back, reference, tom } = await asked('original-phone');
    assert.match((await back.page()).body, /No officer has asked you anything here/);
    const { rows } = await owner<{ release_at: Date }>(
      `select m.release_at from handover.box_mail m join handover.submissions s on s.box_id = m.box_id where s.reference = $1`,
      [reference],
    );
    assert.equal((rows[0]?.release_at.getTime() ?? 1) % (15 * 60_000), 0);
    await released();
    const shown = await back.page();
    assert.match(shown.body, /Do you still have the phone or computer/);
    assert.doesNotMatch(shown.body, /Tom|Fairley/);
    assert.equal((await back.send('answer', {})).statusCode, 422);
    assert.equal((await back.send('answer', { choice: 'yes', words: 'In a drawer' })).statusCode, 303);
    await spine.drain();
    const answered = await back.page();
    assert.match(wordsOf(answered), /You answered on /);
    assert.equal(back.hidden(answered, 'answer')['question'], undefined);
    const question = back.hidden(shown, 'answer')['question'] ?? '';
    await back.send('correct', { which: question, correction: 'It was sold' });
    await spine.drain();
    const names = (await itemsOf(reference)).slice(-2).map(({ name }) => name);
    assert.deepEqual(names, ['Answer to a question.json', 'Correction.json']);
    const contact = wordsOf(await tom.get(`/submissions/${reference}/contact`));
    assert.match(contact, /Answered Answer to a question , received .* Correction , received /);
    assert.match(
      wordsOf(await tom.get(`/submissions/${reference}`)),
      /Answer to a question .*Added later: answer to a question .*In a drawer .*Added later: correction .*It was sold/,
    );
    assert.equal((await tom.get(`/submissions/${reference}`)).body.match(/id="items-heading"/g)?.length, 1);
  });

  test('is answered by nobody but the holder of its box', async () => {
    const { back } = await asked('contact-now');
    await released();
    const question = back.hidden(await back.page(), 'answer')['question'] ?? '';
    const { back: other, reference } = await cameBack();
    const form = other.hidden(await other.page(), 'withdraw');
    const reply = await other.send('answer', { ...form, question, choice: 'yes' });
    assert.equal(reply.headers.location, '/return/hand-in');
    assert.ok(!(await eventsOf(reference)).includes('addition-received'));
  });
});
