import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  makePlace,
  processesOf,
  startHandover,
  type Place,
  type Started,
} from '#support/running-handover.ts';

/** One more than are forgiven in silence. */
const KILLS = 6;

/** The process that has a role now; waits until there is one, other than `not`. */
async function pidOf(place: Place, role: string, not: number): Promise<number> {
  for (;;) {
    const found = processesOf(place).find(pid => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return words.at(-2) === role && (words.at(-3) ?? '').endsWith('main.ts');
      } catch {
        return false;
      }
    });
    if (found !== undefined && found !== not) return found;
    await sleep(20);
  }
}

async function saying(started: Started, words: string): Promise<void> {
  while (!started.output().includes(words)) await sleep(50);
}

test('while the worker is killed again and again the doors answer; the terminal says it at once and at the end', async () => {
  const place = await makePlace();
  const started = startHandover(place);
  await started.ready;
  const doors = await Promise.all(['public', 'police', 'sequencer'].map(role => pidOf(place, role, 0)));
  let last = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    last = await pidOf(place, 'worker', last);
    process.kill(last, 'SIGKILL');
    assert.equal((await fetch(`http://127.0.0.1:${place.demo}/`)).status, 200);
  }
  await saying(started, 'Sealing and reading have stopped. Hand-ins are still taken');
  assert.equal((await fetch(`http://127.0.0.1:${place.demo}/`)).status, 200);
  assert.deepEqual(
    await Promise.all(['public', 'police', 'sequencer'].map(role => pidOf(place, role, 0))),
    doors,
    'no other process may have ended',
  );
  // It comes back by itself.
  await pidOf(place, 'worker', last);
  started.child.kill('SIGTERM');
  assert.equal(await started.exited, 1);
  const [, ...after] = started.output().split('Stopping:');
  assert.match(after.join(''), /Sealing and reading have stopped/);
});
