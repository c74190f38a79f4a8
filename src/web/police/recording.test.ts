import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { withinOneWindow } from '#support/audit-clock.ts';
import { whatsappChat } from '#support/desk-seed.ts';
import type { Seeded } from '#support/desk-seed.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const flat = (html: string): string => html.replaceAll(/\s+/g, ' ');
const messagesOn = (html: string): number[] =>
  [...html.matchAll(/<li[^>]*id="m(\d+)"/g)].map(match => Number(match[1]) - 1);

const openedOn = (html: string): number | null => {
  const number = /<h2 id="panel-heading">Message ([\d,]+)/.exec(html)?.[1];
  return number === undefined ? null : Number(number.replaceAll(',', '')) - 1;
};

type Row = {
  action: string;
  part: string;
  purpose: string;
  looks: number;
  ranges: string;
  submission: string | null;
};

async function rowsOf(desk: PoliceDesk, thingId: string): Promise<Row[]> {
  return desk.seed.tables
    .selectFrom('handover.audit_trail')
    .select(['action', 'part', 'purpose', 'looks', 'ranges', 'submission'])
    .where('thing_id', '=', thingId)
    .orderBy('id')
    .execute();
}

describe('what is recorded of a conversation that was read', () => {
  let desk: PoliceDesk;
  let officer: Officer;
  before(async () => {
    desk = await createPoliceDesk();
    officer = await desk.signIn('tom-fairley');
  });

  async function conversation(count = 1_000): Promise<{ id: string; reference: string }> {
    const { items, reference } = await desk.seed.submission({ items: [{ bytes: whatsappChat(count) }] });
    return { id: items[0]!.readingId, reference };
  }

  test('is one row with the ranges of its pages, though they were read one by one', async () => {
    const rows = await withinOneWindow(desk.database.pool('owner'), async () => {
      const { id, reference } = await conversation();
      for (const from of [1, 401, 201]) await officer.get(`/conversations/${id}?from=${from}`);
      return (await rowsOf(desk, id)).map(row => ({ ...row, isOurs: row.submission === reference }));
    });
    assert.equal(rows.length, 1);
    assert.deepEqual(
      [rows[0]?.looks, rows[0]?.ranges, rows[0]?.purpose, rows[0]?.isOurs],
      [3, '{[0,600)}', 'triage', true],
    );
  });

  for (const query of [
    '',
    '?m=1&panel=1',
    '?m=1000&panel=1',
    '?m=500',
    '?from=990',
    '?day=2024-01-20',
    '?q=goal',
    '?q=goal&m=3&panel=1',
    '?q=goal&show=all',
    '?show=doubts',
    '?from=5000',
  ]) {
    test(`holds every message that the page shows: ${query === '' ? 'the first page' : query}`, async () => {
      const { id } = await conversation();
      const { body } = await officer.get(`/conversations/${id}${query}`);
      const shown = messagesOn(body);
      const opened = openedOn(body) ?? shown[0] ?? 0;
      const { rows } = await desk.database.pool('owner').query<{ hidden: number[]; seen: number }>(
        `select coalesce(array_agg(n) filter (where not exists (select from handover.audit_trail t
            where t.thing_id = $1 and t.ranges @> n)), '{}') as hidden,
          (select sum(upper(r) - lower(r))::int from handover.audit_trail t, unnest(t.ranges) r where t.thing_id = $1) as seen
         from unnest($2::bigint[]) n`,
        [id, [...shown, ...(shown.length > 0 ? [opened] : [])]],
      );
      assert.deepEqual(rows[0]?.hidden, []);
      assert.ok((rows[0]?.seen ?? 0) <= shown.length + 1, 'and no more than one that stands beside them');
      if (query !== '?show=doubts') assert.ok(shown.length > 0);
    });
  }

  test('holds the words of a search, in a row of its own', async () => {
    const { id } = await conversation();
    await officer.get(`/conversations/${id}?q=${encodeURIComponent('in goal')}`);
    assert.deepEqual(
      (await rowsOf(desk, id)).map(({ part }) => part),
      ['search for “in goal”'],
    );
  });

  test('is there before anything is shown: a search whose hits cannot be recorded shows nothing', async () => {
    const failing = await createPoliceDesk(parts => ({
      ...parts,
      audit: {
        ...parts.audit,
        noteView: record =>
          record.isMore ? Promise.reject(new Error('the disk is full')) : parts.audit.noteView(record),
      },
    }));
    const { items } = await failing.seed.submission({ items: [{ bytes: whatsappChat(50) }] });
    const tom = await failing.signIn('tom-fairley');
    const address = `/conversations/${items[0]!.readingId}`;
    assert.equal(
      (await tom.get(address)).statusCode,
      200,
      'a page that the address tells whole needs no more',
    );
    for (const query of ['?q=goal', '?day=2024-01-14']) {
      const { statusCode, body } = await tom.get(`${address}${query}`);
      assert.equal(statusCode, 503, query);
      assert.doesNotMatch(body, /goal|orrenby/);
    }
  });
});

describe('why an officer looks', () => {
  let desk: PoliceDesk;
  let seeded: Seeded;
  before(async () => {
    desk = await createPoliceDesk();
    seeded = await desk.seed.submission({ danger: { what: 'Told' }, items: [{ bytes: whatsappChat(5) }] });
  });

  const purposes = async (officerId: string): Promise<string[]> => {
    const rows = await desk.seed.tables
      .selectFrom('handover.audit_trail')
      .select(['purpose'])
      .where('officer_id', '=', officerId)
      .where('submission', '=', seeded.reference)
      .orderBy('first_at')
      .execute();
    return rows.map(({ purpose }) => purpose);
  };

  test('follows from their work and is said on the page, and nobody is asked first', async () => {
    const officer = await desk.signIn('tom-fairley');
    const { statusCode, body } = await officer.get(`/submissions/${seeded.reference}`);
    assert.equal(statusCode, 200);
    assert.match(flat(body), /This look is recorded: PC Tom Fairley, <strong>triage<\/strong>/);
    assert.match(body, /State another purpose/);
    assert.deepEqual(await purposes('tom-fairley'), ['triage']);
  });

  test('can be stated otherwise for one submission, until they sign out, and what was recorded stays', async () => {
    const officer = await desk.signIn('priya-nandra');
    const other = await desk.seed.submission({ items: [] });
    await officer.get(`/submissions/${seeded.reference}`);
    const back = `/conversations/${seeded.items[0]!.readingId}`;
    const stated = await officer.post(`/submissions/${seeded.reference}/purpose`, {
      purpose: 'disclosure',
      back,
    });
    assert.deepEqual([stated.statusCode, stated.headers.location], [303, back]);
    assert.match(
      flat((await officer.get(back)).body),
      /Sgt Priya Nandra, <strong>disclosure and preparing for court<\/strong>/,
    );
    assert.deepEqual(await purposes('priya-nandra'), ['triage', 'triage', 'disclosure']);
    assert.match(
      flat((await officer.get(`/submissions/${other.reference}`)).body),
      /<strong>triage<\/strong>/,
    );
    const again = await desk.signIn('priya-nandra');
    assert.match(flat((await again.get(back)).body), /<strong>triage<\/strong>/);
  });

  test('is one of a closed list, and the form leads to pages of the desk alone', async () => {
    const officer = await desk.signIn('ida-lund');
    for (const back of ['//elsewhere.example', 'https://elsewhere.example', '/sign-out', '']) {
      const reply = await officer.post(`/submissions/${seeded.reference}/purpose`, {
        purpose: 'curiosity',
        back,
      });
      assert.equal(reply.headers.location, `/submissions/${seeded.reference}`);
    }
    const rows = await desk.seed.tables.selectFrom('handover.stated_purposes').select('purpose').execute();
    assert.ok(!rows.some(({ purpose }) => purpose === 'curiosity'));
  });

  test('of danger is safeguarding, whatever was stated, and nothing is asked there', async () => {
    const officer = await desk.signIn('amara-okoro');
    const theirs = await desk.seed.submission({
      allocatedTo: 'amara-okoro',
      danger: { what: 'Told' },
      items: [],
    });
    await officer.post(`/submissions/${theirs.reference}/purpose`, { purpose: 'disclosure' });
    const { statusCode, body } = await officer.get(`/danger/${theirs.dangerId}`);
    assert.equal(statusCode, 200);
    assert.match(flat(body), /DC Amara Okoro, <strong>safeguarding<\/strong>/);
    assert.doesNotMatch(body, /State another purpose/);
    assert.deepEqual(
      (await rowsOf(desk, theirs.dangerId ?? '')).map(({ purpose }) => purpose),
      ['safeguarding'],
    );
  });

  test('is supervision for a supervisor who looks at what somebody else has', async () => {
    const officer = await desk.signIn('priya-nandra');
    const theirs = await desk.seed.submission({ allocatedTo: 'amara-okoro', items: [] });
    await officer.get(`/submissions/${theirs.reference}`);
    assert.deepEqual(
      (await rowsOf(desk, theirs.reference)).map(({ purpose }) => purpose),
      ['supervision'],
    );
  });
});
