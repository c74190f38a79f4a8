import { Worker } from 'node:worker_threads';
import type { RunningReadBack } from '#domain/sealing/index.ts';
import type { FromThread, ThreadTold, ToThread } from './thread.ts';

const PROGRAM = new URL('./thread.ts', import.meta.url);

/** Reads back in a thread of its own, so that opening and digesting take the second core while more is encrypted on the first. */
export function beginReadBack(told: ThreadTold): RunningReadBack {
  const thread = new Worker(PROGRAM, {
    workerData: told,
    // The chunks of plain bytes live for a moment: a small nursery keeps them from gathering.
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  const answer = new Promise<FromThread>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the read-back ended without an answer')));
  });
  answer.catch(() => undefined);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const send = (message: ToThread) => thread.postMessage(message);
  return {
    add: header => send(header),
    async finish() {
      send(null);
      const told = await answer;
      if ('error' in told) throw told.error;
      return told.digests;
    },
    abandon: () => void thread.terminate(),
  };
}
