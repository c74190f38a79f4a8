import type { Kysely } from 'kysely';
import type { EventSealer } from '#domain/history/index.ts';
import { encodeCanonicalJson, toHex } from '#portable/bytes/index.ts';
import { leafHash, merkleRoot } from '#portable/tlog/index.ts';
import { appendEvent } from './event-chain.ts';
import type { Tables } from './tables.ts';

const MINUTE_MS = 60_000;

/**
 * Puts the views and refusals of each finished minute into the log as one root, also when there were none, so that
 * neither a look nor its absence can be changed afterwards (integrity.md 1.3). As the role handover_worker.
 */
export async function rootAuditMinutes(
  tables: Kysely<Tables>,
  now: Date,
  sealer: EventSealer,
): Promise<void> {
  // One minute of patience: a row that was inserted in the minute may be committed a little after it.
  const until = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS - MINUTE_MS);
  const last = await tables
    .selectFrom('handover.events')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('type', '=', 'audit-minute')
    .executeTakeFirst();
  const lastAt = last?.at ?? null;
  if (lastAt !== null && lastAt >= until) return;
  await tables.transaction().execute(async trx => {
    const rows = await trx
      .selectFrom('handover.audit')
      .select(['id', 'at', 'officer_id', 'action', 'thing_kind', 'thing_id', 'allowed', 'detail'])
      .where('minute', 'is', null)
      .where('at', '<', until)
      .orderBy('id')
      .execute();
    const leaves = rows.map(row => leafHash(encodeCanonicalJson({ ...row, at: row.at.toISOString() })));
    const audit = rows.map(row => row.id);
    if (audit.length > 0)
      await trx.updateTable('handover.audit').set({ minute: until }).where('id', 'in', audit).execute();
    const minute = {
      type: 'audit-minute',
      actor: { kind: 'system', id: 'audit' },
      submissionId: null,
      at: until,
      facts: { rows: rows.length, root: toHex(merkleRoot(leaves)) },
      rows: { audit },
    } as const;
    await appendEvent(trx, minute, sealer);
  });
}
