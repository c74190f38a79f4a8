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

  test('two listeners cannot share a port', () => {
    const read = readSettings({ HANDOVER_PUBLIC_PORT: '7402' });
    assert.deepEqual(read, { ok: false, problems: ['The three ports must differ.'] });
  });

  test('are each on their page in docs/operating', () => {
    const page = readFileSync(PAGE, 'utf8');
    for (const { env, doc, fallback } of Object.values(SETTINGS)) {
      assert.ok(page.includes(`| \`${env}\` | ${doc} | \`${fallback}\` |`), `${env} is missing or stale`);
    }
  });
});
