import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Lines fetched at once. */
const LINES_PER_READ = 1000;

/** The lines of a reading in order, as many at once as are held in memory without harm. Nothing is locked meanwhile. */
export async function* linesOfReading(
  tables: Kysely<Tables>,
  readingId: Buffer,
): AsyncGenerator<readonly string[]> {
  for (let from = 0; ; from += LINES_PER_READ) {
    const rows = await tables
      .selectFrom('handover.reading_lines')
      .select('line')
      .where('reading_id', '=', readingId)
      .where('seq', '>=', from)
      .where('seq', '<', from + LINES_PER_READ)
      .orderBy('seq')
      .execute();
    if (rows.length === 0) return;
    yield rows.map(({ line }) => line);
  }
}
