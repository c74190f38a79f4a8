import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { FinishedReading, ReadingStore, StoredLine, WaitingReading } from '#domain/reading/index.ts';
import type { Tables } from './tables.ts';

/** Readings beside the items they were made of, as the role handover_worker. One worker at a time reads an item. */
export function createReadingStore(tables: Kysely<Tables>): ReadingStore {
  return {
    next: reader => nextUnread(tables, reader),
    begin: (itemId, reader) => begin(tables, Buffer.from(itemId), reader),
    addLines: (readingId, firstSeq, lines) => addLines(tables, Buffer.from(readingId), firstSeq, lines),
    finish: (readingId, finished) => finish(tables, Buffer.from(readingId), finished),
  };
}

async function nextUnread(tables: Kysely<Tables>, reader: string): Promise<WaitingReading | null> {
  const row = await tables
    .selectFrom('handover.items as i')
    .leftJoin('handover.readings as r', join =>
      join.onRef('r.item_id', '=', 'i.id').on('r.reader', '=', reader),
    )
    .select(['i.id', 'i.blob_id', 'i.segments', 'i.kind', 'i.name', 'i.size_bytes', 'i.sealed_at'])
    .where(({ or, eb }) => or([eb('r.state', 'is', null), eb('r.state', '=', 'reading')]))
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

async function begin(tables: Kysely<Tables>, itemId: Buffer, reader: string): Promise<Uint8Array> {
  const left = await tables
    .selectFrom('handover.readings')
    .select('id')
    .where('item_id', '=', itemId)
    .where('reader', '=', reader)
    .executeTakeFirst();
  if (left !== undefined) {
    await tables.deleteFrom('handover.reading_lines').where('reading_id', '=', left.id).execute();
    return left.id;
  }
  const id = randomBytes(16);
  await tables
    .insertInto('handover.readings')
    .values({ id, item_id: itemId, state: 'reading', reader })
    .execute();
  return id;
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
  const { days, ...columns } = finished;
  await tables
    .updateTable('handover.readings')
    .set({ ...columns, days: JSON.stringify(days), read_at: new Date() })
    .where('id', '=', readingId)
    .execute();
}
