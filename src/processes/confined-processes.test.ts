import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { whenTestsEnd } from '#support/cleanup.ts';
import { childSpecs, confined } from './child-specs.ts';

/** Loads a module as its process does, under the same rights, and says what it could do then. */
function load(module: string, after: string, readable: readonly string[] = []): string {
  const path = join(import.meta.dirname, module);
  const program = `await import(${JSON.stringify(path)}); ${after}`;
  const done = spawnSync(
    process.execPath,
    ['--no-warnings', ...confined(readable), '--input-type=module', '-e', program],
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

  test('the police process reads the log and finished bundles, can write neither, and reads nothing beside them', () => {
    const data = mkdtempSync(join(tmpdir(), 'handover-confined-'));
    whenTestsEnd(() => rmSync(data, { recursive: true, force: true }));
    const folders = ['log', 'bundles', 'keys', 'store'].map(name => join(data, name));
    for (const folder of folders) {
      mkdirSync(folder);
      writeFileSync(join(folder, 'file'), 'x');
    }
    const read = (folder: string) =>
      TRY(`(await import('node:fs')).readFileSync(${JSON.stringify(join(folder, 'file'))})`);
    const write = (folder: string) =>
      TRY(`(await import('node:fs')).writeFileSync(${JSON.stringify(join(folder, 'new'))}, 'x')`);
    const readable = folders.slice(0, 2);
    const program = [...folders.map(read), ...folders.map(write)].map(code => `{ ${code} }`).join('; ');
    assert.deepEqual(load('police-process.ts', program, readable).split('\n'), [
      'allowed',
      'allowed',
      ...Array.from({ length: 6 }, () => 'ERR_ACCESS_DENIED'),
    ]);
  });

  test('the police process is handed the log folder and the bundles to read, and the public one nothing', () => {
    const settings = {
      dataFolder: mkdtempSync(join(tmpdir(), 'handover-specs-')),
      demoPort: 1,
      publicPort: 2,
      policePort: 3,
      headFolder: '/elsewhere',
      escrowRecipients: [],
      draftDays: 7,
      welshReview: null,
      trustedProxies: [],
    };
    whenTestsEnd(() => rmSync(settings.dataFolder, { recursive: true, force: true }));
    const server = { port: 1, ownerPassword: '', adopted: false, stop: () => Promise.resolve() };
    const secret = new Uint8Array(32).fill(1);
    const keys = {
      origin: 'o',
      logSecretKey: secret,
      evidenceIdentity: 'i',
      evidenceRecipient: 'r',
      retiringIdentities: [],
      retiredIdentities: [],
      closedLogs: [],
      rolePasswords: {},
    };
    const inData = (role: string) =>
      childSpecs(settings, server, keys)
        .find(spec => spec.role === role)
        ?.flags.filter(flag => flag.startsWith(`--allow-fs-read=${settings.dataFolder}`))
        .map(flag => basename(flag));
    assert.deepEqual(inData('police'), ['bundles', 'log']);
    assert.deepEqual(inData('public'), []);
  });
});
