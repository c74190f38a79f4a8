import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { whenTestsEnd } from '#support/cleanup.ts';
import { reportRotation, rotateCommand } from './rotate-command.ts';
import { HandoverError } from '#domain/error.ts';
import { sealCommand } from './seal-command.ts';
import { storingFailure } from './store-given-file.ts';

async function told(run: typeof sealCommand, args: readonly string[]) {
  let [out, err] = ['', ''];
  const code = await run(args, { out: text => (out += text), err: text => (err += text) });
  return { code, out, err };
}

test('after a rotation a person is told to copy the keys again and to make a new backup, in the terminal and in the guide', () => {
  let out = '';
  const outcome = { ok: true, items: 3, staged: 1 } as const;
  const code = reportRotation(outcome, { out: text => (out += text), err: assert.fail });
  assert.equal(code, 0);
  assert.match(
    out,
    /copy the folder keys\/ .*with retired\/[^]*make a new backup: npx handover backup FOLDER/,
  );
  const guide = readFileSync(join(import.meta.dirname, '../../docs/operating/keys.md'), 'utf8');
  assert.match(guide, /afterwards copy `keys\/` again, `retired\/` too[^]*make a new backup/);
});

test('a sealing that the disk stopped is a sentence that says what became of it and what to do; a fault of ours is not', () => {
  const full = storingFailure(new HandoverError('storage-full', 'the disk is full'));
  assert.match(full, /^Nothing was handed in: the disk is full\. .*Make room on the disk/);
  const other = new HandoverError('seal-mismatch', 'a.mp4: a stored piece cannot be opened');
  assert.match(storingFailure(other), /a\.mp4: a stored piece cannot be opened\. .*Give the command again/);
  assert.throws(() => storingFailure(new TypeError('ours')), TypeError);
});

const WELL = ['--from', 'platform', '--source', 'recording'];

describe('handover seal and rotate-keys, before they touch anything', () => {
  test('a command that is not understood gets a sentence, the help, and exit code 2', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'handover-commands-'));
    whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'file');
    writeFileSync(file, 'x');
    const cases: [string[], RegExp][] = [
      [[file], /Say with --from .*: .*school-or-college/],
      [['--from', 'nobody', '--source', 'recording', file], /Say with --from/],
      [['--from', 'platform', file], /Say with --source .*: .*recording/],
      [['--from', 'platform', '--source', 'extract', file], /Say with --source/],
      [WELL, /Name 1 to 39 files/],
      [[...WELL, ...Array.from({ length: 40 }, () => file)], /Name 1 to 39 files/],
      [[...WELL, join(folder, 'nothing')], /is not a file/],
      [[...WELL, folder], /is not a file/],
      [[...WELL, '--sauce', 'x', file], /Unknown option '--sauce'/],
    ];
    for (const [args, sentence] of cases) {
      const { code, out, err } = await told(sealCommand, args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, sentence);
      assert.match(err, /Usage: npx handover seal/);
    }
    assert.deepEqual(readdirSync(folder), ['file'], 'nothing was made');
    assert.equal((await told(rotateCommand, ['now'])).code, 2);
  });

  test('asked for help they tell how, and that is no failure', async () => {
    for (const run of [sealCommand, rotateCommand]) {
      const { code, out, err } = await told(run, ['--help']);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^Usage: npx handover (seal|rotate-keys)/);
    }
  });
});
