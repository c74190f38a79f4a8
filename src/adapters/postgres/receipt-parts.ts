import type { Kysely } from 'kysely';
import type { ReceiptDue } from '#domain/receipts/index.ts';
import type { Tables } from './tables.ts';

/** What a receipt is written from, besides its proofs and the name of the force: chain and items of one submission. */
export async function receiptParts(
  tables: Kysely<Tables>,
  submissionId: Buffer,
): Promise<Pick<ReceiptDue, 'events' | 'items'>> {
  const events = await tables
    .selectFrom('handover.events as e')
    .innerJoin('handover.log_entries as l', 'l.commitment', 'e.commitment')
    .select(['e.body', 'e.salt', 'l.log_index'])
    .where('e.submission_id', '=', submissionId)
    // A chain goes on after sealing; a receipt ends with it.
    .where('e.submission_n', '<=', eb =>
      eb
        .selectFrom('handover.events as s')
        .select('s.submission_n')
        .where('s.submission_id', '=', submissionId)
        .where('s.actor_kind', '=', 'worker')
        .where('s.type', '=', 'submission-sealed'),
    )
    .orderBy('e.submission_n')
    .execute();
  const items = await tables
    .selectFrom('handover.items')
    .select(['facts', 'facts_salt as salt'])
    .where('submission_id', '=', submissionId)
    .orderBy('number')
    .execute();
  return {
    events: events.map(event => ({ body: event.body, salt: event.salt, logIndex: Number(event.log_index) })),
    items,
  };
}
