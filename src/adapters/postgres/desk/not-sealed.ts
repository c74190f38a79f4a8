import { sql } from 'kysely';
import { decodeEvent } from '#portable/continuity/index.ts';

/** Of the submission `s`: its sealing was refused for good, or was tried and put off. Asked only of what is not sealed. */
export const IS_NOT_SEALED = sql<boolean>`(exists (select from handover.seal_delays sd where sd.submission_id = s.id)
  or exists (select from handover.events se where se.submission_id = s.id and se.type = 'seal-mismatch'))`;

/** The columns that {@link notSealedOf} reads, of the submission `s`; the event is looked for only while it matters. */
export function notSealedColumns() {
  return [
    sql<Buffer | null>`case when s.state = 'received' then (select se.body from handover.events se
      where se.submission_id = s.id and se.type = 'seal-mismatch' limit 1) end`.as('mismatch'),
    sql<string | null>`case when s.state = 'received' then (select sd.reason from handover.seal_delays sd
      where sd.submission_id = s.id) end`.as('delay'),
  ] as const;
}

/** Why it is not sealed, in words; null when nothing stands against it. */
export function notSealedOf(row: {
  readonly mismatch: Buffer | null;
  readonly delay: string | null;
}): string | null {
  if (row.mismatch === null) return row.delay;
  const decoded = decodeEvent(row.mismatch);
  const what = decoded.ok ? decoded.event.facts['what'] : undefined;
  return typeof what === 'string' ? what : 'what was stored could not be read back';
}
