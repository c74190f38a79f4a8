import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { CrashingDisk } from '#support/crashing-disk.ts';
import { logAll } from '#support/power-cuts.ts';
import { commitment, MemoryHead, openTestLog, type Stored, TEST_SIGNER } from '#support/test-log.ts';
import { refuse, type Refusal, REFUSALS } from './refusals.ts';
import { recover, sequenceOnce, signCheckpoint } from './sequencer.ts';

const HEAD_FILE = '/outside/northshire.example_log_test.checkpoint';
const SIZES = [250, 260, 300];

/** A log of 300 entries in three batches, and what it was after the second. */
async function settledLog() {
  const disk = new CrashingDisk();
  await disk.makeFolder('/data');
  const log = { ...openTestLog(disk, new MemoryHead()), disk };
  const earlier: { disk: CrashingDisk; stored: Stored }[] = [];
  for (const size of SIZES) {
    for (let i = log.store.stored.logged.length; i < size; i += 1) log.store.push(commitment(i));
    await logAll(log);
    earlier.push({ disk: disk.fork(), stored: log.store.stored });
  }
  const [oldest, before] = earlier;
  if (oldest === undefined || before === undefined) return assert.fail();
  return { ...log, oldest, before };
}

type Log = Awaited<ReturnType<typeof settledLog>>;

const ROOT_X = new Uint8Array(32).fill(9);
const OTHER_KEY = { ...TEST_SIGNER, secretKey: new Uint8Array(32).fill(8) };

function setHead(log: Log, head: Partial<Stored['head']>): void {
  log.store.stored = { ...log.store.stored, head: { ...log.store.stored.head, ...head } };
}

function publish(log: Log, text: string): void {
  log.disk.damage('/data/log/checkpoint', () => Buffer.from(text));
}

/** Takes the database and the published checkpoint back to an earlier moment; the tiles stay. */
function takeBack(log: Log, to: Log['before']): void {
  log.store.stored = to.stored;
  publish(log, to.stored.head.checkpoint);
}

function setHeadFile(log: Log, text: string | null): void {
  log.disk.damage(HEAD_FILE, () => (text === null ? null : Buffer.from(text)));
}

/** A crash between commit and application: the stage is there, the tiles and the checkpoint are not. */
async function stopAfterCommit(log: Log): Promise<string> {
  const head = await recover(log.parts);
  log.store.push(commitment(300), commitment(301));
  await assert.rejects(
    sequenceOnce(
      { ...log.parts, files: { ...log.files, apply: () => Promise.reject(new Error('cut')) } },
      head,
    ),
  );
  return log.disk.files().find(path => path.endsWith('.stage')) ?? assert.fail();
}

const flip = (bytes: Buffer) => {
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
};

const CASES: readonly {
  readonly what: string;
  readonly refusal: Refusal;
  readonly change: (log: Log) => unknown;
}[] = [
  {
    what: 'the database has the name of another log',
    refusal: 'other-log',
    change: log => setHead(log, { origin: 'eastmere.example/log/test' }),
  },
  {
    what: 'another key signed the head',
    refusal: 'head-unsigned',
    change: log => {
      const { size, root } = log.store.stored.head;
      setHead(log, { checkpoint: signCheckpoint(OTHER_KEY, size, root) });
    },
  },
  { what: 'the head says another size', refusal: 'head-altered', change: log => setHead(log, { size: 299 }) },
  {
    what: 'the head says another root',
    refusal: 'head-altered',
    change: log => setHead(log, { root: ROOT_X }),
  },
  {
    what: 'the published checkpoint is gone',
    refusal: 'published-missing',
    change: log => log.disk.damage('/data/log/checkpoint', () => null),
  },
  {
    what: 'the published checkpoint is no checkpoint',
    refusal: 'published-unreadable',
    change: log => publish(log, 'nothing of the kind'),
  },
  {
    what: 'another key signed the published checkpoint',
    refusal: 'published-unsigned',
    change: log => publish(log, signCheckpoint(OTHER_KEY, 260, log.before.stored.head.root)),
  },
  {
    what: 'the database was restored from a backup',
    refusal: 'published-newer',
    change: log => (log.store.stored = log.before.stored),
  },
  {
    what: 'there are two roots of one size',
    refusal: 'two-roots',
    change: log => publish(log, signCheckpoint(TEST_SIGNER, 300, ROOT_X)),
  },
  {
    what: 'what was published is no beginning of the log',
    refusal: 'published-not-prefix',
    change: log => publish(log, signCheckpoint(TEST_SIGNER, 260, ROOT_X)),
  },
  {
    what: 'the database and the checkpoint were both restored, and the head file knows a newer head',
    refusal: 'known-newer',
    change: log => takeBack(log, log.before),
  },
  {
    what: 'all heads were restored, and a batch builds on a newer one',
    refusal: 'known-newer',
    change: log => {
      takeBack(log, log.oldest);
      setHeadFile(log, null);
    },
  },
  {
    what: 'another key signed what the head file holds',
    refusal: 'known-unsigned',
    change: log => setHeadFile(log, signCheckpoint(OTHER_KEY, 260, log.before.stored.head.root)),
  },
  {
    what: 'the head file holds another root of the same size',
    refusal: 'known-differs',
    change: log => setHeadFile(log, signCheckpoint(TEST_SIGNER, 300, ROOT_X)),
  },
  {
    what: 'what the head file holds is no beginning of the log',
    refusal: 'known-differs',
    change: log => setHeadFile(log, signCheckpoint(TEST_SIGNER, 260, ROOT_X)),
  },
  {
    what: 'all heads were restored, the tiles were not, and no batch was built upon',
    refusal: 'log-longer',
    change: log => {
      takeBack(log, log.before);
      setHeadFile(log, log.before.stored.head.checkpoint);
    },
  },
  {
    what: 'the whole log folder was restored from a backup',
    refusal: 'tile-missing',
    change: log => (log.disk = log.before.disk),
  },
  {
    what: 'the database lost the places of its last entries',
    refusal: 'entry-differs',
    change: log => {
      const { logged, queue } = log.store.stored;
      log.store.stored = {
        ...log.store.stored,
        logged: logged.slice(0, 290),
        queue: [...logged.slice(290), ...queue],
      };
    },
  },
  {
    what: 'the database names two entries in another order',
    refusal: 'entry-differs',
    change: log => {
      const logged = log.store.stored.logged.toSpliced(10, 2, commitment(11), commitment(10));
      log.store.stored = { ...log.store.stored, logged };
    },
  },
  {
    what: 'the database names more entries than the head counts',
    refusal: 'entry-differs',
    change: log => {
      log.store.stored = { ...log.store.stored, logged: [...log.store.stored.logged, commitment(300)] };
    },
  },
  {
    what: 'a tile is lost',
    refusal: 'tile-missing',
    change: log => log.disk.damage('/data/log/tile/0/000', () => null),
  },
  {
    what: 'the last entries are cut off a bundle',
    refusal: 'tile-damaged',
    change: log => log.disk.damage('/data/log/tile/entries/001.p/44', bytes => bytes.subarray(0, 35 * 40)),
  },
  {
    what: 'the staged batch of the head is damaged',
    refusal: 'stage-damaged',
    change: async log => log.disk.damage(await stopAfterCommit(log), flip),
  },
  {
    what: 'the stage of the head is gone before it was applied',
    refusal: 'tile-missing',
    change: async log => log.disk.damage(await stopAfterCommit(log), () => null),
  },
  {
    what: 'another file stands where the staged batch belongs',
    refusal: 'tile-differs',
    change: async log => {
      await stopAfterCommit(log);
      const file = await log.disk.createFile('/data/log/tile/0/001.p/46');
      await file.write(Buffer.alloc(46 * 32));
    },
  },
];

/** What was there before a start: tiles of a batch that was committed may be added to it. */
function outside(log: Log, files: readonly string[]): unknown {
  return {
    stored: log.store.stored,
    files: files.map(path => [path, log.disk.peek(path)?.toString('base64')]),
  };
}

async function refusesToStart(log: Log, sentences: readonly string[]): Promise<void> {
  const files = log.disk.files().filter(path => !path.includes('/leading/'));
  const before = outside(log, files);
  const next = openTestLog(log.disk, log.store);
  await assert.rejects(recover(next.parts), (error: Error & { code?: string }) => {
    assert.equal(error.code, 'log-disagrees', String(error));
    assert.ok(
      sentences.some(sentence => error.message.includes(sentence)),
      error.message,
    );
    return true;
  });
  assert.deepEqual(outside(log, files), before);
}

describe('the sequencer refuses to start, signs nothing and changes nothing', () => {
  for (const { what, refusal, change } of CASES) {
    test(`when ${what}`, async () => {
      const log = await settledLog();
      await change(log);
      await refusesToStart(log, [REFUSALS[refusal]]);
    });
  }

  test('when a bit is flipped in any tile, entry bundle, the checkpoint or the head file', async () => {
    const sentences = (
      [
        'tile-damaged',
        'entry-differs',
        'published-unreadable',
        'published-unsigned',
        'known-unsigned',
      ] as const
    ).map(refusal => REFUSALS[refusal]);
    const { disk, store, oldest, before } = await settledLog();
    // Batches are not read at a start; npx handover fsck reads them.
    const files = disk.files().filter(path => !/\/leading\/|\/batches\//.test(path));
    assert.equal(files.length, 9, 'two heads, two full tiles, two narrow and three at the right edge');
    for (const path of files) {
      for (const place of [0, 0.3, 0.6, 1]) {
        const damaged = disk.fork();
        damaged.damage(path, bytes => {
          const at = Math.floor((bytes.length - 1) * place);
          bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
          return bytes;
        });
        const log = { ...openTestLog(damaged, store), disk: damaged, oldest, before };
        await refusesToStart(log, sentences);
      }
    }
  });

  test('and each reason has a row of its own in what operators read', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/operating/log.md'), 'utf8');
    const rows = text.split('\n').filter(line => line.startsWith('| '));
    for (const sentence of Object.values(REFUSALS))
      assert.equal(rows.filter(row => row.startsWith(`| ${sentence} |`)).length, 1, sentence);
    assert.throws(
      () => refuse('tile-missing', 'tile/0/000'),
      /a tile is missing \(tile\/0\/000\)\. Nothing was signed/,
    );
  });
});
