import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ConfinedReader, WaitingReading } from '#domain/reading/index.ts';
import type { Tables } from './tables.ts';
import { IS_ASKED_AGAIN, ORDER_ANSWERS } from './told-of-readings.ts';

/** The item `i` has a reading that one of these readers made, told what it would be told now. What is no chat is read once. */
function isReadBy(formats: readonly string[]) {
  return sql<boolean>`exists (select from handover.readings o where o.item_id = i.id and o.state = 'read' and not o.partial
    and o.date_order is not distinct from a.date_order
    and (i.kind <> 'chat' or substring(o.summary from '"reader":"([^"]*)"') = any(${formats}::text[])))`;
}

/**
 * The oldest item, none of `except`, that this reader has not read as it was told last, or is to read again. A chat is read
 * anew when the order of dates that an officer declared is another than that of every reading it has.
 */
export async function nextUnread(
  tables: Kysely<Tables>,
  { name, formats }: Pick<ConfinedReader, 'name' | 'formats'>,
  except: readonly string[],
): Promise<WaitingReading | null> {
  const { rows } = await sql<{
    id: Buffer;
    blob_id: Buffer;
    segments: number;
    kind: WaitingReading['kind'];
    name: string;
    size_bytes: string;
    sealed_at: Date;
    answers: number;
    date_order: WaitingReading['dateOrder'];
  }>`
    select i.id, i.blob_id, i.segments, i.kind, i.name, i.size_bytes, i.sealed_at, a.answers, a.date_order
    from handover.items i
      left join lateral ${ORDER_ANSWERS} a on i.kind = 'chat'
      left join handover.readings r on r.item_id = i.id and r.reader = ${name}
        and r.date_order is not distinct from a.date_order
    where i.kind <> 'file' and (r.state is null or r.state = 'reading' or ${IS_ASKED_AGAIN})
      and (r.state is not null or not ${isReadBy(formats)})
      and encode(i.id, 'hex') <> all(${except}::text[])
      and not exists (select from handover.disposals d where d.item_id = i.id)
    order by i.sealed_at, i.number limit 1`.execute(tables);
  const row = rows[0];
  if (row === undefined) return null;
  return {
    itemId: row.id,
    blobId: row.blob_id,
    segments: row.segments,
    kind: row.kind,
    name: row.name,
    sizeBytes: Number(row.size_bytes),
    sealedAt: row.sealed_at,
    dateOrder: row.date_order,
    answers: row.answers ?? 0,
  };
}
