import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SETTINGS } from '#config';

const ROOT = join(import.meta.dirname, '..', '..');

test('npm start -- --help explains itself before anything is installed, and installs nothing', () => {
  const clone = mkdtempSync(join(tmpdir(), 'handover-help-'));
  try {
    for (const part of ['scripts', 'docs/operating', 'package.json'])
      cpSync(join(ROOT, part), join(clone, part), { recursive: true });
    for (const option of ['--help', '-h']) {
      const done = spawnSync(process.execPath, [join(clone, 'scripts', 'start.mjs'), option], {
        cwd: clone,
        // No npm to be found: an installation could not even begin.
        env: { PATH: clone },
        encoding: 'utf8',
      });
      assert.equal(done.status, 0, done.stderr);
      for (const { env, fallback } of Object.values(SETTINGS))
        assert.match(done.stdout, new RegExp(`${env} .*Default: ${fallback.replaceAll(/[.()]/g, '\\$&')}`));
      assert.match(done.stdout, /--fresh/);
    }
    assert.deepEqual(readdirSync(clone).toSorted(), ['docs', 'package.json', 'scripts']);
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
});
