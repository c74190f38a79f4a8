import type { Kysely } from 'kysely';
import type {
  AccountStore,
  NewSession,
  Officer,
  OfficerRole,
  StoredSession,
} from '#domain/accounts/index.ts';
import type { Tables } from '../tables.ts';

/** Officers and sessions, as the role handover_police. Only demo officers of a demonstration may be signed in. */
export function createAccountStore(tables: Kysely<Tables>): AccountStore {
  return {
    demoOfficers: () => demoOfficers(tables),
    openDemoSession: session => openDemoSession(tables, session),
    findSession: tokenHash => findSession(tables, Buffer.from(tokenHash)),
    async touchSession(tokenHash, at) {
      await tables
        .updateTable('handover.police_sessions')
        .set({ last_seen_at: at })
        .where('token_hash', '=', Buffer.from(tokenHash))
        .where('ended_at', 'is', null)
        .execute();
    },
    async endSession(tokenHash, at) {
      await tables
        .updateTable('handover.police_sessions')
        .set({ ended_at: at })
        .where('token_hash', '=', Buffer.from(tokenHash))
        .where('ended_at', 'is', null)
        .execute();
    },
  };
}

/** The check for a demonstration is part of the query, so that no caller can leave it out. */
function demoOfficersOf(tables: Kysely<Tables>) {
  return tables
    .selectFrom('handover.officers as o')
    .select(['o.id', 'o.name', 'o.rank', 'o.role'])
    .where('o.demo', '=', true)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('handover.force_settings as f').select('f.demo').where('f.demo', '=', true)),
    );
}

async function demoOfficers(tables: Kysely<Tables>): Promise<Officer[]> {
  const rows = await demoOfficersOf(tables).orderBy('o.id').execute();
  return rows.map(row => ({ ...row, role: row.role as OfficerRole }));
}

async function openDemoSession(tables: Kysely<Tables>, session: NewSession): Promise<boolean> {
  const officer = await demoOfficersOf(tables).where('o.id', '=', session.officerId).executeTakeFirst();
  if (officer === undefined) return false;
  await tables
    .insertInto('handover.police_sessions')
    .values({
      token_hash: Buffer.from(session.tokenHash),
      officer_id: officer.id,
      form_key: Buffer.from(session.formKey),
      created_at: session.at,
      last_seen_at: session.at,
    })
    .execute();
  return true;
}

async function findSession(tables: Kysely<Tables>, tokenHash: Buffer): Promise<StoredSession | null> {
  const row = await tables
    .selectFrom('handover.police_sessions as s')
    .innerJoin('handover.officers as o', 'o.id', 's.officer_id')
    .select([
      'o.id',
      'o.name',
      'o.rank',
      'o.role',
      's.form_key',
      's.created_at',
      's.last_seen_at',
      's.ended_at',
    ])
    .where('s.token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    officer: { id: row.id, name: row.name, rank: row.rank, role: row.role as OfficerRole },
    formKey: row.form_key,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    endedAt: row.ended_at,
  };
}
