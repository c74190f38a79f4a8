import type pg from 'pg';
import type { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { encodeEntry } from '#portable/continuity/index.ts';
import {
  decodeCheckpoint,
  decodeNote,
  InclusionProver,
  leafHash,
  verifyInclusion,
} from '#portable/tlog/index.ts';

type Waiting = { commitment: Buffer; logged: () => void };
type Parts = { client: pg.Client; files: ReturnType<typeof createLogFiles> };

/**
 * Waits for events to be in a published checkpoint, and proves each: one notice, one query and one set of tiles for all
 * that a batch logged. Nothing is asked for while nothing is announced.
 */
export async function openReceiptDesk({ client, files }: Parts) {
  const waiting = new Map<string, Waiting>();
  await client.connect();
  let proven = 0;
  let again = false;
  let running: Promise<void> | null = null;

  async function look(): Promise<void> {
    const { size, root } = await readHead(files);
    if (size <= proven) return;
    const { rows } = await client.query<{ commitment: Buffer; log_index: string }>(
      'select commitment, log_index from handover.log_entries where log_index >= $1 and log_index < $2 order by log_index',
      [proven, size],
    );
    const prover = new InclusionProver(size, files.readTile);
    for (const row of rows)
      await acknowledge(row.commitment, { index: Number(row.log_index), size, root, prover });
    proven = size;
  }

  async function acknowledge(
    commitment: Buffer,
    { index, size, root, prover }: { index: number; size: number; root: Uint8Array; prover: InclusionProver },
  ): Promise<void> {
    const made = await prover.prove(index);
    const claim = { leafHash: leafHash(encodeEntry(commitment)), index, treeSize: size, root };
    if (!made.ok || !verifyInclusion({ ...claim, proof: made.proof }))
      throw new Error(`entry ${index} cannot be proven`);
    const key = commitment.toString('latin1');
    // The log can be faster than the reply to the commit.
    const one = waiting.get(key);
    if (one === undefined) early.add(key);
    else one.logged();
    waiting.delete(key);
  }

  const early = new Set<string>();
  async function lookUntilDone(): Promise<void> {
    do {
      again = false;
      await look();
    } while (again);
    running = null;
  }
  client.on('notification', () => {
    again = true;
    running ??= lookUntilDone();
  });
  await client.query('listen handover_logged');
  return {
    logged(commitment: Buffer): Promise<void> {
      const key = commitment.toString('latin1');
      if (early.delete(key)) return Promise.resolve();
      return new Promise(resolve => waiting.set(key, { commitment, logged: resolve }));
    },
    close: () => client.end(),
  };
}

async function readHead(files: Parts['files']): Promise<{ size: number; root: Uint8Array }> {
  const note = decodeNote((await files.readPublished()) ?? '');
  const decoded = note.ok ? decodeCheckpoint(note.note.text) : note;
  if (!decoded.ok) throw new Error('no checkpoint is published');
  return decoded.checkpoint;
}
