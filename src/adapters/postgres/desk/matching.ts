import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { FetchedLine, MessageFilter } from '#domain/conversations/index.ts';
import type { Tables } from '../tables.ts';
import { fetchedColumns } from './fetched-line.ts';
import { idOf } from './ids.ts';

/**
 * The body of a message, out of its line, as text. The line has one encoding (docs/formats/reading.md): `"body":"` comes
 * first with unescaped quotes at the body's own key, and `","span":[` ends it. The escapes of JSON are undone for what a
 * person can type; control characters stay escapes, which nobody can type.
 */
const BODY = sql.raw<string>(String.raw`replace(replace(replace(replace(replace(
  substring(line from strpos(line, '"body":"') + 8 for greatest(0, strpos(line, '","span":[') - strpos(line, '"body":"') - 8)),
  '\\', chr(1)), '\n', chr(10)), '\t', chr(9)), '\"', '"'), '\u', chr(2))`);

/** One comparison whatever the letters' case, by Unicode's rules and not by the server's locale. */
function folded(text: RawBuilder<string>): RawBuilder<string> {
  return sql<string>`casefold(${text} collate pg_unicode_fast)`;
}

function condition(filter: MessageFilter): RawBuilder<boolean> {
  if ('doubtful' in filter) return sql<boolean>`strpos(line, '"doubts":[]') = 0`;
  // A key stands in the line as one spelling, and no text can hold it, for its quotes are escaped.
  if ('conversation' in filter) return sql<boolean>`line ~ ${`"conversation":${filter.conversation}[,}]`}`;
  const wanted = filter.text.replaceAll('\\', '\u0001').toWellFormed();
  return sql<boolean>`strpos(${folded(BODY)}, ${folded(sql<string>`${wanted}::text`)}) > 0`;
}

/** Messages that match, from `from` on, and how many match in all. Reads every line of the reading, in the database. */
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
      select n from handover.reading_lines where reading_id = ${id} and n is not null and ${condition(filter)}
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
