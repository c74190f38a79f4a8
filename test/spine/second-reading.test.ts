import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type Officer, policeDeskOver } from '#support/police-desk.ts';
import { createSpine } from '#support/spine.ts';

/** Day and month are open; the other order gives other days. */
const OPEN = '03/04/2022, 21:41 - Mina: hello\n03/04/2022, 21:42 - Jo: hi\n';

describe('a second reading of an item', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  let officer: Officer;
  before(async () => {
    spine = await createSpine();
    const desk = await policeDeskOver(spine.database);
    officer = await desk.signIn('priya-nandra');
  });

  async function readAll(): Promise<void> {
    while (await spine.steps.seal());
    while (await spine.steps.read());
    while (await spine.steps.compare());
  }

  /** Ids of the readings of a submission, oldest first. */
  async function readingsOf(reference: string): Promise<string[]> {
    const { rows } = await spine.database.pool('owner').query<{ id: string }>(
      `select encode(r.id, 'hex') as id from handover.readings r join handover.items i on i.id = r.item_id
       join handover.submissions s on s.id = i.submission_id where s.reference = $1 and i.kind = 'chat' order by r.read_at`,
      [reference],
    );
    return rows.map(({ id }) => id);
  }

  const page = async (path: string): Promise<string> => {
    const { statusCode, body } = await officer.get(path);
    assert.equal(statusCode, 200);
    return body.replaceAll(/\s+/g, ' ');
  };

  test('is made beside the first when an officer answers about its dates, and the desk shows what differs', async () => {
    const { reference } = await spine.handIn([{ name: 'chat.txt', bytes: Buffer.from(OPEN) }]);
    await readAll();
    const [first, ...none] = await readingsOf(reference);
    assert.deepEqual(none, []);
    assert.match(await page(`/conversations/${first}/readings`), /This is the first reading of the item/);
    assert.doesNotMatch(await page(`/conversations/${first}`), /readings of this item/);

    const reply = await officer.post(`/conversations/${first}/answers`, {
      question: 'date-order',
      'date-order-answer': 'MDY',
      'date-order-reason': 'The phone is set to American English.',
    });
    assert.equal(reply.statusCode, 303);
    await readAll();

    const [kept, second, ...more] = await readingsOf(reference);
    assert.equal(kept, first);
    assert.deepEqual(more, []);
    assert.match(await page(`/conversations/${first}`), /2 readings of this item/);
    const readings = await page(`/conversations/${second}/readings`);
    assert.match(readings, new RegExp(`href="/conversations/${first}/readings"`));
    assert.match(readings, /month, day, year.*Stands/);
    assert.match(
      await page(`/conversations/${first}`),
      new RegExp(`Another reading of this item stands now.*/conversations/${second}/readings`),
    );
    assert.doesNotMatch(await page(`/conversations/${second}`), /Another reading of this item/);
    const submission = await page(`/submissions/${reference}`);
    assert.match(submission, /1 other reading of this item is kept beside it/);
    assert.equal(submission.match(/Read the conversation/g)?.length, 1);
    assert.match(submission, new RegExp(`href="/conversations/${second}"[^>]*>\\s*Read the conversation`));
    assert.match(readings, /Time as understood/);
    assert.match(readings, /2022-04-03T21:41.*2022-03-04T21:41/);
    assert.match(readings, new RegExp(`href="/conversations/${second}/messages/1"`));

    const takenBack = await officer.post(`/conversations/${second}/answers`, {
      question: 'date-order',
      'taken-back': 'yes',
      'date-order-answer': '',
      'date-order-reason': 'Taken back: it is open again.',
    });
    assert.equal(takenBack.statusCode, 303);
    await readAll();
    assert.deepEqual(await readingsOf(reference), [first, second]);
    assert.match(
      await page(`/submissions/${reference}`),
      new RegExp(`href="/conversations/${first}"[^>]*>\\s*Read the conversation`),
    );
    assert.doesNotMatch(await page(`/conversations/${first}`), /Another reading of this item/);
    assert.match(await page(`/conversations/${second}`), /Another reading of this item stands now/);
  });

  test('is made when a better reader comes, and of nothing that the same reader read', async () => {
    const chat = (words: string) =>
      Buffer.from(`13/04/2022, 21:41 - Mina: ${words}\n13/04/2022, 21:42 - Jo: hi\n`);
    const [old, current] = [
      await spine.handIn([{ name: 'chat.txt', bytes: chat('one') }]),
      await spine.handIn([{ name: 'chat.txt', bytes: chat('two') }]),
    ];
    await readAll();
    const [[first = ''], [same = '']] = [
      await readingsOf(old.reference),
      await readingsOf(current.reference),
    ];
    // As a program of before would have left them: one read by a reader of less, both under the name of then.
    const owner = spine.database.pool('owner');
    await owner.query(`update handover.readings set reader = 'handover-chat/1'`);
    await owner.query(
      `update handover.readings set summary = replace(summary, '"whatsapp-text/', '"whatsapp-text/0') where id = decode($1, 'hex')`,
      [first],
    );
    await readAll();
    assert.deepEqual(await readingsOf(current.reference), [same]);
    const [kept, better, ...more] = await readingsOf(old.reference);
    assert.equal(kept, first);
    assert.deepEqual(more, []);
    assert.match(await page(`/conversations/${better}/readings`), /whatsapp-text\/0\d.*whatsapp-text\/\d/);
  });
});
