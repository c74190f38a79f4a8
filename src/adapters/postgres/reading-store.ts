import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type {
  BegunReading,
  FinishedReading,
  ReadingStore,
  StoredLine,
  WaitingReading,
} from '#domain/reading/index.ts';
import { openTables } from './connection.ts';
import { COPIED_COLUMNS, copyRows } from './copy-rows.ts';
import { away, isKept } from './refused-data.ts';
import type { Tables } from './tables.ts';
import { nextUnread } from './unread-items.ts';

/**
 * Readings beside the items they were made of, as the role handover_worker. One worker at a time reads an item. Throws
 * `storage-away` when the database does not answer; what it will never take is a returned false.
 */
export function createReadingStore(pool: pg.Pool): ReadingStore {
  const tables = openTables(pool);
  return {
    next: (reader, except) => away(nextUnread(tables, reader, except)),
    begin: (waiting, reader) => away(begin(tables, waiting, reader)),
    keep: (readingId, lines, finished) => keep(pool, Buffer.from(readingId), { lines, finished }),
    giveBack: readingId => away(giveBack(tables, Buffer.from(readingId))),
  };
}

async function begin(
  tables: Kysely<Tables>,
  { itemId, answers, dateOrder }: WaitingReading,
  reader: string,
): Promise<BegunReading> {
  const item = Buffer.from(itemId);
  const left = await tables
    .selectFrom('handover.readings')
    .select(['id', 'state', 'tries'])
    .where('item_id', '=', item)
    .where('reader', '=', reader)
    .where('date_order', 'is not distinct from', dateOrder)
    .executeTakeFirst();
  if (left === undefined) {
    await giveUpOthers(tables, item, reader);
    const id = randomBytes(16);
    await tables
      .insertInto('handover.readings')
      .values({ id, item_id: item, state: 'reading', reader, tries: 1, answers, date_order: dateOrder })
      .execute();
    return { readingId: id, tries: 1 };
  }
  const tries = left.state === 'reading' ? left.tries + 1 : 1;
  await sql`select worker_door.drop_lines(${left.id})`.execute(tables);
  await tables
    .updateTable('handover.readings')
    .set({ state: 'reading', tries })
    .where('id', '=', left.id)
    .execute();
  return { readingId: left.id, tries };
}

/** What was being read when another answer came is not read to its end any more. */
async function giveUpOthers(tables: Kysely<Tables>, item: Buffer, reader: string): Promise<void> {
  await tables
    .updateTable('handover.readings')
    .set({ state: 'failed', reason: 'An officer gave another answer before it was read.' })
    .where('item_id', '=', item)
    .where('reader', '=', reader)
    .where('state', '=', 'reading')
    .execute();
}

async function giveBack(tables: Kysely<Tables>, readingId: Buffer): Promise<void> {
  await tables
    .updateTable('handover.readings')
    .set({ tries: sql<number>`greatest(0, tries - 1)` })
    .where('id', '=', readingId)
    .execute();
}

type Kept = { readonly lines: AsyncIterable<StoredLine>; readonly finished: () => FinishedReading };

/** One transaction on a connection that is closed when anything goes wrong, and the server then keeps nothing. */
async function keep(pool: pg.Pool, readingId: Buffer, { lines, finished }: Kept): Promise<boolean> {
  const client = await away(pool.connect());
  let isDone = false;
  const given: Given = { lines, failure: null };
  try {
    isDone = await isKept(async () => {
      await client.query('begin');
      await client.query('select worker_door.begin_lines($1)', [readingId]);
      const table = `handover_readings.r_${readingId.toString('hex')}`;
      // The table is of this transaction: its rows are written once, and not touched again by whoever reads them first.
      const sink = client.query(
        copyFrom(`copy ${table} (${COPIED_COLUMNS}) from stdin (format binary, freeze)`),
      );
      await pipeline(Readable.from(copyRows(heard(given)), { objectMode: false }), sink);
      await client.query('select worker_door.finish_lines($1)', [readingId]);
      await finish(client, readingId, finished());
      await client.query('commit');
    });
  } catch (error) {
    // What went wrong first is what the lines threw, whatever the database says then.
    throw given.failure?.error ?? error;
  } finally {
    client.release(!isDone);
  }
  if (!isDone && given.failure !== null) throw given.failure.error;
  return isDone;
}

type Given = { readonly lines: AsyncIterable<StoredLine>; failure: { readonly error: unknown } | null };

/** Lines as they are given; what the giver throws is kept. */
async function* heard(given: Given): AsyncGenerator<StoredLine> {
  try {
    yield* given.lines;
  } catch (error) {
    given.failure = { error };
    throw error;
  }
}

async function finish(client: pg.ClientBase, id: Buffer, finished: FinishedReading): Promise<void> {
  const { state, format, reason, messages, summary, days, leftOut, partial, detection } = finished;
  await client.query(
    `update handover.readings set state = $2, format = $3, reason = $4, messages = $5, summary = $6, days = $7,
       left_out = $8, partial = $9, detection = $10, tries = 0, read_at = clock_timestamp() where id = $1`,
    [
      ...[
        id,
        state,
        format,
        reason,
        messages,
        summary,
        JSON.stringify(days),
        JSON.stringify(leftOut),
        partial,
      ],
      detection === null ? null : JSON.stringify(detection),
    ],
  );
}
