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

function minuteImages(minute: Date): RawBuilder<unknown>[] {
  const states = sql`select view_id from handover.audit_view_states where minute = ${minute}`;
  return [
    imagesOf('audit', sql`t.minute = ${minute}`),
    imagesOf('audit_views', sql`t.id in (${states})`),
    imagesOf('audit_view_states', sql`t.minute = ${minute}`),
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
