import { after } from 'node:test';

const pending: (() => unknown)[] = [];

// Registered once at load, so that it runs when the whole run ends, whichever hook asked for it. Scripts that start an
// installation outside a test run end it themselves.
if (process.execArgv.includes('--test')) {
  after(async () => {
    for (const work of pending.toReversed()) await work();
  });
}

/** Runs `work` when the test run ends; the last asked runs first. */
export function whenTestsEnd(work: () => unknown): void {
  pending.push(work);
}
