import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ageStreams,
  createEventSealer,
  createEvidenceOpener,
  createSealer,
  type EvidenceKeys,
} from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { createBundleShelf } from '#adapters/bundles/bundle-shelf.ts';
import { createConfinedReader } from '#adapters/confined-reader/confined-reader.ts';
import { createDocumentPress } from '#adapters/documents/document-press.ts';
import { removeAbandonedDrafts, removeCutUploads } from '#adapters/postgres/abandoned.ts';
import { createAdditionQueue } from '#adapters/postgres/addition-queue.ts';
import { createAdditionReceiptQueue } from '#adapters/postgres/addition-receipt-queue.ts';
import { rootAuditMinutes } from '#adapters/postgres/audit-minutes.ts';
import { createBundleQueue } from '#adapters/postgres/bundle-queue.ts';
import { createComparisonStore } from '#adapters/postgres/comparison-store.ts';
import { createConsistencyQueue } from '#adapters/postgres/consistency-asks.ts';
import { type DatabaseAddress, openPool, openTables } from '#adapters/postgres/connection.ts';
import { createDisposalQueue } from '#adapters/postgres/disposal-store.ts';
import { createDocumentQueue } from '#adapters/postgres/document-queue.ts';
import { createQuestionQueue } from '#adapters/postgres/question-queue.ts';
import { createReadingStore } from '#adapters/postgres/reading-store.ts';
import { createReceiptQueue } from '#adapters/postgres/receipt-queue.ts';
import { createScrubStore } from '#adapters/postgres/scrub-store.ts';
import { createSealQueue } from '#adapters/postgres/seal-queue.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { PutOff } from '#domain/put-off.ts';
import { makeNextBundle } from '#domain/bundling/index.ts';
import { scrubNext } from '#domain/checking/index.ts';
import { writeNextQuestion } from '#domain/engagement/index.ts';
import type { EventSealer } from '#domain/history/index.ts';
import { compareNext, readNext } from '#domain/reading/index.ts';
import {
  type AdditionReceiptParts,
  answerNextConsistency,
  issueNextAdditionReceipt,
  issueNextReceipt,
  makeNextDocument,
  type PublishedLog,
} from '#domain/receipts/index.ts';
import {
  createCopyRemover,
  type Digests,
  finishDisposal,
  type SealAdditionParts,
  sealNext,
  sealNextAddition,
} from '#domain/sealing/index.ts';
import { decodePolicy } from '#portable/tlog/index.ts';
import { recordChecks } from './record-checks.ts';
import { receiveHandshake, reportReady, reportTrouble, stopOnce } from './handshake.ts';
import { listenForWork, type WorkNotices } from './work-notices.ts';

export type WorkerHandshake = {
  readonly database: DatabaseAddress;
  readonly evidence: EvidenceKeys;
  /** Where the newest signed head is kept, for the check of heads. */
  readonly headFolder: string;
  readonly storeFolder: string;
  readonly bundlesFolder: string;
  readonly logFolder: string;
  readonly policy: string;
  readonly verifierPath: string;
  readonly software: { readonly name: string; readonly version: string };
  readonly reader: string;
  /** Below this much free disk, the public door takes no new bytes. */
  readonly reserveMegabytes: number;
  /** Days after its last change until a draft is removed. */
  readonly draftDays: number;
};

/** Where PostgreSQL tells of work: a hand-in, a sealed submission, a batch in the log, a bundle that is asked for. */
const CHANNELS = ['handover_submitted', 'handover_sealed', 'handover_logged', 'handover_bundles'];
/** When nobody says that there is work, it is looked for this often all the same. */
const IDLE_MS = 300;
const SLOW_MS = 5000;
const SCRUB_PAUSE_MS = 250;
const SCRUB_AFTER_MS = 90_000;

const NODE_DIGESTS: Digests = { sha256: () => createHash('sha256'), sha512: () => createHash('sha512') };

type Step = { readonly name: string; readonly run: () => Promise<boolean> };

/** Reads back, seals, writes receipts and their documents, reads, and makes bundles. Holds the evidence identity. */
export async function runWorker(): Promise<void> {
  let stopping = false;
  let notices: WorkNotices | null = null;
  const end = stopOnce(async () => {
    stopping = true;
    await notices?.stop();
    await sleep(SLOW_MS);
  });
  const told = await receiveHandshake<WorkerHandshake>(end);
  const pool = openPool(told.database, 6);
  const tables = openTables(pool);
  const sealer = createEventSealer(told.evidence.recipients);
  await createDiskStore(told.storeFolder).removeUnfinishedHeaders();
  notices = await listenForWork(told.database, CHANNELS);
  const { waiter } = notices;
  const loops = stepLoops(told, pool, sealer).map(loop =>
    repeat(loop, () => stopping, waiter(loop.channels ?? [])),
  );
  const slow = [watchStorage(told, tables), auditMinutes(tables, sealer)];
  loops.push(
    repeat({ steps: slow, idleMs: SLOW_MS }, () => stopping),
    repeat({ steps: removals(told, tables, sealer), idleMs: SLOW_MS }, () => stopping),
  );
  loops.push(
    repeat({ steps: [scrub(told, tables)], idleMs: SLOW_MS, pauseMs: SCRUB_PAUSE_MS }, () => stopping),
  );
  reportReady();
  await Promise.all(loops);
  await pool.end();
  process.exit(0);
}

/** `channels` tell of this work. `pauseMs`: a rest after each piece of it, for work that must not be felt. */
type Loop = {
  readonly steps: readonly Step[];
  readonly idleMs: number;
  readonly pauseMs?: number;
  readonly channels?: readonly string[];
};

/** Sealing never waits behind a long reading or a large bundle: each kind of work has a loop of its own. */
function stepLoops(told: WorkerHandshake, pool: ReturnType<typeof openPool>, sealer: EventSealer): Loop[] {
  const tables = openTables(pool);
  const blobs = createDiskStore(told.storeFolder);
  const opener = createEvidenceOpener(told.evidence);
  const log = publishedLog(told.logFolder);
  const clock = () => new Date();
  const seal = {
    queue: createSealQueue(tables, sealer),
    blobs,
    opener,
    digests: NODE_DIGESTS,
    random: (n: number) => randomBytes(n),
    clock,
    putOff: new PutOff(clock),
  };
  const sealTo = (recipient: string, bytes: Uint8Array) => createSealer(recipient).seal(bytes);
  const receipts = { queue: createReceiptQueue(tables), log, sealTo, clock };
  const documents = {
    ...{ log, sealTo, clock, queue: createDocumentQueue(tables) },
    press: createDocumentPress(),
  };
  const reading = {
    store: createReadingStore(pool),
    reader: createConfinedReader(told.reader),
    blobs,
    opener,
    putOff: new PutOff(clock),
  };
  const comparisons = createComparisonStore(tables);
  const disposals = createDisposalQueue(tables);
  const removeCopies = createCopyRemover({ blobs, opener, named: ids => disposals.named(ids) });
  const disposal = { queue: disposals, blobs, removeCopies, clock };
  const bundles = {
    queue: createBundleQueue(tables, sealer),
    shelf: createBundleShelf(told.bundlesFolder, ageStreams),
    verifierProgram: readFileSync(told.verifierPath),
    hashers: NODE_DIGESTS,
    policy: told.policy,
    software: told.software,
    ...{ log, blobs, opener, clock },
  };
  return [
    loop('seal', () => sealNext(seal), ['handover_submitted']),
    ...comingBack({ ...seal, ...receipts }, tables, sealer),
    loop('receipt', () => issueNextReceipt(receipts), ['handover_logged']),
    loop('document', () => makeNextDocument(documents)),
    // One loop for all three: nothing is read out of an item while its disposal deletes what was read.
    {
      steps: [
        { name: 'dispose', run: () => finishDisposal(disposal) },
        { name: 'read', run: () => readNext(reading) },
        { name: 'compare', run: () => compareNext(comparisons) },
      ],
      idleMs: IDLE_MS,
      channels: ['handover_sealed'],
    },
    loop('bundle', () => makeNextBundle(bundles), ['handover_bundles', 'handover_logged']),
    loop('consistency', () => answerNextConsistency(createConsistencyQueue(tables), log)),
  ];
}

/** What somebody added who came back: sealed, then receipted. */
function comingBack(
  parts: Omit<SealAdditionParts, 'additions' | 'queue' | 'putOff'> & Omit<AdditionReceiptParts, 'queue'>,
  tables: ReturnType<typeof openTables>,
  sealer: EventSealer,
): Loop[] {
  const seal = {
    ...parts,
    queue: createSealQueue(tables, sealer),
    additions: createAdditionQueue(tables, sealer),
    putOff: new PutOff(parts.clock),
  };
  const receipts = { ...parts, queue: createAdditionReceiptQueue(tables) };
  return [
    loop('seal-addition', () => sealNextAddition(seal), ['handover_submitted', 'handover_logged']),
    loop('question', () => writeNextQuestion({ ...parts, queue: createQuestionQueue(tables) }), [
      'handover_logged',
    ]),
    loop('addition-receipt', () => issueNextAdditionReceipt(receipts), ['handover_logged']),
  ];
}

function loop(name: string, run: () => Promise<boolean>, channels: readonly string[] = []): Loop {
  return { steps: [{ name, run }], idleMs: IDLE_MS, channels };
}

function publishedLog(folder: string): PublishedLog {
  const files = createLogFiles(folder);
  return { checkpoint: files.readPublished, readTile: files.readTile };
}

/** A step that fails is tried again later: it is recorded by name and code, never by content, and nothing is dropped. */
async function repeat(
  { steps, idleMs, pauseMs = 0 }: Loop,
  stopping: () => boolean,
  wait: (atMostMs: number) => Promise<unknown> = sleep,
): Promise<void> {
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
    await (worked ? sleep(pauseMs) : wait(idleMs));
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

function removals(
  { draftDays }: WorkerHandshake,
  tables: ReturnType<typeof openTables>,
  sealer: EventSealer,
): Step[] {
  return [
    { name: 'expire', run: () => removeAbandonedDrafts(tables, { draftDays, sealer }, new Date()) },
    { name: 'expire-cut', run: () => removeCutUploads(tables, sealer, new Date()) },
  ];
}

function auditMinutes(tables: ReturnType<typeof openTables>, sealer: EventSealer): Step {
  return {
    name: 'audit',
    async run() {
      return rootAuditMinutes(tables, sealer);
    },
  };
}

/** One slice of the nightly check of the whole record (docs/operating/fsck.md). */
function scrub(told: WorkerHandshake, tables: ReturnType<typeof openTables>): Step {
  const policy = decodePolicy(told.policy);
  // The log of today comes first; those that were closed follow.
  const logKey = policy.ok ? policy.policy.logs.at(0) : undefined;
  if (logKey === undefined) throw new Error('the policy names no log');
  const checks = recordChecks({
    tables,
    logFolder: told.logFolder,
    storeFolder: told.storeFolder,
    headFolder: told.headFolder,
    logKey,
    evidence: told.evidence,
    identities: { some: told.evidence.identities },
  });
  const due = { startedAt: new Date(), restMs: SCRUB_AFTER_MS };
  const parts = { store: createScrubStore(tables), checks, clock: () => new Date(), ...due };
  return { name: 'scrub', run: () => scrubNext(parts) };
}
