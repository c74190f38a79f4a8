import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { decodeEvent } from '#portable/continuity/index.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const OPEN = '03/04/2022, 21:41 - Mina: hello\n03/04/2022, 21:42 - Jo: hi\n';
const DECIDED = '27/03/2022, 21:41 - Mina: hello\n28/03/2022, 21:42 - Jo: hi\n';
const flat = (html: string): string => html.replaceAll(/\s+/g, ' ');

let desk: PoliceDesk;
let officer: Officer;
before(async () => {
  desk = await createPoliceDesk();
  officer = await desk.signIn('priya-nandra');
});

async function seeded(
  text: string,
): Promise<{ readonly id: string; readonly path: string; readonly reference: string }> {
  const { items, reference } = await desk.seed.submission({
    items: [{ bytes: new TextEncoder().encode(text) }],
  });
  const id = items[0]?.readingId ?? '';
  return { id, path: `/conversations/${id}/answers`, reference };
}

const body = async (path: string): Promise<string> => flat((await officer.get(path)).body);

const dateOrder = (answer: string, reason = 'The mother says 3 April') => ({
  question: 'date-order',
  'date-order-answer': answer,
  'date-order-reason': reason,
});

describe('what a file leaves open', () => {
  test('is asked with an example, answered with a reason, and stands on record with who said so', async () => {
    const { path, reference } = await seeded(OPEN);
    const asked = await body(path);
    assert.match(asked, /Which comes first in its dates\?/);
    assert.match(asked, /03\/04\/2022, 21:41<\/bdi> is .*3 April 2022.*, or else .*4 March 2022/);
    assert.match(asked, /Which time zone was the clock set to\?/);
    assert.match(asked, /Nobody has answered yet/);
    assert.equal((await officer.post(path, dateOrder('DMY'))).headers['location'], path);
    const answered = await body(path);
    assert.match(answered, /Nandra.*Order of the dates.*Day, month, year.*The mother says 3 April/);
    assert.match(answered, /Take the answer back/);
    assert.match(
      await body(`/submissions/${reference}`),
      /open question answered.*Order of its dates: .*DMY/,
    );
  });

  test('is an event in the chain of the submission, with the item, the question, the answer and the reason', async () => {
    const { path, reference } = await seeded(OPEN);
    await officer.post(path, {
      question: 'zone',
      'zone-answer': 'Europe/London',
      'zone-reason': 'Phone seen',
    });
    const row = await desk.seed.tables
      .selectFrom('handover.events as e')
      .innerJoin('handover.submissions as s', 's.id', 'e.submission_id')
      .select('e.body')
      .where('s.reference', '=', reference)
      .where('e.type', '=', 'reading-answered')
      .executeTakeFirstOrThrow();
    const decoded = decodeEvent(row.body);
    assert.ok(decoded.ok);
    const { item, ...facts } = decoded.event.facts;
    assert.ok(typeof item === 'string' && /^[0-9a-f]{32}$/.test(item));
    assert.deepEqual(facts, { question: 'zone', answer: 'Europe/London', reason: 'Phone seen' });
  });

  test('can be answered otherwise and taken back; each stays on record, and the same answer twice is told', async () => {
    const { path } = await seeded(OPEN);
    for (const answer of ['DMY', 'MDY']) await officer.post(path, dateOrder(answer));
    const again = await officer.post(path, dateOrder('MDY'));
    assert.equal(again.statusCode, 422);
    assert.match(flat(again.body), /This answer stands already/);
    const taken = { ...dateOrder('', 'Taken back: it is open again.'), 'taken-back': 'yes' };
    assert.equal((await officer.post(path, taken)).statusCode, 303);
    const shown = await body(path);
    assert.match(shown, /Day, month, year.*Month, day, year.*Taken back/);
    assert.doesNotMatch(shown, /Take the answer back/);
  });

  test('asks nothing of the order where the file decides it', async () => {
    const { path } = await seeded(DECIDED);
    assert.doesNotMatch(await body(path), /Which comes first/);
  });

  test('a form without an answer, without a reason or with another question says what to do, and keeps what was typed', async () => {
    const { path } = await seeded(OPEN);
    for (const [fields, words] of [
      [dateOrder('XYZ'), /Choose one of the answers/],
      [dateOrder(''), /Choose one of the answers/],
      [dateOrder('DMY', ''), /Write how this is known/],
      [dateOrder('DMY', 'x'.repeat(501)), /500 characters or fewer/],
      [
        { question: 'zone', 'zone-answer': '-', 'zone-reason': 'typed before' },
        /Choose one of the answers.*typed before/,
      ],
      [{ question: 'guilt', answer: 'yes' }, /Choose a question/],
    ] as const) {
      const reply = await officer.post(path, fields);
      assert.equal(reply.statusCode, 422);
      assert.match(flat(reply.body), words);
    }
  });

  test('an investigator who does not hold it is refused, and nothing is recorded', async () => {
    const { path } = await seeded(OPEN);
    const other = await desk.signIn('amara-okoro');
    assert.equal((await other.post(path, dateOrder('DMY'))).statusCode, 403);
    assert.match(await body(path), /Nobody has answered yet/);
  });
});
