import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { isDangerKind, isSubmitterType } from '#domain/intake/index.ts';
import type { DangerCounts, DangerReport, DangerVersions, NamedOfficer } from '#domain/desk/index.ts';
import type { Tables } from '../tables.ts';
import { contactLines, contactOf } from './contact.ts';
import { hexOf, idOf } from './ids.ts';

/** Nobody has acknowledged what it says now: nobody took it, or more was said since it was taken or closed. */
export const IS_WAITING = sql<boolean>`(d.taken_at is null or d.changed_at > coalesce(d.closed_at, d.taken_at))`;
export const WAITING_SINCE = sql<Date>`case when d.taken_at is null then d.given_at else d.changed_at end`;
/** Microseconds, so that two changes within a millisecond differ. */
export const VERSION = sql<string>`(extract(epoch from d.changed_at) * 1000000)::bigint::text`;

/** A danger report by its id (hex), or null. */
export async function dangerById(tables: Kysely<Tables>, hex: string): Promise<DangerReport | null> {
  const id = idOf(hex);
  if (id === null) return null;
  const row = await reports(tables).where('d.id', '=', id).executeTakeFirst();
  return row === undefined ? null : reportOf(row);
}

/** The danger report of a submission (hex), or null. */
export async function dangerOfSubmission(tables: Kysely<Tables>, hex: string): Promise<DangerReport | null> {
  const id = idOf(hex);
  if (id === null) return null;
  const row = await reports(tables).where('s.id', '=', id).executeTakeFirst();
  return row === undefined ? null : reportOf(row);
}

const VERSIONS_AT_ONCE = 200;

/** What was sent each time, oldest first: the newest versions of a report (hex), or those before number `before`. */
export async function dangerVersions(
  tables: Kysely<Tables>,
  hex: string,
  before: number | null,
): Promise<DangerVersions> {
  const id = idOf(hex);
  if (id === null) return { versions: [], before: 0 };
  const rows = await tables
    .selectFrom('handover.danger_report_versions')
    .selectAll()
    .where('report_id', '=', id)
    .$if(before !== null, query => query.where('n', '<', before ?? 0))
    .orderBy('n', 'desc')
    .limit(VERSIONS_AT_ONCE)
    .execute();
  const versions = rows.toReversed().map(row => ({
    n: row.n,
    happening: row.happening.filter(isDangerKind),
    what: row.what,
    where: row.where_text,
    who: row.who,
    safeNumber: row.safe_number,
    mayRing: row.may_ring,
    givenAt: row.given_at,
  }));
  return { versions, before: (versions[0]?.n ?? 1) - 1 };
}

export async function dangerCounts(tables: Kysely<Tables>, since: Date): Promise<DangerCounts> {
  const row = await tables
    .selectFrom('handover.danger_reports')
    .select(({ fn }) => [
      fn.countAll<string>().filterWhere('given_at', '>=', since).as('given'),
      fn.countAll<string>().filterWhere('taken_at', '>=', since).as('taken'),
      fn
        .countAll<string>()
        .filterWhere('closed_at', '>=', since)
        .filterWhere('incident_number', 'is not', null)
        .as('with_incident'),
      fn
        .countAll<string>()
        .filterWhere('closed_at', '>=', since)
        .filterWhere('closing_reason', 'is not', null)
        .as('with_reason'),
    ])
    .executeTakeFirstOrThrow();
  return {
    given: Number(row.given),
    taken: Number(row.taken),
    closedWithIncident: Number(row.with_incident),
    closedWithReason: Number(row.with_reason),
  };
}

/** Danger reports with what every page of one shows; for `reportOf`. */
export function reports(tables: Kysely<Tables>) {
  return tables
    .selectFrom('handover.danger_reports as d')
    .leftJoin('handover.submissions as s', 's.draft_id', 'd.draft_id')
    .leftJoin('handover.officers as holder', 'holder.id', 's.allocated_to')
    .leftJoin('handover.officers as taker', 'taker.id', 'd.taken_by')
    .selectAll('d')
    .select(['s.reference', 's.submitter_type', 's.allocated_to'])
    .select(['holder.name as holder_name', 'holder.rank as holder_rank'])
    .select(['taker.name as taker_name', 'taker.rank as taker_rank'])
    .select([IS_WAITING.as('is_waiting'), WAITING_SINCE.as('waiting_since'), VERSION.as('version')])
    .select(contactLines().as('contact_lines'))
    .select(sql<Date | null>`handover.contact_withdrawn_at(s.id)`.as('withdrawn_at'));
}

export type ReportRow = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>;

export function reportOf(row: ReportRow): DangerReport {
  const type = row.submitter_type;
  return {
    id: hexOf(row.id),
    reference: row.reference,
    submitterType: type !== null && isSubmitterType(type) ? type : null,
    holder: named(row.allocated_to, row.holder_rank, row.holder_name),
    happening: row.happening.filter(isDangerKind),
    what: row.what,
    where: row.where_text,
    who: row.who,
    safeNumber: row.safe_number,
    mayRing: row.may_ring,
    givenAt: row.given_at,
    changedAt: row.changed_at,
    version: row.version,
    isWaiting: row.is_waiting,
    waitingSince: row.waiting_since,
    takenBy: named(row.taken_by, row.taker_rank, row.taker_name),
    takenAt: row.taken_at,
    closedAt: row.closed_at,
    incidentNumber: row.incident_number,
    closingReason: row.closing_reason,
    isOneOfMany: row.source !== null,
    contact: contactOf(row.contact_lines),
    contactWithdrawnAt: row.withdrawn_at,
  };
}

/** An officer from the columns of a left join; the id alone when the officer is not in the table. */
export function named(id: string | null, rank: string | null, name: string | null): NamedOfficer | null {
  return id === null ? null : { id, title: name === null ? id : `${rank ?? ''} ${name}`.trim() };
}
