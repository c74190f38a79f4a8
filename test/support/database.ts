import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { whenTestsEnd } from './cleanup.ts';
import { type DatabaseAddress, openPool } from '#adapters/postgres/connection.ts';
import { type EmbeddedServer, startEmbeddedPostgres } from '#adapters/postgres/embedded-server.ts';
import { migrate } from '#adapters/postgres/migrate.ts';
import { ROLES, type Role, type RolePasswords, setRolePasswords } from '#adapters/postgres/roles.ts';

const TEMPLATE = 'handover_template';

type Running = { server: EmbeddedServer; passwords: RolePasswords };

/** One real PostgreSQL for the whole test run, started by the first test that needs it. */
let running: Promise<Running> | null = null;
let server: EmbeddedServer | null = null;
let folder: string | null = null;
const pools = new Set<pg.Pool>();

whenTestsEnd(async () => {
  await Promise.all([...pools].map(pool => pool.end().catch(() => undefined)));
  await server?.stop();
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
});

async function asOwner(
  at: EmbeddedServer,
  database: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: at.port,
    user: 'handover_owner',
    password: at.ownerPassword,
    database,
  });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function start(): Promise<Running> {
  folder = mkdtempSync(join(tmpdir(), 'handover-pg-'));
  const started = await startEmbeddedPostgres({ folder, durable: false });
  server = started;
  const passwords = Object.fromEntries(
    ROLES.map(role => [role, randomBytes(24).toString('base64url')]),
  ) as Record<Role, string>;
  await asOwner(started, 'postgres', root => root.query(`create database ${TEMPLATE}`));
  await asOwner(started, TEMPLATE, async template => {
    await migrate(template);
    await setRolePasswords(template, passwords);
  });
  return { server: started, passwords };
}

/** A migrated database of its own for one test file, with the address for each role and for the owner. */
export type TestDatabase = {
  readonly owner: DatabaseAddress;
  readonly as: (role: Role) => DatabaseAddress;
  /** A pool that is closed when the run ends. */
  readonly pool: (role: Role | 'owner') => pg.Pool;
};

let created = 0;

/** Clones the migrated template. Call it in a `before` or inside a test. Sets one force: Northshire Police. */
export async function createTestDatabase(): Promise<TestDatabase> {
  running ??= start();
  const { server, passwords } = await running;
  created += 1;
  const database = `test_${process.pid}_${created}`;
  await asOwner(server, 'postgres', async root => {
    await root.query(`create database ${database} template ${TEMPLATE}`);
    await root.query(`revoke all on database ${database} from public`);
    for (const role of ROLES) await root.query(`grant connect on database ${database} to ${role}`);
  });
  const base = { host: '127.0.0.1', port: server.port, database };
  const owner: DatabaseAddress = { ...base, user: 'handover_owner', password: server.ownerPassword };
  const as = (role: Role): DatabaseAddress => ({ ...base, user: role, password: passwords[role] });
  const pool = (role: Role | 'owner') => {
    const opened = openPool(role === 'owner' ? owner : as(role), 4);
    pools.add(opened);
    return opened;
  };
  const first = pool('owner');
  await first.query(
    `insert into handover.force_settings (force_name, reference_prefix, demo) values ('Northshire Police', 'NS', true)`,
  );
  return { owner, as, pool };
}
