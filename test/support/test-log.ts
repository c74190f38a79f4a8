import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createLogFiles, type LogFiles } from '#adapters/sequencer/log-files.ts';
import type { LogHead, LogHeadStore, WaitingEntry } from '#adapters/sequencer/log-head.ts';
import { signCheckpoint, type SequencerParts } from '#adapters/sequencer/sequencer.ts';
import type { Disk } from '#adapters/files/disk.ts';
import { encodeEntry } from '#portable/continuity/index.ts';
import {
  consistencyProofFromTiles,
  decodeCheckpoint,
  decodeEntryBundle,
  decodeNote,
  EMPTY_ROOT,
  inclusionProofFromTiles,
  leafHash,
  merkleRoot,
  type TileReader,
  tilePath,
  verifyConsistency,
  verifyInclusion,
} from '#portable/tlog/index.ts';

/** The key of every test log. */
export const TEST_SIGNER = { name: 'northshire.example/log/test', secretKey: new Uint8Array(32).fill(7) };

/** The i-th of endless different commitments. */
export function commitment(i: number): Buffer {
  return createHash('sha256').update(`commitment ${i}`).digest();
}

/** What a database holds of a log at one moment. Never changed in place. */
export type Stored = {
  readonly head: LogHead;
  readonly logged: readonly Buffer[];
  readonly queue: readonly Buffer[];
};

const EMPTY: Stored = {
  head: {
    origin: TEST_SIGNER.name,
    size: 0,
    root: EMPTY_ROOT,
    checkpoint: signCheckpoint(TEST_SIGNER, 0, EMPTY_ROOT),
    signedAt: new Date(0),
  },
  logged: [],
  queue: [],
};

/** A lock database in memory with the same promises as PostgreSQL: compare-and-swap, all or nothing, durable at once. */
export class MemoryHead implements LogHeadStore {
  stored: Stored;
  /** How many entries were announced: from then on a receipt may be out. */
  announced = 0;
  constructor(stored: Stored = EMPTY) {
    this.stored = stored;
  }
  push(...entries: readonly Buffer[]): void {
    this.stored = { ...this.stored, queue: [...this.stored.queue, ...entries] };
  }
  lead = async () => undefined;
  read = async () => this.stored.head;
  waiting = async (limit: number): Promise<WaitingEntry[]> =>
    this.stored.queue.slice(0, limit).map(entry => ({ commitment: entry }));
  logged = async (from: number, count: number) => this.stored.logged.slice(from, from + count);
  announce = async () => {
    this.announced = this.stored.logged.length;
  };
  publish: LogHeadStore['publish'] = async () => undefined;
  async advance(old: LogHead, next: LogHead, entries: readonly WaitingEntry[]): Promise<void> {
    if (old.checkpoint !== this.stored.head.checkpoint) throw new Error('compare-and-swap lost');
    this.stored = {
      head: next,
      logged: [...this.stored.logged, ...entries.map(entry => entry.commitment)],
      queue: this.stored.queue.slice(entries.length),
    };
  }
}

/** A log over a disk and a database in memory, as one sequencer process holds it. The clock moves a second a look. */
export function openTestLog(disk: Disk, store: MemoryHead, folder = '/data/log') {
  const files = createLogFiles(folder, disk);
  let tick = store.stored.head.signedAt.getTime();
  const parts: SequencerParts = { store, files, signer: TEST_SIGNER, clock: () => new Date((tick += 1000)) };
  return { disk, store, files, parts };
}

export type TestLog = ReturnType<typeof openTestLog>;

/**
 * The whole log as a stranger would check it, from nothing but the entries that the database names and the files: every
 * entry in its place, each (or each `provenEvery`-th, and the last) proved, the root rebuilt from the leaves, and the
 * `earlier` checkpoints all beginnings of it.
 */
export async function checkTestLog(
  { disk, store }: Pick<TestLog, 'disk' | 'store'>,
  { earlier = [], provenEvery = 1 }: { earlier?: readonly string[]; provenEvery?: number } = {},
): Promise<void> {
  const { head, logged } = store.stored;
  const files = createLogFiles('/data/log', disk);
  const leaves = logged.map(entry => leafHash(encodeEntry(entry)));
  assert.equal(head.size, leaves.length);
  assert.deepEqual(Buffer.from(head.root), Buffer.from(merkleRoot(leaves)));
  assert.equal(await files.readPublished(), head.checkpoint);
  for (const [index, leaf] of leaves.entries()) {
    if (index % provenEvery !== 0 && index !== leaves.length - 1) continue;
    const proof = await inclusionProofFromTiles(index, head.size, files.readTile);
    assert.ok(proof.ok, `no proof of ${index}`);
    const claim = { leafHash: leaf, index, treeSize: head.size, proof: proof.proof, root: head.root };
    assert.ok(verifyInclusion(claim), `the proof of ${index} is wrong`);
  }
  await checkEntries(files.readTile, logged);
  for (const checkpoint of earlier) await checkBeginning(files, checkpoint, head);
}

async function checkEntries(read: TileReader, logged: readonly Buffer[]): Promise<void> {
  for (let n = 0; n * 256 < logged.length; n += 1) {
    const expected = logged.slice(n * 256, n * 256 + 256).map(encodeEntry);
    const bytes = await read(tilePath('entries', n, expected.length));
    assert.ok(bytes !== null, `entry bundle ${n} is missing`);
    assert.deepEqual(decodeEntryBundle(bytes)?.map(Buffer.from), expected.map(Buffer.from));
  }
}

async function checkBeginning(files: LogFiles, checkpoint: string, head: LogHead): Promise<void> {
  const note = decodeNote(checkpoint);
  const decoded = note.ok ? decodeCheckpoint(note.note.text) : note;
  assert.ok(decoded.ok);
  const { size, root } = decoded.checkpoint;
  assert.ok(size <= head.size, `a checkpoint of ${size} entries was published, the log has ${head.size}`);
  if (size === 0) return;
  const proof = await consistencyProofFromTiles(size, head.size, files.readTile);
  assert.ok(proof.ok);
  assert.ok(
    verifyConsistency({ size1: size, root1: root, size2: head.size, root2: head.root, proof: proof.proof }),
  );
}
