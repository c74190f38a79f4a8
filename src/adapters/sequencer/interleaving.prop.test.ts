import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CrashingDisk } from '#support/crashing-disk.ts';
import { checkTestLog, commitment, MemoryHead, openTestLog } from '#support/test-log.ts';
import type { LogHead } from './log-head.ts';
import { recover, sequenceOnce } from './sequencer.ts';

/**
 * What may happen to a log. `cut`: the power goes at the at-th operation of the disk, counted from the start of the process
 * or its next batch, and `left` says which of the possible disks is left. `kill`: the process goes there, the page cache stays.
 * `fail`: that operation fails, done or not, and the process stops.
 */
type Happening =
  | { readonly what: 'append'; readonly entries: number }
  | { readonly what: 'batch' }
  | { readonly what: 'cut'; readonly at: number; readonly left: number }
  | { readonly what: 'kill'; readonly at: number }
  | { readonly what: 'fail'; readonly at: number; readonly stored: boolean };

const at = fc.nat({ max: 100 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('append' as const), entries: fc.integer({ min: 1, max: 90 }) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('batch' as const) }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('cut' as const), at, left: fc.nat({ max: 200 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('kill' as const), at }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('fail' as const), at, stored: fc.boolean() }) },
);

/** One log through many processes, and everything that anybody outside was ever shown of it. */
class World {
  disk = new CrashingDisk();
  store = new MemoryHead();
  head: LogHead | null = null;
  parts = openTestLog(this.disk, this.store).parts;
  appended = 0;
  struck = 0;
  readonly published: string[] = [];
  acknowledged: readonly Buffer[] = [];

  async happen(event: Happening): Promise<void> {
    if (event.what === 'append') {
      for (let i = 0; i < event.entries; i += 1) this.store.push(commitment((this.appended += 1)));
      return;
    }
    let seen = 0;
    let left: CrashingDisk | null = null;
    this.disk.before = () => {
      seen += 1;
      if (event.what === 'batch' || seen <= event.at) return;
      if (event.what === 'cut')
        left ??= pick(this.disk.crashStates(event.left, seededBy(event.left)), event.left);
      if (event.what === 'kill') left ??= this.disk.fork();
      if (event.what === 'fail' && (event.stored || seen > event.at + 1)) return;
      throw new Error('struck');
    };
    this.disk.after = (operation, path) => {
      if (operation === 'rename' && path === '/data/log/checkpoint')
        this.published.push(this.disk.peek(path)?.toString('utf8') ?? '');
      if (event.what === 'fail' && event.stored && seen === event.at + 1) throw new Error('struck');
    };
    await this.work();
    if (left !== null) this.disk = left;
  }

  /** A process from its start, or from where it is, through one batch. */
  private async work(): Promise<void> {
    try {
      this.head ??= await recover(this.parts);
      this.head = await sequenceOnce(this.parts, this.head);
    } catch (error) {
      assert.match(String(error), /struck/);
      this.struck += 1;
      this.head = null;
    } finally {
      this.acknowledged = this.store.stored.logged.slice(0, this.store.announced);
    }
  }

  /** The next process, if the last one ended; over the disk as it is now. */
  async goOn(): Promise<void> {
    this.disk.before = () => undefined;
    if (this.head === null) {
      await this.disk.makeFolder('/data').catch(() => undefined);
      const { announced } = this.store;
      this.store = new MemoryHead(this.store.stored);
      this.store.announced = announced;
      this.parts = openTestLog(this.disk, this.store).parts;
    }
  }

  async check(provenEvery: number): Promise<void> {
    const disk = this.disk.fork();
    const log = openTestLog(disk, new MemoryHead(this.store.stored));
    await recover(log.parts);
    await checkTestLog(log, { earlier: [...new Set(this.published)], provenEvery });
    const { logged } = this.store.stored;
    assert.deepEqual(logged.slice(0, this.acknowledged.length), this.acknowledged);
    assert.equal(new Set(logged.map(entry => entry.toString('hex'))).size, logged.length);
  }
}

function pick(disks: readonly CrashingDisk[], n: number): CrashingDisk {
  return disks[n % disks.length] ?? assert.fail();
}

function seededBy(seed: number): () => number {
  let state = seed + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

test('whatever happens in whatever order, every checkpoint ever published is a beginning of the log and every acknowledged entry is proved', async () => {
  let struck = 0;
  let logged = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 24 }), async happenings => {
      const world = new World();
      await world.goOn();
      for (const event of happenings) {
        await world.happen(event);
        await world.goOn();
        if (world.head === null) await world.check(1000);
      }
      await world.check(1);
      struck += world.struck;
      logged += world.store.stored.logged.length;
    }),
    { numRuns: 60, seed: 20_261_123 },
  );
  assert.ok(struck > 100 && logged > 3000, `${struck} processes ended, ${logged} entries were logged`);
});
