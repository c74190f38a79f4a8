import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ComparisonStore } from '#domain/reading/index.ts';
import { linesOfReading } from './reading-text.ts';
import type { Tables } from './tables.ts';

/** Readings beside those made before them, as the role handover_worker. */
export function createComparisonStore(tables: Kysely<Tables>): ComparisonStore {
  return {
    async next() {
      const { rows } = await sql<{ id: Buffer; before: Buffer | null }>`
        select r.id, before.id as before from handover.readings r
        left join lateral (select id from handover.readings o where o.item_id = r.item_id and o.state = 'read'
          and (o.read_at, o.id) < (r.read_at, r.id) order by o.read_at desc, o.id desc limit 1) before on true
        where r.state = 'read' and not r.compared order by r.read_at, r.id limit 1`.execute(tables);
      const [row] = rows;
      return row === undefined ? null : { readingId: row.id, before: row.before };
    },
    async *lines(readingId) {
      for await (const lines of linesOfReading(tables, Buffer.from(readingId))) yield* lines;
    },
    async keep({ readingId, before }, difference) {
      await tables
        .updateTable('handover.readings')
        .set({
          compared: true,
          compared_with: before === null ? null : Buffer.from(before),
          difference: difference === null ? null : JSON.stringify(difference),
        })
        .where('id', '=', Buffer.from(readingId))
        .where('state', '=', 'read')
        .execute();
    },
  };
}
