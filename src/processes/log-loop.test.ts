import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BATCH_LIMIT, recover } from '#adapters/sequencer/sequencer.ts';
import { CrashingDisk } from '#support/crashing-disk.ts';
import { commitment, MemoryHead, openTestLog } from '#support/test-log.ts';
import { createWaker, runLogLoop } from './log-loop.ts';

const START = Date.parse('2026-11-23T20:00:03Z');
const PERIOD = 10_000;

/** Runs the loop with a clock that only waiting moves; `onWait` may bring work or move the clock, or end it. */
async function run(onWait: (log: { store: MemoryHead; waits: number }) => 'on' | 'end' | { clock: number }) {
  const disk = new CrashingDisk();
  await disk.makeFolder('/data');
  const store = new MemoryHead();
  const log = openTestLog(disk, store);
  let now = START;
  let waits = 0;
  let stopping = false;
  const published: number[] = [];
  const held: (string | null)[] = [];
  const asked: number[] = [];
  store.publish = async (at: Date) => void published.push(at.getTime());
  const parts = { ...log.parts, clock: () => new Date(now) };
  const head = await recover(parts);
  const wait = async (ms: number) => {
    asked.push(ms);
    waits += 1;
    now += ms;
    const next = onWait({ store, waits });
    if (next === 'end') stopping = true;
    else if (next !== 'on') now = next.clock;
  };
  const loop = { parts, publishEveryMs: PERIOD, stopping: () => stopping, wait };
  await runLogLoop({ ...loop, held: reason => held.push(reason) }, head);
  return { store, published, held, asked };
}

describe('the loop of the sequencer', () => {
  test('goes on without waiting as long as entries wait, also beyond one batch', async () => {
    let waited = -1;
    const { store } = await run(({ store: queue, waits }) => {
      if (waits === 1) for (let i = 0; i < BATCH_LIMIT + 10; i += 1) queue.push(commitment(i));
      waited = waits;
      return waits === 2 ? 'end' : 'on';
    });
    assert.equal(waited, 2, 'once before the work came and once after all of it was done');
    assert.equal(store.stored.logged.length, BATCH_LIMIT + 10);
  });

  test('renews the public checkpoint at whole multiples of its period, the same whether anybody acts or not', async () => {
    const idle = await run(({ waits }) => (waits === 100 ? 'end' : 'on'));
    const busy = await run(({ store, waits }) => {
      store.push(commitment(waits));
      return waits === 100 ? 'end' : 'on';
    });
    assert.deepEqual(busy.published, idle.published);
    assert.deepEqual(
      idle.published.slice(1).map(at => at % PERIOD),
      idle.published.slice(1).map(() => 0),
    );
    assert.ok(idle.published.length > 4);
  });

  test('waits with a reason while the clock is behind, does not stop, and goes on by itself', async () => {
    const { store, held } = await run(({ store: queue, waits }) => {
      if (waits === 1 || waits === 2) queue.push(commitment(waits));
      if (waits === 2) return { clock: START - 3_600_000 };
      if (waits === 5) {
        assert.equal(queue.stored.logged.length, 1);
        return { clock: START + 60_000 };
      }
      return waits === 7 ? 'end' : 'on';
    });
    assert.equal(store.stored.logged.length, 2);
    assert.equal(held.length, 2);
    assert.match(held[0] ?? '', /clock is \d+ ms behind/);
    assert.equal(held[1], null);
  });

  test('never waits longer than the fallback or to the next publication', async () => {
    const { asked } = await run(({ waits }) => (waits === 50 ? 'end' : 'on'));
    assert.ok(asked.every(ms => ms > 0 && ms <= 500));
  });
});

test('a signal that came while nobody waited ends the next wait at once', async () => {
  const waker = createWaker();
  waker.wake();
  await waker.wait(2 ** 30);
  const waiting = waker.wait(2 ** 30);
  waker.wake();
  await waiting;
});
