import { type Kysely, sql, type Transaction } from 'kysely';
import type { EventSealer } from '#domain/history/index.ts';
import type { DisposalOrder, DisposalOrders, DisposalOutcome, DisposalQueue } from '#domain/sealing/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { appendEvent } from './event-chain.ts';
import type { Tables } from './tables.ts';

/** Orders of disposal, as the role handover_police. */
export function createDisposalOrders(tables: Kysely<Tables>, sealer: EventSealer): DisposalOrders {
  return { record: order => tables.transaction().execute(trx => record(trx, order, sealer)) };
}

/** Disposals that wait to be carried out, as the role handover_worker. */
export function createDisposalQueue(tables: Kysely<Tables>): DisposalQueue {
  return {
    async nextWaiting() {
      const row = await tables
        .selectFrom('handover.disposals')
        .select('item_id')
        .where('headers_removed_at', 'is', null)
        .orderBy('decided_at')
        .limit(1)
        .executeTakeFirst();
      return row?.item_id ?? null;
    },
    async named(ids) {
      const wanted = sql`${ids.map(id => Buffer.from(id))}::bytea[]`;
      const { rows } = await sql<{ id: Buffer }>`select id from handover.items where id = any(${wanted})
        union select item_id from handover.kept_names where item_id = any(${wanted})`.execute(tables);
      return rows.map(row => row.id);
    },
    recordRemoved: (itemId, at) =>
      tables.transaction().execute(trx => recordRemoved(trx, Buffer.from(itemId), at)),
  };
}

async function record(
  trx: Transaction<Tables>,
  order: DisposalOrder,
  sealer: EventSealer,
): Promise<DisposalOutcome> {
  const itemId = Buffer.from(order.itemId);
  const item = await trx
    .selectFrom('handover.items as i')
    .innerJoin('handover.submissions as s', 's.id', 'i.submission_id')
    .select(['s.id', 's.state'])
    .where('i.id', '=', itemId)
    .executeTakeFirst();
  if (item === undefined) return { ok: false, reason: 'no-item' };
  if (item.state !== 'sealed') return { ok: false, reason: 'not-sealed' };
  // Of two orders at once the second waits for the submission's lock, and then finds the first.
  await trx.selectFrom('handover.submissions').select('id').where('id', '=', item.id).forUpdate().execute();
  const earlier = await trx
    .selectFrom('handover.disposals')
    .select('item_id')
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  if (earlier !== undefined) return { ok: false, reason: 'already' };
  const disposed = {
    type: 'item-disposed',
    actor: { kind: 'officer', id: order.officerId },
    submissionId: item.id,
    at: order.at,
    facts: { item: toHex(itemId), authority: order.authority, reason: order.reason },
    after: (event: Buffer) => addDisposal(trx, order, event),
  } as const;
  await appendEvent(trx, disposed, sealer);
  return { ok: true };
}

async function addDisposal(trx: Transaction<Tables>, order: DisposalOrder, event: Buffer) {
  const itemId = Buffer.from(order.itemId);
  await trx
    .insertInto('handover.disposals')
    .values({
      item_id: itemId,
      event_id: event,
      authority: order.authority,
      reason: order.reason,
      officer_id: order.officerId,
      decided_at: order.at,
    })
    .execute();
  return { disposals: [itemId] };
}

async function recordRemoved(trx: Transaction<Tables>, itemId: Buffer, at: Date): Promise<void> {
  await sql`select worker_door.drop_lines(id) from handover.readings where item_id = ${itemId}`.execute(trx);
  await trx
    .updateTable('handover.readings')
    .set({
      state: 'refused',
      reason: 'The item was disposed of.',
      summary: null,
      days: null,
      messages: 0,
      difference: null,
      detection: null,
    })
    .where('item_id', '=', itemId)
    .execute();
  await trx
    .updateTable('handover.disposals')
    .set({ headers_removed_at: at })
    .where('item_id', '=', itemId)
    .where('headers_removed_at', 'is', null)
    .execute();
}
