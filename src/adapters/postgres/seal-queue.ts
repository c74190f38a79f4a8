import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { EventSealer } from '#domain/history/index.ts';
import type { SealedItem, SealQueue, WaitingSubmission } from '#domain/sealing/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { appendEvent } from './event-chain.ts';
import { reportsOf } from './seal-waiting.ts';
import type { Tables } from './tables.ts';

const WORKER = { kind: 'worker', id: 'seal' } as const;

/** The submissions that wait to be sealed, as the role handover_worker. */
export function createSealQueue(tables: Kysely<Tables>, sealer: EventSealer): SealQueue {
  return {
    next: () => nextSubmission(tables),
    async readSegment(fileId, n) {
      const row = await tables
        .selectFrom('handover.staged_segments')
        .select('body')
        .where('file_id', '=', Buffer.from(fileId))
        .where('n', '=', n)
        .executeTakeFirstOrThrow();
      return row.body;
    },
    recordSealed: (submission, items, at) =>
      tables.transaction().execute(trx => recordSealed(trx, { submission, items, at, sealer })),
    recordMismatch: (submission, fileNumber, what, at) =>
      tables.transaction().execute(async trx => {
        await appendReceived(trx, { submission, items: submission.files.length, sealer });
        const submissionId = Buffer.from(submission.id);
        const facts = { file: fileNumber, what };
        await appendEvent(trx, { type: 'seal-mismatch', actor: WORKER, submissionId, at, facts }, sealer);
      }),
  };
}

async function nextSubmission(tables: Kysely<Tables>): Promise<WaitingSubmission | null> {
  const row = await tables
    .selectFrom('handover.submissions as s')
    .select(['s.id', 's.reference', 's.submitter_type', 's.received_at'])
    .where('s.state', '=', 'received')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('handover.events as e').select('e.id').whereRef('e.submission_id', '=', 's.id'))),
    )
    .orderBy('s.received_at')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const files = await tables
    .selectFrom('handover.submission_files as sf')
    .innerJoin('handover.staged_files as f', 'f.id', 'sf.file_id')
    .select(['sf.number', 'f.id', 'f.segments', 'f.meta'])
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
      segments: file.segments ?? 0,
      meta: file.meta ?? Buffer.alloc(0),
    })),
  };
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
  await appendReceived(trx, { submission, items: items.length, sealer });
  for (const item of items) {
    await trx
      .insertInto('handover.items')
      .values(itemRow(item, submissionId, at))
      .execute();
    const facts = { item: toHex(item.id), content: item.content };
    const rows = { items: [Buffer.from(item.id)] };
    await appendEvent(trx, { type: 'item-sealed', actor: WORKER, submissionId, at, facts, rows }, sealer);
  }
  const facts = { items: items.length };
  await appendEvent(trx, { type: 'submission-sealed', actor: WORKER, submissionId, at, facts }, sealer);
  await sql`select pg_notify('handover_sealed', '')`.execute(trx);
}

type Received = { submission: WaitingSubmission; items: number; sealer: EventSealer };

async function appendReceived(
  trx: Transaction<Tables>,
  { submission, items, sealer }: Received,
): Promise<void> {
  const submissionId = Buffer.from(submission.id);
  // What the submitter said of danger belongs to the draft; it travels with the event that begins the chain.
  const danger_reports = await reportsOf(trx, submissionId);
  const { force_name: force } = await trx
    .selectFrom('handover.force_settings')
    .select('force_name')
    .executeTakeFirstOrThrow();
  const received = {
    type: 'submission-received',
    actor: { kind: 'submitter', id: submission.reference },
    submissionId,
    at: submission.receivedAt,
    facts: { force, reference: submission.reference, submitterType: submission.submitterType, items },
    rows: { danger_reports },
  } as const;
  await appendEvent(trx, received, sealer);
}

function itemRow(item: SealedItem, submissionId: Buffer, at: Date) {
  return {
    id: Buffer.from(item.id),
    submission_id: submissionId,
    number: item.number,
    kind: item.kind,
    source_class: item.sourceClass,
    // PostgreSQL text cannot hold U+0000; the sealed facts keep the name as it came.
    name: item.name.replaceAll('\u0000', '\u2400'),
    size_bytes: String(item.sizeBytes),
    sha256: Buffer.from(item.sha256),
    sha512: Buffer.from(item.sha512),
    facts: Buffer.from(item.facts),
    facts_salt: Buffer.from(item.factsSalt),
    blob_id: Buffer.from(item.blobId),
    segments: item.segments,
    extract_of: item.extractOf === null ? null : JSON.stringify(item.extractOf),
    sealed_at: at,
  };
}
