import { sql } from 'kysely';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { AuditEntry, AuditFilter, AuditPlace, CoveringRoot } from '#domain/accounts/index.ts';
import { readRanges } from '../multirange.ts';
import type { Tables } from '../tables.ts';

/** A count beyond this is not worth its time; the page says "more than". */
const MOST_COUNTED = 100_000;

type Row = Omit<Tables['handover.audit_trail'], never> & { rooted: Date | null; log_index: string | null };

export async function pageOfRows(
  tables: Kysely<Tables>,
  filter: AuditFilter,
  after: AuditPlace | null,
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await narrowed(tables, filter)
    .$if(after !== null, query =>
      query.where(
        sql<boolean>`(t.first_at, t.row_kind, t.id) < (${after?.firstAt}::timestamptz, ${after?.rowKind}::text, ${after?.id}::bigint)`,
      ),
    )
    .leftJoin('handover.audit_minutes as m', 'm.minute', 't.minute')
    .leftJoin('handover.events as e', 'e.id', 'm.event_id')
    .leftJoin('handover.log_entries as l', 'l.commitment', 'e.commitment')
    .selectAll('t')
    .select(['m.minute as rooted', 'l.log_index'])
    .orderBy('t.first_at', 'desc')
    .orderBy('t.row_kind', 'desc')
    .orderBy('t.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

/** How many rows there are, counted up to 100,001. */
export async function countRows(tables: Kysely<Tables>, filter: AuditFilter): Promise<number> {
  const some = narrowed(tables, filter)
    .select('t.id')
    .limit(MOST_COUNTED + 1);
  const row = await tables
    .selectFrom(some.as('some'))
    .select(({ fn }) => fn.countAll<string>().as('rows'))
    .executeTakeFirstOrThrow();
  return Number(row.rows);
}

export async function newestRoot(tables: Kysely<Tables>): Promise<CoveringRoot | null> {
  const row = await tables
    .selectFrom('handover.audit_minutes as m')
    .innerJoin('handover.events as e', 'e.id', 'm.event_id')
    .innerJoin('handover.log_entries as l', 'l.commitment', 'e.commitment')
    .select(['m.minute', 'l.log_index'])
    .where('l.log_index', 'is not', null)
    .orderBy('m.minute', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { minute: row.minute, logIndex: Number(row.log_index) };
}

type Trail = { t: Tables['handover.audit_trail'] };
type Narrowed = SelectQueryBuilder<Tables & Trail, 't', unknown>;

function narrowed(tables: Kysely<Tables>, filter: AuditFilter): Narrowed {
  const { officerId, submission, actions, from, until } = filter;
  let query: Narrowed = tables.selectFrom('handover.audit_trail as t') as unknown as Narrowed;
  if (officerId !== null) query = query.where('t.officer_id', '=', officerId);
  if (submission !== null) query = query.where(ofSubmission(submission));
  // A kind may have no action at all: then no row is of it, and an empty list is no fault.
  if (actions !== null) query = query.where(sql<boolean>`t.action = any(${[...actions]}::text[])`);
  if (from !== null) query = query.where('t.last_at', '>=', from);
  if (until !== null) query = query.where('t.first_at', '<', until);
  return query;
}

/** A danger report can be older than the reference of its submission: its early looks are found by its own id. */
function ofSubmission(reference: string) {
  return sql<boolean>`(t.submission = ${reference} or (t.thing_kind = 'submission' and t.thing_id = ${reference})
    or (t.thing_kind = 'danger-report' and t.thing_id in (select encode(d.id, 'hex') from handover.danger_reports d
      join handover.submissions s on s.draft_id = d.draft_id where s.reference = ${reference})))`;
}

function entryOf(row: Row): AuditEntry {
  return {
    rowKind: row.row_kind,
    id: row.id,
    firstAt: row.first_at,
    lastAt: row.last_at,
    officerId: row.officer_id,
    action: row.action,
    thingKind: row.thing_kind,
    thingId: row.thing_id,
    submission: row.submission,
    purpose: row.purpose,
    allowed: row.allowed,
    part: row.part,
    looks: row.looks,
    ranges: readRanges(row.ranges),
    minute: row.minute,
    root:
      row.rooted === null
        ? null
        : { minute: row.rooted, logIndex: row.log_index === null ? null : Number(row.log_index) },
  };
}
