import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, beforeEach, describe, test } from 'node:test';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const NOW = new Date('2026-11-23T14:06:21Z');
const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);

/** Every danger report that a person finds who follows each link of the danger section, without scripts. */
async function reachable(officer: Officer, from = '/queue'): Promise<Set<string>> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const { body, statusCode } = await officer.get(next);
    assert.equal(statusCode, 200, next);
    for (const [, id = ''] of body.matchAll(/href="\/danger\/([0-9a-f]{32})"/g)) found.add(id);
    for (const [, href = ''] of body.matchAll(/href="(\/queue\?[^"]*(?:group|Start)=[^"]*)"/g))
      waiting.push(href.replaceAll('&amp;', '&').replace(/#.*/, ''));
  }
  return found;
}

describe('a flood of danger reports', () => {
  let desk: PoliceDesk;
  let officer: Officer;
  let real = '';
  const all = new Set<string>();
  before(async () => {
    desk = await createPoliceDesk();
    desk.clock.now = NOW;
    const source = randomBytes(16);
    const { seed } = desk;
    // 150 from one connection, 60 that say the same, 80 that only tick a box in words of their own; one that is real.
    for (let n = 0; n < 150; n += 1)
      all.add(
        await seed.danger({
          what: `Noise ${n}`,
          who: n === 7 ? 'Somebody' : '',
          happening: n === 140 ? ['self-harm-risk'] : ['child-in-danger'],
          source,
          givenAt: ago(60 - n / 10),
        }),
      );
    for (let n = 0; n < 60; n += 1)
      all.add(await seed.danger({ what: n % 2 ? 'HELP,  now' : 'help now!', givenAt: ago(50 - n / 10) }));
    for (let n = 0; n < 80; n += 1)
      all.add(await seed.danger({ what: `words of their own ${n}`, givenAt: ago(30 - n / 10) }));
    real = await seed.danger({ what: 'He is waiting outside', where: 'Mill Lane park', givenAt: ago(1) });
    all.add(real);
    officer = await desk.signIn('tom-fairley');
  });

  test('hides none: all 291 are reached by links alone, and the page says how many wait', async () => {
    const { body } = await officer.get('/queue');
    assert.match(body, /<strong>291<\/strong> <span>need a person now/);
    assert.match(body, /291 not acknowledged\./);
    assert.match(body, /1 to 50 of 83/);
    assert.match(body, /33 more/);
    assert.deepEqual([...(await reachable(officer))].toSorted(), [...all].toSorted());
  });

  test('leaves the one that names a place on the first page, above those that name nothing', async () => {
    const { body } = await officer.get('/queue');
    assert.match(body, /Those that name a place, a person or a safe number first/);
    const first = /<li\s+id="([^"]+)"\s+class="ho-urgent__row/.exec(body)?.[1];
    assert.equal(first, `danger-${real}`);
  });

  test('stands in rows that open, each with its count, its longest wait and how many name something', async () => {
    const { body } = await officer.get('/queue');
    assert.match(body, /150 reports from one connection/);
    const group = /<li\s+id="group-c[^]*?<\/li>/.exec(body)?.[0] ?? '';
    assert.match(group, /Child in danger[^]*May harm themselves/);
    assert.match(body, /1 of them names a place, a person or a safe number/);
    assert.match(body, /60 reports that say the same/);
    assert.match(body, /Open all 150/);
    assert.match(body, /55:00 over/);
    const href = /href="(\/queue\?group=c[^"]+)"/.exec(body)?.[1] ?? '';
    const opened = (await officer.get(href)).body;
    assert.match(opened, /150 of the 291 not acknowledged/);
    assert.match(opened, /ho-urgent__told[^]*Noise 7\b/);
    assert.equal(opened.match(/\/take" method="post"/g)?.length, 50);
    assert.match(opened, /One of many from one connection/);
  });

  test('can be looked at the longest-waiting first and the newest first, and says which it is', async () => {
    const rows = async (order: string) => {
      const { body } = await officer.get(`/queue?danger=${order}`);
      return { body, first: /<li\s+id="([^"]+)"\s+class="ho-urgent__row/.exec(body)?.[1] ?? '' };
    };
    const longest = await rows('longest');
    assert.match(longest.first, /^group-c/);
    assert.match(longest.body, /not acknowledged\. The longest-waiting first\./);
    const newest = await rows('newest');
    assert.equal(newest.first, `danger-${real}`);
    assert.match(newest.body, /not acknowledged\. The newest first\./);
    assert.match(newest.body, /href="\/queue\?danger=newest&amp;dangerStart=50#danger"/);
    assert.equal((await reachable(officer, '/queue?danger=newest')).size, all.size);
  });

  test('asked for a page beyond the last gives the first, and a group nobody knows says that it is done', async () => {
    assert.match((await officer.get('/queue?dangerStart=9000')).body, /1 to 50 of 83/);
    const none = await officer.get(`/queue?group=w${'0'.repeat(32)}`);
    assert.match(none.body, /Every report of this group has been acknowledged/);
    assert.match(none.body, /291/);
  });
});

describe('a few danger reports', () => {
  let desk: PoliceDesk;
  let officer: Officer;
  beforeEach(async () => {
    desk = await createPoliceDesk();
    desk.clock.now = NOW;
    officer = await desk.signIn('tom-fairley');
  });

  test('three that say the same keep a row each, and the order stays how long they waited', async () => {
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push(await desk.seed.danger({ givenAt: ago(9 - n) }));
    const named = await desk.seed.danger({ where: 'Tarnwick', givenAt: ago(1) });
    const { body } = await officer.get('/queue');
    const rows = [...body.matchAll(/<li\s+id="danger-([0-9a-f]+)"/g)].map(match => match[1]);
    assert.deepEqual(rows, [...ids, named]);
    assert.match(body, /The longest-waiting first\./);
    assert.doesNotMatch(body, /Order of the danger/);
  });

  test('one in which more was said after it was taken never disappears in a group', async () => {
    for (let n = 0; n < 5; n += 1) await desk.seed.danger({ what: 'same', givenAt: ago(9 - n) });
    await desk.seed.tables
      .updateTable('handover.danger_reports')
      .set({ taken_by: 'ida-lund', taken_at: ago(5), changed_at: ago(2) })
      .where('given_at', '=', ago(9))
      .execute();
    const { body } = await officer.get('/queue');
    assert.match(body, /4 reports that say the same/);
    assert.match(body, /More was said/);
  });

  test('of which 120 were taken are all reached, fifty to a page', async () => {
    for (let n = 0; n < 120; n += 1) await desk.seed.danger({ what: `taken ${n}`, givenAt: ago(200 - n) });
    await desk.seed.tables
      .updateTable('handover.danger_reports')
      .set({ taken_by: 'ida-lund', taken_at: ago(1) })
      .execute();
    assert.equal((await reachable(officer)).size, 120);
    assert.match((await officer.get('/queue')).body, /<strong>120<\/strong> <span>taken, not closed/);
  });
});
