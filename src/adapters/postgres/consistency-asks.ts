import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { ConsistencyQueue } from '#domain/receipts/index.ts';
import type { Tables } from './tables.ts';

/** Questions of the public side for consistency proofs, as the role handover_worker. */
export function createConsistencyQueue(tables: Kysely<Tables>): ConsistencyQueue {
  return {
    async next() {
      const row = await tables
        .selectFrom('handover.consistency_asks')
        .select(['from_size', 'to_size'])
        .where('proof', 'is', null)
        .where('is_none', '=', false)
        .orderBy('asked_at')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : { from: Number(row.from_size), to: Number(row.to_size) };
    },
    async answer({ from, to }, proof) {
      await tables
        .updateTable('handover.consistency_asks')
        .set({ proof, is_none: proof === null })
        .where('from_size', '=', String(from))
        .where('to_size', '=', String(to))
        .execute();
    },
    async clear() {
      await tables
        .deleteFrom('handover.consistency_asks')
        .where('asked_at', '<', sql<Date>`now() - interval '10 minutes'`)
        .execute();
    },
  };
}
