import { Kysely } from 'kysely';
import pg from 'pg';
import { NoticeDialect } from './after-commit.ts';
import { NamingClient } from './named-statements.ts';
import type { Tables } from './tables.ts';

/** Where a database is and as whom to reach it. */
export type DatabaseAddress = {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
};

/** A pool of connections as one database role. Owned by the caller: `end()` it once. `readOnly`: PostgreSQL refuses every write. */
export function openPool(
  address: DatabaseAddress,
  max = 8,
  { readOnly = false }: { readonly readOnly?: boolean } = {},
): pg.Pool {
  const pool = new pg.Pool({
    Client: NamingClient,
    ...address,
    ...(readOnly ? { options: '-c default_transaction_read_only=on' } : {}),
    max,
    connectionTimeoutMillis: 10_000,
    application_name: address.user,
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** A typed query builder over the pool. */
export function openTables(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new NoticeDialect(pool) });
}
