import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import pg from 'pg';
import { type DatabaseAddress } from '#adapters/postgres/connection.ts';
import type { EmbeddedServer } from '#adapters/postgres/embedded-server.ts';
import { migrate } from '#adapters/postgres/migrate.ts';
import {
  limitConnections,
  type Role,
  type RolePasswords,
  setRolePasswords,
  shutToStrangers,
} from '#adapters/postgres/roles.ts';
import { type KeyRing } from '#adapters/files/key-ring.ts';
import { signCheckpoint } from '#adapters/sequencer/sequencer.ts';
import { EMPTY_ROOT, encodeVerifierKey, publicKeyOf } from '#portable/tlog/index.ts';

export const DATABASE = 'handover';

/** The force that a demonstration is set in. */
export type Force = { readonly name: string; readonly prefix: string; readonly domain: string };

/** Runs `work` on one connection as the owner of the database. */
export async function asOwner<T>(
  server: EmbeddedServer,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...ownerAddress(server), database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates the database, with nothing in it, unless it is there. */
export async function createEmptyDatabase(server: EmbeddedServer): Promise<void> {
  await asOwner(server, 'postgres', async client => {
    const there = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (there.rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}

/** Creates the database the first time, applies what migrations are missing, and sets the roles' passwords. */
export async function prepareDatabase(server: EmbeddedServer, passwords: RolePasswords): Promise<string[]> {
  await createEmptyDatabase(server);
  return asOwner(server, DATABASE, async client => {
    const applied = await migrate(client);
    await setRolePasswords(client, passwords);
    await limitConnections(client);
    await shutToStrangers(client);
    return applied;
  });
}

/** Writes the force and the first, empty head of a new log. Once for an installation; false when it is there already. */
export async function foundInstallation(
  client: pg.ClientBase,
  force: Force,
  keys: KeyRing,
): Promise<boolean> {
  const there = await client.query('select 1 from handover.force_settings');
  if (there.rowCount !== 0) return false;
  await client.query('begin');
  await client.query(
    'insert into handover.force_settings (force_name, reference_prefix, demo) values ($1, $2, true)',
    [force.name, force.prefix],
  );
  const checkpoint = signCheckpoint({ name: keys.origin, secretKey: keys.logSecretKey }, 0, EMPTY_ROOT);
  await client.query(
    'insert into handover.log_head (origin, size, root, checkpoint, signed_at) values ($1, 0, $2, $3, now())',
    [keys.origin, Buffer.from(EMPTY_ROOT), checkpoint],
  );
  await client.query('commit');
  return true;
}

export function ownerAddress(server: EmbeddedServer): DatabaseAddress {
  return {
    host: '127.0.0.1',
    port: server.port,
    database: DATABASE,
    user: 'handover_owner',
    password: server.ownerPassword,
  };
}

export function roleAddress(server: EmbeddedServer, role: Role, keys: KeyRing): DatabaseAddress {
  return {
    host: '127.0.0.1',
    port: server.port,
    database: DATABASE,
    user: role,
    password: keys.rolePasswords[role] ?? '',
  };
}

/**
 * The tlog-policy that trusts this log, and those that were closed before it, and asks for no witness. It must reach a
 * stranger some other way than inside a bundle.
 */
export function policyText(keys: KeyRing): string {
  const now = encodeVerifierKey(keys.origin, publicKeyOf(keys.logSecretKey));
  const logs = [now, ...keys.closedLogs.map(closed => closed.vkey)];
  return `${logs.map(vkey => `log ${vkey}\n`).join('')}quorum none\n`;
}

/**
 * Takes the data folder for this process, or says who has it and where they serve. A lock left by a killed run is taken
 * over. `release` gives it back; `undo` also removes the folders that were made for it. Throws what the file system says
 * of a folder that cannot be used.
 */
export function lockFolder(
  path: string,
  demoPort: number,
): { ok: true; release: () => void; undo: () => void } | { ok: false; pid: number; demoPort: number } {
  if (existsSync(path)) {
    const [pid = 0, port = 0] = readFileSync(path, 'utf8').split(' ').map(Number);
    if (pid !== process.pid && isAlive(pid)) return { ok: false, pid, demoPort: port };
  }
  const folder = resolve(dirname(path));
  const firstMade = mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path, `${process.pid} ${demoPort}\n`, { mode: 0o600 });
  const release = (): void => rmSync(path, { force: true });
  const undo = (): void => {
    release();
    if (firstMade !== undefined) removeEmpty(folder, resolve(firstMade));
  };
  return { ok: true, release, undo };
}

/** Removes a folder and those above it up to `last`, as long as nothing is in them. */
function removeEmpty(folder: string, last: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something is in it: it stays.
    return;
  }
  if (folder !== last) removeEmpty(dirname(folder), last);
}

/** A pid may be another program's by now; only one that runs this supervisor, or a command that stands in for it, counts. */
function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return /(main|handover)\.ts/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return true;
  }
}
