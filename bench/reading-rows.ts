import { randomBytes } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { createConfinedReader } from '#adapters/confined-reader/confined-reader.ts';
import { COPIED_COLUMNS, copyRows } from '#adapters/postgres/copy-rows.ts';
import { createReadingStore } from '#adapters/postgres/reading-store.ts';
import { PutOff } from '#domain/put-off.ts';
import { readNext, type StoredLine } from '#domain/reading/index.ts';
import { DeskSeed } from '#support/desk-seed.ts';
import { type BenchDatabase, startBenchDatabase } from './readings/bench-database.ts';
import { longChat } from './readings/long-chat.ts';

/**
 * From a sealed chat to rows that can be searched: the confined reader, every line checked, COPY, indexes, commit; beside COPY of
 * the same rows, made before, and the same indexes in the same server.
 * BENCH_MESSAGES: 300,000 when not set.
 */
export const name = 'From a chat to searchable rows, beside COPY of the same rows and the same indexes';

const MESSAGES = Number(process.env['BENCH_MESSAGES'] ?? 300_000);
const RUNS = 3;
const READER = 'bench';

export async function run(): Promise<{
  rows: { name: string; value: number; unit: string }[];
  notes: string[];
}> {
  const database = await startBenchDatabase();
  try {
    return await measure(database);
  } finally {
    await database.stop();
  }
}

async function measure(database: BenchDatabase) {
  const { bytes } = longChat(MESSAGES);
  const worker = database.pool('handover_worker');
  const owner = database.pool('owner');
  const seed = new DeskSeed(database);
  const ours: number[] = [];
  const peer: number[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    const item = await seedItem(seed, owner, bytes);
    ours.push(await seconds(() => readAll(worker, bytes)));
    const rows = await rowsOf(owner, item);
    if (rows.filter(({ n }) => n !== null).length !== MESSAGES)
      throw new Error('not every message became a row');
    const chunks = await copied(rows);
    peer.push(await seconds(() => copyAgain(owner, chunks)));
  }
  const [mine, limit] = [median(ours), median(peer)];
  return {
    rows: [
      {
        name: 'handover, from the sealed item to searchable rows',
        value: MESSAGES / mine,
        unit: 'messages/s',
      },
      {
        name: 'COPY of the same rows and the same indexes (limit)',
        value: MESSAGES / limit,
        unit: 'messages/s',
      },
      { name: 'ratio (bar: 0.5)', value: limit / mine, unit: 'times' },
    ],
    notes: [
      `${MESSAGES} messages, ${(bytes.length / 1e6).toFixed(1)} MB, median of ${RUNS} alternating runs: ${mine.toFixed(1)} s beside ${limit.toFixed(1)} s. The database waits for the disk.`,
      'The limit is given its rows ready made; Handover starts a confined process, reads twice through a pipe, checks every line and makes the form that is searched.',
    ],
  };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** An item that this reader has not read yet. */
async function seedItem(seed: DeskSeed, owner: pg.Pool, bytes: Uint8Array): Promise<Buffer> {
  const { items } = await seed.submission({
    items: [{ name: 'chat.txt', bytes: Buffer.from('a letter') }],
  });
  await owner.query('update handover.items set size_bytes = $2 where id = $1', [items[0]!.id, bytes.length]);
  return items[0]!.id;
}

/** The worker's step over an item whose one segment is opened from memory: what a disk would add is measured elsewhere. */
async function readAll(pool: pg.Pool, bytes: Uint8Array): Promise<void> {
  const store = createReadingStore(pool);
  const reader = createConfinedReader(READER);
  const putOff = new PutOff(() => new Date());
  const blobs = {
    readHeaders: () => Promise.resolve([new Uint8Array(1)]),
    bodyFacts: () =>
      Promise.resolve({
        blobId: new Uint8Array(16),
        n: 0,
        version: '1',
        sizeBytes: bytes.length,
        retainedUntil: null,
      }),
    readBody: () => Promise.resolve({ ok: true as const, bytes: new Uint8Array() }),
  };
  const opener = { openPieces: () => [bytes], plainSize: (size: number) => size };
  if (!(await readNext({ store, reader, blobs, opener, putOff }))) throw new Error('nothing was read');
}

/** The rows as they are kept. */
async function rowsOf(owner: pg.Pool, item: Buffer): Promise<StoredLine[]> {
  const { rows } = await owner.query<StoredLine>(
    `select seq, n, day::text as day, sought, line, raw from handover.reading_lines
     where reading_id = (select id from handover.readings where item_id = $1 and reader = $2) order by seq`,
    [item, READER],
  );
  return rows;
}

async function* each(rows: readonly StoredLine[]): AsyncGenerator<StoredLine> {
  yield* rows;
}

/** The rows in the form of COPY, made before the clock starts. */
async function copied(rows: readonly StoredLine[]): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of copyRows(each(rows))) chunks.push(chunk);
  return chunks;
}

async function copyAgain(owner: pg.Pool, chunks: readonly Buffer[]): Promise<void> {
  const id = randomBytes(16);
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query('select handover.make_lines($1)', [id]);
    const table = `handover_readings.r_${id.toString('hex')}`;
    const sink = client.query(
      copyFrom(`copy ${table} (${COPIED_COLUMNS}) from stdin (format binary, freeze)`),
    );
    await pipeline(Readable.from(chunks, { objectMode: false }), sink);
    await client.query('select handover.index_lines($1), handover.attach_lines($1)', [id]);
    await client.query('commit');
  } finally {
    client.release();
  }
}
