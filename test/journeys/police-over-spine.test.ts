import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { encodeCanonicalJson } from '#portable/bytes/index.ts';
import { whatsappChat } from '#support/desk-seed.ts';
import { policeDeskOver } from '#support/police-desk.ts';
import type { Officer } from '#support/police-desk.ts';
import { createSpine } from '#support/spine.ts';

const ACCOUNT = {
  format: 'handover-account/v1',
  submitterType: 'parent-or-carer',
  danger: null,
  contact: {
    othersSeeDevice: 'no',
    reach: 'phone',
    name: '',
    phone: '07700 900318',
    email: '',
    whenAndAsWhom: '',
  },
  happened: 'I found this\non her phone.',
  facts: { app: 'WhatsApp', usernames: '', links: '', when: '', childAge: '14' },
};

const FINGERPRINTS = [{ name: 'IMG-1.jpg', sizeBytes: 45_300, sha256Hex: 'cd'.repeat(32) }];

const flat = (html: string): string => html.replaceAll(/\s+/g, ' ');

/** The same pages over what the door, the worker and the sequencer really wrote. */
describe('the desk over a submission that was really handed in, sealed, logged and read', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  let officer: Officer;
  let reference: string;
  let page: string;
  let draftId: Uint8Array;

  before(async () => {
    spine = await createSpine();
    const desk = await policeDeskOver(spine.database);
    const handedIn = await spine.handIn([
      { name: 'WhatsApp Chat with Elle.txt', bytes: whatsappChat(120) },
      { name: 'answers.json', kind: 'account', bytes: encodeCanonicalJson(ACCOUNT) },
      { name: 'fingerprints.json', kind: 'fingerprints', bytes: encodeCanonicalJson(FINGERPRINTS) },
      { name: 'letter.txt', bytes: new TextEncoder().encode('Dear officer,\nno chat at all.\n') },
    ]);
    ({ reference, draftId } = handedIn);
    await spine.drain();
    officer = await desk.signIn('priya-nandra');
    page = flat((await officer.get(`/submissions/${reference}`)).body);
  });

  test('shows the answers of the form, fingerprints, and every event in the log', () => {
    for (const words of [
      'I found this',
      '07700 900318',
      '6 questions not answered',
      'IMG-1.jpg',
      '45,300 bytes',
      'are in the log',
    ]) {
      assert.ok(page.includes(words), words);
    }
    assert.doesNotMatch(page, /Another field|waiting for the log/);
  });

  test('shows beside a danger the way to reach them that the sealed answers hold', async () => {
    const told = { what: '', where: '', who: '', safeNumber: '', mayRing: null };
    await spine.door.reportDanger(draftId, { happening: ['meeting-planned'], ...told });
    const queue = flat((await officer.get('/queue')).body).replaceAll(/ ?<[^>]+> ?/g, ' ');
    assert.match(queue, /Not said whether they may be rung\./);
    assert.match(queue, /Safe to reach by telephone, said later: +07700 900318/);
  });

  test('reads the conversation, with its strip of days and its bytes', async () => {
    const address = /href="(\/conversations\/[0-9a-f]{32})"/.exec(page)?.[1] ?? '';
    const body = flat((await officer.get(`${address}?m=7&panel=1`)).body);
    for (const words of ['120 messages', 'ho-strip__bar-up', 'Message 7', 'ho-byte--body', 'Log entry']) {
      assert.ok(body.includes(words), words);
    }
  });

  test('shows an item that no reader knows as the text it is', async () => {
    const address = /href="(\/conversations\/[0-9a-f]{32})" ?>see the text as it came/.exec(page)?.[1] ?? '';
    assert.match(flat((await officer.get(address)).body), /Dear officer, no chat at all\./);
  });

  test('asks for a bundle, which the worker makes and the page then offers', async () => {
    await officer.post(`/submissions/${reference}/bundles`);
    await spine.drain();
    const after = flat((await officer.get(`/submissions/${reference}`)).body);
    assert.match(after, /Ready\.[^<]*<\/span> ?<a href="\/bundles\/[0-9a-f]{32}\/download">Download, /);
    assert.match(after, /Bundle asked for/);
    assert.match(after, /Bundle made/);
    assert.match(after, /numbered from 1 without a gap; each names the one before it/);
  });
});
