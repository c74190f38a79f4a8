import { type Kysely, sql } from 'kysely';
import type { DocumentDue, DocumentQueue } from '#domain/receipts/index.ts';
import { receiptParts } from './receipt-parts.ts';
import type { Tables } from './tables.ts';

/** The letter of the receipt's document in a visitor's box; letter 0 is the receipt. */
const DOCUMENT_LETTER = 1;

/** Receipts whose document is due, as the role handover_worker. */
export function createDocumentQueue(tables: Kysely<Tables>): DocumentQueue {
  return {
    take: (now, waits) => take(tables, now, waits),
    recordDocument: ({ receipt }, letter) =>
      recordDocument(tables, Buffer.from(receipt.submissionId), letter),
  };
}

async function take(
  tables: Kysely<Tables>,
  now: Date,
  waits: readonly number[],
): Promise<DocumentDue | null> {
  // Beyond the end of the list there is no wait: the sum is null, and the row is not due again.
  const later = sql<Date | null>`${now}::timestamptz + make_interval(secs => (${[...waits]}::float8[])[attempts + 1])`;
  const row = await tables
    .updateTable('handover.receipt_documents')
    .set({ attempts: sql`attempts + 1`, next_try_at: later })
    .where('submission_id', '=', eb =>
      eb
        .selectFrom('handover.receipt_documents')
        .select('submission_id')
        .where('next_try_at', '<=', now)
        .orderBy('next_try_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['submission_id', 'checkpoint', 'force_name'])
    .executeTakeFirst();
  if (row === undefined) return null;
  const { reference, box_recipient: boxRecipient } = await tables
    .selectFrom('handover.submissions')
    .select(['reference', 'box_recipient'])
    .where('id', '=', row.submission_id)
    .executeTakeFirstOrThrow();
  return {
    checkpoint: row.checkpoint,
    receipt: {
      ...{ submissionId: row.submission_id, reference, boxRecipient, force: row.force_name },
      ...(await receiptParts(tables, row.submission_id)),
    },
  };
}

async function recordDocument(tables: Kysely<Tables>, id: Buffer, letter: Uint8Array): Promise<void> {
  await tables.transaction().execute(async trx => {
    const due = await trx
      .deleteFrom('handover.receipt_documents')
      .where('submission_id', '=', id)
      .executeTakeFirst();
    // Another worker was quicker, after a wait that ended too early: its letter is the same document.
    if (due.numDeletedRows === 0n) return;
    const { box_id } = await trx
      .selectFrom('handover.submissions')
      .select('box_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('handover.box_letters')
      .values({ box_id, n: DOCUMENT_LETTER, body: Buffer.from(letter) })
      .execute();
  });
}
