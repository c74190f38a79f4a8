import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { ACCOUNT_FORMAT, type WaitingReading } from '#domain/reading/index.ts';
import { CHAT_FORMATS } from '#portable/chat/index.ts';
import type { Tables } from './tables.ts';

/**
 * Answers of officers about the order of dates of the item `i`: how many, and the one that stands. The body of an event is
 * canonical JSON, in which each member has one spelling.
 */
const ANSWERS = sql<{ answers: number; date_order: string | null }>`(
  select count(*)::integer as answers,
    (array_agg(substring(convert_from(e.body, 'UTF8') from '"answer":"(DMY|MDY|YMD|YDM)"') order by e.submission_n desc))[1] as date_order
  from handover.events e
  where e.submission_id = i.submission_id and e.type = 'reading-answered'
    and position(convert_to('"item":"' || encode(i.id, 'hex') || '"', 'UTF8') in e.body) > 0
    and position(convert_to('"question":"date-order"', 'UTF8') in e.body) > 0)`;

/** A failed reading that an officer asked for again after it had failed. */
const ASKED_AGAIN = sql<boolean>`(r.state = 'failed' and exists (select from handover.reading_requests q
  where q.reading_id = r.id and q.asked_at > r.read_at))`;

const READERS = CHAT_FORMATS.map(({ reader }) => reader);

/** Made under another set of readers, by a reader that is still the one for its format. */
const IS_AS_GOOD = sql<boolean>`(r.state = 'read' and not r.partial and (r.format = ${ACCOUNT_FORMAT}
  or substring(r.summary from '"reader":"([a-z0-9-]+/[0-9]+)"') = any(${READERS}::text[])))`;

/**
 * The oldest item, none of `except`, that this reader has not read as it was told last, or is to read again. A chat is read
 * anew when the order of dates that an officer declared is another than that of every reading it has, and when the reader for its format is a newer one.
 */
export async function nextUnread(
  tables: Kysely<Tables>,
  reader: string,
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
      left join lateral ${ANSWERS} a on i.kind = 'chat'
      left join handover.readings r on r.item_id = i.id and r.date_order is not distinct from a.date_order
        and (r.reader = ${reader} or ${IS_AS_GOOD})
    where i.kind <> 'file' and (r.state is null or r.state = 'reading' or ${ASKED_AGAIN})
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
