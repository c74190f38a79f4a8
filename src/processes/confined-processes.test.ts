import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { confined } from './child-specs.ts';

/** Loads a module as its process does, under the same rights, and says what it could do then. */
function load(module: string, after: string): string {
  const path = join(import.meta.dirname, module);
  const program = `await import(${JSON.stringify(path)}); ${after}`;
  const done = spawnSync(
    process.execPath,
    ['--no-warnings', ...confined([]), '--input-type=module', '-e', program],
    {
      encoding: 'utf8',
      env: {},
      cwd: '/',
    },
  );
  assert.equal(done.status, 0, done.stderr);
  return done.stdout.trim();
}

const TRY = (code: string) =>
  `try { ${code}; console.log('allowed'); } catch (error) { console.log(error.code); }`;

describe('the processes that face people, under the rights they run with', () => {
  for (const module of ['public-process.ts', 'police-process.ts', 'demo-process.ts']) {
    test(`${module} loads everything it needs`, () => {
      assert.equal(load(module, `console.log('loaded')`), 'loaded');
    });
  }

  for (const [what, code] of Object.entries({
    'write a file': `(await import('node:fs')).writeFileSync('/tmp/handover-escaped', 'x')`,
    'read outside the program text': `(await import('node:fs')).readFileSync('/etc/hostname')`,
    'start a program': `(await import('node:child_process')).execFileSync('/bin/true')`,
  })) {
    test(`the public process cannot ${what}`, () => {
      assert.equal(load('public-process.ts', TRY(code)), 'ERR_ACCESS_DENIED');
    });
  }
});
