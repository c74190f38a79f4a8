import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { FetchedLine, MatchesAround, MessageFilter } from '#domain/conversations/index.ts';
import { soughtForm } from '#domain/search/index.ts';
import type { Tables } from '../tables.ts';
import { fetchedColumns } from './fetched-line.ts';
import { idOf } from './ids.ts';

const SOUGHT = sql.raw<string>('sought');
/** As the index of words is made: of the beginning of a very long message alone. */
const WORDS = sql.raw<string>(`to_tsvector('pg_catalog.simple', left(sought, 100000))`);

function condition(filter: MessageFilter): RawBuilder<boolean> {
  if ('doubtful' in filter) return sql<boolean>`n is not null and strpos(line, '"doubts":[]') = 0`;
  // A key stands in the line as one spelling, and no text can hold it, for its quotes are escaped.
  if ('conversation' in filter)
    return sql<boolean>`n is not null and line ~ ${`"conversation":${filter.conversation}[,}]`}`;
  const wanted = soughtForm(filter.term);
  if (filter.by === 'words')
    return sql<boolean>`sought is not null and ${WORDS} @@ plainto_tsquery('pg_catalog.simple', ${wanted})`;
  const pattern = `%${wanted.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql<boolean>`sought is not null and ${SOUGHT} like ${pattern}`;
}

/** Where a message stands among those that match: how many there are, how many up to it, and its neighbours among them. */
export async function matchesAround(
  tables: Kysely<Tables>,
  readingId: string,
  filter: MessageFilter,
  n: number,
): Promise<MatchesAround> {
  const id = idOf(readingId);
  const none = { total: 0, upTo: 0, before: null, after: null };
  if (id === null) return none;
  const { rows } = await sql<{ total: string; up_to: string; before: number | null; after: number | null }>`
    select count(*) as total, count(*) filter (where n <= ${n}::integer) as up_to,
      max(n) filter (where n < ${n}::integer) as before, min(n) filter (where n > ${n}::integer) as after
    from handover.reading_lines where reading_id = ${id} and ${condition(filter)}`.execute(tables);
  const [row] = rows;
  if (row === undefined) return none;
  return { total: Number(row.total), upTo: Number(row.up_to), before: row.before, after: row.after };
}

/** Messages that match, from `from` on, and how many match in all. */
export async function matching(
  tables: Kysely<Tables>,
  readingId: string,
  filter: MessageFilter,
  page: { readonly from: number; readonly limit: number },
): Promise<{ lines: FetchedLine[]; total: number }> {
  const id = idOf(readingId);
  if (id === null) return { lines: [], total: 0 };
  const { rows } = await sql<{ total: string; numbers: number[] }>`
    with found as materialized (
      select n from handover.reading_lines where reading_id = ${id} and ${condition(filter)}
    )
    select (select count(*) from found) as total,
      array(select n from found where n >= ${page.from} order by n limit ${page.limit}) as numbers
  `.execute(tables);
  const numbers = rows[0]?.numbers ?? [];
  const total = Number(rows[0]?.total ?? 0);
  if (numbers.length === 0) return { lines: [], total };
  const lines = await tables
    .selectFrom('handover.reading_lines')
    .select(fetchedColumns())
    .where('reading_id', '=', id)
    .where('n', 'in', numbers)
    .orderBy('n')
    .execute();
  return { lines, total };
}
