import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runNewLog } from '../new-log-command.ts';
import { runBackup } from './backup-command.ts';
import { runRestore } from './restore-command.ts';

type Command = typeof runBackup;

const COMMANDS: Record<string, { run: Command; wrong: string[][] }> = {
  backup: {
    run: runBackup,
    wrong: [
      [],
      ['--nonsense'],
      ['a', 'b'],
      ['a', '--to'],
      ['a', '--with-keys', 'not-a-recipient'],
      ['a', '--to', 'AGE-SECRET-KEY-1'],
    ],
  },
  restore: { run: runRestore, wrong: [[], ['--nonsense'], ['a', 'b'], ['a', '--identity']] },
  'new-log': {
    run: runNewLog,
    wrong: [
      [],
      ['--because'],
      ['--because', ' '],
      ['because'],
      ['--because', 'a', 'b'],
      ['--because', 'x'.repeat(1001)],
    ],
  },
};

async function said(run: Command, args: string[]): Promise<{ code: number; out: string; err: string }> {
  const text = { out: '', err: '' };
  const code = await run(args, {
    out: part => void (text.out += part),
    err: part => void (text.err += part),
  });
  return { code, ...text };
}

describe('the commands of an administrator', () => {
  for (const [name, { run, wrong }] of Object.entries(COMMANDS)) {
    test(`${name} --help says how it is used and what its exit codes mean`, async () => {
      const { code, out, err } = await said(run, ['--help']);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, new RegExp(`Usage: npx handover ${name} `));
      assert.match(out, /Exit code: 0/);
    });

    for (const args of wrong) {
      test(`${name} ${args.join(' ').slice(0, 40)}: wrong use is a sentence and exit code 2`, async () => {
        const { code, out, err } = await said(run, args);
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, /^[A-Z].*Try --help\.\n$/);
      });
    }
  }
});
