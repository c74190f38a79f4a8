import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { IssuedReceipt, ReceiptDue, ReceiptQueue } from '#domain/receipts/index.ts';
import { receiptParts } from './receipt-parts.ts';
import type { Tables } from './tables.ts';

/** Submissions whose receipt is due, as the role handover_worker. */
export function createReceiptQueue(tables: Kysely<Tables>): ReceiptQueue {
  return {
    next: logSize => nextDue(tables, logSize),
    recordReceipt: (due, issued) => tables.transaction().execute(trx => recordReceipt(trx, due, issued)),
  };
}

async function nextDue(tables: Kysely<Tables>, logSize: number): Promise<ReceiptDue | null> {
  const row = await tables
    .selectFrom('handover.submissions as s')
    .innerJoin('handover.events as e', join =>
      join
        .onRef('e.submission_id', '=', 's.id')
        .on('e.actor_kind', '=', 'worker')
        .on('e.type', '=', 'submission-sealed'),
    )
    .innerJoin('handover.log_entries as l', 'l.commitment', 'e.commitment')
    .select(['s.id', 's.reference', 's.box_recipient'])
    .where('s.state', '=', 'received')
    // Events of one chain may sit in one batch in any order: each of them must be below the published size.
    .where(
      sql<boolean>`not exists (select from handover.events c join handover.log_entries cl on cl.commitment = c.commitment
        where c.submission_id = s.id and c.submission_n <= e.submission_n and (cl.log_index is null or cl.log_index >= ${logSize}))`,
    )
    .orderBy('s.received_at')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const settings = await tables
    .selectFrom('handover.force_settings')
    .select('force_name')
    .executeTakeFirstOrThrow();
  return {
    submissionId: row.id,
    reference: row.reference,
    force: settings.force_name,
    boxRecipient: row.box_recipient,
    ...(await receiptParts(tables, row.id)),
  };
}

/** The receipt is the first letter of its box. */
const RECEIPT_LETTER = 0;

async function recordReceipt(
  trx: Transaction<Tables>,
  due: ReceiptDue,
  { letter, checkpoint, at }: IssuedReceipt,
): Promise<void> {
  const id = Buffer.from(due.submissionId);
  const sealed = await trx
    .updateTable('handover.submissions')
    // Not now: after a restore a receipt is issued again, and the sealing was when it was.
    .set({
      state: 'sealed',
      sealed_at: sql<Date>`(select min(e.at) from handover.events e
        where e.submission_id = ${id} and e.type = 'submission-sealed' and e.actor_kind = 'worker')`,
    })
    .where('id', '=', id)
    .where('state', '=', 'received')
    .returning(['box_id', 'draft_id'])
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('handover.box_letters')
    .values({ box_id: sealed.box_id, n: RECEIPT_LETTER, body: Buffer.from(letter) })
    .execute();
  await trx
    .insertInto('handover.receipt_documents')
    .values({ submission_id: id, checkpoint, force_name: due.force, next_try_at: at })
    .execute();
  // The sealed copies are stored, read back and logged: what was staged has done its work.
  await trx.deleteFrom('handover.submission_files').where('submission_id', '=', id).execute();
  await trx.deleteFrom('handover.drafts').where('id', '=', sealed.draft_id).execute();
}
