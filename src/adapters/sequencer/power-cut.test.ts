import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CrashingDisk } from '#support/crashing-disk.ts';
import { checkAfterCut, cutEverywhere, logAll } from '#support/power-cuts.ts';
import { commitment, MemoryHead, openTestLog } from '#support/test-log.ts';
import { recover, sequenceOnce } from './sequencer.ts';

const many = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => commitment(from + i));

/** A log on a new disk, before its first start. */
async function newLog(ignoresSync: CrashingDisk['ignoresSync'] = () => false) {
  const disk = new CrashingDisk();
  disk.ignoresSync = ignoresSync;
  await disk.makeFolder('/data');
  return { ...openTestLog(disk, new MemoryHead()), disk };
}

type Log = Awaited<ReturnType<typeof newLog>>;

async function logBatches(log: Log, ...sizes: readonly number[]): Promise<void> {
  let head = await recover(log.parts);
  for (const size of sizes) {
    log.store.push(...many(head.size, head.size + size));
    head = await sequenceOnce(log.parts, head);
  }
}

/** Every kind of fsync the log makes. A disk that leaves one out must lose something, or nobody would miss that call. */
const SYNCS: readonly { readonly what: string; readonly of: (operation: string, path: string) => boolean }[] =
  [
    { what: 'a staged batch', of: (op, path) => op === 'sync' && path.includes('.stage.') },
    { what: 'a tile', of: (op, path) => op === 'sync' && /\/\.\d+\.\w+$/.test(path) },
    { what: 'a kept batch', of: (op, path) => op === 'sync' && path.includes('.batch.') },
    { what: 'the head file', of: (op, path) => op === 'sync' && path.startsWith('/outside/') },
    { what: 'the checkpoint', of: (op, path) => op === 'sync' && path.includes('/.checkpoint.') },
    {
      what: 'the folder of staged batches',
      of: (op, path) => op === 'syncFolder' && path.endsWith('/staging'),
    },
    {
      what: 'the folder of kept batches',
      of: (op, path) => op === 'syncFolder' && path.endsWith('/batches/0'),
    },
    {
      what: 'the folders above kept batches',
      of: (op, path) => op === 'syncFolder' && /store(\/batches)?$/.test(path),
    },
    { what: 'the folder of the head file', of: (op, path) => op === 'syncFolder' && path === '/outside' },
    { what: 'the folders of tiles', of: (op, path) => op === 'syncFolder' && /tile\/\w+/.test(path) },
    { what: 'the folder above the levels', of: (op, path) => op === 'syncFolder' && path.endsWith('/tile') },
    { what: 'the folder of the checkpoint', of: (op, path) => op === 'syncFolder' && path === '/data/log' },
    { what: 'the folder above the log', of: (op, path) => op === 'syncFolder' && path === '/data' },
  ];

describe('a power cut', () => {
  test('before any operation of the first start and batches of a log, whatever was not synced, loses nothing acknowledged', async () => {
    const log = await newLog();
    const cuts = await cutEverywhere(log, () => logBatches(log, 3, 2));
    assert.ok(cuts.length > 100, `${cuts.length} different outcomes`);
    for (const cut of cuts) await checkAfterCut(cut);
  });

  test('while a batch fills a tile and its partial tiles are removed loses nothing acknowledged', async () => {
    const log = await newLog();
    log.store.push(...many(0, 250));
    await logAll(log);
    const head = await recover(log.parts);
    log.store.push(...many(250, 259));
    const cuts = await cutEverywhere(log, async () => {
      await sequenceOnce(log.parts, head);
    });
    assert.ok(cuts.length > 60, `${cuts.length} different outcomes`);
    for (const cut of cuts) await checkAfterCut(cut, 1000);
  });

  test('after a kill and a new start loses nothing acknowledged: what a process finds need not be on the disk', async () => {
    const log = await newLog();
    const forks: { disk: CrashingDisk; store: MemoryHead }[] = [];
    log.disk.after = operation => {
      if (['mkdir', 'link', 'rename', 'unlink'].includes(operation))
        forks.push({ disk: log.disk.fork(), store: new MemoryHead(log.store.stored) });
    };
    await logBatches(log, 3);
    let outcomes = 0;
    for (const { disk, store } of forks) {
      const restarted = { ...openTestLog(disk, store), disk };
      await logAll(restarted);
      const { stored, announced: acknowledged } = store;
      for (const left of disk.crashStates()) {
        outcomes += 1;
        await checkAfterCut({ disk: left, stored, acknowledged, published: [stored.head.checkpoint] }, 1000);
      }
    }
    assert.ok(outcomes > forks.length);
  });

  for (const { what, of } of SYNCS) {
    test(`is survived only because the log fsyncs ${what}`, async () => {
      const log = await newLog(of);
      const cuts = await cutEverywhere(log, () => logBatches(log, 1));
      await assert.rejects(async () => {
        for (const cut of cuts.toReversed()) await checkAfterCut(cut, 1000);
      });
    });
  }
});
