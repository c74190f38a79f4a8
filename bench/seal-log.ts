import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createDurably } from '../src/adapters/files/durable-write.ts';
import { createLogFiles } from '../src/adapters/sequencer/log-files.ts';
import { signCheckpoint } from '../src/adapters/sequencer/sequencer.ts';
import { encodeEntry } from '../src/portable/continuity/index.ts';
import { newTiles } from '../src/portable/tlog/index.ts';

export const name = 'Logging a batch: tiles, stage, signature and publication, beside one durable write';

const ROUNDS = 15;
const BATCH = 256;

/** One batch as the sequencer writes it, without the database; beside it one durable 8 KiB file, the least a batch could cost. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
  const files = createLogFiles(join(folder, 'log'));
  const signer = { name: 'bench.example/log', secretKey: new Uint8Array(32).fill(1) };
  await files.lead();
  const batches: number[] = [];
  const writes: number[] = [];
  let size = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    writes.push(await timed(() => createDurably(join(folder, `w${round}`), randomBytes(8192))));
    const entries = Array.from({ length: BATCH }, (_, i) =>
      encodeEntry(createHash('sha256').update(`${round} ${i}`).digest()),
    );
    batches.push(
      await timed(async () => {
        const grown = await newTiles(size, entries, files.readTile);
        if (!grown.ok) throw new Error(grown.reason);
        await files.stage(grown.size, grown.root, grown.files);
        const checkpoint = signCheckpoint(signer, grown.size, grown.root);
        await files.apply(grown.size, grown.root);
        await files.publish(checkpoint);
        await files.unstage(grown.size, grown.root);
        size = grown.size;
      }),
    );
  }
  rmSync(folder, { recursive: true, force: true });
  const [batch, write] = [median(batches), median(writes)];
  return {
    rows: [
      { name: `batch of ${BATCH} entries`, value: batch, unit: 'ms' },
      { name: 'one durable 8 KiB write', value: write, unit: 'ms' },
      { name: 'durable writes in the time of one batch', value: batch / write, unit: 'times' },
      { name: 'entries a second, without the database', value: (BATCH / batch) * 1000, unit: '1/s' },
    ],
    notes: [`${ROUNDS} rounds, alternating.`],
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
