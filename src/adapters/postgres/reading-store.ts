import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type {
  BegunReading,
  FinishedReading,
  ReadingStore,
  StoredLine,
  WaitingReading,
} from '#domain/reading/index.ts';
import { away, isKept } from './refused-data.ts';
import type { Tables } from './tables.ts';

/**
 * Readings beside the items they were made of, as the role handover_worker. One worker at a time reads an item. Throws
 * `storage-away` when the database does not answer; what it will never take is a returned false.
 */
export function createReadingStore(tables: Kysely<Tables>): ReadingStore {
  return {
    next: (reader, except) => away(nextUnread(tables, reader, except)),
    begin: (itemId, reader) => away(begin(tables, Buffer.from(itemId), reader)),
    addLines: (readingId, firstSeq, lines) =>
      isKept(() => addLines(tables, Buffer.from(readingId), firstSeq, lines)),
    dropLines: readingId => away(dropLines(tables, Buffer.from(readingId))),
    finish: (readingId, finished) => isKept(() => finish(tables, Buffer.from(readingId), finished)),
    giveBack: readingId => away(giveBack(tables, Buffer.from(readingId))),
  };
}

/** A failed reading that an officer asked for again after it had failed. */
const ASKED_AGAIN = sql<boolean>`(r.state = 'failed' and exists (select from handover.reading_requests q
  where q.reading_id = r.id and q.asked_at > r.read_at))`;

async function nextUnread(
  tables: Kysely<Tables>,
  reader: string,
  except: readonly string[],
): Promise<WaitingReading | null> {
  const row = await tables
    .selectFrom('handover.items as i')
    .leftJoin('handover.readings as r', join =>
      join.onRef('r.item_id', '=', 'i.id').on('r.reader', '=', reader),
    )
    .select(['i.id', 'i.blob_id', 'i.segments', 'i.kind', 'i.name', 'i.size_bytes', 'i.sealed_at'])
    .where(({ or, eb }) => or([eb('r.state', 'is', null), eb('r.state', '=', 'reading'), ASKED_AGAIN]))
    .where(sql<boolean>`encode(i.id, 'hex') <> all(${except}::text[])`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('handover.disposals as d').select('d.item_id').whereRef('d.item_id', '=', 'i.id')),
      ),
    )
    .where('i.kind', '<>', 'file')
    .orderBy('i.sealed_at')
    .orderBy('i.number')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    itemId: row.id,
    blobId: row.blob_id,
    segments: row.segments,
    kind: row.kind as WaitingReading['kind'],
    name: row.name,
    sizeBytes: Number(row.size_bytes),
    sealedAt: row.sealed_at,
  };
}

async function begin(tables: Kysely<Tables>, itemId: Buffer, reader: string): Promise<BegunReading> {
  const left = await tables
    .selectFrom('handover.readings')
    .select(['id', 'state', 'tries'])
    .where('item_id', '=', itemId)
    .where('reader', '=', reader)
    .executeTakeFirst();
  if (left === undefined) {
    const id = randomBytes(16);
    await tables
      .insertInto('handover.readings')
      .values({ id, item_id: itemId, state: 'reading', reader, tries: 1 })
      .execute();
    return { readingId: id, tries: 1 };
  }
  const tries = left.state === 'reading' ? left.tries + 1 : 1;
  await dropLines(tables, left.id);
  await tables
    .updateTable('handover.readings')
    .set({ state: 'reading', tries })
    .where('id', '=', left.id)
    .execute();
  return { readingId: left.id, tries };
}

async function giveBack(tables: Kysely<Tables>, readingId: Buffer): Promise<void> {
  await tables
    .updateTable('handover.readings')
    .set({ tries: sql<number>`greatest(0, tries - 1)` })
    .where('id', '=', readingId)
    .execute();
}

async function dropLines(tables: Kysely<Tables>, readingId: Buffer): Promise<void> {
  await tables.deleteFrom('handover.reading_lines').where('reading_id', '=', readingId).execute();
}

async function addLines(
  tables: Kysely<Tables>,
  readingId: Buffer,
  firstSeq: number,
  lines: readonly StoredLine[],
): Promise<void> {
  await tables
    .insertInto('handover.reading_lines')
    .values(
      lines.map((line, i) => ({
        reading_id: readingId,
        seq: firstSeq + i,
        n: line.n,
        day: line.day,
        line: line.line,
        raw: line.raw === null ? null : Buffer.from(line.raw),
      })),
    )
    .execute();
}

async function finish(tables: Kysely<Tables>, readingId: Buffer, finished: FinishedReading): Promise<void> {
  const { days, leftOut, ...columns } = finished;
  await tables
    .updateTable('handover.readings')
    .set({
      ...columns,
      days: JSON.stringify(days),
      left_out: JSON.stringify(leftOut),
      tries: 0,
      read_at: sql<Date>`clock_timestamp()`,
    })
    .where('id', '=', readingId)
    .execute();
}
