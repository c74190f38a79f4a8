import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { EventSealer } from '#domain/history/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { rootOfMinute } from './audit-states.ts';
import { appendEvent } from './event-chain.ts';
import type { Tables } from './tables.ts';

export const MINUTE_MS = 60_000;
/** Minutes made up in one call, so that a worker that was away long still answers when it is told to stop. */
const MINUTES_AT_ONCE = 200;

/**
 * Puts the audit rows of every finished minute into the log as one root, also when there were none, so that neither a
 * look nor its absence can be changed afterwards (integrity.md 1.3). Missed minutes are made up one by one and in
 * order; two workers at once make each minute once. True when more minutes wait. As the role handover_worker.
 */
export async function rootAuditMinutes(tables: Kysely<Tables>, sealer: EventSealer): Promise<boolean> {
  const openFrom = await closeMinutes(tables);
  for (let done = 0; done < MINUTES_AT_ONCE; done += 1) {
    const minute = await nextMinute(tables);
    if (minute >= openFrom) return false;
    await rootMinute(tables, minute, sealer);
  }
  return true;
}

/**
 * Closes the minutes that are over by the clock of the database and gives the first open one. The gate is held alone
 * only for this one statement: it waits for rows that are being written, and whoever writes after it writes later.
 */
async function closeMinutes(tables: Kysely<Tables>): Promise<Date> {
  const clock = sql<Date>`date_trunc('minute', clock_timestamp(), 'UTC')`;
  const { open_from, now } = await tables
    .selectFrom('handover.audit_gate')
    .select(['open_from', clock.as('now')])
    .executeTakeFirstOrThrow();
  if (now <= open_from) return open_from;
  return tables.transaction().execute(async trx => {
    // A connection that holds the gate and hangs must stop the roots only, and only for a while.
    await sql`set local lock_timeout = '5s'`.execute(trx);
    const { rows } = await sql<{ open_from: Date }>`update handover.audit_gate
      set open_from = greatest(open_from, ${clock}) returning open_from`.execute(trx);
    return rows[0]?.open_from ?? open_from;
  });
}

async function nextMinute(tables: Kysely<Tables>): Promise<Date> {
  const last = await tables
    .selectFrom('handover.audit_minutes')
    .select('minute')
    .orderBy('minute', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last !== undefined) return new Date(last.minute.getTime() + MINUTE_MS);
  const gate = await tables.selectFrom('handover.audit_gate').select('began_at').executeTakeFirstOrThrow();
  return gate.began_at;
}

/** Another worker was first with this minute: nothing of ours may stay. */
class MinuteTaken extends Error {}

async function rootMinute(tables: Kysely<Tables>, minute: Date, sealer: EventSealer): Promise<void> {
  // The minute is closed: its rows can be read outside the transaction, they never change again.
  const { rows, root } = await rootOfMinute(tables, minute);
  try {
    await tables.transaction().execute(async trx => {
      const rooted = {
        type: 'audit-minute',
        key: `audit-minute ${minute.toISOString()}`,
        actor: { kind: 'system', id: 'audit' },
        submissionId: null,
        at: new Date(minute.getTime() + MINUTE_MS),
        facts: { minute: minute.toISOString(), rows, root: toHex(root) },
        same: ['minute', 'rows', 'root'],
        after: (event: Buffer) => recordMinute(trx, minute, event),
      } as const;
      const { id, again } = await appendEvent(trx, rooted, sealer);
      // By another worker, with its minute; or by hand, without.
      if (again) await recordMinute(trx, minute, id);
    });
  } catch (error) {
    if (!(error instanceof MinuteTaken)) throw error;
  }
}

async function recordMinute(trx: Transaction<Tables>, minute: Date, event: Buffer) {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('handover.audit_minutes')
    .values({ minute, event_id: event })
    .onConflict(conflict => conflict.column('minute').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new MinuteTaken();
  return { auditMinute: minute };
}
