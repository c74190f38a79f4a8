import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogFiles, type LogFiles } from '#adapters/sequencer/log-files.ts';
import { signCheckpoint } from '#adapters/sequencer/sequencer.ts';
import type { Sha256 } from '#portable/bytes/index.ts';
import { encodeEntry } from '#portable/continuity/index.ts';
import { leafHash, merkleRoot, newTiles } from '#portable/tlog/index.ts';
import { whenTestsEnd } from './cleanup.ts';

const SIGNER = { name: 'northshire.example/log/1', secretKey: new Uint8Array(32).fill(0x42) };

/** A log of our own making on disk, grown through the given sizes, with its checkpoint published. */
export type LogOnDisk = {
  readonly files: LogFiles;
  readonly leaves: readonly Sha256[];
  readonly checkpoint: string;
  readonly rootAt: (size: number) => Sha256;
};

export async function logOnDisk(sizes: readonly number[]): Promise<LogOnDisk> {
  const folder = mkdtempSync(join(tmpdir(), 'handover-log-'));
  whenTestsEnd(() => rmSync(folder, { recursive: true, force: true }));
  const files = createLogFiles(folder);
  await files.lead();
  const last = sizes.at(-1) ?? 0;
  const entries = Array.from({ length: last }, (_, n) => encodeEntry(new Uint8Array(32).fill(n % 251)));
  const leaves = entries.map(leafHash);
  const rootAt = (size: number) => merkleRoot(leaves.slice(0, size));
  let from = 0;
  for (const size of sizes) {
    const grown = await newTiles(from, entries.slice(from, size), files.readTile);
    if (!grown.ok) throw new Error(grown.reason);
    await files.stage(grown.size, grown.root, grown.files);
    await files.apply(grown.size, grown.root);
    from = size;
  }
  const checkpoint = signCheckpoint(SIGNER, last, rootAt(last));
  await files.publish(checkpoint);
  return { files, leaves, checkpoint, rootAt };
}
