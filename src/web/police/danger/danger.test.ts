import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import { createPublicDoor } from '#adapters/postgres/public-door.ts';
import type { DangerAnswers } from '#domain/intake/index.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';

const version = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';

const wordsOf = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a danger report', () => {
  let desk: PoliceDesk;
  let officer: Officer;
  beforeEach(async () => {
    desk = await createPoliceDesk();
    officer = await desk.signIn('tom-fairley');
  });

  const row = (id: string) =>
    desk.seed.tables
      .selectFrom('handover.danger_reports')
      .selectAll()
      .where('id', '=', Buffer.from(id, 'hex'))
      .executeTakeFirstOrThrow();

  const events = async () => {
    const rows = await desk.seed.tables
      .selectFrom('handover.events')
      .select(['type', 'actor_id', 'submission_n'])
      .where('type', 'like', 'danger-%')
      .orderBy('at')
      .execute();
    return rows.map(event => [event.type, event.actor_id, event.submission_n]);
  };

  async function take(id: string, who = officer): Promise<number> {
    const page = await who.get(`/danger/${id}`);
    return (await who.post(`/danger/${id}/take`, { version: version(page.body) })).statusCode;
  }

  test('shows what was said, that it is a fact as told, and that the hand-in is not finished', async () => {
    const id = await desk.seed.danger({
      what: 'What words',
      where: 'Where words',
      who: 'Who words',
      safeNumber: '07700 900123',
      mayRing: true,
    });
    const { body } = await officer.get(`/danger/${id}`);
    for (const words of [
      'What words',
      'Where words',
      'Who words',
      '07700 900123',
      'No reference yet',
      'as told, not checked',
    ]) {
      assert.ok(body.includes(words), words);
    }
  });

  test('without an answer about ringing shows none, neither a yes nor a no', async () => {
    const { dangerId, reference } = await desk.seed.submission({
      danger: { safeNumber: '07700 900123' },
      items: [],
    });
    for (const path of ['/queue', `/submissions/${reference}`]) {
      const words = wordsOf((await officer.get(path)).body);
      assert.match(words, /Safe number: 07700 900123\s?\. Not said whether they may be rung\./, path);
      assert.doesNotMatch(words, /Do not ring|May be rung\./, path);
    }
    const words = wordsOf((await officer.get(`/danger/${dangerId}`)).body);
    assert.match(words, /May we ring Not said \. That is not a yes\./);
  });

  test('shows the number that was given later as the safe way, with its conditions, wherever the danger is shown', async () => {
    const account = {
      'contact.reach': 'phone',
      'contact.phone': '07700 900456',
      'contact.email': '',
      'contact.whenAndAsWhom': 'Only 9 to 3, say you are the dentist',
      'contact.name': 'Helen',
      'contact.othersSeeDevice': 'yes',
      happened: 'She wrote: {"type":"answer","field":"contact.phone","text":"07700 900999"}',
    };
    const bytes = Buffer.from(JSON.stringify(account));
    const items = [{ kind: 'account', sourceClass: 'typed', bytes }] as const;
    const { dangerId, reference } = await desk.seed.submission({ danger: {}, items });
    const told =
      /Safe to reach by telephone, said later: 07700 900456\s?\. When, and as whom: “ ?Only 9 to 3, say you are the dentist ?”\. Ask for: Helen\s?\. Others see their device: yes/;
    for (const path of ['/queue', `/submissions/${reference}`, `/danger/${dangerId}`])
      assert.match(wordsOf((await officer.get(path)).body), told, path);
    await take(dangerId!);
    const queue = wordsOf((await officer.get('/queue')).body);
    assert.match(queue, /Taken, not closed/);
    assert.match(queue, told);
    assert.doesNotMatch(queue, /900999/);
  });

  test('shows no way to reach somebody who asked not to be contacted', async () => {
    const account = { 'contact.reach': 'none', 'contact.phone': '07700 900456' };
    const items = [{ kind: 'account', bytes: Buffer.from(JSON.stringify(account)) }] as const;
    await desk.seed.submission({ danger: {}, items });
    assert.doesNotMatch((await officer.get('/queue')).body, /Safe to reach|900456/);
  });

  test('is taken by one officer, in one transaction with its event', async () => {
    const { dangerId } = await desk.seed.submission({ danger: {}, items: [] });
    assert.equal(await take(dangerId!), 303);
    assert.equal((await row(dangerId!)).taken_by, 'tom-fairley');
    assert.deepEqual(await events(), [['danger-taken', 'tom-fairley', 3]]);
    const { body } = await officer.get('/queue');
    assert.match(body, /Taken, not closed/);
    assert.match(body, /Nobody is waiting/);
  });

  test('of a hand-in that is not finished is an event of the service, in no chain', async () => {
    const id = await desk.seed.danger({});
    assert.equal(await take(id), 303);
    assert.deepEqual(await events(), [['danger-taken', 'tom-fairley', null]]);
  });

  test('that two officers take at once is taken by the first, and the second is told', async () => {
    const id = await desk.seed.danger({});
    const other = await desk.signIn('ida-lund');
    const seen = version((await other.get(`/danger/${id}`)).body);
    await take(id);
    const late = await other.post(`/danger/${id}/take`, { version: seen });
    assert.equal(late.statusCode, 409);
    assert.match(late.body, /somebody else acted on this report/);
    assert.match(late.body, /PC Tom Fairley/);
    assert.equal((await row(id)).taken_by, 'tom-fairley');
    assert.equal((await events()).length, 1);
  });

  test('waits again when more was said after it was taken or closed, and the old words cannot be acknowledged', async () => {
    const id = await desk.seed.danger({ what: 'first words' });
    const seen = version((await officer.get(`/danger/${id}`)).body);
    await take(id);
    await desk.seed.tables
      .updateTable('handover.danger_reports')
      .set({ what: 'newer words', changed_at: new Date(Date.now() + 5_000) })
      .execute();
    const page = (await officer.get('/queue')).body;
    assert.match(page, /Needs a person now/);
    assert.match(page, /newer words/);
    assert.match(page, /More was said/);
    assert.equal((await officer.post(`/danger/${id}/take`, { version: seen })).statusCode, 409);
  });

  test('closes with an incident number or a reason, and each is an event', async () => {
    for (const [fields, word] of [
      [{ how: 'incident', incidentNumber: 'NP-20261123-0417' }, 'NP-20261123-0417'],
      [{ how: 'reason', reason: 'Rung; the child is at home with her mother' }, 'at home with her mother'],
    ] as const) {
      const { dangerId, reference } = await desk.seed.submission({ danger: {}, items: [] });
      await take(dangerId!);
      const page = await officer.get(`/danger/${dangerId}`);
      const closed = await officer.post(`/danger/${dangerId}/close`, {
        version: version(page.body),
        ...fields,
      });
      assert.equal(closed.statusCode, 303);
      const { body } = await officer.get(`/submissions/${reference}`);
      assert.match(body, /Danger report closed/);
      assert.ok(body.includes(word));
    }
    assert.match((await officer.get('/queue')).body, /Nobody is waiting/);
  });

  test('does not close without either, keeps what was typed, and says what to do', async () => {
    const id = await desk.seed.danger({});
    await take(id);
    const seen = version((await officer.get(`/danger/${id}`)).body);
    const close = (fields: Record<string, string>) =>
      officer.post(`/danger/${id}/close`, { version: seen, ...fields });
    for (const fields of [
      {},
      { how: 'incident' },
      { how: 'reason', reason: '   ' },
      { how: 'incident', incidentNumber: 'x'.repeat(41) },
    ]) {
      const reply = await close(fields);
      assert.equal(reply.statusCode, 422);
      assert.match(reply.body, /There is a problem/);
    }
    assert.match((await close({ how: 'reason', reason: 'y'.repeat(501) })).body, /value="yyyy/);
    assert.equal((await row(id)).closed_at, null);
  });

  test('cannot be closed before somebody took it', async () => {
    const id = await desk.seed.danger({});
    const seen = version((await officer.get(`/danger/${id}`)).body);
    const reply = await officer.post(`/danger/${id}/close`, { version: seen, how: 'reason', reason: 'No' });
    assert.equal(reply.statusCode, 409);
    assert.equal((await row(id)).closed_at, null);
    assert.deepEqual(await events(), []);
  });

  test('of a case that somebody else has is answered by the desk, which sees nothing else of the case', async () => {
    const { dangerId, reference } = await desk.seed.submission({
      danger: {},
      items: [],
      allocatedTo: 'amara-okoro',
    });
    assert.equal(await take(dangerId!), 303);
    const { body } = await officer.get(`/danger/${dangerId}`);
    assert.match(body, /The submission itself is not shown/);
    assert.doesNotMatch(body, new RegExp(`href="/submissions/${reference}"`));
  });

  test('that was sent again keeps what an officer saw: newest words, when they came, and those before', async () => {
    const door = createPublicDoor(desk.database.pool('handover_public'));
    const draft = randomBytes(32);
    const first: DangerAnswers = {
      happening: ['child-in-danger', 'meeting-planned'],
      what: 'at the station at four',
      where: 'Tarnwick',
      who: 'my sister',
      safeNumber: '07700 900123',
      mayRing: true,
    };
    await door.reportDanger(draft, first);
    const { id: bytes } = await desk.seed.tables
      .selectFrom('handover.danger_reports')
      .select('id')
      .executeTakeFirstOrThrow();
    const id = bytes.toString('hex');
    await take(id);
    const seen = version((await officer.get(`/danger/${id}`)).body);
    const second = { ...first, what: 'at the park at five', where: '', mayRing: false };
    await door.reportDanger(draft, { ...second, happening: ['child-in-danger'] });

    const { body } = await officer.get(`/danger/${id}`);
    const words = body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    assert.match(
      words,
      /at the park at five New since it was taken\. Said \d.* Before, .*: at the station at four/,
    );
    assert.match(words, /Tarnwick Left empty when they sent again/);
    assert.match(words, /No\. Do not ring\. Before, .*: Yes/);
    assert.match(words, /Ticked before Meeting planned\. Not ticked the last time/);
    assert.match(words, /More was said\. Read it and acknowledge it/);
    assert.match((await officer.get('/queue')).body, /More was said/);
    // The officer who took the first words cannot close the report on them.
    const closing = { version: seen, how: 'reason', reason: 'Rung' };
    assert.equal((await officer.post(`/danger/${id}/close`, closing)).statusCode, 409);
  });

  test('sent 250 times leads on to every version before the newest two hundred', async () => {
    const door = createPublicDoor(desk.database.pool('handover_public'));
    const draft = randomBytes(32);
    const answers: DangerAnswers = {
      happening: ['child-in-danger'],
      ...{ what: '', where: '', who: '', safeNumber: '', mayRing: false },
    };
    for (let n = 1; n <= 250; n += 1) await door.reportDanger(draft, { ...answers, what: `version ${n}.` });
    const { id } = await desk.seed.tables
      .selectFrom('handover.danger_reports')
      .select('id')
      .executeTakeFirstOrThrow();
    const newest = (await officer.get(`/danger/${id.toString('hex')}`)).body;
    assert.match(newest, /version 250\./);
    assert.match(newest, /version 51\./);
    assert.doesNotMatch(newest, /version 50\./);
    const href = /href="([^"]+before=51)"/.exec(newest)?.[1] ?? '';
    const before = (await officer.get(href)).body;
    assert.match(before, /version 1\./);
    assert.match(before, /version 49\./);
  });
});
