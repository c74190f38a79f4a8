import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ageStreams } from '#adapters/age/index.ts';
import { type KeyRing, makeKeyRing } from '#adapters/files/key-ring.ts';
import { openPool } from '#adapters/postgres/connection.ts';
import { type EmbeddedServer, startEmbeddedPostgres } from '#adapters/postgres/embedded-server.ts';
import { ROLES } from '#adapters/postgres/roles.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { startChild } from '../../src/processes/child.ts';
import {
  asOwner,
  DATABASE,
  foundInstallation,
  prepareDatabase,
  roleAddress,
} from '../../src/processes/installation.ts';

/** A second database on the same server, the same in everything but that no sequencer reads it. */
const PLAIN = 'handover_plain';

/** A real PostgreSQL that waits for the disk, the product's own sequencer process, and both databases' submissions. */
export type RunningLog = {
  /** Connections as the worker: to the database with the log, and to the plain one. */
  readonly pool: pg.Pool;
  readonly plainPool: pg.Pool;
  /** One more connection as the worker, not yet made; ended by whoever made it. */
  readonly client: pg.Client;
  readonly files: ReturnType<typeof createLogFiles>;
  /** The ids of submissions that have no event yet, the same in both databases. */
  readonly submissions: Buffer[];
  readonly sequencerPid: number;
  readonly evidenceRecipient: string;
  stop(): Promise<void>;
};

/** Starts all of it in a folder of its own, which `stop` removes. */
export async function startLog(submissions: number, connections: number): Promise<RunningLog> {
  const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
  const log = join(folder, 'log');
  mkdirSync(log);
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), durable: true });
  const keys = await makeKeyRing(
    folder,
    { originPrefix: 'northshire.example/log', roles: ROLES },
    ageStreams,
  );
  const ids = await prepare(server, keys, submissions);
  const sequencer = startChild(
    {
      role: 'sequencer',
      handshake: {
        database: roleAddress(server, 'handover_sequencer', keys),
        logFolder: log,
        batchesFolder: join(folder, 'batches'),
        headFolder: join(folder, 'head'),
        origin: keys.origin,
        logSecretKey: Buffer.from(keys.logSecretKey).toString('base64'),
        publishEveryMs: 10_000,
      },
      flags: [],
      logFolder: folder,
    },
    () => undefined,
  );
  const address = roleAddress(server, 'handover_worker', keys);
  const [pool, plainPool] = [
    openPool(address, connections),
    openPool({ ...address, database: PLAIN }, connections),
  ];
  const stop = async () => {
    await Promise.all([pool.end(), plainPool.end(), sequencer.stop()]);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  await sequencer.ready.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    pool,
    plainPool,
    client: new pg.Client(address),
    files: createLogFiles(log),
    submissions: ids,
    sequencerPid: sequencer.pid,
    evidenceRecipient: keys.evidenceRecipient,
    stop,
  };
}

async function prepare(server: EmbeddedServer, keys: KeyRing, submissions: number): Promise<Buffer[]> {
  await prepareDatabase(server, keys.rolePasswords as Parameters<typeof prepareDatabase>[1]);
  const ids = await asOwner(server, DATABASE, async client => {
    await foundInstallation(
      client,
      { name: 'Northshire Police', prefix: 'NS', domain: 'northshire.example' },
      keys,
    );
    const { rows } = await client.query<{ id: Buffer }>(INSERT_SUBMISSIONS, [submissions]);
    return rows.map(row => row.id);
  });
  await asOwner(server, 'postgres', async client => {
    await client.query(`create database ${PLAIN} template ${DATABASE}`);
    for (const role of ROLES) await client.query(`grant connect on database ${PLAIN} to ${role}`);
    // The product's worker needs few connections and may hold no more; here it stands for many at once.
    await client.query('alter role handover_worker connection limit -1');
    await client.query('checkpoint');
  });
  return ids;
}

const INSERT_SUBMISSIONS = `
  insert into handover.submissions (id, reference, draft_id, state, submitter_type, received_at, box_id, box_recipient)
  select decode(md5('id' || n), 'hex'), 'NS26-' || n, decode(md5('draft' || n), 'hex'), 'received', 'parent', now(),
    sha256(int8send(n)), 'age1'
  from generate_series(1, $1::bigint) n returning id`;
