import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { MESSAGES_READ, READ_MARKS } from '#domain/conversations/index.ts';
import type { NewSearch, ReadMark, RunSearch } from '#domain/conversations/index.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import type { Tables } from '../tables.ts';
import { named } from './danger.ts';
import { idOf } from './ids.ts';

/** What officers said they have read of a reading, in the order of the continuity record. */
export async function marksOn(tables: Kysely<Tables>, readingId: string): Promise<ReadMark[]> {
  const id = idOf(readingId);
  if (id === null) return [];
  // The body is canonical JSON: the reading's id stands in it as this one spelling.
  const isOfReading = sql<boolean>`position(convert_to(${`"reading":"${readingId}"`}::text, 'UTF8') in e.body) > 0`;
  const rows = await tables
    .selectFrom('handover.events as e')
    .innerJoin('handover.items as i', 'i.submission_id', 'e.submission_id')
    .innerJoin('handover.readings as r', 'r.item_id', 'i.id')
    .leftJoin('handover.officers as o', 'o.id', 'e.actor_id')
    .select(['e.at', 'e.actor_id', 'e.body', 'e.submission_n', 'o.rank', 'o.name'])
    .where('r.id', '=', id)
    .where('e.type', '=', MESSAGES_READ)
    .where(isOfReading)
    .orderBy('e.submission_n')
    .execute();
  return rows.flatMap(row => {
    const by = named(row.actor_id, row.rank, row.name)?.title ?? row.actor_id;
    return markOf(row.body, readingId, {
      officerId: row.actor_id,
      by,
      at: row.at,
      n: row.submission_n ?? 0,
    });
  });
}

function markOf(
  body: Buffer,
  readingId: string,
  who: Pick<ReadMark, 'officerId' | 'by' | 'at' | 'n'>,
): ReadMark[] {
  const decoded = decodeEvent(body);
  if (!decoded.ok) return [];
  const { reading, first, last, mark } = decoded.event.facts;
  const known = READ_MARKS.find(each => each === mark);
  if (reading !== readingId || known === undefined) return [];
  if (typeof first !== 'number' || typeof last !== 'number' || first > last) return [];
  return [{ ...who, first, last, mark: known }];
}

/** Puts a search on record; the same search by the same officer stands once, at the time it was first run. */
export async function noteSearch(
  tables: Kysely<Tables>,
  readingId: string,
  { officerId, words, hits, at }: NewSearch,
): Promise<void> {
  const id = idOf(readingId);
  if (id === null) return;
  await tables
    .insertInto('handover.conversation_searches')
    .values({ reading_id: id, officer_id: officerId, words, hits, at })
    .onConflict(conflict => conflict.columns(['reading_id', 'officer_id', 'words', 'hits']).doNothing())
    .execute();
}

/** Searches of a reading, newest first, at most `limit`. */
export async function searchesOn(
  tables: Kysely<Tables>,
  readingId: string,
  limit: number,
): Promise<RunSearch[]> {
  const id = idOf(readingId);
  if (id === null) return [];
  const rows = await tables
    .selectFrom('handover.conversation_searches as c')
    .innerJoin('handover.officers as o', 'o.id', 'c.officer_id')
    .select(['c.officer_id', 'c.words', 'c.hits', 'c.at', 'o.rank', 'o.name'])
    .where('c.reading_id', '=', id)
    .orderBy('c.at', 'desc')
    .orderBy('c.words')
    .limit(limit)
    .execute();
  return rows.map(({ officer_id: officerId, words, hits, at, rank, name }) => ({
    ...{ officerId, words, hits, at },
    by: named(officerId, rank, name)?.title ?? officerId,
  }));
}
