import type pg from 'pg';

const MINUTE_MS = 60_000;

/**
 * Sets which minute of the audit is open, as the owner of the database: rows written from now on are of that minute,
 * whatever the clock says, and all earlier ones are closed. With `beganAt`, also the first minute of all.
 */
export async function openMinute(owner: pg.Pool, minute: Date, beganAt: Date | null = null): Promise<void> {
  await owner.query('update handover.audit_gate set open_from = $1, began_at = coalesce($2, began_at)', [
    minute,
    beganAt,
  ]);
}

/** A minute that the clock will not reach while tests run: `n` minutes after the first. */
export function minuteNumber(n: number): Date {
  return new Date(Date.UTC(2099, 0, 1, 10) + n * MINUTE_MS);
}

/** Runs `looks` until both ends of it lie in one window of five minutes, so that its views are in one row each. */
export async function withinOneWindow<T>(owner: pg.Pool, looks: () => Promise<T>): Promise<T> {
  const windowNow = async () => {
    const { rows } = await owner.query<{ at: Date }>(
      `select date_bin('5 minutes', clock_timestamp(), '2000-01-01Z') as at`,
    );
    return rows[0]?.at.getTime();
  };
  for (;;) {
    const begun = await windowNow();
    const result = await looks();
    if ((await windowNow()) === begun) return result;
  }
}

/** True once a connection of this database waits for a lock that another holds; false when `work` ended before any did. */
export async function waitsForLock(owner: pg.Pool, work: Promise<unknown>): Promise<boolean> {
  const state = { isOver: false };
  const ended = () => void (state.isOver = true);
  void work.then(ended, ended);
  while (!state.isOver) {
    const { rows } = await owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return true;
  }
  return false;
}
