import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { openBatch } from '#domain/history/index.ts';
import { encodeEntry } from '#portable/continuity/index.ts';
import {
  EMPTY_ROOT,
  leafHash,
  merkleRoot,
  publicKeyOf,
  rootFromTiles,
  verifierKey,
} from '#portable/tlog/index.ts';
import { createBatchShelf } from './batch-shelf.ts';
import { createHeadFile } from './head-file.ts';
import { createLogFiles, type LogFiles } from './log-files.ts';
import type { LogHead, LogHeadStore, WaitingEntry } from './log-head.ts';
import { createLogKeeping } from './log-keeping.ts';
import { recover, sequenceOnce, signCheckpoint, type SequencerParts } from './sequencer.ts';

const signer = { name: 'northshire.example/log/test', secretKey: new Uint8Array(32).fill(7) };
const KEY = verifierKey(signer.name, publicKeyOf(signer.secretKey));
const folders: string[] = [];
after(() => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })));

function commitment(i: number): Buffer {
  return createHash('sha256').update(`commitment ${i}`).digest();
}

/** A lock database in memory with the same promises as PostgreSQL: compare-and-swap, all or nothing. */
class MemoryHead implements LogHeadStore {
  head: LogHead = {
    origin: signer.name,
    size: 0,
    root: EMPTY_ROOT,
    checkpoint: signCheckpoint(signer, 0, EMPTY_ROOT),
    signedAt: new Date(0),
  };
  readonly logged: Buffer[] = [];
  readonly queue: Buffer[] = [];
  lead = async () => true;
  read = async () => this.head;
  waiting = async (limit: number): Promise<WaitingEntry[]> =>
    this.queue.slice(0, limit).map(entry => ({ commitment: entry, sealed: Buffer.from('sealed') }));
  announce = async () => undefined;
  publish = async () => undefined;
  async advance(old: LogHead, next: LogHead, entries: readonly WaitingEntry[]): Promise<void> {
    if (old.checkpoint !== this.head.checkpoint) throw new Error('compare-and-swap lost');
    this.head = next;
    this.logged.push(...entries.map(entry => entry.commitment));
    this.queue.splice(0, entries.length);
  }
}

type Fault = {
  readonly step: 'keepBatch' | 'keepHead' | 'stage' | 'advance' | 'apply' | 'publish' | 'unstage';
  readonly stored: boolean;
};

function makeLog(fault: Fault | null = null) {
  const folder = mkdtempSync(join(tmpdir(), 'handover-log-'));
  folders.push(folder);
  const files = createLogFiles(folder);
  const store = new MemoryHead();
  let tick = 1;
  const shelf = createBatchShelf(join(folder, 'batches'));
  const headFile = createHeadFile(join(folder, 'head'), signer.name);
  const keeping = createLogKeeping({ signer, shelf, headFile, witnesses: [] });
  const clock = () => new Date((tick += 1) * 1000);
  const parts: SequencerParts = { store, files, keeping, signer, clock };
  return {
    folder,
    shelf,
    headFile,
    store,
    files,
    parts,
    broken: fault === null ? parts : breakOnce(parts, fault),
  };
}

/** Makes one step fail once, either before it stored anything or after it stored everything. */
function breakOnce(parts: SequencerParts, { step, stored }: Fault): SequencerParts {
  const fail =
    (work: (...args: never[]) => Promise<unknown>) =>
    async (...args: never[]) => {
      if (stored) await work(...args);
      throw new Error(`injected fault at ${step}`);
    };
  if (step === 'advance') {
    const store = Object.create(parts.store) as LogHeadStore;
    store.advance = fail(parts.store.advance.bind(parts.store) as never) as LogHeadStore['advance'];
    return { ...parts, store };
  }
  if (step === 'keepBatch' || step === 'keepHead')
    return { ...parts, keeping: { ...parts.keeping, [step]: fail(parts.keeping[step] as never) } };
  const files = { ...parts.files, [step]: fail(parts.files[step].bind(parts.files) as never) } as LogFiles;
  return { ...parts, files };
}

/** The whole log as a stranger would check it: entries in order, root, tiles and published checkpoint agree. */
async function checkLog({ store, files }: ReturnType<typeof makeLog>): Promise<void> {
  const expected = merkleRoot(store.logged.map(entry => leafHash(encodeEntry(entry))));
  assert.deepEqual(Buffer.from(store.head.root), Buffer.from(expected));
  const stored = await rootFromTiles(store.head.size, files.readTile);
  assert.ok(stored.ok);
  assert.deepEqual(Buffer.from(stored.root), Buffer.from(expected));
  assert.equal(await files.readPublished(), store.head.checkpoint);
}

describe('the sequencer', () => {
  test('logs 700 entries in 13 batches, and the whole log checks after each', async () => {
    const log = makeLog();
    let head = await recover(log.parts);
    for (let batch = 0, next = 0; batch < 13; batch += 1) {
      for (let i = 0; i < (batch * 37) % 113; i += 1) log.store.queue.push(commitment((next += 1)));
      head = await sequenceOnce(log.parts, head);
      await checkLog(log);
    }
    assert.ok(head.size > 500);
  });

  const steps: Fault['step'][] = ['stage', 'keepBatch', 'advance', 'keepHead', 'apply', 'publish', 'unstage'];
  for (const step of steps) {
    for (const stored of [false, true]) {
      test(`a failure at "${step}" that ${stored ? 'was stored all the same' : 'stored nothing'} is recovered and loses no entry`, async () => {
        const log = makeLog({ step, stored });
        for (let i = 0; i < 300; i += 1) log.store.queue.push(commitment(i));
        const first = await sequenceOnce(log.parts, await recover(log.parts));
        for (let i = 300; i < 520; i += 1) log.store.queue.push(commitment(i));
        await assert.rejects(sequenceOnce(log.broken, first), /injected fault/);
        const head = await recover(log.parts);
        await checkLog(log);
        await sequenceOnce(log.parts, head);
        await checkLog(log);
        assert.equal(log.store.logged.length, 520);
        assert.equal(new Set(log.store.logged.map(entry => entry.toString('hex'))).size, 520);
      });
    }
  }

  test('refuses to start when what was published is newer than the database, as after a restored backup', async () => {
    const log = makeLog();
    log.store.queue.push(commitment(1));
    const before = log.store.head;
    await sequenceOnce(log.parts, await recover(log.parts));
    log.store.head = before;
    await assert.rejects(recover(log.parts), { code: 'log-disagrees' });
  });

  /** Takes the database back to `before` and the published checkpoint away, as when only what `keep` names survived. */
  async function logTwoBatches() {
    const log = makeLog();
    const before = await recover(log.parts);
    log.store.queue.push(commitment(1), commitment(2));
    const first = await sequenceOnce(log.parts, before);
    log.store.queue.push(commitment(3));
    await sequenceOnce(log.parts, first);
    rmSync(join(log.folder, 'checkpoint'));
    return { log, before, first };
  }

  test('refuses to start when the head file alone knows a newer head', async () => {
    const { log, first } = await logTwoBatches();
    log.store.head = first;
    await assert.rejects(recover(log.parts), { code: 'log-disagrees' });
    assert.notEqual(await log.headFile.read(), first.checkpoint);
  });

  test('refuses to start when batches that were built upon show that the database is old, though head file and checkpoint are lost', async () => {
    const { log, before } = await logTwoBatches();
    rmSync(join(log.folder, 'head'), { recursive: true });
    log.store.head = before;
    await assert.rejects(recover(log.parts), { code: 'log-disagrees' });
  });

  test('refuses to start when a witness knows a newer head', async () => {
    const { log, before } = await logTwoBatches();
    const newest = await log.headFile.read();
    const parts = { signer, shelf: createBatchShelf(join(log.folder, 'none')) };
    const headFile = createHeadFile(join(log.folder, 'none'), signer.name);
    const witnesses = [{ newest: async () => newest }];
    log.store.head = before;
    const keeping = createLogKeeping({ ...parts, headFile, witnesses });
    await assert.rejects(recover({ ...log.parts, keeping }), { code: 'log-disagrees' });
  });

  test('a batch on the shelf that was never committed is not taken for history', async () => {
    const log = makeLog({ step: 'advance', stored: false });
    log.store.queue.push(commitment(1));
    const head = await recover(log.parts);
    await assert.rejects(sequenceOnce(log.broken, head), /injected fault/);
    assert.equal((await log.shelf.from(0)).length, 1);
    log.store.queue[0] = commitment(2);
    await sequenceOnce(log.parts, await recover(log.parts));
    assert.deepEqual(log.store.logged, [commitment(2)]);
    await checkLog(log);
  });

  test('a receipt can never stand under a head that the head file does not know', async () => {
    const log = makeLog({ step: 'publish', stored: true });
    log.store.queue.push(commitment(1));
    await assert.rejects(sequenceOnce(log.broken, await recover(log.parts)), /injected fault/);
    assert.equal(await log.headFile.read(), await log.files.readPublished());
  });

  test('the batches on the shelf hold every entry once, each built on the one before', async () => {
    const { log, before } = await logTwoBatches();
    const names = (await log.shelf.from(0)).toSorted((a, b) => a.first - b.first);
    let previous = before.checkpoint;
    const entries: string[] = [];
    for (const name of names) {
      const batch = openBatch((await log.shelf.get(name)) ?? new Uint8Array(), KEY);
      assert.equal(batch?.previous, previous);
      previous = batch.checkpoint;
      entries.push(...batch.entries.map(entry => Buffer.from(entry.commitment).toString('hex')));
    }
    assert.equal(previous, log.store.head.checkpoint);
    assert.deepEqual(
      entries,
      log.store.logged.map(entry => entry.toString('hex')),
    );
  });

  test('refuses to start when two heads of one size differ', async () => {
    const log = makeLog();
    log.store.queue.push(commitment(1));
    await sequenceOnce(log.parts, await recover(log.parts));
    const root = leafHash(encodeEntry(commitment(2)));
    log.store.head = { ...log.store.head, root, checkpoint: signCheckpoint(signer, 1, root) };
    await assert.rejects(recover(log.parts), { code: 'log-disagrees' });
  });

  test('refuses to start on a head that another key signed', async () => {
    const log = makeLog();
    const other = { ...signer, secretKey: new Uint8Array(32).fill(8) };
    log.store.head = { ...log.store.head, checkpoint: signCheckpoint(other, 0, EMPTY_ROOT) };
    await assert.rejects(recover(log.parts), { code: 'log-disagrees' });
  });

  test('signs nothing when the clock went back', async () => {
    const log = makeLog();
    const head = { ...(await recover(log.parts)), signedAt: new Date('2030-01-01') };
    log.store.queue.push(commitment(1));
    await assert.rejects(sequenceOnce(log.parts, head), { code: 'log-state-unknown' });
    assert.equal(log.store.logged.length, 0);
  });
});
