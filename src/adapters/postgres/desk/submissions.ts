import type { Kysely } from 'kysely';
import { isSubmitterType } from '#domain/intake/index.ts';
import { decodeAnswerLine } from '#domain/desk/index.ts';
import { disposalStatus, type Backup } from '#domain/sealing/index.ts';
import type {
  AccountAnswer,
  DeskBundle,
  DeskItem,
  DeskSubmission,
  ItemReading,
  NamedOfficer,
  RecordedEvent,
  SubmissionStore,
} from '#domain/desk/index.ts';
import { decodeLeftOut } from '#domain/reading/index.ts';
import { decodeDetection } from '#portable/chat/index.ts';
import type { Tables } from '../tables.ts';
import { STANDING_FIRST } from '../told-of-readings.ts';
import { dangerOfSubmission, named } from './danger.ts';
import { engagementOf } from './engagement.ts';
import { hexOf, idOf } from './ids.ts';
import { notSealedColumns, notSealedOf } from './not-sealed.ts';

/** An account has some thirty answers and a list of fingerprints three lines a file; more than this is not shown. */
const MOST_ANSWERS = 1_000;
/** A submission gathers tens of events; a page shows no more than this and says so. */
const MOST_EVENTS = 1_000;

/** Submissions, as the role handover_police. */
export function createSubmissionStore(tables: Kysely<Tables>): SubmissionStore {
  return {
    find: reference => find(tables, reference),
    items: id => items(tables, id),
    events: id => events(tables, id),
    bundles: id => bundles(tables, id),
    bundle: id => bundle(tables, id),
    dangerOf: id => dangerOfSubmission(tables, id),
    answers: readingId => answers(tables, readingId),
    engagement: id => engagementOf(tables, id),
    allocatable: () => allocatable(tables),
  };
}

async function find(tables: Kysely<Tables>, reference: string): Promise<DeskSubmission | null> {
  if (!/^[A-Z]{2}\d{2}-\d{6,12}$/.test(reference)) return null;
  const row = await tables
    .selectFrom('handover.submissions as s')
    .leftJoin('handover.officers as o', 'o.id', 's.allocated_to')
    .select([
      's.id',
      's.reference',
      's.submitter_type',
      's.received_at',
      's.sealed_at',
      's.stage',
      's.allocated_to',
    ])
    .select(['o.rank', 'o.name'])
    .select(notSealedColumns())
    .where('s.reference', '=', reference)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: hexOf(row.id),
    reference: row.reference,
    submitterType: isSubmitterType(row.submitter_type) ? row.submitter_type : 'member-of-the-public',
    receivedAt: row.received_at,
    sealedAt: row.sealed_at,
    notSealed: row.sealed_at === null ? notSealedOf(row) : null,
    stage: row.stage,
    holder: named(row.allocated_to, row.rank, row.name),
  };
}

async function items(tables: Kysely<Tables>, submissionId: string): Promise<DeskItem[]> {
  const id = idOf(submissionId);
  if (id === null) return [];
  const rows = await tables
    .selectFrom('handover.items as i')
    .leftJoin('handover.disposals as d', 'd.item_id', 'i.id')
    .select(['d.decided_at', 'd.headers_removed_at', 'd.authority', 'd.reason'])
    .select([
      'i.id',
      'i.number',
      'i.kind',
      'i.source_class',
      'i.name',
      'i.size_bytes',
      'i.sha256',
      'i.sealed_at',
      'i.extract_of',
    ])
    .where('i.submission_id', '=', id)
    .orderBy('i.number')
    .execute();
  const readings = await readingsOf(
    tables,
    rows.map(row => row.id),
  );
  const kept = rows.some(row => row.headers_removed_at !== null) ? await backups(tables) : [];
  return rows.map(row => ({
    id: hexOf(row.id),
    number: row.number,
    kind: row.kind,
    sourceClass: row.source_class,
    name: row.name,
    sizeBytes: Number(row.size_bytes),
    sha256Hex: hexOf(row.sha256),
    sealedAt: row.sealed_at,
    extractOf: row.extract_of,
    disposal:
      row.decided_at === null
        ? null
        : {
            ...disposalStatus(row.headers_removed_at, kept),
            authority: row.authority ?? '',
            reason: row.reason ?? '',
          },
    readings: readings.get(hexOf(row.id)) ?? [],
  }));
}

async function backups(tables: Kysely<Tables>): Promise<Backup[]> {
  const rows = await tables.selectFrom('handover.backups').select(['made_at', 'expires_at']).execute();
  return rows.map(row => ({ madeAt: row.made_at, expiresAt: row.expires_at }));
}

/** Every reading of each item, the one to read from now on first: a better reader, or an answer about dates, makes a reading beside the old. */
async function readingsOf(
  tables: Kysely<Tables>,
  itemIds: readonly Buffer[],
): Promise<Map<string, ItemReading[]>> {
  const byItem = new Map<string, ItemReading[]>();
  if (itemIds.length === 0) return byItem;
  const rows = await tables
    .selectFrom('handover.readings as o')
    .innerJoin('handover.items as i', 'i.id', 'o.item_id')
    .select(['o.id', 'o.item_id', 'o.state', 'o.reader', 'o.format', 'o.reason', 'o.messages', 'o.summary'])
    .select(['o.left_out', 'o.detection'])
    .where('o.item_id', 'in', itemIds)
    .orderBy(STANDING_FIRST)
    .execute();
  for (const { id, item_id: item, left_out: leftOut, detection: said, ...reading } of rows) {
    const { speakers: moreSpeakers, conversations: moreConversations } = decodeLeftOut(leftOut);
    const detection = decodeDetection(said);
    const shown = { id: hexOf(id), ...reading, moreSpeakers, moreConversations, detection };
    byItem.set(hexOf(item), [...(byItem.get(hexOf(item)) ?? []), shown]);
  }
  return byItem;
}

async function events(tables: Kysely<Tables>, submissionId: string): Promise<RecordedEvent[]> {
  const id = idOf(submissionId);
  if (id === null) return [];
  const rows = await tables
    .selectFrom('handover.events as e')
    .leftJoin('handover.log_entries as l', 'l.commitment', 'e.commitment')
    .leftJoin('handover.officers as o', join =>
      join.onRef('o.id', '=', 'e.actor_id').on('e.actor_kind', '=', 'officer'),
    )
    .select([
      'e.id',
      'e.type',
      'e.at',
      'e.actor_kind',
      'e.actor_id',
      'e.submission_n',
      'e.body',
      'e.commitment',
    ])
    .select(['l.log_index', 'o.rank', 'o.name'])
    .where('e.submission_id', '=', id)
    .orderBy('e.submission_n')
    .limit(MOST_EVENTS)
    .execute();
  return rows.map(row => ({
    id: hexOf(row.id),
    type: row.type,
    at: row.at,
    actor: {
      kind: row.actor_kind,
      id: row.actor_id,
      title: row.name === null ? null : (named(row.actor_id, row.rank, row.name)?.title ?? null),
    },
    n: row.submission_n ?? 0,
    body: row.body,
    commitmentHex: hexOf(row.commitment),
    logIndex: row.log_index === null ? null : Number(row.log_index),
  }));
}

function bundleRows(tables: Kysely<Tables>) {
  return tables
    .selectFrom('handover.bundles as b')
    .innerJoin('handover.submissions as s', 's.id', 'b.submission_id')
    .leftJoin('handover.officers as o', 'o.id', 'b.asked_by')
    .select(['b.id', 'b.state', 'b.asked_by', 'b.asked_at', 'b.ready_at', 'b.name as bundle_name'])
    .select(['b.size_bytes', 'b.bundle_sha256', 'b.failure'])
    .select(['s.reference', 's.allocated_to', 'o.rank', 'o.name']);
}

type BundleRow = Awaited<ReturnType<ReturnType<typeof bundleRows>['executeTakeFirstOrThrow']>>;

function bundleOf(row: BundleRow): DeskBundle & { reference: string; holder: string | null } {
  return {
    id: hexOf(row.id),
    state: row.state,
    askedBy: named(row.asked_by, row.rank, row.name)?.title ?? '',
    askedAt: row.asked_at,
    readyAt: row.ready_at,
    name: row.bundle_name,
    sizeBytes: row.size_bytes === null ? null : Number(row.size_bytes),
    bundleIdHex: row.bundle_sha256 === null ? null : hexOf(row.bundle_sha256),
    failure: row.failure,
    reference: row.reference,
    holder: row.allocated_to,
  };
}

async function bundles(tables: Kysely<Tables>, submissionId: string): Promise<DeskBundle[]> {
  const id = idOf(submissionId);
  if (id === null) return [];
  const rows = await bundleRows(tables)
    .where('b.submission_id', '=', id)
    .orderBy('b.asked_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(bundleOf);
}

async function bundle(tables: Kysely<Tables>, bundleId: string) {
  const id = idOf(bundleId);
  if (id === null) return null;
  const row = await bundleRows(tables).where('b.id', '=', id).executeTakeFirst();
  return row === undefined ? null : bundleOf(row);
}

async function answers(tables: Kysely<Tables>, readingId: string): Promise<AccountAnswer[]> {
  const id = idOf(readingId);
  if (id === null) return [];
  const rows = await tables
    .selectFrom('handover.reading_lines')
    .select('line')
    .where('reading_id', '=', id)
    .orderBy('seq')
    .limit(MOST_ANSWERS)
    .execute();
  return rows.flatMap(({ line }) => decodeAnswerLine(line) ?? []);
}

async function allocatable(tables: Kysely<Tables>): Promise<NamedOfficer[]> {
  const rows = await tables
    .selectFrom('handover.officers')
    .select(['id', 'rank', 'name'])
    .where('role', 'in', ALLOCATABLE_ROLES)
    .orderBy('name')
    .execute();
  return rows.map(row => ({ id: row.id, title: `${row.rank} ${row.name}`.trim() }));
}

/** Roles whose holders work on submissions. */
export const ALLOCATABLE_ROLES = ['intake-officer', 'supervisor', 'investigator'] as const;
