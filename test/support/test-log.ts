import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createBatchShelf } from '#adapters/sequencer/batch-shelf.ts';
import { createHeadFile } from '#adapters/sequencer/head-file.ts';
import { createLogFiles, type LogFiles } from '#adapters/sequencer/log-files.ts';
import type { LogHead, LogHeadStore, WaitingEntry } from '#adapters/sequencer/log-head.ts';
import { createLogKeeping, type LogKeeping } from '#adapters/sequencer/log-keeping.ts';
import { signCheckpoint, type SequencerParts } from '#adapters/sequencer/sequencer.ts';
import type { Disk } from '#adapters/files/disk.ts';
import { openBatch } from '#domain/history/index.ts';
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
  publicKeyOf,
  type TileReader,
  tilePath,
  verifierKey,
  verifyConsistency,
  verifyInclusion,
} from '#portable/tlog/index.ts';

/** The key of every test log. */
export const TEST_SIGNER = { name: 'northshire.example/log/test', secretKey: new Uint8Array(32).fill(7) };

/** Where batches of a test log rest, and its head file: on another disk of the machine. */
const TEST_BATCHES = '/data/store/batches';
const TEST_HEADS = '/outside';

/** Stands for what an event needs to be made again. */
export function sealedOf(entry: Buffer): Buffer {
  return Buffer.concat([Buffer.from('sealed '), entry]);
}

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
    this.stored.queue.slice(0, limit).map(entry => ({ commitment: entry, sealed: sealedOf(entry) }));
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
  const shelf = createBatchShelf(TEST_BATCHES, disk);
  const headFile = createHeadFile(TEST_HEADS, TEST_SIGNER.name, disk);
  const parts: SequencerParts = {
    ...{ store, files },
    keeping: createLogKeeping({ signer: TEST_SIGNER, shelf, headFile, witnesses: [] }),
    signer: TEST_SIGNER,
    clock: () => new Date((tick += 1000)),
  };
  return { disk, store, files, shelf, headFile, parts };
}

/** Keeps batches and heads of a test log in folders beside its own, on the disk of this machine. */
export function testKeeping(logFolder: string): LogKeeping {
  const shelf = createBatchShelf(`${logFolder}-batches`);
  const headFile = createHeadFile(`${logFolder}-heads`, TEST_SIGNER.name);
  return createLogKeeping({ signer: TEST_SIGNER, shelf, headFile, witnesses: [] });
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
  await checkKept(disk, store.stored);
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

/**
 * What a restored database would be rolled forward from: batches lead back from the head to the beginning and hold every
 * entry with what was sealed of it, and the head file knows the head.
 */
async function checkKept(disk: Disk, { head, logged }: Stored): Promise<void> {
  const key = verifierKey(TEST_SIGNER.name, publicKeyOf(TEST_SIGNER.secretKey));
  const shelf = createBatchShelf(TEST_BATCHES, disk);
  const names = await shelf.from(0);
  const entries: Buffer[] = [];
  for (let at = head.checkpoint, size = head.size; size > 0;) {
    const batches = await Promise.all(
      names
        .filter(name => name.size === size)
        .map(async name => openBatch((await shelf.get(name)) ?? new Uint8Array(), key)),
    );
    const batch =
      batches.find(one => one?.checkpoint === at) ?? assert.fail(`no batch leads to ${size} entries`);
    for (const { commitment: entry, sealed } of batch.entries)
      assert.deepEqual(Buffer.from(sealed), sealedOf(Buffer.from(entry)));
    entries.unshift(...batch.entries.map(({ commitment: entry }) => Buffer.from(entry)));
    at = batch.previous;
    size = batch.from.size;
  }
  assert.deepEqual(entries, logged);
  assert.equal(await createHeadFile(TEST_HEADS, TEST_SIGNER.name, disk).read(), head.checkpoint);
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
