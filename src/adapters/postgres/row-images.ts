import type { RawBuilder, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { RolledTable, RowImage } from '#domain/history/index.ts';
import type { Tables } from './tables.ts';

/**
 * Rows that changed with an event, by their ids, beside the submission's own row, which always travels. `disposals` are
 * named by their items; `auditMinute` stands for all that the root of that minute covers, and for the minute itself.
 */
export type ChangedRows = Partial<
  Record<'danger_reports' | 'items' | 'bundles' | 'disposals', readonly Buffer[]> & {
    audit: readonly string[];
    auditMinute: Date;
  }
>;

/**
 * The rows an event needs to be made again, as PostgreSQL writes them (`to_jsonb`). Read in the caller's transaction after
 * its changes, so they are exactly what the event left behind. Officers come with the rows that refer to them. Never parsed
 * here: numbers and times would lose digits.
 */
export async function rowImages(
  trx: Transaction<Tables>,
  submissionId: Buffer | null,
  changed: ChangedRows,
): Promise<RowImage[]> {
  const { danger_reports = [], items = [], bundles = [], disposals = [], audit = [] } = changed;
  const submissions = submissionId === null ? [] : [submissionId];
  const wanted: RawBuilder<unknown>[] = [];
  if (submissions.length + bundles.length + disposals.length > 0)
    wanted.push(officersOf({ submissions, bundles, disposals }));
  const byId = (table: RolledTable, ids: readonly Buffer[]) => {
    if (ids.length > 0) wanted.push(imagesOf(table, sql`t.id = any(${ids}::bytea[])`));
  };
  byId('submissions', submissions);
  byId('danger_reports', danger_reports);
  byId('items', items);
  byId('bundles', bundles);
  if (disposals.length > 0) wanted.push(imagesOf('disposals', sql`t.item_id = any(${disposals}::bytea[])`));
  if (audit.length > 0) wanted.push(imagesOf('audit', sql`t.id = any(${audit}::bigint[])`));
  if (changed.auditMinute !== undefined) wanted.push(...minuteImages(changed.auditMinute));
  if (wanted.length === 0) return [];
  const { rows } = await sql<RowImage>`${sql.join(wanted, sql` union all `)}`.execute(trx);
  return rows;
}

function imagesOf(table: RolledTable, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select ${table}::text as "table", to_jsonb(t)::text as "row" from ${sql.id('handover', table)} t where ${which}`;
}

/** Bytes of acts, and as many of views, that travel with the root of one minute; sealed as text they at most double. */
const MINUTE_BYTES = 1_750_000;

/**
 * The first rows of a minute, as many as there is room for: about 4,000 acts and 3,000 views. The root covers the others too,
 * and a restore does not bring those back (docs/operating/backups.md). A view travels with its state or not at all.
 */
function minuteImages(minute: Date): RawBuilder<unknown>[] {
  const acts = sql`select id from (select id, sum(octet_length(to_jsonb(t)::text)) over (order by id) as bytes
    from handover.audit t where minute = ${minute}) counted where bytes <= ${MINUTE_BYTES}`;
  const views = sql`select id from (select v.id, sum(octet_length(to_jsonb(v)::text) + octet_length(to_jsonb(s)::text)) over (order by v.id) as bytes
    from handover.audit_view_states s join handover.audit_views v on v.id = s.view_id where s.minute = ${minute}) counted
    where bytes <= ${MINUTE_BYTES}`;
  return [
    imagesOf('audit', sql`t.id in (${acts})`),
    imagesOf('audit_views', sql`t.id in (${views})`),
    imagesOf('audit_view_states', sql`t.minute = ${minute} and t.view_id in (${views})`),
    imagesOf('audit_minutes', sql`t.minute = ${minute}`),
  ];
}

function officersOf(
  ids: Readonly<Record<'submissions' | 'bundles' | 'disposals', readonly Buffer[]>>,
): RawBuilder<unknown> {
  return sql`select 'officers' as "table", to_jsonb(o)::text as "row" from handover.officers o where o.id in (
    select allocated_to from handover.submissions where id = any(${ids.submissions}::bytea[])
    union select asked_by from handover.bundles where id = any(${ids.bundles}::bytea[])
    union select officer_id from handover.disposals where item_id = any(${ids.disposals}::bytea[]))`;
}
