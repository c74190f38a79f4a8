import type { Kysely } from 'kysely';
import type { AuditEntry, AuditTrail } from '#domain/accounts/index.ts';
import type { Tables } from '../tables.ts';

/** The audit trail, as the role handover_police, which may add rows and read them but not change one. */
export function createAuditTrail(tables: Kysely<Tables>): AuditTrail {
  return {
    async record({ officerId, action, thing, allowed, detail }) {
      await tables
        .insertInto('handover.audit')
        .values({
          officer_id: officerId,
          action,
          thing_kind: thing.kind,
          thing_id: storable(thing.id),
          allowed,
          detail: storable(detail),
        })
        .execute();
    },
    recent: (limit, before) => recent(tables, limit, before),
  };
}

/** What somebody typed into an address may be any length and may hold U+0000, which PostgreSQL text cannot. */
function storable(text: string): string {
  return text.slice(0, 2_000).replaceAll('\u0000', '\u2400').toWellFormed();
}

async function recent(tables: Kysely<Tables>, limit: number, before: string | null): Promise<AuditEntry[]> {
  const rows = await tables
    .selectFrom('handover.audit')
    .selectAll()
    .$if(before !== null, query => query.where('id', '<', before ?? '0'))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(row => ({
    id: row.id,
    at: row.at,
    officerId: row.officer_id,
    action: row.action,
    thingKind: row.thing_kind,
    thingId: row.thing_id,
    allowed: row.allowed,
    detail: row.detail,
  }));
}
