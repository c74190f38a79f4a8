import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseAddress } from '#adapters/postgres/connection.ts';
import { createBatchShelf } from '#adapters/sequencer/batch-shelf.ts';
import { createHeadFile } from '#adapters/sequencer/head-file.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { createLogHeadStore, type LogHead } from '#adapters/sequencer/log-head.ts';
import { createLogKeeping } from '#adapters/sequencer/log-keeping.ts';
import { recover, sequenceOnce, type SequencerParts } from '#adapters/sequencer/sequencer.ts';
import { HandoverError } from '#domain/error.ts';
import { EXIT, receiveHandshake, reportReady, reportTrouble, stopOnce } from './handshake.ts';

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

const IDLE_MS = 500;

/** The single writer of the log. Leads while its one connection holds the advisory lock. */
export async function runSequencer(): Promise<void> {
  let stopping = false;
  const end = stopOnce(async () => {
    stopping = true;
    await sleep(IDLE_MS);
  });
  const told = await receiveHandshake<SequencerHandshake>(end);
  const client = new pg.Client({ ...told.database, application_name: 'handover sequencer' });
  client.on('error', () => process.exit(EXIT.recoverable));
  try {
    await client.connect();
    await client.query('listen handover_events');
    const parts = partsOf(told, client);
    await waitToLead(parts);
    await lead(parts, { client, publishEveryMs: told.publishEveryMs, stopping: () => stopping });
    await client.end();
  } catch (error) {
    endOn(error);
  }
}

function partsOf(told: SequencerHandshake, client: pg.Client): SequencerParts {
  const signer = { name: told.origin, secretKey: new Uint8Array(Buffer.from(told.logSecretKey, 'base64')) };
  return {
    store: createLogHeadStore(client),
    files: createLogFiles(told.logFolder),
    keeping: createLogKeeping({
      signer,
      shelf: createBatchShelf(told.batchesFolder),
      headFile: createHeadFile(told.headFolder, told.origin),
      witnesses: [],
    }),
    signer,
    clock: () => new Date(),
  };
}

async function waitToLead(parts: SequencerParts): Promise<void> {
  while (!(await parts.store.lead())) await sleep(IDLE_MS);
}

type Leadership = { client: pg.Client; publishEveryMs: number; stopping: () => boolean };

async function lead(parts: SequencerParts, { client, publishEveryMs, stopping }: Leadership): Promise<void> {
  let head: LogHead = await recover(parts);
  let wake: () => void = () => undefined;
  client.on('notification', () => wake());
  reportReady();
  let publishAt = 0;
  while (!stopping()) {
    if (Date.now() >= publishAt) {
      await parts.store.publish(head.checkpoint, parts.clock());
      publishAt = Date.now() + publishEveryMs;
    }
    const woken = new Promise<void>(resolve => {
      wake = resolve;
    });
    const next = await sequenceOnce(parts, head);
    if (next === head) await Promise.race([woken, sleep(IDLE_MS)]);
    head = next;
  }
}

/** An unknown state stops the process and start-up recovers; a disagreement needs a person. */
function endOn(error: unknown): never {
  const refused = error instanceof HandoverError && error.code === 'log-disagrees';
  reportTrouble({ trouble: error instanceof Error ? error.message : 'unknown', fatal: refused });
  process.exit(refused ? EXIT.refused : EXIT.recoverable);
}
