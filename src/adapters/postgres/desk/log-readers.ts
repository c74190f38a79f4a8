import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** The log readers, as the role handover_police, which may look a token up and make or end none. */
export function createLogReaders(tables: Kysely<Tables>) {
  return {
    async nameOf(tokenHash: Uint8Array): Promise<string | null> {
      const row = await tables
        .selectFrom('handover.log_readers')
        .select('name')
        .where('token_hash', '=', Buffer.from(tokenHash))
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return row?.name ?? null;
    },
  };
}
