import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseAddress } from '#adapters/postgres/connection.ts';
import { loneDisk } from '#adapters/files/lone-disk.ts';
import { createBatchShelf } from '#adapters/sequencer/batch-shelf.ts';
import { createHeadFile } from '#adapters/sequencer/head-file.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { createLogHeadStore } from '#adapters/sequencer/log-head.ts';
import { createLogKeeping } from '#adapters/sequencer/log-keeping.ts';
import { createNativeSigner } from '#adapters/sequencer/native-signer.ts';
import { recover, type SequencerParts } from '#adapters/sequencer/sequencer.ts';
import { HandoverError } from '#domain/error.ts';
import { EXIT, receiveHandshake, reportReady, reportTrouble, stopOnce } from './handshake.ts';
import { createWaker, runLogLoop } from './log-loop.ts';

export type SequencerHandshake = {
  readonly database: DatabaseAddress;
  readonly logFolder: string;
  /** Beside the sealed items. */
  readonly batchesFolder: string;
  /** Outside every backup. */
  readonly headFolder: string;
  readonly origin: string;
  readonly logSecretKey: string;
  /** How often the public listener's checkpoint is renewed. */
  readonly publishEveryMs: number;
};

const STOP_MS = 5000;

/** The single writer of the log. Leads while its one connection holds the advisory lock. */
export async function runSequencer(): Promise<void> {
  let stopping = false;
  let finished: Promise<void> = Promise.resolve();
  const waker = createWaker();
  const end = stopOnce(async () => {
    stopping = true;
    waker.wake();
    // A batch that is cut off here is settled at the next start.
    await Promise.race([finished, sleep(STOP_MS)]);
  });
  const told = await receiveHandshake<SequencerHandshake>(end);
  const client = new pg.Client({ ...told.database, application_name: 'handover sequencer' });
  client.on('error', () => process.exit(EXIT.recoverable));
  client.on('notification', () => waker.wake());
  try {
    await client.connect();
    await client.query('listen handover_events');
    const parts = partsOf(told, client);
    await parts.store.lead();
    const head = await recover(parts);
    reportReady();
    const loop = { parts, publishEveryMs: told.publishEveryMs, stopping: () => stopping, wait: waker.wait };
    finished = runLogLoop({ ...loop, held: sayHeld }, head);
    await finished;
    await client.end();
  } catch (error) {
    endOn(error);
  }
}

function partsOf(told: SequencerHandshake, client: pg.Client): SequencerParts {
  const signer = createNativeSigner(told.origin, new Uint8Array(Buffer.from(told.logSecretKey, 'base64')));
  return {
    store: createLogHeadStore(client),
    files: createLogFiles(told.logFolder, loneDisk),
    keeping: createLogKeeping({
      signer,
      shelf: createBatchShelf(told.batchesFolder, loneDisk),
      headFile: createHeadFile(told.headFolder, told.origin, loneDisk),
      witnesses: [],
    }),
    signer,
    clock: () => new Date(),
  };
}

/** Waiting for the clock is no failure: it is told, in the running log too, and nothing is restarted for it. */
function sayHeld(reason: string | null): void {
  const trouble = reason ?? 'the clock has caught up; signing goes on';
  reportTrouble({ trouble, fatal: false });
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), trouble })}\n`);
}

/** An unknown state stops the process and start-up recovers; a disagreement needs a person. */
function endOn(error: unknown): never {
  const refused = error instanceof HandoverError && error.code === 'log-disagrees';
  reportTrouble({ trouble: error instanceof Error ? error.message : 'unknown', fatal: refused });
  process.exit(refused ? EXIT.refused : EXIT.recoverable);
}
