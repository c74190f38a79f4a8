import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DifferingLines, OtherReading } from '#domain/conversations/index.ts';
import type { Tables } from '../tables.ts';
import { hexOf, idOf } from './ids.ts';

const MOST_READINGS = 100;
/** Lines of one reading that are compared; what lies behind is only counted. */
const MOST_LINES = 5_000;
/** A longer line is not fetched to be compared. */
const LONGEST_LINE_BYTES = 16_384;

/** Other finished readings of the item that this one is of, newest first. */
export async function otherReadings(tables: Kysely<Tables>, readingId: string): Promise<OtherReading[]> {
  const id = idOf(readingId);
  if (id === null) return [];
  const { rows } = await sql<{ id: Buffer; reader: string; date_order: string | null; read_at: Date }>`
    select o.id, coalesce(substring(o.summary from '"reader":"([a-z0-9/-]{1,60})"'), o.reader) as reader, o.date_order, o.read_at
    from handover.readings r join handover.readings o on o.item_id = r.item_id and o.id <> r.id and o.state = 'read'
    where r.id = ${id} and o.read_at is not null order by o.read_at desc limit ${MOST_READINGS}`.execute(
    tables,
  );
  return rows.map(row => ({
    readingId: hexOf(row.id),
    reader: row.reader,
    dateOrder: row.date_order,
    readAt: row.read_at,
  }));
}

/** Where two readings differ. The database leaves out what they share. */
export async function differingLines(
  tables: Kysely<Tables>,
  older: string,
  newer: string,
): Promise<DifferingLines> {
  const [before, after] = [idOf(older), idOf(newer)];
  if (before === null || after === null) return { older: [], newer: [], same: 0, isCut: false };
  const [one, other] = [await onlyIn(tables, before, after), await onlyIn(tables, after, before)];
  return {
    older: one.lines,
    newer: other.lines,
    same: one.same,
    isCut: one.isCut || other.isCut,
  };
}

async function onlyIn(tables: Kysely<Tables>, one: Buffer, other: Buffer) {
  const { rows } = await sql<{ line: string; seq: number; alone: string; all: string }>`
    with alone as materialized (
      select seq from handover.reading_lines l where reading_id = ${one} and seq > 0 and not exists (
        select from handover.reading_lines m where m.reading_id = ${other} and m.seq > 0 and md5(m.line) = md5(l.line)))
    select l.line, l.seq, (select count(*) from alone) as alone,
      (select count(*) from handover.reading_lines where reading_id = ${one} and seq > 0) as all
    from handover.reading_lines l
    where l.reading_id = ${one} and (l.seq = 0 or l.seq in (select seq from alone))
      and (l.seq = 0 or octet_length(l.line) <= ${LONGEST_LINE_BYTES})
    order by l.seq limit ${MOST_LINES + 1}`.execute(tables);
  const [alone, all] = [Number(rows[0]?.alone ?? 0), Number(rows[0]?.all ?? 0)];
  return { lines: rows.map(({ line }) => line), same: all - alone, isCut: alone > rows.length - 1 };
}
