import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { rootAuditMinutes } from '#adapters/postgres/audit-minutes.ts';
import { openTables } from '#adapters/postgres/connection.ts';
import { statutory, STATUTORY_KINDS } from '#domain/accounts/index.ts';
import type { ActRecord, ViewRecord } from '#domain/accounts/index.ts';
import { forgottenSealer } from '#support/event-sealer.ts';
import { minuteNumber, openMinute, withinOneWindow } from '#support/audit-clock.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const flat = (html: string): string => html.replaceAll(/\s+/g, ' ');
const rowsOn = (html: string): string[] =>
  (flat(html).split('<tbody>')[1]?.split('</tbody>')[0] ?? '').split('<tr>').slice(1);

const LOOK: ViewRecord = {
  officerId: 'tom-fairley',
  action: 'read-conversation',
  thing: { kind: 'conversation', id: 'ab'.repeat(16) },
  submission: 'NS26-000001',
  purpose: 'triage',
  tokenHash: null,
  part: 'messages',
  ranges: [[0, 199]],
  isMore: false,
};
const ACT: ActRecord = {
  ...{ officerId: 'priya-nandra', action: 'allocate', thing: { kind: 'submission', id: 'NS26-000002' } },
  ...{ submission: 'NS26-000002', purpose: 'supervision', tokenHash: null, allowed: true, detail: '' },
};

/** A desk whose audit holds what `fill` puts there, with every minute up to then rooted and in the log. */
async function audited(
  fill: (desk: PoliceDesk) => Promise<unknown>,
): Promise<{ desk: PoliceDesk; auditor: Officer }> {
  const desk = await createPoliceDesk();
  const owner = desk.database.pool('owner');
  await openMinute(owner, minuteNumber(0), minuteNumber(0));
  await withinOneWindow(owner, async () => {
    await owner.query('truncate handover.audit, handover.audit_views, handover.audit_view_states');
    await fill(desk);
  });
  await openMinute(owner, minuteNumber(1));
  await rootAuditMinutes(openTables(desk.database.pool('handover_worker')), forgottenSealer);
  return { desk, auditor: await desk.signIn('joan-whitlow') };
}

describe('the audit page', () => {
  let desk: PoliceDesk;
  let auditor: Officer;
  before(async () => {
    ({ desk, auditor } = await audited(async ({ parts: { audit } }) => {
      await audit.noteView(LOOK);
      await audit.noteView({ ...LOOK, ranges: [[400, 599]] });
      await audit.noteAct(ACT);
      await audit.noteAct({ ...ACT, action: 'see-submission', officerId: 'samir-holt', allowed: false });
      await audit.noteAct({
        ...ACT,
        action: 'download-bundle',
        thing: { kind: 'bundle', id: 'cd'.repeat(16) },
      });
    }));
    await desk.seed.log();
  });

  const rowWith = async (words: string): Promise<string> =>
    rowsOn((await auditor.get('/audit')).body).find(row => row.includes(words)) ?? '';

  test('shows a view as one row: its ranges, looks, purpose, statutory kind, and the root that covers it', async () => {
    const row = await rowWith('Tom Fairley');
    for (const words of [
      'messages: 1 to 200, 401 to 600',
      '2 looks',
      'Triage',
      'consultation',
      '>of <bdi>NS26-000001</bdi>',
      'Entry 0, <span class="ho-quiet">minute from 10:00',
    ]) {
      assert.ok(row.includes(words), `${words} in ${row}`);
    }
  });

  test('shows acts and refusals one by one', async () => {
    assert.match(await rowWith('Samir Holt'), /see a submission.*consultation.*refused/);
    assert.match(await rowWith('allocate a submission'), /Sgt Priya Nandra.*alteration.*Supervision/);
    assert.match(await rowWith('download a bundle'), /disclosure/);
  });

  test('says that a row of the open minute is not rooted yet', async () => {
    await auditor.get('/audit');
    assert.match(await rowWith('Joan Whitlow'), /Not yet: minute from 10:01 is not rooted/);
  });

  test('says which minute is the newest in the log', async () => {
    assert.match(
      flat((await auditor.get('/audit')).body),
      /The newest there is of the minute from <time datetime="2099-01-01T10:00:00.000Z">1 January 2099, 10:00:00<\/time>, log entry 0/,
    );
  });

  test('lists the six statutory kinds, with every action in one of them', async () => {
    const { body } = await auditor.get('/audit');
    for (const kind of ['Collection', 'Alteration', 'Consultation', 'Disclosure', 'Combination', 'Erasure'])
      assert.ok(body.includes(kind), kind);
    assert.match(flat(body), /every hand-in is a continuity event/);
    assert.equal(STATUTORY_KINDS.length, 6);
    for (const { action } of desk.routes) assert.ok(STATUTORY_KINDS.includes(statutory(action).kind), action);
  });

  for (const [query, expected] of [
    ['officer=tom-fairley', ['read-conversation']],
    ['submission=ns26-000002', ['allocate', 'see-submission', 'download-bundle']],
    ['submission=NS26-000001', ['read-conversation']],
    ['kind=disclosure&officer=priya-nandra', ['download-bundle']],
    ['kind=alteration&officer=priya-nandra', ['allocate']],
    ['kind=erasure', []],
    ['officer=nobody-here', []],
    ['until=2020-01-01', []],
    ['from=2098-01-01', []],
    ['from=2020-01-01&until=2098-01-01&officer=samir-holt', ['see-submission']],
  ] as const) {
    test(`narrows, and its file with it: ${query}`, async () => {
      const file = (await auditor.get(`/audit/export?${query}`)).body;
      const [head = '', table = ''] = file.split('\r\n\r\n');
      const actions = table
        .split('\r\n')
        .slice(1, -1)
        .map(line => line.split(',')[3] ?? '');
      assert.deepEqual(actions.toSorted(), [...expected].toSorted());
      assert.match(head, /^Audit of,Northshire Police\r\nQuery,"?rows /);
      assert.match(head, new RegExp(`\r\nRows,${expected.length}$`));
      const page = flat((await auditor.get(`/audit?${query}`)).body);
      assert.equal(rowsOn(page).length, expected.length);
      if (expected.length === 0) assert.match(page, /No row matches\. <a href="\/audit">Show every row/);
      else assert.ok(page.includes(`href="/audit/export?`));
    });
  }

  test('records the query of whoever looked, and of whoever took a file away as a disclosure', async () => {
    await auditor.get('/audit/export?submission=NS26-000002&from=2026-01-05');
    const rows = await desk.seed.tables
      .selectFrom('handover.audit')
      .select(['action', 'detail', 'purpose'])
      .where('action', '=', 'export-audit')
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    assert.deepEqual(rows, [
      { action: 'export-audit', detail: 'rows about NS26-000002, from 5 January 2026', purpose: 'audit' },
    ]);
  });

  test('finds the looks at a danger report that was older than the reference of its submission', async () => {
    const { reference, dangerId } = await desk.seed.submission({ danger: {} });
    await desk.parts.audit.noteView({
      ...LOOK,
      ...{
        action: 'see-safety-summary',
        submission: null,
        thing: { kind: 'danger-report', id: dangerId ?? '' },
      },
    });
    const rows = rowsOn((await auditor.get(`/audit?submission=${reference}`)).body);
    assert.equal(
      rows.filter(row => row.includes(`danger report <code`) && row.includes((dangerId ?? '-').slice(0, 12)))
        .length,
      1,
    );
  });

  test('shows nothing that things hold, and is no way to search for anything but audit rows', async () => {
    await desk.seed.submission({ danger: { what: 'Told in confidence' } });
    const { body } = await auditor.get('/audit?submission=confidence');
    assert.doesNotMatch(body, /Told in confidence/);
  });
});

describe('a long audit', () => {
  test('is turned page by page without a row left out or shown twice, and its file holds it whole', async () => {
    const { desk, auditor } = await audited(async ({ database }) => {
      // Twenty rows share each time, so that the order hangs on more than the time.
      await database.pool('owner').query(
        `insert into handover.audit (at, minute, officer_id, action, thing_kind, thing_id, submission, allowed, purpose)
         select timestamptz '2026-11-01' + (n / 20) * interval '1 second', $1, 'tom-fairley', 'allocate', 'submission',
           'NS26-' || lpad(n::text, 6, '0'), 'NS26-' || lpad(n::text, 6, '0'), true, 'triage' from generate_series(1, 250) n`,
        [minuteNumber(0)],
      );
    });
    const seen: string[] = [];
    let address: string | undefined = '/audit?officer=tom-fairley';
    while (address !== undefined) {
      const { body } = await auditor.get(address);
      seen.push(...rowsOn(body).map(row => /NS26-\d{6}/.exec(row)?.[0] ?? ''));
      address = /<a href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    assert.equal(seen.length, 250);
    assert.equal(new Set(seen).size, 250);
    const file = (await auditor.get('/audit/export?officer=tom-fairley')).body;
    assert.equal(file.split('\r\n').filter(line => line.includes('NS26-')).length, 250);
    assert.match(file, /\r\nRows,250\r\n/);
    await desk.app.close();
  });

  test('that is empty says so', async () => {
    const { auditor, desk } = await audited(() => Promise.resolve());
    const { body } = await auditor.get('/audit?until=2001-01-01');
    assert.match(flat(body), /0 rows\. .*No row matches/);
    assert.match(flat(body), /No minute’s root is in the log yet/);
    await desk.app.close();
  });
});

describe('a file of the audit', () => {
  test('holds words that a spreadsheet would run as the words they are', async () => {
    const { auditor, desk } = await audited(({ parts: { audit } }) =>
      audit.noteAct({ ...ACT, detail: '=HYPERLINK("https://elsewhere.example","a,b")\r\nnext' }),
    );
    const { body, headers } = await auditor.get('/audit/export?officer=priya-nandra');
    assert.ok(body.includes(`"'=HYPERLINK(""https://elsewhere.example"",""a,b"")\r\nnext"`));
    assert.match(String(headers['content-disposition']), /^attachment; filename="audit-\d{8}T\d{6}\.csv"$/);
    assert.equal(headers['content-type'], 'text/csv; charset=utf-8');
    assert.equal(headers['cache-control'], 'no-store');
    await desk.app.close();
  });
});
