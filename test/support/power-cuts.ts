import assert from 'node:assert/strict';
import { type Disk, isCode } from '#adapters/files/disk.ts';
import { recover, sequenceOnce } from '#adapters/sequencer/sequencer.ts';
import type { CrashingDisk } from './crashing-disk.ts';
import { checkTestLog, commitment, MemoryHead, openTestLog, type Stored, type TestLog } from './test-log.ts';

/** All that outlives a power cut, and what the world had been told before it. */
export type PowerCut = {
  readonly disk: CrashingDisk;
  readonly stored: Stored;
  readonly acknowledged: number;
  readonly published: readonly string[];
};

/** The state of a log at one moment, while it works on. */
export type Moment = () => Omit<PowerCut, 'disk'>;

/** Notes what the world is told, from now on: which checkpoints were readable at any time. */
export function watch({ disk, store }: TestLog & { disk: CrashingDisk }): Moment {
  const published: string[] = [];
  const inner = disk.after;
  disk.after = (operation, path) => {
    if (operation === 'rename' && path === '/data/log/checkpoint')
      published.push(disk.peek(path)?.toString('utf8') ?? '');
    inner(operation, path);
  };
  return () => ({ stored: store.stored, acknowledged: store.announced, published: [...published] });
}

/**
 * Runs `work` on the log and cuts the power before each operation of the disk and after the last, in every way that the
 * disk knows. Cuts that leave the same are given once.
 */
export async function cutEverywhere(
  log: TestLog & { disk: CrashingDisk },
  work: () => Promise<void>,
  sampled: { count: number; random: () => number } = { count: 0, random: () => 0 },
): Promise<PowerCut[]> {
  const cuts = new Map<string, PowerCut>();
  const moment = watch(log);
  const cut = () => {
    const now = moment();
    for (const disk of log.disk.crashStates(sampled.count, sampled.random))
      cuts.set(`${disk.fingerprint()} ${now.stored.head.size} ${now.acknowledged}`, { disk, ...now });
  };
  log.disk.before = cut;
  await work();
  log.disk.before = () => undefined;
  cut();
  return [...cuts.values()];
}

/** Starts again on what a power cut left and checks all of it: nothing acknowledged is lost, nothing published untrue. */
export async function checkAfterCut(cut: PowerCut, provenEvery = 1): Promise<TestLog> {
  const store = new MemoryHead(cut.stored);
  const log = openTestLog(cut.disk.fork(), store);
  await makeDataFolder(log.disk);
  await checkHeadFile(log, cut.published);
  const head = await recover(log.parts);
  assert.ok(head.size >= cut.acknowledged, 'an acknowledged entry is lost');
  await checkTestLog(log, { earlier: cut.published, provenEvery });
  store.push(commitment(90_001), commitment(90_002));
  await sequenceOnce(log.parts, head);
  await checkTestLog(log, { earlier: [...cut.published, head.checkpoint], provenEvery: 1000 });
  return log;
}

/** No receipt can stand under a head that the head file does not know. */
async function checkHeadFile({ headFile }: TestLog, published: readonly string[]): Promise<void> {
  const sizeOf = (checkpoint: string) => Number(checkpoint.split('\n')[1]);
  const known = await headFile.read();
  for (const checkpoint of published)
    assert.ok(
      known !== null && sizeOf(known) >= sizeOf(checkpoint),
      'more was published than the head file knows',
    );
}

/** Whoever installs makes the data folder anew when a power cut took it. */
async function makeDataFolder(disk: Disk): Promise<void> {
  await disk.makeFolder('/data').catch((error: unknown) => {
    if (!isCode(error, 'EEXIST')) throw error;
  });
}

/** Logs everything that waits, as a process does from its start. */
export async function logAll({ parts, store }: TestLog): Promise<void> {
  let head = await recover(parts);
  while ((await store.waiting(1)).length > 0) head = await sequenceOnce(parts, head);
}
