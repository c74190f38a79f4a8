import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Fault, ScrubHistory, ScrubRun, ScrubStore } from '#domain/checking/index.ts';
import type { Tables } from './tables.ts';

/** Newest first; a machine whose head folder is never there has one for each start. */
const STARTS_SHOWN = 20;

/** Runs of the nightly check, as the role handover_worker. */
export function createScrubStore(tables: Kysely<Tables>): ScrubStore {
  return {
    async newest() {
      const row = await tables
        .selectFrom('handover.scrubs')
        .selectAll()
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : { id: row.id, ...runOf(row) };
    },
    async begin(run) {
      const row = await tables
        .insertInto('handover.scrubs')
        .values(columnsOf(run))
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },
    async keep(id, run) {
      await tables.updateTable('handover.scrubs').set(columnsOf(run)).where('id', '=', id).execute();
    },
  };
}

/** What the police side sees of the runs, as the role handover_police. */
export function createScrubHistory(tables: Kysely<Tables>): ScrubHistory {
  const newest = tables.selectFrom('handover.scrubs').selectAll().orderBy('id', 'desc').limit(1);
  return {
    async newest() {
      const row = await newest.executeTakeFirst();
      return row === undefined ? null : runOf(row);
    },
    async lastFinished() {
      const row = await newest.where('finished_at', 'is not', null).executeTakeFirst();
      return row === undefined ? null : runOf(row);
    },
    async startsWithoutHead() {
      const rows = await tables
        .selectFrom('handover.starts_without_head')
        .selectAll()
        .orderBy('started_at', 'desc')
        .limit(STARTS_SHOWN)
        .execute();
      return rows.map(({ started_at, entries }) => ({
        startedAt: started_at,
        entries: entries === null ? null : Number(entries),
      }));
    },
  };
}

function columnsOf(run: ScrubRun): Insertable<Tables['handover.scrubs']> {
  return {
    begun_at: run.begunAt,
    last_at: run.lastAt,
    finished_at: run.finishedAt,
    next_check: run.next?.check ?? null,
    next_from: run.next?.from ?? null,
    seen: JSON.stringify(run.seen),
    fault_count: run.faultCount,
    faults: JSON.stringify(run.faults),
    notes: JSON.stringify(run.notes),
  };
}

function runOf(row: Selectable<Tables['handover.scrubs']>): ScrubRun {
  return {
    begunAt: row.begun_at,
    lastAt: row.last_at,
    finishedAt: row.finished_at,
    next: row.next_check === null ? null : { check: row.next_check, from: row.next_from },
    seen: JSON.parse(row.seen) as Record<string, number>,
    faultCount: row.fault_count,
    faults: JSON.parse(row.faults) as Fault[],
    notes: JSON.parse(row.notes) as string[],
  };
}
