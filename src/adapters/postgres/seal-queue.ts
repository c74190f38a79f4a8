import type { Kysely, RawBuilder, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { EventSealer } from '#domain/history/index.ts';
import type {
  ReadBackDigests,
  SealedItem,
  SealQueue,
  StoreNames,
  WaitingSubmission,
} from '#domain/sealing/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { AT_COMMAND_LINE } from '#portable/continuity/index.ts';
import { appendEvent, lockSubmission, type NewEvent } from './event-chain.ts';
import { itemRow } from './item-row.ts';
import { reportsOf } from './seal-waiting.ts';
import type { Tables } from './tables.ts';

const WORKER = { kind: 'worker', id: 'seal' } as const;

/** The submissions that wait to be sealed, as the role handover_worker. */
export function createSealQueue(tables: Kysely<Tables>, sealer: EventSealer): SealQueue {
  return {
    next: except => nextSubmission(tables, except),
    async readSegment(fileId, n) {
      const row = await tables
        .selectFrom('handover.staged_segments')
        .select('body')
        .where('file_id', '=', Buffer.from(fileId))
        .where('n', '=', n)
        .executeTakeFirst();
      return row?.body ?? null;
    },
    keepNames: (fileId, names) => keepNames(tables, Buffer.from(fileId), names),
    async readHeaders(fileId) {
      const rows = await tables
        .selectFrom('handover.stored_headers')
        .select('header')
        .where('file_id', '=', Buffer.from(fileId))
        .orderBy('n')
        .execute();
      return rows.map(row => row.header);
    },
    recordSealed: (submission, items, at) =>
      tables.transaction().execute(trx => recordSealed(trx, { submission, items, at, sealer })),
    recordDelay: (submission, reason) => recordDelay(tables, Buffer.from(submission.id), reason),
    recordMismatch: (submission, fileNumber, what, at) =>
      tables.transaction().execute(async trx => {
        await forgetDelay(trx, Buffer.from(submission.id));
        const received = { submission, items: submission.files.length, sealer };
        if (await isRecorded(trx, received)) return;
        const mismatch = {
          type: 'seal-mismatch',
          key: `seal-mismatch ${toHex(submission.id)}`,
          actor: WORKER,
          submissionId: Buffer.from(submission.id),
          at,
          facts: { file: fileNumber, what },
        };
        await appendEvent(trx, mismatch, sealer);
      }),
  };
}

async function keepNames(
  tables: Kysely<Tables>,
  fileId: Buffer,
  { itemId, blobId }: StoreNames,
): Promise<StoreNames> {
  await tables
    .insertInto('handover.kept_names')
    .values({ file_id: fileId, item_id: Buffer.from(itemId), blob_id: Buffer.from(blobId) })
    .onConflict(conflict => conflict.column('file_id').doNothing())
    .execute();
  const kept = await tables
    .selectFrom('handover.kept_names')
    .select(['item_id', 'blob_id'])
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow();
  return { itemId: kept.item_id, blobId: kept.blob_id };
}

async function recordDelay(tables: Kysely<Tables>, id: Buffer, reason: string): Promise<void> {
  await tables
    .insertInto('handover.seal_delays')
    .values({ submission_id: id, reason })
    .onConflict(conflict => conflict.column('submission_id').doUpdateSet({ reason }))
    .execute();
}

async function forgetDelay(trx: Transaction<Tables>, id: Buffer): Promise<void> {
  await trx.deleteFrom('handover.seal_delays').where('submission_id', '=', id).execute();
}

async function nextSubmission(
  tables: Kysely<Tables>,
  except: readonly string[],
): Promise<WaitingSubmission | null> {
  const row = await tables
    .selectFrom('handover.submissions as s')
    .select(['s.id', 's.reference', 's.submitter_type', 's.received_at'])
    .where('s.state', '=', 'received')
    .where(sql<boolean>`encode(s.id, 'hex') <> all(${except}::text[])`)
    // Not by its having any event: one that does not belong in its chain must not keep it from being sealed.
    .where(sql<boolean>`not ${isDecided(sql.ref('s.id'))}`)
    .orderBy('s.received_at')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const files = await tables
    .selectFrom('handover.submission_files as sf')
    .innerJoin('handover.staged_files as f', 'f.id', 'sf.file_id')
    .leftJoin('handover.stored_files as st', 'st.file_id', 'f.id')
    .select(['sf.number', 'f.id', 'f.segments', 'f.meta', 'st.blob_id'])
    .select(['st.size_bytes', 'st.sha256', 'st.sha512'])
    .where('sf.submission_id', '=', row.id)
    .orderBy('sf.number')
    .execute();
  return {
    id: row.id,
    reference: row.reference,
    submitterType: row.submitter_type,
    receivedAt: row.received_at,
    files: files.map(file => ({
      number: file.number,
      fileId: file.id,
      blobId: file.blob_id,
      readBack: readBackOf(file),
      segments: file.segments ?? 0,
      meta: file.meta ?? Buffer.alloc(0),
    })),
  };
}

function readBackOf(row: {
  size_bytes: string | null;
  sha256: Buffer | null;
  sha512: Buffer | null;
}): ReadBackDigests | null {
  const { size_bytes: sizeBytes, sha256, sha512 } = row;
  if (sizeBytes === null || sha256 === null || sha512 === null) return null;
  return { sizeBytes: Number(sizeBytes), sha256, sha512 };
}

type Sealed = {
  submission: WaitingSubmission;
  items: readonly SealedItem[];
  at: Date;
  sealer: EventSealer;
};

async function recordSealed(trx: Transaction<Tables>, sealed: Sealed): Promise<void> {
  const { submission, items, at, sealer } = sealed;
  const submissionId = Buffer.from(submission.id);
  await forgetDelay(trx, submissionId);
  if (await isRecorded(trx, { submission, items: items.length, sealer })) return;
  for (const item of items) {
    await trx
      .insertInto('handover.items')
      .values(itemRow(item, submissionId, at))
      .execute();
    const itemSealed = {
      type: 'item-sealed',
      key: `item-sealed ${toHex(item.id)}`,
      actor: WORKER,
      submissionId,
      at,
      facts: { item: toHex(item.id), content: item.content },
      same: ['item', 'content'],
      rows: { items: [Buffer.from(item.id)] },
    };
    await appendEvent(trx, itemSealed, sealer);
  }
  const allSealed = {
    type: 'submission-sealed',
    key: `submission-sealed ${toHex(submission.id)}`,
    actor: WORKER,
    submissionId,
    at,
    facts: { items: items.length },
    same: ['items'],
  };
  await appendEvent(trx, allSealed, sealer);
  await sql`select pg_notify('handover_sealed', '')`.execute(trx);
}

/** Whether its last step of sealing, or its refusal, is recorded. Both come in one transaction with its receiving. */
function isDecided(submissionId: RawBuilder<unknown>) {
  return sql<boolean>`exists (select from handover.events e where e.submission_id = ${submissionId}
    and e.actor_kind = 'worker' and e.type in ('submission-sealed', 'seal-mismatch'))`;
}

type Received = { submission: WaitingSubmission; items: number; sealer: EventSealer };

/**
 * Begins the chain with `submission-received`. True when another try did so before: what that one recorded, sealed or
 * not, stands, and this one records nothing.
 */
async function isRecorded(
  trx: Transaction<Tables>,
  { submission, items, sealer }: Received,
): Promise<boolean> {
  const submissionId = Buffer.from(submission.id);
  await lockSubmission(trx, submissionId);
  const { force_name: force, decided } = await trx
    .selectFrom('handover.force_settings')
    .select(['force_name', isDecided(sql`${submissionId}::bytea`).as('decided')])
    .executeTakeFirstOrThrow();
  if (decided) return true;
  // Bodies rest in the store before sealing only where a command of this machine put them there.
  const isLocal = submission.files.some(file => file.blobId !== null);
  const received: NewEvent = {
    type: 'submission-received',
    ...(isLocal
      ? { key: `submission-received ${toHex(submission.id)}`, actor: AT_COMMAND_LINE }
      : { key: 'submission-received', actor: { kind: 'submitter' as const, id: submission.reference } }),
    submissionId,
    at: submission.receivedAt,
    facts: { force, reference: submission.reference, submitterType: submission.submitterType, items },
    // What the submitter said of danger belongs to the draft; it travels with the event that begins the chain.
    rows: { danger_reports: await reportsOf(trx, submissionId) },
    same: ['force', 'reference', 'submitterType', 'items'],
  };
  await appendEvent(trx, received, sealer);
  return false;
}
