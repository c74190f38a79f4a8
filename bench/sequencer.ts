import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { createDurably } from '../src/adapters/files/durable-write.ts';
import { startEmbeddedPostgres } from '../src/adapters/postgres/embedded-server.ts';
import { migrate } from '../src/adapters/postgres/migrate.ts';
import { createLogFiles } from '../src/adapters/sequencer/log-files.ts';
import { createLogHeadStore } from '../src/adapters/sequencer/log-head.ts';
import { recover, sequenceOnce, type SequencerParts } from '../src/adapters/sequencer/sequencer.ts';
import { inclusionProofFromTiles } from '../src/portable/tlog/index.ts';
import { fillOutbox, foundLog } from '../test/support/log-database.ts';
import { testKeeping, TEST_SIGNER } from '../test/support/test-log.ts';

export const name =
  'The sequencer: from committed rows of the outbox to acknowledged entries, PostgreSQL and disk durable';

const ENTRIES = Number(process.env['HANDOVER_BENCH_ENTRIES'] ?? 50_000);
const ROWS_A_FILL = 50_000;
const PROOFS = 300;

/** Fills a real outbox with HANDOVER_BENCH_ENTRIES rows, logs all of them with the code the product runs, then proves some. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), durable: true });
  const address = {
    host: '127.0.0.1',
    port: server.port,
    user: 'handover_owner',
    password: server.ownerPassword,
  };
  const client = new pg.Client({ ...address, database: 'postgres' });
  try {
    await client.connect();
    await migrate(client);
    await foundLog(client);
    const parts: SequencerParts = {
      store: createLogHeadStore(client),
      files: createLogFiles(join(folder, 'log')),
      keeping: testKeeping(join(folder, 'log')),
      signer: TEST_SIGNER,
      clock: () => new Date(),
    };
    await parts.store.lead();
    const logged = await logAll(client, parts);
    const start = await timed(() => recover({ ...parts, files: createLogFiles(join(folder, 'log')) }));
    const proofs = await prove(join(folder, 'log'));
    const files = readdirSync(join(folder, 'log', 'tile'), { recursive: true, withFileTypes: true });
    return {
      rows: [
        { name: `entries a second, ${ENTRIES} entries`, value: (ENTRIES / logged.ms) * 1000, unit: '1/s' },
        { name: 'batches', value: logged.batches, unit: '' },
        { name: 'slowest batch', value: logged.slowest, unit: 'ms' },
        { name: 'one durable 8 KiB write', value: await durableWrite(folder), unit: 'ms' },
        { name: 'a start, the whole log read and checked', value: start, unit: 'ms' },
        { name: 'a proof', value: proofs.median, unit: 'ms' },
        { name: 'a proof, slowest', value: proofs.slowest, unit: 'ms' },
        { name: 'tiles read for a proof, most', value: proofs.tiles, unit: '' },
        { name: 'files in the log', value: files.filter(entry => entry.isFile()).length, unit: '' },
      ],
      notes: [`${ENTRIES} entries (HANDOVER_BENCH_ENTRIES), ${PROOFS} proofs at random places.`],
    };
  } finally {
    await client.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function logAll(client: pg.Client, parts: SequencerParts) {
  let head = await recover(parts);
  let [ms, batches, slowest] = [0, 0, 0];
  for (let filled = 0; filled < ENTRIES; filled += ROWS_A_FILL) {
    await fillOutbox(client, Math.min(ROWS_A_FILL, ENTRIES - filled));
    for (let next = null; next !== head;) {
      if (next !== null) head = next;
      const took = await timed(async () => (next = await sequenceOnce(parts, head)));
      ms += took;
      if (next !== head) [batches, slowest] = [batches + 1, Math.max(slowest, took)];
    }
  }
  if (head.size !== ENTRIES) throw new Error(`${head.size} of ${ENTRIES} entries were logged`);
  return { ms, batches, slowest };
}

async function prove(folder: string) {
  const files = createLogFiles(folder);
  const times: number[] = [];
  let tiles = 0;
  for (let i = 0; i < PROOFS; i += 1) {
    let read = 0;
    const reader = (path: string) => {
      read += 1;
      return files.readTile(path);
    };
    const index = randomBytes(6).readUIntBE(0, 6) % ENTRIES;
    times.push(await timed(() => inclusionProofFromTiles(index, ENTRIES, reader)));
    tiles = Math.max(tiles, read);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[PROOFS >> 1] ?? 0, slowest: sorted.at(-1) ?? 0, tiles };
}

async function durableWrite(folder: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 31; i += 1)
    times.push(await timed(() => createDurably(join(folder, `w${i}`), randomBytes(8192))));
  return times.toSorted((a, b) => a - b)[15] ?? 0;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
