import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEventSealer, createEvidenceOpener, createSealer } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { createBundleShelf } from '#adapters/bundles/bundle-shelf.ts';
import { createConfinedReader } from '#adapters/confined-reader/confined-reader.ts';
import { rootAuditMinutes } from '#adapters/postgres/audit-minutes.ts';
import { createBundleQueue } from '#adapters/postgres/bundle-queue.ts';
import { type DatabaseAddress, openPool, openTables } from '#adapters/postgres/connection.ts';
import { createReadingStore } from '#adapters/postgres/reading-store.ts';
import { createReceiptQueue } from '#adapters/postgres/receipt-queue.ts';
import { createSealQueue } from '#adapters/postgres/seal-queue.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { makeNextBundle } from '#domain/bundling/index.ts';
import type { EventSealer } from '#domain/history/index.ts';
import { readNext } from '#domain/reading/index.ts';
import { issueNextReceipt, type PublishedLog } from '#domain/receipts/index.ts';
import { type Digests, sealNext } from '#domain/sealing/index.ts';
import { receiveHandshake, reportReady, reportTrouble, stopOnce } from './handshake.ts';

export type WorkerHandshake = {
  readonly database: DatabaseAddress;
  readonly evidenceIdentity: string;
  readonly evidenceRecipient: string;
  readonly storeFolder: string;
  readonly bundlesFolder: string;
  readonly logFolder: string;
  readonly policy: string;
  readonly verifierPath: string;
  readonly software: { readonly name: string; readonly version: string };
  readonly reader: string;
  /** Below this much free disk, the public door takes no new bytes. */
  readonly reserveMegabytes: number;
};

const IDLE_MS = 300;
const SLOW_MS = 5000;

const NODE_DIGESTS: Digests = { sha256: () => createHash('sha256'), sha512: () => createHash('sha512') };

type Step = { readonly name: string; readonly run: () => Promise<boolean> };

/** Reads back, seals, writes receipts, reads, and makes bundles. Holds the evidence identity. */
export async function runWorker(): Promise<void> {
  let stopping = false;
  const end = stopOnce(async () => {
    stopping = true;
    await sleep(SLOW_MS);
  });
  const told = await receiveHandshake<WorkerHandshake>(end);
  const pool = openPool(told.database, 6);
  const tables = openTables(pool);
  const sealer = await createEventSealer([told.evidenceRecipient]);
  const loops = stepLoops(told, tables, sealer).map(loop => repeat(loop, () => stopping));
  const slow = { steps: [watchStorage(told, tables), auditMinutes(tables, sealer)], idleMs: SLOW_MS };
  loops.push(repeat(slow, () => stopping));
  reportReady();
  await Promise.all(loops);
  await pool.end();
  process.exit(0);
}

type Loop = { readonly steps: readonly Step[]; readonly idleMs: number };

/** Sealing never waits behind a long reading or a large bundle: each kind of work has a loop of its own. */
function stepLoops(
  told: WorkerHandshake,
  tables: ReturnType<typeof openTables>,
  sealer: EventSealer,
): Loop[] {
  const blobs = createDiskStore(told.storeFolder);
  const opener = createEvidenceOpener(told.evidenceIdentity);
  const log = publishedLog(told.logFolder);
  const clock = () => new Date();
  const seal = {
    queue: createSealQueue(tables, sealer),
    blobs,
    opener,
    digests: NODE_DIGESTS,
    random: (n: number) => randomBytes(n),
    clock,
  };
  const sealTo = (recipient: string, bytes: Uint8Array) => createSealer(recipient).seal(bytes);
  const receipts = { queue: createReceiptQueue(tables), log, sealTo, clock };
  const reading = {
    store: createReadingStore(tables),
    reader: createConfinedReader(told.reader),
    blobs,
    opener,
  };
  const bundles = {
    queue: createBundleQueue(tables, sealer),
    shelf: createBundleShelf(told.bundlesFolder),
    verifierProgram: readFileSync(told.verifierPath),
    hashers: NODE_DIGESTS,
    policy: told.policy,
    software: told.software,
    ...{ log, blobs, opener, clock },
  };
  const loop = (name: string, run: () => Promise<boolean>): Loop => ({
    steps: [{ name, run }],
    idleMs: IDLE_MS,
  });
  return [
    loop('seal', () => sealNext(seal)),
    loop('receipt', () => issueNextReceipt(receipts)),
    loop('read', () => readNext(reading)),
    loop('bundle', () => makeNextBundle(bundles)),
  ];
}

function publishedLog(folder: string): PublishedLog {
  const files = createLogFiles(folder);
  return { checkpoint: files.readPublished, readTile: files.readTile };
}

/** A step that fails is tried again later: it is recorded by name and code, never by content, and nothing is dropped. */
async function repeat({ steps, idleMs }: Loop, stopping: () => boolean): Promise<void> {
  while (!stopping()) {
    let worked = false;
    for (const step of steps) {
      try {
        worked = (await step.run()) || worked;
      } catch (error) {
        reportTrouble({ trouble: `${step.name}: ${troubleOf(error)}`, fatal: false });
        await sleep(SLOW_MS);
      }
    }
    if (!worked) await sleep(idleMs);
  }
}

function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}

function watchStorage(told: WorkerHandshake, tables: ReturnType<typeof openTables>): Step {
  let low: boolean | null = null;
  return {
    name: 'storage',
    async run() {
      const disk = await statfs(told.storeFolder).catch(() => null);
      const now = disk !== null && (disk.bavail * disk.bsize) / 1_048_576 < told.reserveMegabytes;
      if (now !== low)
        await tables.updateTable('handover.force_settings').set({ storage_low: now }).execute();
      low = now;
      return false;
    },
  };
}

function auditMinutes(tables: ReturnType<typeof openTables>, sealer: EventSealer): Step {
  return {
    name: 'audit',
    async run() {
      await rootAuditMinutes(tables, new Date(), sealer);
      return false;
    },
  };
}
