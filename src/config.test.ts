import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readSettings, SETTINGS } from './config.ts';

const PAGE = join(import.meta.dirname, '..', 'docs', 'operating', 'settings.md');

describe('the settings', () => {
  test('have a default for everything', () => {
    const read = readSettings({});
    assert.ok(read.ok);
    assert.equal(read.settings.publicPort, 7401);
    assert.ok(read.settings.dataFolder.endsWith('/data'));
  });

  test('every problem is told at once, and no value is repeated', () => {
    const read = readSettings({ HANDOVER_DEMO_PORT: 'secret-word', HANDOVER_POLICE_PORT: '99999' });
    assert.ok(!read.ok);
    assert.equal(read.problems.length, 2);
    assert.doesNotMatch(read.problems.join(), /secret-word|99999/);
  });

  test('the review of the Welsh pages is a name and a day of the calendar, and none by default', () => {
    const read = (text: string) => readSettings({ HANDOVER_WELSH_REVIEW: text });
    const [none, named] = [readSettings({}), read('A. Reviewer, 2027-01-31')];
    assert.ok(none.ok && named.ok);
    assert.equal(none.settings.welshReview, null);
    assert.equal(named.settings.welshReview, 'A. Reviewer, 2027-01-31');
    for (const text of ['yes', '2027-01-31', 'A. Reviewer', 'A. Reviewer, 2027-02-30', 'A. Reviewer, soon'])
      assert.ok(!read(text).ok, text);
  });

  test('proxies are addresses or networks, none by default, and nobody can be believed by a slip', () => {
    const read = (text: string) => readSettings({ HANDOVER_TRUSTED_PROXIES: text });
    const none = readSettings({});
    assert.ok(none.ok);
    assert.deepEqual(none.settings.trustedProxies, []);
    const two = read(' 10.0.0.5, 2001:db8::/32 ');
    assert.ok(two.ok);
    assert.deepEqual(two.settings.trustedProxies, ['10.0.0.5', '2001:db8::/32']);
    for (const text of [
      'true',
      'loopback',
      '*',
      '0.0.0.0/0',
      '::/0',
      '10.0.0.0/33',
      '10.0.0.5/',
      '10.0.0.5,',
      '10.0/8',
      '1/2/3',
    ])
      assert.equal(read(text).ok, false, text);
  });

  test('drafts stay for whole days from 1 to 365', () => {
    for (const days of ['0', '366', '1.5', 'soon'])
      assert.equal(readSettings({ HANDOVER_DRAFT_DAYS: days }).ok, false, days);
    const read = readSettings({ HANDOVER_DRAFT_DAYS: '30' });
    assert.ok(read.ok && read.settings.draftDays === 30);
  });

  test('two listeners cannot share a port', () => {
    const read = readSettings({ HANDOVER_PUBLIC_PORT: '7402' });
    assert.deepEqual(read, { ok: false, problems: ['The three ports must differ.'] });
  });

  test('escrow recipients are a list of age recipients, each once; none by default', () => {
    const one = 'age13aqvttdk3ujkyjh9kg2w5an6dmy5mq5a84a4uxk3hfhnugfc9p0sy5p2wh';
    const two = 'age12ld5kdvlywh9u9rwfcj3ypt8q3ez2p353s2sc9r485xfx0gy6sss5uskuv';
    const read = (text: string) => readSettings({ HANDOVER_ESCROW_RECIPIENTS: text });
    assert.deepEqual(read('none'), readSettings({}));
    for (const written of [`${one},${two}`, ` ${one}, ${two} `, `${one}\n${two}`]) {
      const settings = read(written);
      assert.deepEqual(settings.ok && settings.settings.escrowRecipients, [one, two]);
    }
    for (const bad of [
      `${one},${one}`,
      `${one}x`,
      'age1qq',
      'ssh-ed25519 AAAA',
      one.toUpperCase(),
      `${one};${two}`,
    ]) {
      const refused = read(bad);
      assert.ok(!refused.ok && refused.problems.length === 1, bad);
      assert.ok(!refused.problems.join().includes(bad), 'no value is repeated');
    }
  });

  test('are each on their page in docs/operating', () => {
    const page = readFileSync(PAGE, 'utf8');
    for (const { env, doc, fallback } of Object.values(SETTINGS)) {
      assert.ok(page.includes(`| \`${env}\` | ${doc} | \`${fallback}\` |`), `${env} is missing or stale`);
    }
  });
});
