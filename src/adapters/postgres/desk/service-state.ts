import type { Kysely } from 'kysely';
import type { ServiceState } from '#domain/desk/index.ts';
import type { Tables } from '../tables.ts';

/** What the supervisor wrote of processes that do not serve, as the role handover_police. */
export function createServiceState(tables: Kysely<Tables>): ServiceState {
  return {
    troubles: () =>
      tables
        .selectFrom('handover.process_troubles')
        .select(['role', 'since', 'reason'])
        .orderBy('since')
        .execute(),
  };
}
