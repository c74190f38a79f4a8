import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { EventSealer } from '#domain/history/index.ts';
import { appendEvent } from './event-chain.ts';
import type { Tables } from './tables.ts';

const DAY_MS = 86_400_000;
/** A file that was begun and never completed is given up after this long: no connection lasts a day. */
const CUT_AFTER_MS = DAY_MS;
/** Drafts, or files, removed in one transaction. */
const AT_ONCE = 100;

/**
 * Removes one batch of drafts that nobody changed for `draftDays`, with their staged files; true when there may be more.
 * A draft that was handed in, and the ticket of somebody who did, are never touched; danger reports stay. Files that had
 * received bytes go only in one transaction with an event `draft-expired`, in no chain, which counts them and says nothing
 * else (integrity.md 1.11). As the role handover_worker.
 */
export function removeAbandonedDrafts(
  tables: Kysely<Tables>,
  { draftDays, sealer }: { readonly draftDays: number; readonly sealer: EventSealer },
  now: Date,
): Promise<boolean> {
  const until = new Date(now.getTime() - draftDays * DAY_MS);
  return tables.transaction().execute(async trx => {
    // A draft that is being handed in at this moment is locked, and passed over.
    const locked = await trx
      .selectFrom('handover.drafts')
      .select('id')
      .where('is_ticket', '=', false)
      .where('updated_at', '<', until)
      .where(notHandedIn('handover.drafts.id'))
      .orderBy('updated_at')
      .limit(AT_ONCE)
      .forUpdate()
      .skipLocked()
      .execute();
    if (locked.length === 0) return false;
    // Looked at again now that they are locked: a hand-in may have ended between the look and the lock.
    const ids = locked.map(row => row.id);
    const drafts = await trx
      .selectFrom('handover.drafts')
      .select('id')
      .where(sql<boolean>`id = any(${ids}::bytea[])`)
      .where('updated_at', '<', until)
      .where(notHandedIn('handover.drafts.id'))
      .execute();
    const gone = drafts.map(row => row.id);
    const files = await countWithBytes(trx, sql<boolean>`f.draft_id = any(${gone}::bytea[])`);
    if (files > 0) await record(trx, sealer, { at: now, drafts: gone.length, files });
    await trx
      .deleteFrom('handover.drafts')
      .where(sql<boolean>`id = any(${gone}::bytea[])`)
      .execute();
    return locked.length === AT_ONCE;
  });
}

/**
 * Removes one batch of uploads that broke off more than a day ago and that nothing cleared away; true when there may be
 * more. Recorded as an abandoned draft's files are. As the role handover_worker.
 */
export function removeCutUploads(tables: Kysely<Tables>, sealer: EventSealer, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() - CUT_AFTER_MS);
  return tables.transaction().execute(async trx => {
    const cut = await trx
      .selectFrom('handover.staged_files as f')
      .select('f.id')
      .where('f.completed_at', 'is', null)
      .where('f.begun_at', '<', until)
      .where('f.touched_at', '<', until)
      .where(sql<boolean>`not exists (select from handover.stored_files s where s.file_id = f.id)`)
      .orderBy('f.begun_at')
      .limit(AT_ONCE)
      .execute();
    if (cut.length === 0) return false;
    const ids = cut.map(row => row.id);
    const files = await countWithBytes(trx, sql<boolean>`f.id = any(${ids}::bytea[])`);
    if (files > 0) await record(trx, sealer, { at: now, drafts: 0, files });
    await trx
      .deleteFrom('handover.staged_files')
      .where(sql<boolean>`id = any(${ids}::bytea[])`)
      .where('completed_at', 'is', null)
      .execute();
    return cut.length === AT_ONCE;
  });
}

function notHandedIn(draftId: string) {
  return sql<boolean>`not exists (select from handover.submissions s where s.draft_id = ${sql.ref(draftId)})`;
}

async function countWithBytes(
  trx: Transaction<Tables>,
  which: ReturnType<typeof sql<boolean>>,
): Promise<number> {
  const { files } = await trx
    .selectFrom('handover.staged_files as f')
    .select(({ fn }) => fn.countAll<string>().as('files'))
    .where(which)
    .where(sql<boolean>`exists (select from handover.staged_segments s where s.file_id = f.id)`)
    .executeTakeFirstOrThrow();
  return Number(files);
}

async function record(
  trx: Transaction<Tables>,
  sealer: EventSealer,
  { at, ...facts }: { readonly at: Date; readonly drafts: number; readonly files: number },
): Promise<void> {
  const event = {
    type: 'draft-expired',
    actor: { kind: 'worker', id: 'expire' },
    submissionId: null,
    at,
    facts,
  } as const;
  await appendEvent(trx, event, sealer);
}
