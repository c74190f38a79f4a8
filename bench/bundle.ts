import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buildBundle, verifyBundle } from '#portable/bundle/index.ts';
import { makeSample } from '#portable/bundle/testing/sample-bundle.ts';
import type { Sample } from '#portable/bundle/testing/sample-bundle.ts';
import { decodePolicy } from '#portable/tlog/index.ts';
import { openFile } from '../verifier/file-source.ts';
import { NODE_HASHERS } from '../verifier/node-hashers.ts';

/** Building and checking a bundle beside `sha256sum` of the same bytes, which is as fast as one digest can be. */
export const name = 'Building and checking a bundle, beside sha256sum of the same bytes';

const MEBIBYTES = 64;
const RUNS = 5;

/** Bytes that no step can shorten or guess, the same on every run. */
function makeItem(): Uint8Array {
  const words = new Uint32Array((MEBIBYTES << 20) / 4);
  let state = 0x2545f491;
  for (let at = 0; at < words.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  return new Uint8Array(words.buffer);
}

async function seconds(work: () => Promise<void> | void): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function build(sample: Sample, path: string): Promise<void> {
  const built = await buildBundle(sample.order, sample.sources, sample.proof, NODE_HASHERS);
  if (!built.ok) throw new Error(built.reason);
  await pipeline(Readable.from(built.chunks), createWriteStream(path));
}

async function verify(sample: Sample, path: string): Promise<void> {
  const policy = decodePolicy(sample.policy);
  const file = await openFile(path);
  const result = await verifyBundle(file, {
    policy: policy.ok ? policy.policy : null,
    hashers: NODE_HASHERS,
  });
  await file.close();
  if (result.verdict !== 'verified') throw new Error(result.summary);
}

function sha256sum(path: string): void {
  const done = spawnSync('sha256sum', [path]);
  if (done.status !== 0) throw new Error('sha256sum did not run');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Runs the three in turn, so that a busy moment of the machine meets all of them. */
export async function run(): Promise<{
  rows: { name: string; value: number; unit: string }[];
  notes: string[];
}> {
  const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
  const path = join(folder, 'bundle.zip');
  const sample = await makeSample({
    items: [{ name: 'item.bin', bytes: makeItem() }],
    hashers: NODE_HASHERS,
  });
  const [built, verified, summed]: [number[], number[], number[]] = [[], [], []];
  try {
    for (let count = 0; count < RUNS; count += 1) {
      built.push(await seconds(() => build(sample, path)));
      verified.push(await seconds(() => verify(sample, path)));
      summed.push(await seconds(() => sha256sum(path)));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const [buildTime, verifyTime, sumTime] = [median(built), median(verified), median(summed)];
  return {
    rows: [
      { name: 'build the bundle and write it to disk', value: MEBIBYTES / buildTime, unit: 'MiB/s' },
      { name: 'verify it from disk', value: MEBIBYTES / verifyTime, unit: 'MiB/s' },
      { name: 'sha256sum of the same file', value: MEBIBYTES / sumTime, unit: 'MiB/s' },
      { name: 'time to build beside sha256sum', value: buildTime / sumTime, unit: 'times' },
      { name: 'time to verify beside sha256sum', value: verifyTime / sumTime, unit: 'times' },
    ],
    notes: [
      `One item of ${MEBIBYTES} MiB; the median of ${RUNS} runs, each of the three in turn.`,
      'Building and checking work out SHA-256, SHA-512 and CRC-32 of every byte; building also copies it.',
      'sha256sum works out one digest, and starts a process each time.',
    ],
  };
}
