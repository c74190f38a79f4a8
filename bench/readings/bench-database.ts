import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type DatabaseAddress, openPool } from '#adapters/postgres/connection.ts';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded-server.ts';
import { migrate } from '#adapters/postgres/migrate.ts';
import { ROLES, type Role, type RolePasswords, setRolePasswords } from '#adapters/postgres/roles.ts';
import type { TestDatabase } from '#support/database.ts';

export type BenchDatabase = TestDatabase & { readonly stop: () => Promise<void> };

/** A server of its own with the settings of an installation, durable, and a migrated database. Stop it once. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
  const server = await startEmbeddedPostgres({ folder, durable: true });
  const at = { host: '127.0.0.1', port: server.port, database: 'postgres' };
  const owner: DatabaseAddress = { ...at, user: 'handover_owner', password: server.ownerPassword };
  const passwords = Object.fromEntries(
    ROLES.map(role => [role, randomBytes(24).toString('base64url')]),
  ) as RolePasswords;
  const client = new pg.Client(owner);
  await client.connect();
  await migrate(client);
  await setRolePasswords(client, passwords);
  await client.query(
    `insert into handover.force_settings (force_name, reference_prefix, demo) values ('Northshire Police', 'NS', true)`,
  );
  await client.end();
  const pools: pg.Pool[] = [];
  const as = (role: Role): DatabaseAddress => ({ ...at, user: role, password: passwords[role] });
  const pool = (role: Role | 'owner'): pg.Pool => {
    const opened = openPool(role === 'owner' ? owner : as(role), 4);
    pools.push(opened);
    return opened;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(pools.map(opened => opened.end()));
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { owner, as, pool, stop };
}
