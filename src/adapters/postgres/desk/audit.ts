import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { ActRecord, AuditRecord, AuditTrail, Purpose, ViewRecord } from '#domain/accounts/index.ts';
import type { Tables } from '../tables.ts';
import { spellRanges } from '../multirange.ts';
import { countRows, newestRoot, pageOfRows } from './audit-rows.ts';

/**
 * The audit trail, as the role handover_police, which adds rows through two functions and reads them, and can neither
 * change nor remove one.
 */
export function createAuditTrail(tables: Kysely<Tables>): AuditTrail {
  return {
    noteAct: record => noteAct(tables, record),
    noteView: record => noteView(tables, record),
    page: (filter, after, limit) => pageOfRows(tables, filter, after, limit),
    count: filter => countRows(tables, filter),
    people: () => people(tables),
    newestRoot: () => newestRoot(tables),
    async statePurpose(tokenHash, submission, purpose, at) {
      await tables
        .insertInto('handover.stated_purposes')
        .values({ token_hash: Buffer.from(tokenHash), submission, purpose, stated_at: at })
        .onConflict(conflict =>
          conflict.columns(['token_hash', 'submission']).doUpdateSet({ purpose, stated_at: at }),
        )
        .execute();
    },
  };
}

async function noteAct(tables: Kysely<Tables>, record: ActRecord): Promise<Purpose> {
  const { rows } = await sql<{ purpose: Purpose }>`select police_door.note_act(${who(record)},
    ${record.allowed}, ${storable(record.detail)}) as purpose`.execute(tables);
  return rows[0]?.purpose ?? record.purpose;
}

async function noteView(tables: Kysely<Tables>, record: ViewRecord): Promise<Purpose> {
  const { rows } = await sql<{ purpose: Purpose }>`select police_door.note_view(${who(record)},
    ${storable(record.part)}, ${spellRanges(record.ranges)}::int8multirange, ${record.isMore ? 0 : 1}) as purpose`.execute(
    tables,
  );
  return rows[0]?.purpose ?? record.purpose;
}

function who({ tokenHash, officerId, action, thing, submission, purpose }: AuditRecord) {
  const token = tokenHash === null ? null : Buffer.from(tokenHash);
  return sql`${token}::bytea, ${officerId}, ${action}, ${thing.kind}, ${storable(thing.id)}, ${submission}, ${purpose}`;
}

/** What somebody typed into an address may be any length and may hold U+0000, which PostgreSQL text cannot. */
function storable(text: string): string {
  return text.slice(0, 2_000).replaceAll('\u0000', '\u2400').toWellFormed();
}

async function people(tables: Kysely<Tables>): Promise<{ id: string; title: string }[]> {
  const officers = await tables
    .selectFrom('handover.officers')
    .select(['id', 'name', 'rank'])
    .orderBy('id')
    .execute();
  const readers = await tables.selectFrom('handover.log_readers').select('name').orderBy('name').execute();
  return [
    ...officers.map(({ id, name, rank }) => ({ id, title: `${rank} ${name}`.trim() })),
    ...readers.map(({ name }) => ({ id: `reader:${name}`, title: `Log reader ${name}` })),
  ];
}
