import type { Kysely } from 'kysely';
import type { EventRow, ItemRow, RecordPages, SubmissionRecord } from '#domain/checking/index.ts';
import type { Tables } from './tables.ts';

/** The record page by page, as a role that may read it. It changes nothing. */
export function createRecordPages(tables: Kysely<Tables>): RecordPages {
  return {
    async head() {
      const row = await tables.selectFrom('handover.log_head').selectAll().executeTakeFirst();
      if (row === undefined) return null;
      return { origin: row.origin, size: Number(row.size), root: row.root, checkpoint: row.checkpoint };
    },
    async scheduledCheckpoint() {
      const row = await tables
        .selectFrom('handover.published_checkpoint')
        .select('checkpoint')
        .executeTakeFirst();
      return row?.checkpoint ?? null;
    },
    async batchesKeptFrom() {
      const row = await tables
        .selectFrom('handover.batch_shelf')
        .select('kept_from')
        .executeTakeFirstOrThrow();
      return Number(row.kept_from);
    },
    async index(from, limit) {
      const rows = await tables
        .selectFrom('handover.log_entries')
        .select(['log_index', 'commitment'])
        .where('log_index', '>=', String(from))
        .orderBy('log_index')
        .limit(limit)
        .execute();
      return rows.map(row => ({ index: Number(row.log_index), commitment: row.commitment }));
    },
    events: (after, limit) => eventPage(tables, after, limit),
    submissions: (after, limit) => submissionPage(tables, after, limit),
    async items(after, limit) {
      const rows = await items(tables)
        .where('i.id', '>', Buffer.from(after, 'hex'))
        .orderBy('i.id')
        .limit(limit)
        .execute();
      return rows.map(itemOf);
    },
  };
}

function events(tables: Kysely<Tables>) {
  return tables
    .selectFrom('handover.events as e')
    .leftJoin('handover.log_entries as l', 'l.commitment', 'e.commitment')
    .selectAll('e')
    .select(['l.commitment as queued', 'l.log_index']);
}

function items(tables: Kysely<Tables>) {
  return tables
    .selectFrom('handover.items as i')
    .leftJoin('handover.disposals as d', 'd.item_id', 'i.id')
    .selectAll('i')
    .select('d.item_id as disposed');
}

type JoinedEvent = Awaited<ReturnType<ReturnType<typeof events>['execute']>>[number];

async function eventPage(tables: Kysely<Tables>, after: string, limit: number): Promise<EventRow[]> {
  const rows = await events(tables)
    .where('e.id', '>', Buffer.from(after, 'hex'))
    .orderBy('e.id')
    .limit(limit)
    .execute();
  return rows.map(eventOf);
}

async function submissionPage(
  tables: Kysely<Tables>,
  after: string,
  limit: number,
): Promise<SubmissionRecord[]> {
  const rows = await tables
    .selectFrom('handover.submissions as s')
    .select(['s.id', 's.reference', 's.state', 's.sealed_at'])
    .select(({ selectFrom }) =>
      selectFrom('handover.box_letters as b')
        .select(({ fn }) => fn.countAll<string>().as('letters'))
        .whereRef('b.box_id', '=', 's.box_id')
        .as('letters'),
    )
    .where('s.id', '>', Buffer.from(after, 'hex'))
    .orderBy('s.id')
    .limit(limit)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const chained = await events(tables)
    .where('e.submission_id', 'in', ids)
    .orderBy('e.submission_n')
    .execute();
  const sealed = await items(tables).where('i.submission_id', 'in', ids).execute();
  return rows.map(({ id, reference, state, sealed_at, letters }) => ({
    id,
    reference,
    state,
    sealedAt: sealed_at,
    letters: Number(letters),
    events: chained.filter(({ submission_id: of }) => of?.equals(id)).map(eventOf),
    items: sealed.filter(({ submission_id: of }) => of.equals(id)).map(itemOf),
  }));
}

function eventOf(row: JoinedEvent): EventRow {
  return {
    id: row.id,
    type: row.type,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    submissionId: row.submission_id,
    submissionN: row.submission_n,
    caseId: row.case_id,
    caseN: row.case_n,
    body: row.body,
    salt: row.salt,
    commitment: row.commitment,
    outbox: row.queued === null ? null : { logIndex: row.log_index === null ? null : Number(row.log_index) },
  };
}

function itemOf(row: Awaited<ReturnType<ReturnType<typeof items>['execute']>>[number]): ItemRow {
  return {
    id: row.id,
    submissionId: row.submission_id,
    number: row.number,
    name: row.name,
    sourceClass: row.source_class,
    sizeBytes: Number(row.size_bytes),
    sha256: row.sha256,
    sha512: row.sha512,
    facts: row.facts,
    factsSalt: row.facts_salt,
    blobId: row.blob_id,
    segments: row.segments,
    isDisposed: row.disposed !== null,
  };
}
