import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const AGE = ['/usr/bin/age', '/usr/local/bin/age', '/opt/homebrew/bin/age'].find(path => existsSync(path));

/** Why tests by other people's tool are skipped here, or false. */
export const withoutAge = AGE === undefined ? 'the age command is not installed on this machine' : false;

/** Opens a file, given on standard input, with the standard age tool and this identity. */
export function ageDecrypt(identity: string, file: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'handover-age-'));
  try {
    writeFileSync(join(folder, 'identity'), `${identity}\n`, { mode: 0o600 });
    return runAge(['-d', '-i', join(folder, 'identity')], file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seals bytes with the standard age tool. */
export function ageEncrypt(recipients: readonly string[], plain: Uint8Array): Buffer {
  return runAge(
    recipients.flatMap(recipient => ['-r', recipient]),
    plain,
  );
}

function runAge(args: readonly string[], input: Uint8Array): Buffer {
  const done = spawnSync(AGE ?? '', args, { input, maxBuffer: 1 << 28 });
  assert.equal(done.status, 0, done.stderr.toString());
  return done.stdout;
}
