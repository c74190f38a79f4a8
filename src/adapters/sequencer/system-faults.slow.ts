import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createLogDatabase, fillOutbox, type LogDatabase } from '#support/log-database.ts';
import { createLogFiles } from './log-files.ts';
import { recover, sequenceOnce } from './sequencer.ts';
import { checkWholeLog } from './whole-log.ts';

const ENTRIES = 300;
const PROGRAM = join(import.meta.dirname, '../../../test/support/log-program.ts');
const NEEDS_STRACE = spawnSync('strace', ['-V']).status === 0 ? false : 'strace is not installed';

/** How often each system call of the log is made to fail, spread over all its calls. */
const CALLS: readonly {
  readonly call: string;
  readonly errors: readonly string[];
  readonly places: number;
}[] = [
  { call: 'fsync', errors: ['EIO', 'ENOSPC'], places: 6 },
  { call: 'write', errors: ['EIO', 'ENOSPC'], places: 4 },
  { call: 'openat', errors: ['EIO', 'EMFILE'], places: 3 },
  { call: 'link', errors: ['EIO', 'ENOSPC'], places: 3 },
  { call: 'rename', errors: ['EIO', 'ENOSPC'], places: 3 },
  { call: 'mkdir', errors: ['EIO', 'ENOSPC'], places: 3 },
  { call: 'unlink', errors: ['EIO'], places: 3 },
  { call: 'close', errors: ['EIO'], places: 3 },
  { call: 'read', errors: ['EIO'], places: 3 },
];

/** Every one of these is on the way of a batch: where one fails, the process must stop. */
const FATAL = ['fsync', 'link', 'rename', 'mkdir'];

type Run = { readonly acknowledged: number; readonly said: string; readonly code: number | null };

/** Runs the program on a log of its own with strace attached, or under a limit of the shell. */
async function runTraced(log: LogDatabase, strace: readonly string[] | null, shell = ''): Promise<Run> {
  const address = JSON.stringify(log.database.as('handover_sequencer'));
  const args = ['--no-warnings', PROGRAM, log.folder, address];
  const program = spawn('sh', ['-c', `${shell} exec "$0" "$@"`, process.execPath, ...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // strace counts the calls of each thread by itself: with one thread for files, the count is that of the log.
    env: { UV_THREADPOOL_SIZE: '1' },
  });
  let said = '';
  program.stdout?.on('data', bytes => (said += String(bytes)));
  program.stdin?.on('error', () => undefined);
  const ended = new Promise<number | null>(resolve => program.once('close', resolve));
  await heard(program, 'ready', ended);
  const tracer = strace === null ? null : await attach(program.pid ?? 0, strace);
  program.stdin?.write('go\n');
  const code = await ended;
  await tracer?.ended;
  const sizes = [...said.matchAll(/^acknowledged (\d+)$/gm)].map(found => Number(found[1]));
  return { acknowledged: sizes.at(-1) ?? 0, said, code };
}

function heard(program: ChildProcess, word: string, ended: Promise<unknown>): Promise<unknown> {
  const said = new Promise<void>(resolve =>
    program.stdout?.on('data', bytes => String(bytes).includes(word) && resolve()),
  );
  return Promise.race([said, ended]);
}

/** Resolves once strace holds every thread of the process. */
async function attach(pid: number, args: readonly string[]): Promise<{ readonly ended: Promise<unknown> }> {
  const tracer = spawn('strace', ['-f', '-p', String(pid), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise(resolve => tracer.once('close', resolve));
  await Promise.race([
    new Promise<void>(resolve =>
      tracer.stderr?.on('data', bytes => String(bytes).includes('attached') && resolve()),
    ),
    ended.then(() => assert.fail('strace could not attach')),
  ]);
  return { ended };
}

async function newLog(): Promise<LogDatabase> {
  const log = await createLogDatabase();
  await fillOutbox(log.owner, ENTRIES);
  return log;
}

/** A new start over what is left: all of it checks, nothing acknowledged is gone, and every entry gets its place once. */
async function checkNewStart(log: LogDatabase, run: Run): Promise<void> {
  const { parts, client } = await log.sequencer();
  await parts.store.lead();
  let head = await recover(parts);
  assert.ok(head.size >= run.acknowledged, `${run.acknowledged} were acknowledged, ${head.size} are there`);
  while ((await parts.store.waiting(1)).length > 0) head = await sequenceOnce(parts, head);
  assert.equal(head.size, ENTRIES);
  await checkWholeLog({ store: parts.store, files: createLogFiles(log.folder) }, head);
  await client.end();
}

/** How often the program makes each system call when nothing fails. */
async function countCalls(): Promise<Map<string, number>> {
  const log = await newLog();
  const folder = mkdtempSync(join(tmpdir(), 'handover-strace-'));
  const file = join(folder, 'calls');
  const names = CALLS.map(({ call }) => call).join(',');
  const run = await runTraced(log, ['-o', file, '-e', `trace=${names}`]);
  assert.equal(run.acknowledged, ENTRIES, run.said);
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  return new Map(
    CALLS.map(({ call }) => [call, text.match(new RegExp(`^\\d+ +${call}\\(`, 'gm'))?.length ?? 0] as const),
  );
}

describe('a system call of the sequencer that fails', { skip: NEEDS_STRACE }, () => {
  let counted: Promise<Map<string, number>> | null = null;
  for (const { call, errors, places } of CALLS) {
    for (const error of errors) {
      test(`${call} with ${error}, at ${places} places: the process stops or goes on, and nothing acknowledged is lost`, async () => {
        counted ??= countCalls();
        const count = (await counted).get(call) ?? 0;
        assert.ok(count >= places, `${call} is made ${count} times`);
        for (let place = 0; place < places; place += 1) {
          const when = 1 + Math.floor((place * count) / places);
          const log = await newLog();
          const run = await runTraced(log, [
            ...['-o', '/dev/null', '-e', `trace=${call}`],
            ...['-e', `inject=${call}:error=${error}:when=${when}`],
          ]);
          if (FATAL.includes(call)) assert.notEqual(run.code, 0, `${call} ${when} did not strike`);
          await checkNewStart(log, run);
        }
      });
    }
  }

  for (const kilobytes of [1, 4, 16]) {
    test(`write that is cut short at ${kilobytes} KiB stops the process, and nothing acknowledged is lost`, async () => {
      const log = await newLog();
      // POSIX sh counts in blocks of 512 bytes.
      const run = await runTraced(log, null, `ulimit -f ${kilobytes * 2};`);
      assert.notEqual(run.code, 0, run.said);
      await checkNewStart(log, run);
    });
  }

  test('killed by SIGKILL at any of 18 system calls loses nothing acknowledged', async () => {
    counted ??= countCalls();
    for (const [call, count] of await counted) {
      for (const share of [0.25, 0.7]) {
        const log = await newLog();
        const run = await runTraced(log, [
          ...['-o', '/dev/null', '-e', `trace=${call}`],
          ...['-e', `inject=${call}:signal=KILL:when=${1 + Math.floor(count * share)}`],
        ]);
        await checkNewStart(log, run);
      }
    }
  });
});
