import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { whatsappChat } from '#support/desk-seed.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const NOW = new Date('2026-11-23T14:06:21Z');
const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);

/** The places of some words in a page, which must all be there. */
function places(page: string, ...words: string[]): number[] {
  return words.map(word => {
    const at = page.indexOf(word);
    assert.ok(at >= 0, `${word} is not on the page`);
    return at;
  });
}

const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || numbers[index - 1]! < number);

describe('the queue', () => {
  let desk: PoliceDesk;
  let officer: Officer;
  before(async () => {
    desk = await createPoliceDesk();
    desk.clock.now = NOW;
    const { seed } = desk;
    await seed.danger({ what: 'waits three minutes', givenAt: ago(3), happening: ['self-harm-risk'] });
    await seed.danger({
      what: 'waits nine minutes',
      givenAt: ago(9),
      happening: ['confrontation', 'meeting-planned'],
    });
    await seed.submission({
      receivedAt: ago(300),
      items: [{ bytes: whatsappChat(40) }],
      submitterType: 'school-or-college',
    });
    await seed.submission({
      receivedAt: ago(60 * 30),
      items: [],
      stage: 'triage',
      allocatedTo: 'tom-fairley',
    });
    await seed.submission({ receivedAt: ago(20), danger: { what: 'finished and waits', givenAt: ago(1) } });
    await seed.submission({ receivedAt: ago(10), stage: 'closed', items: [] });
    officer = await desk.signIn('tom-fairley');
  });

  test('danger that nobody took stands first, the longest-waiting first, also without a reference', async () => {
    const { body } = await officer.get('/queue');
    assert.ok(
      isAscending(
        places(
          body,
          'waits nine minutes',
          'waits three minutes',
          'finished and waits',
          'Every open submission',
          'id="NS26-000002"',
          'id="NS26-000001"',
          'id="NS26-000003"',
        ),
      ),
    );
    assert.match(body, /No reference yet/);
    assert.match(body, /4:00 over/);
    assert.match(body, /Confrontation or live stream/);
  });

  test('the heading states both orders, when it was made, and leads to a newer one', async () => {
    const { body } = await officer.get('/queue');
    assert.match(body, /As at\s+<time[^>]+>Monday 23 November 2026, 14:06:21<\/time>/);
    assert.match(body, /longest-waiting first; then by time received, oldest first\. Nobody is scored\./);
    assert.match(body, /<a href="\/queue">Refresh<\/a>/);
  });

  test('counts are of what is shown, and closed submissions show only when asked for', async () => {
    const { body } = await officer.get('/queue');
    assert.match(body, /<strong>3<\/strong> <span>need a person now/);
    assert.doesNotMatch(body, /NS26-000004/);
    assert.match((await officer.get('/queue?stage=closed')).body, /NS26-000004/);
  });

  test('filters narrow by stage, submitter, holder and reference, and an empty result says so', async () => {
    const rows = async (query: string): Promise<string[]> =>
      [...(await officer.get(`/queue?${query}`)).body.matchAll(/<tr id="(NS[^"]+)"/g)].map(
        match => match[1]!,
      );
    assert.deepEqual(await rows('stage=triage'), ['NS26-000002']);
    assert.deepEqual(await rows('from=school-or-college'), ['NS26-000001']);
    assert.deepEqual(await rows('with=nobody'), ['NS26-000001', 'NS26-000003']);
    assert.deepEqual(await rows('with=me'), ['NS26-000002']);
    assert.deepEqual(await rows('reference=ns26-000003'), ['NS26-000003']);
    assert.deepEqual(await rows('reference=%27%25_'), []);
    assert.match((await officer.get('/queue?reference=zzz')).body, /Nothing matches/);
    assert.equal((await rows('stage=nonsense&start=x&with=0')).length, 3);
  });

  test('a row says what was handed in, who has it, and that danger is not acknowledged', async () => {
    const { body } = await officer.get('/queue');
    assert.match(body, /WhatsApp text export, 40 messages/);
    assert.match(body, /Received; being sealed and read back now/);
    assert.match(body, /Danger, not acknowledged/);
    assert.match(body, /Nobody yet/);
  });

  test('nothing in it hints at deconfliction, also not to a supervisor', async () => {
    const supervisor = await desk.signIn('priya-nandra');
    for (const who of [officer, supervisor]) {
      assert.doesNotMatch((await who.get('/queue')).body, /deconflict|register|broker|covert|operation/i);
    }
  });

  test('an investigator sees what is theirs, and an empty list says who allocates', async () => {
    const investigator = await desk.signIn('amara-okoro');
    assert.match((await investigator.get('/mine')).body, /Nothing is allocated to you/);
    assert.match((await officer.get('/mine')).body, /NS26-000002/);
    assert.doesNotMatch((await officer.get('/mine')).body, /NS26-000001/);
  });
});

describe('an empty desk', () => {
  test('says that nobody is waiting, with the time, and that no submission is open', async () => {
    const desk = await createPoliceDesk();
    desk.clock.now = NOW;
    const { body } = await (await desk.signIn('tom-fairley')).get('/queue');
    assert.match(body, /Nobody is waiting/);
    assert.match(body, /acknowledged at 14:06:21/);
    assert.match(body, /No submission is open/);
  });
});

describe('a long queue', () => {
  test('of 250 submissions shows a hundred rows and leads on, in few queries', async () => {
    const desk = await createPoliceDesk();
    const ids = Array.from({ length: 250 }, (_, n) => n);
    for (const n of ids) await desk.seed.submission({ receivedAt: ago(1000 - n), isLogged: false });
    const officer = await desk.signIn('priya-nandra');
    desk.queries.length = 0;
    const first = await officer.get('/queue');
    assert.equal(first.body.match(/<tr id="NS/g)?.length, 100);
    assert.match(first.body, /href="\/queue\?start=100"/);
    assert.ok(desk.queries.length <= 10, `${desk.queries.length} queries`);
    const last = await officer.get('/queue?start=200');
    assert.equal(last.body.match(/<tr id="NS/g)?.length, 50);
    assert.match(last.body, /201 to 250 of 250/);
  });
});
