import type { Kysely } from 'kysely';
import type { ReadingOfItem } from '#domain/conversations/index.ts';
import { decodeDetection, decodeReadingLine, type ReadingDifference } from '#portable/chat/index.ts';
import type { Tables } from '../tables.ts';
import { hexOf, idOf } from './ids.ts';

/** The readings of the item that this one is of, oldest first; those not finished come last. */
export async function readingsOfItem(
  tables: Kysely<Tables>,
  readingId: string,
): Promise<readonly ReadingOfItem[]> {
  const id = idOf(readingId);
  if (id === null) return [];
  const rows = await tables
    .selectFrom('handover.readings as r')
    .select(['r.id', 'r.reader', 'r.summary', 'r.date_order', 'r.state', 'r.messages', 'r.partial'])
    .select(['r.read_at', 'r.compared', 'r.detection'])
    .where('r.item_id', '=', eb => eb.selectFrom('handover.readings').select('item_id').where('id', '=', id))
    .orderBy('r.read_at')
    .orderBy('r.id')
    .execute();
  return rows.map(row => ({
    readingId: hexOf(row.id),
    reader: readerIn(row.summary) ?? row.reader,
    dateOrder: row.date_order,
    state: row.state,
    messages: row.messages,
    partial: row.partial,
    detection: decodeDetection(row.detection),
    readAt: row.read_at,
    isCompared: row.compared,
  }));
}

function readerIn(summary: string | null): string | null {
  const decoded = summary === null ? null : decodeReadingLine(summary);
  return decoded?.ok === true && decoded.line.type === 'reading' ? decoded.line.reader : null;
}

/** As the worker kept it: nobody else may write it. */
export async function differenceOf(
  tables: Kysely<Tables>,
  readingId: string,
): Promise<ReadingDifference | null> {
  const id = idOf(readingId);
  if (id === null) return null;
  const row = await tables
    .selectFrom('handover.readings')
    .select('difference')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.difference == null ? null : (JSON.parse(row.difference) as ReadingDifference);
}
