import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { GROUP_FROM } from '#domain/desk/index.ts';
import type { DangerAsked, DangerGroup, DangerRow, TakenDanger, WaitingDanger } from '#domain/desk/index.ts';
import { DANGER_KINDS, isDangerKind } from '#domain/intake/index.ts';
import type { Tables } from '../tables.ts';
import { IS_WAITING, reportOf, reports, WAITING_SINCE } from './danger.ts';

/** What tells which reports stand in one row. One that somebody once took stands for itself. */
const GROUP_KEY = sql<string>`case when d.taken_at is not null then 'r' || encode(d.id, 'hex')
  when d.source is not null then 'c' || encode(d.source, 'hex') else 'w' || d.alike end`;

const NAMES = sql<boolean>`btrim(d.where_text || d.who || d.safe_number) <> ''`;

/** Each kind of danger that is ticked in any report of the group; `same` is its window. */
const TICKED_IN_ANY = sql<string[]>`array_remove(array[${sql.join(
  DANGER_KINDS.map(kind => sql`case when bool_or(${kind} = any (happening)) over same then ${kind} end`),
)}]::text[], null)`;

type Grouped = {
  id: Buffer;
  key: string;
  reports: string;
  naming: string;
  newest_at: Date;
  ticked: string[];
  names: boolean;
  waiting: string;
};

/**
 * One row for each report that waits, or for each group of them; with `group`, one for each report of that group. Made in
 * one statement, so that counts and rows are of one moment and nothing can fall between two pages of a count.
 */
function rowsOf(group: string | null) {
  const chosen =
    group === null ? sql<boolean>`reports < ${GROUP_FROM} or place = 1` : sql<boolean>`key = ${group}`;
  return sql<Grouped>`(
    select * from (
      select id, key, names, waiting, ${TICKED_IN_ANY} as ticked,
        count(*) over same as reports, count(*) filter (where names) over same as naming,
        max(since) over same as newest_at, row_number() over (partition by key order by since, id) as place
      from (
        select d.id, d.happening, ${GROUP_KEY} as key, ${NAMES} as names, ${WAITING_SINCE} as since, count(*) over () as waiting
        from handover.danger_reports d where ${IS_WAITING}
      ) w window same as (partition by key)
    ) k where ${chosen})`;
}

/** One page of the danger that waits. As the role handover_police. */
export async function waitingDanger(tables: Kysely<Tables>, asked: DangerAsked): Promise<WaitingDanger> {
  const { order, group, from, limit } = asked;
  const inAll = sql<string>`count(*) over ()`;
  const isAlone = group === null ? sql<boolean>`g.reports < ${GROUP_FROM}` : sql<boolean>`true`;
  const namedFirst = sql<boolean>`(${order === 'named'} or (${order === null} and ${inAll} > ${limit})) and not (${isAlone} and g.names)`;
  const rows = await reports(tables)
    .innerJoin(rowsOf(group).as('g'), 'g.id', 'd.id')
    .select([
      'g.key',
      'g.reports',
      'g.naming',
      'g.newest_at',
      'g.ticked',
      'g.waiting',
      inAll.as('rows_in_all'),
    ])
    .orderBy(namedFirst)
    .orderBy(WAITING_SINCE, order === 'newest' ? 'desc' : 'asc')
    .orderBy('d.id')
    .offset(from)
    .limit(limit)
    .execute();
  if (rows.length === 0 && from > 0) return waitingDanger(tables, { ...asked, from: 0 });
  // A group that was answered meanwhile is empty; others may wait all the same.
  const others =
    rows.length === 0 && group !== null ? await waitingDanger(tables, { ...asked, group: null }) : null;
  const rowsInAll = Number(rows[0]?.rows_in_all ?? 0);
  return {
    rows: rows.map((row): DangerRow => ({
      report: reportOf(row),
      group: group === null ? groupOf(row) : null,
    })),
    from,
    rowsInAll,
    waiting: others?.waiting ?? Number(rows[0]?.waiting ?? 0),
    order: order ?? (rowsInAll > limit ? 'named' : 'longest'),
  };
}

function groupOf(row: Omit<Grouped, 'id' | 'names' | 'waiting'>): DangerGroup | null {
  if (Number(row.reports) < GROUP_FROM) return null;
  return {
    key: row.key,
    why: row.key.startsWith('c') ? 'one-connection' : 'same-answers',
    reports: Number(row.reports),
    naming: Number(row.naming),
    happening: row.ticked.filter(isDangerKind),
    newestAt: row.newest_at,
  };
}

/** Reports taken and not closed, in which nothing was said since. */
export async function takenDanger(tables: Kysely<Tables>, from: number, limit: number): Promise<TakenDanger> {
  const rows = await reports(tables)
    .select(sql<string>`count(*) over ()`.as('taken'))
    .where('d.closed_at', 'is', null)
    .where(sql<boolean>`not ${IS_WAITING}`)
    .orderBy('d.taken_at')
    .orderBy('d.id')
    .offset(from)
    .limit(limit)
    .execute();
  if (rows.length === 0 && from > 0) return takenDanger(tables, 0, limit);
  return { reports: rows.map(reportOf), from, taken: Number(rows[0]?.taken ?? 0) };
}
