import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { AdditionReceiptDue, AdditionReceiptQueue } from '#domain/receipts/index.ts';
import { decodeEvent } from '#portable/continuity/index.ts';
import type { Tables } from './tables.ts';

/**
 * Additions whose receipt is due, as the role handover_worker. Found by their events alone, so that a letter that a restored
 * backup lacks is written again.
 */
export function createAdditionReceiptQueue(tables: Kysely<Tables>): AdditionReceiptQueue {
  return {
    next: logSize => nextDue(tables, logSize),
    recordReceipt: (due, letter, at) =>
      tables.transaction().execute(trx => recordReceipt(trx, due, { letter, at })),
  };
}

async function nextDue(tables: Kysely<Tables>, logSize: number): Promise<AdditionReceiptDue | null> {
  const { rows } = await sql<{
    id: Buffer;
    body: Buffer;
    salt: Buffer;
    log_index: string;
    submission_id: Buffer;
    box_id: Buffer;
    box_recipient: string;
    facts: Buffer;
    facts_salt: Buffer;
  }>`
    select e.id, e.body, e.salt, l.log_index, s.id as submission_id, s.box_id, s.box_recipient, i.facts, i.facts_salt
    from handover.events e
      join handover.log_entries l on l.commitment = e.commitment and l.log_index < ${logSize}
      join handover.items i on i.id = decode(substring(convert_from(e.body, 'UTF8') from '"item":"([0-9a-f]{32})"'), 'hex')
      join handover.submissions s on s.id = i.submission_id
    where e.type = 'addition-acknowledged' and e.actor_kind = 'worker'
      and not exists (select from handover.box_mail m where m.event_id = e.id)
    order by e.at limit 1`.execute(tables);
  const [row] = rows;
  const decoded = row === undefined ? null : decodeEvent(row.body);
  if (row === undefined || decoded?.ok !== true) return null;
  const { addition, force, reference } = decoded.event.facts;
  return {
    reference: textOf(reference),
    force: textOf(force),
    boxRecipient: row.box_recipient,
    event: { body: row.body, salt: row.salt, logIndex: Number(row.log_index) },
    item: { facts: row.facts, salt: row.facts_salt },
    eventId: row.id,
    boxId: row.box_id,
    submissionId: row.submission_id,
    additionId: Buffer.from(textOf(addition), 'hex'),
  };
}

/** The facts were written by the worker itself; another's are told by the check of the record. */
function textOf(fact: unknown): string {
  return typeof fact === 'string' ? fact : '';
}

async function recordReceipt(
  trx: Transaction<Tables>,
  due: AdditionReceiptDue,
  { letter, at }: { readonly letter: Uint8Array; readonly at: Date },
): Promise<void> {
  const [submissionId, additionId] = [Buffer.from(due.submissionId), Buffer.from(due.additionId)];
  await trx
    .insertInto('handover.box_mail')
    .values({
      event_id: Buffer.from(due.eventId),
      box_id: Buffer.from(due.boxId),
      kind: 'addition-receipt',
      thing_id: additionId,
      release_at: at,
      body: Buffer.from(letter),
    })
    .onConflict(conflict => conflict.column('event_id').doNothing())
    .execute();
  const row = await trx
    .selectFrom('handover.additions')
    .select('file_id')
    .where('submission_id', '=', submissionId)
    .where('id', '=', additionId)
    .executeTakeFirst();
  await trx
    .updateTable('handover.additions')
    .set({ file_id: null, state: 'sealed' })
    .where('submission_id', '=', submissionId)
    .where('id', '=', additionId)
    .execute();
  // The sealed copy is stored, read back and logged: what was staged has done its work.
  if (row?.file_id != null)
    await trx.deleteFrom('handover.staged_files').where('id', '=', row.file_id).execute();
}
