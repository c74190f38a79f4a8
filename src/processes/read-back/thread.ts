import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { createEvidenceOpener, type EvidenceKeys } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { directDisk } from '#adapters/files/direct-disk.ts';
import { readBack, type ReadBackDigests } from '#domain/sealing/index.ts';

/** What the thread is told: where the bodies are, and what opens them. */
export type ThreadTold = {
  readonly storeFolder: string;
  readonly evidence: EvidenceKeys;
  readonly blobId: Uint8Array;
};

/** A header of the next segment, or null after the last. */
export type ToThread = Uint8Array | null;
export type FromThread = { readonly digests: ReadBackDigests | null } | { readonly error: unknown };

const told = workerData as ThreadTold;

/** Headers in the order they were sent. */
async function* headers(): AsyncGenerator<Uint8Array> {
  const waiting: ToThread[] = [];
  let wake = () => {};
  parentPort?.on('message', (header: ToThread) => {
    waiting.push(header);
    wake();
  });
  for (;;) {
    if (waiting.length === 0) await new Promise<void>(resolve => (wake = resolve));
    const header = waiting.shift();
    if (header === null) return;
    if (header !== undefined) yield header;
  }
}

async function run(): Promise<FromThread> {
  const parts = {
    blobs: createDiskStore(told.storeFolder, directDisk),
    opener: createEvidenceOpener(told.evidence),
    digests: { sha256: () => createHash('sha256'), sha512: () => createHash('sha512') },
  };
  try {
    return { digests: await readBack(parts, told.blobId, headers()) };
  } catch (error) {
    return { error };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await run());
parentPort?.close();
