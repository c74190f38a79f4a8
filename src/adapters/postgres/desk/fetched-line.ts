import { sql } from 'kysely';

/** Lines up to this size come with their neighbours; a longer message is fetched alone. */
const LONGEST_LINE_BYTES = 32_768;

/** The columns of a FetchedLine. */
export function fetchedColumns() {
  return [
    sql<number>`n`.as('n'),
    sql<string | null>`case when octet_length(line) <= ${LONGEST_LINE_BYTES} then line end`.as('line'),
    sql<number>`octet_length(line)`.as('lineBytes'),
  ] as const;
}
