import type pg from 'pg';

const GAP = 5_000;

/**
 * Sequences are in no event and no row. After a restore, audit rows go on above the newest; references go on at least a gap
 * above every known one, because one may have been given to a hand-in that was acknowledged and never sealed, and must
 * not be given to somebody else. Doing it again changes nothing as long as no number was given between.
 * Numbers that no sequence gave out, because nothing could stand above them, are passed over. Of references only those of `submissions` are looked at, or of all when it is null.
 */
export async function skipLostNumbers(
  client: pg.ClientBase,
  submissions: readonly Buffer[] | null,
): Promise<void> {
  for (const table of ['handover.audit', 'handover.audit_views'])
    await client.query(
      `select setval(pg_get_serial_sequence('${table}', 'id'), max(id)) from ${table} where id between 1 and $1 having max(id) is not null`,
      [Number.MAX_SAFE_INTEGER],
    );
  await client.query(
    `with used as (
       select s.last_value, greatest(s.last_value, (select max(substring(reference from '-([0-9]{1,12})$')::bigint) from handover.submissions where $2::bytea[] is null or id = any($2))) as most
       from handover.reference_numbers s)
     select setval('handover.reference_numbers', (most / $1 + 2) * $1) from used
     where not (last_value % $1 = 0 and last_value >= most)`,
    [GAP, submissions],
  );
}
