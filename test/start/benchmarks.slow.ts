import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');

/** As small as each can be: what is measured so means nothing, and that it can be measured is what is tested. */
const SMALL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'chat-formats': { BENCH_CHAT_MESSAGES: '50' },
  'chat-reading': { BENCH_WHATSAPP_MESSAGES: '500' },
  'danger-under-uploads': { BENCH_UPLOADS: '3', BENCH_DANGERS: '3' },
  'event-end-to-end': { BENCH_EVENTS: '64', BENCH_ROUNDS: '1', BENCH_CONNECTIONS: '4' },
  'reading-rows': { BENCH_MESSAGES: '500' },
  search: { BENCH_MESSAGES: '500', BENCH_PAGES: '8' },
  'seal-local': { HANDOVER_BENCH_MIB: '9', HANDOVER_BENCH_ROUNDS: '1' },
  sequencer: { HANDOVER_BENCH_ENTRIES: '600' },
  'telegram-json': { BENCH_TELEGRAM_MESSAGES: '500', BENCH_TELEGRAM_RUNS: '1' },
  'verify-bundle': { BENCH_BUNDLE_MIB: '8', BENCH_BUNDLE_RUNS: '1' },
};
/** It has no size that can be set, and needs nothing that changes with the database. */
const OF_ONE_SIZE = ['seal-log'];

describe('every benchmark that can be made small', () => {
  test('is known here', () => {
    const names = globSync('bench/*.ts', { cwd: ROOT }).map(path => basename(path, '.ts'));
    assert.deepEqual(names.toSorted(), [...Object.keys(SMALL), ...OF_ONE_SIZE].toSorted());
  });

  for (const [name, env] of Object.entries(SMALL))
    test(`${name} runs to its end and gives figures`, () => {
      const path = JSON.stringify(join(ROOT, 'bench', `${name}.ts`));
      const program = `import(${path}).then(bench => bench.run()).then(({ rows }) => { console.log(JSON.stringify(rows)); process.exit(0); });`;
      const run = spawnSync(process.execPath, ['--eval', program], {
        cwd: ROOT,
        env: { PATH: '/usr/bin:/bin', ...env },
        encoding: 'utf8',
      });
      assert.equal(run.status, 0, run.stderr);
      const rows = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as { value: number }[];
      assert.ok(rows.length > 0);
      for (const { value } of rows) assert.ok(Number.isFinite(value), run.stdout);
    });
});
