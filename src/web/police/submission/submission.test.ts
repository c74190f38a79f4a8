import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { verifyChain } from '#portable/continuity/index.ts';
import { whatsappChat } from '#support/desk-seed.ts';
import type { Seeded } from '#support/desk-seed.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const json = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('the page of a submission', () => {
  let desk: PoliceDesk;
  let officer: Officer;
  let seeded: Seeded;
  before(async () => {
    desk = await createPoliceDesk();
    officer = await desk.signIn('priya-nandra');
    seeded = await desk.seed.submission({
      receivedAt: new Date('2026-11-21T20:04:33Z'),
      danger: { what: 'She has agreed to meet', happening: ['meeting-planned'] },
      items: [
        {
          bytes: whatsappChat(120),
          name: '_chat.txt',
          sourceClass: 'extract',
          extractOf: {
            name: 'WhatsApp Chat - Kit.zip',
            sizeBytes: 1_083_831,
            sha256Hex: 'ab'.repeat(32),
            member: '_chat.txt',
            extractorVersion: 'extract/1',
          },
        },
        {
          kind: 'account',
          sourceClass: 'typed',
          name: 'answers.json',
          bytes: json({
            format: 'handover-account/v1',
            happened: 'First line\nsecond line',
            'danger.happening.0': 'meeting-planned',
            'danger.happening.1': 'self-harm-risk',
            'contact.reach': 'none',
            'facts.app': '',
            'later.field': 'kept',
          }),
        },
        {
          kind: 'fingerprints',
          sourceClass: 'typed',
          name: 'fingerprints.json',
          bytes: json({ '0.name': 'IMG-1.jpg', '0.sizeBytes': 45_300, '0.sha256Hex': 'cd'.repeat(32) }),
        },
        {
          bytes: new TextEncoder().encode('No chat at all, only a letter.\n'),
          name: 'letter.txt',
          sourceClass: 'typed',
        },
      ],
    });
  });

  const page = async (): Promise<string> =>
    (await officer.get(`/submissions/${seeded.reference}`)).body.replaceAll(
      /[^\S\n]*\n[^\S\n]+|\n(?!second)/g,
      ' ',
    );

  test('shows who handed in, when it was received and sealed, and its danger answers', async () => {
    const body = await page();
    assert.match(body, /From: parent or carer\. Received\s+<time[^>]*>21 November 2026, 20:04:33/);
    assert.match(body, /She has agreed to meet/);
    assert.match(body, /By nobody yet/);
  });

  test('shows each item with its source class, name, size, SHA-256 and log entry', async () => {
    const body = await page();
    for (const words of [
      'extract',
      '_chat.txt',
      'typed',
      'letter.txt',
      'Log entry 1<',
      'WhatsApp Chat - Kit.zip',
      'ab'.repeat(32),
    ]) {
      assert.ok(body.includes(words), words);
    }
    assert.equal(body.match(/Source: /g)?.length, 4);
    assert.match(body, /The archive stayed with\s+the submitter/);
  });

  test('says what was read of each item, and that an unread one is not lost', async () => {
    const body = await page();
    assert.match(body, new RegExp(`href="/conversations/${seeded.items[0]!.readingId}"`));
    assert.match(body, /WhatsApp text export, 120 messages, 14 January 2024 to 15 January 2024/);
    assert.match(body, /Jay R/);
    assert.match(body, /Not a chat this service knows\./);
    assert.match(body, /see the text as it came/);
  });

  test('shows the answers as questions, those it does not know too, and folds those left empty', async () => {
    const body = await page();
    assert.match(
      body,
      /What happened<\/dt>\s*<dd>\s*<span class="ho-as-written"\s*><bdi>First line\nsecond line<\/bdi>/,
    );
    assert.match(body, /Meeting planned<\/bdi>, <bdi>May harm themselves/);
    assert.match(body, /Safe to reach by<\/dt>\s*<dd>\s*<span class="ho-as-written"\s*><bdi>Not at all/);
    assert.match(
      body,
      /<details class="ho-fold">\s*<summary>1 question not answered<\/summary>[^]*?<li>App or site/,
    );
    assert.match(body, /<bdi>later\.field<\/bdi>/);
    assert.match(body, /IMG-1\.jpg/);
    assert.match(body, /45,300 bytes/);
  });

  test('shows what was not asked as not asked: with no danger chosen there is no answer about ringing', async () => {
    const asked = { 'danger.what': '', 'danger.safeNumber': '', 'danger.mayRing': '', 'facts.app': '' };
    const items = (account: object) => [{ kind: 'account', bytes: json(account) }] as const;
    const none = await desk.seed.submission({ items: items(asked) });
    const { body } = await officer.get(`/submissions/${none.reference}`);
    assert.match(
      body,
      /Danger, boxes chosen<\/dt>[^]*?None\. What, where, who, a safe number[^]*?were not asked/,
    );
    assert.match(body, /1 question not answered/);
    assert.doesNotMatch(body, /may we ring|ring\./i);
    const open = await desk.seed.submission({
      items: items({ ...asked, 'danger.happening.0': 'confrontation' }),
    });
    assert.match((await officer.get(`/submissions/${open.reference}`)).body, /<li>Danger: may we ring<\/li>/);
  });

  test('shows every event with its number, commitment and log entry, and that the chain is whole', async () => {
    const body = await page();
    assert.match(
      body,
      /6 events, numbered from 1 without a gap; each names the one before it\. All 6 are in the log\./,
    );
    for (const words of ['Received', 'Item sealed', 'Submission sealed', 'Number 6.'])
      assert.ok(body.includes(words), words);
    const { rows } = await desk.parts.desk.submissions
      .events(seeded.id.toString('hex'))
      .then(events => ({ rows: events }));
    for (const event of rows) assert.ok(body.includes(event.commitmentHex));
  });

  test('says which events wait for the log', async () => {
    const { reference } = await desk.seed.submission({ items: [], isLogged: false });
    const { body } = await officer.get(`/submissions/${reference}`);
    assert.match(body, /2 of 2 are waiting for the log/);
    assert.match(body, /Waiting for the log\./);
    await desk.seed.log();
  });

  test('that is received and not yet sealed says so and offers no bundle', async () => {
    const { reference } = await desk.seed.submission();
    const { body } = await officer.get(`/submissions/${reference}`);
    assert.match(body, /Not yet sealed\./);
    assert.doesNotMatch(body, /Make a bundle<\/button>|Make a bundle\s*<\/button>/);
    assert.equal((await officer.post(`/submissions/${reference}/bundles`)).statusCode, 409);
  });

  test('says that the danger question was not answered with a yes, never that there is no danger', async () => {
    const { reference } = await desk.seed.submission({ items: [] });
    const { body } = await officer.get(`/submissions/${reference}`);
    assert.match(body, /not answered with a yes\. That does not show that there is none/);
  });
});

describe('acts on a submission', () => {
  let desk: PoliceDesk;
  before(async () => {
    desk = await createPoliceDesk();
  });

  const state = ({ id }: Seeded) =>
    desk.seed.tables
      .selectFrom('handover.submissions')
      .select(['stage', 'allocated_to'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

  async function chain({ id }: Seeded) {
    const events = await desk.parts.desk.submissions.events(id.toString('hex'));
    const links = events.map(event => {
      const { submission } = JSON.parse(new TextDecoder().decode(event.body)) as {
        submission: { previous: string | null };
      };
      return { n: event.n, commitment: event.commitmentHex, previous: submission.previous };
    });
    return { types: events.map(event => event.type), faults: verifyChain(links) };
  }

  test('each is one event at the end of an unbroken chain', async () => {
    const seeded = await desk.seed.submission({ items: [] });
    const officer = await desk.signIn('priya-nandra');
    const url = `/submissions/${seeded.reference}`;
    await officer.post(`${url}/stage`, { from: 'new', stage: 'triage' });
    await officer.post(`${url}/allocate`, { from: '', officer: 'amara-okoro' });
    await officer.post(`${url}/bundles`);
    assert.deepEqual(await state(seeded), { stage: 'triage', allocated_to: 'amara-okoro' });
    const { types, faults } = await chain(seeded);
    assert.deepEqual(types.slice(2), ['stage-moved', 'allocated', 'bundle-asked']);
    assert.deepEqual(faults, []);
    const { body } = await officer.get(url);
    assert.match(body, /New to Triage/);
    assert.match(body, /From nobody to <bdi>DC Amara Okoro/);
    assert.match(body, /Asked for\. It waits for its turn/);
  });

  test('that two officers do at once are done once, and the second is told', async () => {
    const seeded = await desk.seed.submission({ items: [] });
    const [one, other] = [await desk.signIn('priya-nandra'), await desk.signIn('tom-fairley')];
    const url = `/submissions/${seeded.reference}/stage`;
    const replies = await Promise.all([
      one.post(url, { from: 'new', stage: 'triage' }),
      other.post(url, { from: 'new', stage: 'closed' }),
    ]);
    assert.deepEqual(replies.map(reply => reply.statusCode).toSorted(), [303, 409]);
    assert.match(
      replies.find(reply => reply.statusCode === 409)?.body ?? '',
      /somebody else changed this meanwhile/,
    );
    const { types, faults } = await chain(seeded);
    assert.equal(types.filter(type => type === 'stage-moved').length, 1);
    assert.deepEqual(faults, []);
  });

  test('with twenty stage changes at once leave numbers without a gap', async () => {
    const seeded = await desk.seed.submission({ items: [] });
    const officer = await desk.signIn('priya-nandra');
    const url = `/submissions/${seeded.reference}`;
    await Promise.all(Array.from({ length: 20 }, () => officer.post(`${url}/bundles`)));
    const { types, faults } = await chain(seeded);
    assert.equal(types.length, 22);
    assert.deepEqual(faults, []);
  });

  test('that make no sense are refused and leave no event', async () => {
    const seeded = await desk.seed.submission({ items: [] });
    const officer = await desk.signIn('priya-nandra');
    const url = `/submissions/${seeded.reference}`;
    const tries: [string, Record<string, string>][] = [
      ['stage', { from: 'new', stage: 'new' }],
      ['stage', { from: 'new', stage: 'nonsense' }],
      ['stage', {}],
      ['allocate', { from: '', officer: '' }],
      ['allocate', { from: '', officer: 'joan-whitlow' }],
      ['allocate', { from: '', officer: 'nobody-here' }],
      ['allocate', { from: 'amara-okoro', officer: 'ida-lund' }],
    ];
    for (const [act, fields] of tries)
      assert.equal((await officer.post(`${url}/${act}`, fields)).statusCode, 409, JSON.stringify(fields));
    assert.deepEqual(await state(seeded), { stage: 'new', allocated_to: null });
    assert.equal((await chain(seeded)).types.length, 2);
  });

  test('an intake officer who gives a submission away goes on with the queue and sees it no more', async () => {
    const seeded = await desk.seed.submission({ items: [] });
    const officer = await desk.signIn('tom-fairley');
    const given = await officer.post(`/submissions/${seeded.reference}/allocate`, {
      from: '',
      officer: 'amara-okoro',
    });
    assert.equal(given.headers.location, `/queue#${seeded.reference}`);
    assert.equal((await officer.get(`/submissions/${seeded.reference}`)).statusCode, 403);
    const investigator = await desk.signIn('amara-okoro');
    assert.equal((await investigator.get(`/submissions/${seeded.reference}`)).statusCode, 200);
  });
});

describe('a bundle that is being made', () => {
  test('is looked at again by a link that is another address each time, and no other is asked for meanwhile', async () => {
    const desk = await createPoliceDesk();
    const officer = await desk.signIn('priya-nandra');
    const { reference } = await desk.seed.submission({ items: [] });
    const url = `/submissions/${reference}`;
    const button = /<button[^>]*>\s*Make a bundle/;
    const linkIn = (body: string) =>
      /href="([^"]+#bundles)">Look again/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    const before = (await officer.get(url)).body;
    assert.doesNotMatch(button.exec(before)?.[0] ?? 'disabled', /disabled/);
    assert.equal(linkIn(before), undefined);
    await officer.post(`${url}/bundles`);
    const asked = (await officer.get(url)).body;
    assert.match(button.exec(asked)?.[0] ?? '', / disabled[^]*aria-describedby="bundle-wait"/);
    assert.match(asked, /id="bundle-wait">A bundle is being made/);
    assert.equal(linkIn(asked), `${url}?looked=1#bundles`);
    const again = (await officer.get(`${url}?looked=1`)).body;
    assert.equal(linkIn(again), `${url}?looked=2#bundles`);
    await desk.seed.tables.updateTable('handover.bundles').set({ state: 'failed', failure: 'x' }).execute();
    assert.doesNotMatch(button.exec((await officer.get(url)).body)?.[0] ?? 'disabled', /disabled/);
  });
});

describe('a finished bundle', () => {
  test('is offered with how to check it and leaves as a file, after who took it is on record', async () => {
    const desk = await createPoliceDesk();
    const seeded = await desk.seed.submission({ items: [] });
    const officer = await desk.signIn('priya-nandra');
    await officer.post(`/submissions/${seeded.reference}/bundles`);
    const row = await desk.seed.tables.selectFrom('handover.bundles').select('id').executeTakeFirstOrThrow();
    const id = row.id.toString('hex');
    assert.equal((await officer.get(`/bundles/${id}/download`)).statusCode, 404);
    await desk.seed.tables
      .updateTable('handover.bundles')
      .set({ state: 'ready', name: 'NS26-000001-B1', size_bytes: '11', ready_at: new Date() })
      .execute();
    const bytes = new TextEncoder().encode('hello world');
    async function* stream() {
      yield bytes.subarray(0, 5);
      yield bytes.subarray(5);
    }
    desk.bundleFiles.set(id, { name: 'NS26-000001-B1\r\n".zip', sizeBytes: 11, stream: stream() });
    const { body } = await officer.get(`/submissions/${seeded.reference}`);
    assert.match(body, new RegExp(`href="/bundles/${id}/download"`));
    assert.match(body, /must reach them another way than the bundle did/);
    const download = await officer.get(`/bundles/${id}/download`);
    assert.equal(download.body, 'hello world');
    assert.equal(download.headers['content-type'], 'application/zip');
    assert.equal(download.headers['content-disposition'], 'attachment; filename="NS26-000001-B1___.zip"');
    const audit = await desk.seed.tables
      .selectFrom('handover.audit')
      .select(['action', 'thing_id', 'submission', 'allowed'])
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    assert.deepEqual(audit, [
      { action: 'download-bundle', thing_id: id, submission: seeded.reference, allowed: true },
    ]);
  });
});
