import type { RawBuilder, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { RolledTable, RowImage } from '#domain/history/index.ts';
import type { Tables } from './tables.ts';

/** Rows that changed with an event, by their ids, beside the submission's own row, which always travels. */
export type ChangedRows = Partial<
  Record<'danger_reports' | 'items' | 'bundles', readonly Buffer[]> & { audit: readonly string[] }
>;

/**
 * The rows an event needs to be made again, as PostgreSQL writes them (`to_jsonb`), in the order of `ROLLED_TABLES`. Read
 * in the caller's transaction after its changes, so they are exactly what the event left behind. Officers come with the
 * rows that refer to them. Never parsed here: numbers and times would lose digits.
 */
export async function rowImages(
  trx: Transaction<Tables>,
  submissionId: Buffer | null,
  { danger_reports = [], items = [], bundles = [], audit = [] }: ChangedRows,
): Promise<RowImage[]> {
  const submissions = submissionId === null ? [] : [submissionId];
  const wanted: RawBuilder<unknown>[] = [];
  if (submissions.length + bundles.length > 0) wanted.push(officersOf(submissions, bundles));
  const ask = (table: RolledTable, rows: RawBuilder<unknown>) =>
    wanted.push(
      sql`select ${table}::text as "table", to_jsonb(t)::text as "row" from ${sql.id('handover', table)} t where id = any(${rows})`,
    );
  if (submissions.length > 0) ask('submissions', sql`${submissions}::bytea[]`);
  if (danger_reports.length > 0) ask('danger_reports', sql`${danger_reports}::bytea[]`);
  if (items.length > 0) ask('items', sql`${items}::bytea[]`);
  if (bundles.length > 0) ask('bundles', sql`${bundles}::bytea[]`);
  if (audit.length > 0) ask('audit', sql`${audit}::bigint[]`);
  if (wanted.length === 0) return [];
  const { rows } = await sql<RowImage>`${sql.join(wanted, sql` union all `)}`.execute(trx);
  return rows;
}

function officersOf(submissions: readonly Buffer[], bundles: readonly Buffer[]): RawBuilder<unknown> {
  return sql`select 'officers' as "table", to_jsonb(o)::text as "row" from handover.officers o where o.id in (
    select allocated_to from handover.submissions where id = any(${submissions}::bytea[])
    union select asked_by from handover.bundles where id = any(${bundles}::bytea[]))`;
}
