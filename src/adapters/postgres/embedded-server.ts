import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findPostgresPrograms } from './embedded-binaries.ts';

/** A running embedded PostgreSQL. Owned by whoever started or adopted it: call `stop` once. */
export type EmbeddedServer = {
  readonly port: number;
  readonly ownerPassword: string;
  /** True when a server left over from an earlier run was found alive and taken over. */
  readonly adopted: boolean;
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Folder of this server alone: `cluster/`, `owner-password`, `postgres.log`. */
  readonly folder: string;
  /** False only for throw-away test servers: PostgreSQL then does not wait for the disk. */
  readonly durable: boolean;
};

const OWNER = 'handover_owner';

/** Starts the embedded PostgreSQL in `folder`, creating the cluster the first time, or adopts the one still running there. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const cluster = join(options.folder, 'cluster');
  if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(options.folder, cluster);
  const ownerPassword = readFileSync(join(options.folder, 'owner-password'), 'utf8').trim();
  const running = readPostmaster(cluster);
  if (running !== null) {
    if (await answers(running.port, ownerPassword)) {
      return { port: running.port, ownerPassword, adopted: true, stop: () => stopProcess(running.pid) };
    }
    await stopProcess(running.pid);
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return launch(options, cluster, ownerPassword);
}

/** Ends the PostgreSQL that an earlier run left in `folder`, if one is still alive. */
export async function endEmbeddedPostgres(folder: string): Promise<void> {
  const running = readPostmaster(join(folder, 'cluster'));
  if (running !== null) await stopProcess(running.pid);
}

/**
 * Crash state: initdb writes into a scratch folder of its own that is renamed last, so a half-made cluster is never used,
 * and an initdb that outlives a killed start cannot write into the cluster of the next.
 */
function initialise(folder: string, cluster: string): void {
  const programs = findPostgresPrograms();
  for (const name of readdirSync(folder).filter(left => left.startsWith('cluster.new-')))
    rmSync(join(folder, name), { recursive: true, force: true });
  const scratch = `${cluster}.new-${randomBytes(6).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(folder, 'owner-password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const args = [
    ...programs.prefix.slice(1),
    programs.initdb,
    ...['--pgdata', scratch, '--username', OWNER, '--pwfile', passwordFile],
    ...[
      '--auth',
      'scram-sha-256',
      '--encoding',
      'UTF8',
      '--locale-provider',
      'builtin',
      '--builtin-locale',
      'C.UTF-8',
    ],
    ...['--locale', 'C', '--no-instructions'],
  ];
  const [program, ...rest] = programs.prefix.length > 0 ? [programs.prefix[0] ?? '', ...args] : args;
  const done = spawnSync(program ?? '', rest, {
    encoding: 'utf8',
    env: { LC_ALL: 'C', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
  });
  if (done.status !== 0) {
    rmSync(scratch, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL could not create its data folder: ${done.stderr || done.error?.message || 'no reason given'}`,
    );
  }
  chmodSync(scratch, 0o700);
  rmSync(cluster, { recursive: true, force: true });
  renameSync(scratch, cluster);
}

/** The pid and port of a live postmaster of this cluster, or null. */
function readPostmaster(cluster: string): { pid: number; port: number } | null {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isPostgres(pid)) return null;
  return { pid, port };
}

/** A pid file may name a pid that another program has by now: only a process that is PostgreSQL counts. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const named = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  if (named.status === 0) return named.stdout.includes('postgres');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: OWNER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const NOT_DURABLE = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

async function launch(
  options: EmbeddedOptions,
  cluster: string,
  ownerPassword: string,
): Promise<EmbeddedServer> {
  const programs = findPostgresPrograms();
  const port = await freePort();
  const settings = [
    ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=600'],
    ...[
      '-c',
      'shared_buffers=128MB',
      '-c',
      'timezone=UTC',
      '-c',
      'log_timezone=UTC',
      '-c',
      'log_statement=none',
    ],
    // A failing statement could hold submitted words: errors are logged without their statement or values.
    ...[
      '-c',
      'log_min_error_statement=panic',
      '-c',
      'log_parameter_max_length=0',
      '-c',
      'log_parameter_max_length_on_error=0',
    ],
    ...['-c', 'log_error_verbosity=terse', '-c', 'max_wal_size=256MB'],
    ...(options.durable ? [] : NOT_DURABLE),
  ];
  const log = openSync(join(options.folder, 'postgres.log'), 'a', 0o600);
  const command = [...programs.prefix, programs.postgres, '-D', cluster, '-p', String(port), ...settings];
  // Its own process group: Ctrl-C at the terminal reaches the supervisor, which stops PostgreSQL last.
  const child = spawn(command[0] ?? '', command.slice(1), {
    detached: true,
    stdio: ['ignore', log, log],
    env: { LC_ALL: 'C', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
  });
  child.unref();
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) break;
    if (await answers(port, ownerPassword)) {
      return { port, ownerPassword, adopted: false, stop: () => stopProcess(child.pid ?? 0) };
    }
    await sleep(50);
  }
  throw new Error(`PostgreSQL did not start. Its own words are in ${join(options.folder, 'postgres.log')}`);
}

/** Fast shutdown (SIGINT): connections are ended, everything committed is on disk. */
async function stopProcess(pid: number): Promise<void> {
  if (pid <= 1) return;
  const send = (signal: NodeJS.Signals | 0) => {
    try {
      return process.kill(pid, signal);
    } catch {
      return false;
    }
  };
  send('SIGINT');
  for (let tries = 0; tries < 400 && send(0); tries += 1) await sleep(25);
  if (send(0)) send('SIGQUIT');
}
