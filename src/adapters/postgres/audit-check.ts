import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { equalBytes, toHex } from '#portable/bytes/index.ts';
import { decodeEvent, eventCommitment } from '#portable/continuity/index.ts';
import { MINUTE_MS } from './audit-minutes.ts';
import { rootOfMinute } from './audit-states.ts';
import type { Tables } from './tables.ts';

/** Minutes checked with one query for their events; the rows are read minute by minute. */
const MINUTES_AT_ONCE = 1_000;

export type AuditFault = {
  readonly code:
    | 'minute-missing'
    | 'event-missing'
    | 'event-altered'
    | 'root-differs'
    | 'event-without-minute'
    | 'row-outside'
    | 'view-without-state';
  /** The minute it is about, as ISO 8601; null where it is about none. */
  readonly minute: string | null;
  readonly sentence: string;
};

/** `waiting`: minutes that are over and have no root yet. */
export type AuditCheck = {
  readonly minutes: number;
  readonly rows: number;
  readonly waiting: number;
  readonly faults: readonly AuditFault[];
};

/**
 * Works the root of every minute out again from the rows, compares it with the event that is committed to, and lists
 * every fault: minutes left out or doubled, rows changed, added or removed, rows that no root will ever cover. That
 * the commitments are in the log is the log's own check. Reads only; needs the rights of handover_worker.
 */
export async function checkAuditMinutes(tables: Kysely<Tables>): Promise<AuditCheck> {
  const gate = await tables.selectFrom('handover.audit_gate').selectAll().executeTakeFirstOrThrow();
  const faults: AuditFault[] = [];
  let expected = gate.began_at;
  let [minutes, rows] = [0, 0];
  for (;;) {
    const batch = await minutesFrom(tables, expected);
    for (const rooted of batch) {
      if (rooted.minute > expected) faults.push(gapFault(expected, rooted.minute));
      const found = await checkMinute(tables, rooted);
      faults.push(...found.faults);
      rows += found.rows;
      minutes += 1;
      expected = new Date(rooted.minute.getTime() + MINUTE_MS);
    }
    if (batch.length < MINUTES_AT_ONCE) break;
  }
  faults.push(...(await doubledEvents(tables)), ...(await strayRows(tables)));
  const waiting = Math.max(0, (gate.open_from.getTime() - expected.getTime()) / MINUTE_MS);
  return { minutes, rows, waiting, faults };
}

type Rooted = {
  readonly minute: Date;
  readonly body: Buffer | null;
  readonly salt: Buffer | null;
  readonly commitment: Buffer | null;
};

function minutesFrom(tables: Kysely<Tables>, from: Date): Promise<Rooted[]> {
  return tables
    .selectFrom('handover.audit_minutes as m')
    .leftJoin('handover.events as e', 'e.id', 'm.event_id')
    .select(['m.minute', 'e.body', 'e.salt', 'e.commitment'])
    .where('m.minute', '>=', from)
    .orderBy('m.minute')
    .limit(MINUTES_AT_ONCE)
    .execute();
}

function gapFault(from: Date, until: Date): AuditFault {
  const count = (until.getTime() - from.getTime()) / MINUTE_MS;
  return {
    code: 'minute-missing',
    minute: from.toISOString(),
    sentence: `No root for ${count} minutes from ${from.toISOString()} to before ${until.toISOString()}.`,
  };
}

async function checkMinute(
  tables: Kysely<Tables>,
  { minute, body, salt, commitment }: Rooted,
): Promise<{ rows: number; faults: AuditFault[] }> {
  const at = minute.toISOString();
  const { rows, root } = await rootOfMinute(tables, minute);
  const fault = (code: AuditFault['code'], sentence: string) => ({
    rows,
    faults: [{ code, minute: at, sentence: `The minute from ${at}: ${sentence}` }],
  });
  if (body === null || salt === null || commitment === null)
    return fault('event-missing', 'its event is gone.');
  if (!equalBytes(eventCommitment(salt, body), commitment))
    return fault('event-altered', 'its event is not the one that was committed to.');
  const decoded = decodeEvent(body);
  if (!decoded.ok || decoded.event.type !== 'audit-minute' || decoded.event.facts['minute'] !== at)
    return fault('event-altered', 'its event is about something else.');
  const { facts } = decoded.event;
  if (facts['rows'] !== rows || facts['root'] !== toHex(root)) {
    return fault(
      'root-differs',
      `the log covers ${JSON.stringify(facts['rows'])} rows with root ${JSON.stringify(facts['root'])}; the ${rows} rows there are now give ${toHex(root)}.`,
    );
  }
  return { rows, faults: [] };
}

/** Events of a minute that the list of minutes does not know: a second root of one minute, or one that was unlisted. */
async function doubledEvents(tables: Kysely<Tables>): Promise<AuditFault[]> {
  const events = await tables
    .selectFrom('handover.events as e')
    .leftJoin('handover.audit_minutes as m', 'm.event_id', 'e.id')
    .select('e.body')
    .where('e.type', '=', 'audit-minute')
    .where('m.minute', 'is', null)
    .orderBy('e.at')
    .execute();
  return events.flatMap(({ body }) => {
    const decoded = decodeEvent(body);
    const minute = decoded.ok ? decoded.event.facts['minute'] : undefined;
    // Events without this fact are of the version before, whose roots covered rows in another way.
    if (typeof minute !== 'string') return [];
    const sentence = `There is another event for the minute from ${minute}.`;
    return [{ code: 'event-without-minute' as const, minute, sentence }];
  });
}

/** Rows that stand in no minute, so that no root covers them. */
async function strayRows(tables: Kysely<Tables>): Promise<AuditFault[]> {
  const { rows } = await sql<{ code: 'row-outside' | 'view-without-state'; what: string }>`
    with gate as (select began_at from handover.audit_gate)
    select 'row-outside' as code, 'act ' || id as what from handover.audit, gate
      where minute < began_at or minute <> date_trunc('minute', minute, 'UTC') or (minute is null and old_minute is null)
    union all select 'row-outside', 'view ' || view_id from handover.audit_view_states, gate
      where minute < began_at or minute <> date_trunc('minute', minute, 'UTC')
    union all select 'view-without-state', 'view ' || v.id from handover.audit_views v
      where not exists (select from handover.audit_view_states s where s.view_id = v.id)`.execute(tables);
  return rows.map(({ code, what }) => ({
    code,
    minute: null,
    sentence: `${what} stands in no minute that a root covers.`,
  }));
}
