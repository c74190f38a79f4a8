import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { whenTestsEnd } from '#support/cleanup.ts';

const NEEDS_STRACE = spawnSync('strace', ['-V']).status === 0 ? false : 'strace is not installed';
const SIZE = 2 * 1_048_576 + 5000;
const WHOLE_PAGES = SIZE - (SIZE % 4096);

test('whole pages of a large body go past the page cache, both ways', { skip: NEEDS_STRACE }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'handover-direct-'));
  whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
  const disk = JSON.stringify(join(import.meta.dirname, 'direct-disk.ts'));
  const memory = JSON.stringify(join(import.meta.dirname, '../../domain/sealing/body-memory.ts'));
  const program = `const { directDisk } = await import(${disk}); const { bodyMemory } = await import(${memory});
    const file = await directDisk.createFile('body'); await file.write(bodyMemory(${SIZE})); await file.sync(); await file.close();
    await directDisk.readInto('body', bodyMemory(${SIZE}));`;
  const trace = join(folder, 'trace');
  const run = spawnSync(
    'strace',
    [
      '-f',
      '-e',
      'trace=openat,pread64,pwrite64',
      '-o',
      trace,
      process.execPath,
      '--input-type=module',
      '-e',
      program,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  assert.equal(run.status, 0, run.stderr);
  const calls = readFileSync(trace, 'utf8');
  for (const [way, call] of [
    ['O_WRONLY', 'pwrite64'],
    ['O_RDONLY', 'pread64'],
  ] as const) {
    assert.match(calls, new RegExp(`openat\\(.*"body", ${way}\\|.*O_DIRECT`));
    // Refused, as where a file system knows no such way, it would end in EINVAL and not in the number of bytes.
    assert.match(calls, new RegExp(`${call}\\(.* ${WHOLE_PAGES}, 0.*(= ${WHOLE_PAGES}|unfinished)`));
    assert.doesNotMatch(calls, new RegExp(`${call}.*EINVAL`));
  }
});
