import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CrashingDisk, type Operation } from '#support/crashing-disk.ts';
import { checkAfterCut, logAll } from '#support/power-cuts.ts';
import { checkTestLog, commitment, MemoryHead, openTestLog } from '#support/test-log.ts';
import type { LogHead, LogHeadStore } from './log-head.ts';
import { recover, sequenceOnce } from './sequencer.ts';

/** Fills the first tile, so that a batch also removes partial tiles. */
const BEFORE = 250;
const BATCH = 8;

type Step = { readonly operation: Operation | keyof LogHeadStore; readonly path: string };
/** Counted in the order in which the steps of a batch begin. */
type Fault = { readonly at: number; readonly stored: boolean };

/** A log of 250 entries in which 8 more wait, and one step of the next batch that fails, before or after its work. */
async function logWithFault(fault: Fault | null) {
  const disk = new CrashingDisk();
  await disk.makeFolder('/data');
  const log = { ...openTestLog(disk, new MemoryHead()), disk };
  for (let i = 0; i < BEFORE; i += 1) log.store.push(commitment(i));
  await logAll(log);
  const head = await recover(log.parts);
  for (let i = BEFORE; i < BEFORE + BATCH; i += 1) log.store.push(commitment(i));
  const steps: Step[] = [];
  const before = (step: Step) => {
    steps.push(step);
    if (fault?.at === steps.length - 1 && !fault.stored) throw new Error('injected fault');
  };
  const after = () => {
    // Steps of one batch may overlap: the fault strikes whichever ends next.
    if (fault?.stored === true && steps.length > fault.at) {
      fault = null;
      throw new Error('injected fault');
    }
  };
  disk.before = (operation, path) => before({ operation, path: plain(path) });
  disk.after = after;
  const store = faultyStore(log.store, before, after);
  return { log, steps, batch: () => sequenceOnce({ ...log.parts, store }, head) };
}

function faultyStore(store: MemoryHead, before: (step: Step) => void, after: () => void): LogHeadStore {
  const faulty = <Args extends readonly unknown[], T>(
    operation: keyof LogHeadStore,
    work: (...args: Args) => Promise<T>,
  ) => {
    return async (...args: Args) => {
      before({ operation, path: 'database' });
      const result = await work(...args);
      after();
      return result;
    };
  };
  return {
    lead: store.lead,
    read: faulty('read', store.read),
    logged: store.logged,
    publish: store.publish,
    waiting: faulty('waiting', store.waiting),
    announce: faulty('announce', store.announce),
    advance: faulty('advance', (old: LogHead, next: LogHead, entries) => store.advance(old, next, entries)),
  };
}

/** Without what is random in it. */
function plain(path: string): string {
  return path.replace(/[0-9a-f]{12,}/g, 'x');
}

const steps = await (async () => {
  const { steps: seen, batch } = await logWithFault(null);
  await batch();
  return seen;
})();

/** What a batch does, in its order, and whether a failure there stops the process so that recovery decides. */
const PHASES = [
  'read',
  'stage',
  'keep batch',
  'commit',
  'apply',
  'keep head',
  'publish',
  'announce',
  'tidy',
] as const;
type Phase = (typeof PHASES)[number];

function phaseOf(at: number): Phase {
  const first = (operation: string) => steps.findIndex(step => step.operation === operation);
  const begins = (path: string) => steps.findIndex(step => step.path.startsWith(path));
  if (at === first('waiting')) return 'read';
  if (at < first('advance')) return at < begins('/data/store/') ? 'stage' : 'keep batch';
  if (at === first('advance')) return 'commit';
  if (at > first('announce')) return 'tidy';
  if (at === first('announce')) return 'announce';
  if (at < begins('/outside')) return 'apply';
  return at <= steps.findLastIndex(step => step.path.startsWith('/outside')) ? 'keep head' : 'publish';
}

async function failAt(at: number, stored: boolean, fatal: boolean): Promise<void> {
  const { log, batch } = await logWithFault({ at, stored });
  if (fatal) await assert.rejects(batch(), /injected fault/);
  else assert.equal((await batch()).size, BEFORE + BATCH);
  log.disk.before = () => undefined;
  log.disk.after = () => undefined;
  const [kept, lost] = log.disk.crashStates();
  for (const disk of [log.disk.fork(), kept, lost]) {
    if (disk === undefined) continue;
    const told = { stored: log.store.stored, acknowledged: log.store.announced, published: [] };
    await checkAfterCut({ disk, ...told }, 1000);
  }
  await logAll(log);
  await checkTestLog(log, { provenEvery: 1000 });
  const { logged } = log.store.stored;
  assert.equal(logged.length, BEFORE + BATCH);
  assert.equal(new Set(logged.map(entry => entry.toString('hex'))).size, BEFORE + BATCH);
}

describe('a step of a batch that fails', () => {
  test('is any of those that write: stage, batch, head, each tile, head file, checkpoint, announcement, tidying', () => {
    const has = (operation: string, path: string) =>
      steps.some(step => step.operation === operation && step.path.includes(path));
    for (const [operation, path] of [
      ['rename', '/staging/'],
      ['rename', '/data/store/batches/0/250-258-'],
      ['advance', 'database'],
      ['link', 'tile/entries/000'],
      ['link', 'tile/entries/001.p/2'],
      ['link', 'tile/0/000'],
      ['link', 'tile/0/001.p/2'],
      ['link', 'tile/1/000.p/1'],
      ['rename', '/outside/northshire.example_log_test.checkpoint'],
      ['rename', '/data/log/checkpoint'],
      ['announce', 'database'],
      ['unlink', '/tile/0/000.p/250'],
      ['unlink', '/staging/'],
    ] as const) {
      assert.ok(has(operation, path), `${operation} ${path}`);
    }
    assert.deepEqual([...new Set(steps.map((_, at) => phaseOf(at)))], [...PHASES]);
  });

  for (const phase of PHASES) {
    for (const stored of [false, true]) {
      const how = stored ? 'though its work was done' : 'with nothing done';
      const outcome = phase === 'tidy' ? 'stops nothing' : 'stops the process';
      test(`at "${phase}", ${how}, ${outcome}; a new start, with or without a power cut, finds every entry once`, async () => {
        for (const at of steps.keys()) if (phaseOf(at) === phase) await failAt(at, stored, phase !== 'tidy');
      });
    }
  }
});
