import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');
const COPIED = ['src/portable', 'vectors/chat', 'docs/formats', 'package.json', 'scripts'];
const TESTS = ['vectors', 'detect', 'hostile-bytes.prop', 'reading-lines'].map(
  name => `src/portable/chat/${name}.test.ts`,
);

const folder = mkdtempSync(join(tmpdir(), 'handover-new-format-'));
after(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { status: number | null; output: string } {
  // With no environment: a test runner inside a test runner would answer to the outer one.
  const done = spawnSync(process.execPath, ['--no-warnings', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {},
  });
  return { status: done.status, output: done.stdout + done.stderr };
}

function copyProject(): void {
  for (const path of COPIED) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const config = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8')) as object;
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, include: ['src/portable/chat'] }));
}

test('a new chat format begins with stubs that pass every check, and with one vector that fails', () => {
  copyProject();
  const made = run('scripts/new-chat-format.ts', 'acme-duck-json');
  assert.equal(made.status, 0, made.output);
  assert.match(
    made.output,
    /Next, in this order[^]*first-message\.json[^]*hostile-bytes[^]*docs\/formats\/chat-acme-duck-json\.md/,
  );
  const types = spawnSync(join(ROOT, 'node_modules/.bin/tsc'), [], { cwd: folder, encoding: 'utf8' });
  assert.equal(types.status, 0, types.stdout);
  const tests = run('--test', '--test-isolation=none', '--test-reporter=tap', ...TESTS);
  const failed = tests.output.split('\n').filter(line => /^\s*not ok /.test(line));
  assert.equal(failed.length, 1, tests.output);
  assert.match(failed[0] ?? '', /vector acme-duck-json\/ok\/first-message\.json/);
  const again = run('scripts/new-chat-format.ts', 'acme-duck-json');
  assert.match(again.output, /There is a format acme-duck-json already/);
  assert.equal(again.status, 1);
  for (const name of [[], ['Acme'], ['acme'], ['../x-y'], ['a-b/c']]) {
    const refused = run('scripts/new-chat-format.ts', ...name);
    assert.match(refused.output, /such as acme-json/);
    assert.equal(refused.status, 1);
  }
});
