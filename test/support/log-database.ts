import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DatabaseAddress } from '#adapters/postgres/connection.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { createLogHeadStore } from '#adapters/sequencer/log-head.ts';
import { signCheckpoint, type SequencerParts } from '#adapters/sequencer/sequencer.ts';
import { EMPTY_ROOT } from '#portable/tlog/index.ts';
import { whenTestsEnd } from './cleanup.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { testKeeping, TEST_SIGNER } from './test-log.ts';

/** Fills the outbox with `count` events of the service. The commitments are random, so no two are the same. */
const FILL = `with made as (
    select decode(replace(gen_random_uuid()::text, '-', ''), 'hex') as id, sha256(uuid_send(gen_random_uuid())) as commitment
    from generate_series(1, $1::int)
  ), added as (
    insert into handover.events (id, type, at, actor_kind, actor_id, body, salt, commitment)
    select id, 'test', now(), 'system', 'test', '{}', commitment, commitment from made returning commitment
  )
  insert into handover.log_entries (commitment, sealed) select commitment, '' from added`;

/** Puts `count` entries into the outbox, in the transaction of this connection. */
export async function fillOutbox(client: pg.ClientBase | pg.Pool, count: number): Promise<void> {
  await client.query(FILL, [count]);
}

/** Writes the first, empty head of the test log. */
export async function foundLog(owner: pg.ClientBase | pg.Pool): Promise<void> {
  await owner.query(
    'insert into handover.log_head (origin, size, root, checkpoint, signed_at) values ($1, 0, $2, $3, now())',
    [TEST_SIGNER.name, Buffer.from(EMPTY_ROOT), signCheckpoint(TEST_SIGNER, 0, EMPTY_ROOT)],
  );
}

/** A log over a real PostgreSQL and a real folder, with as many sequencers as a test wants. */
export async function createLogDatabase() {
  const database: TestDatabase = await createTestDatabase();
  const owner = database.pool('owner');
  await foundLog(owner);
  const folder = mkdtempSync(join(tmpdir(), 'handover-log-'));
  whenTestsEnd(() => {
    for (const path of [folder, `${folder}-batches`, `${folder}-heads`])
      rmSync(path, { recursive: true, force: true });
  });
  const sequencer = async (address: DatabaseAddress = database.as('handover_sequencer')) => {
    const client = new pg.Client({
      ...address,
      application_name: `sequencer ${randomBytes(4).toString('hex')}`,
    });
    client.on('error', () => undefined);
    await client.connect();
    whenTestsEnd(() => client.end().catch(() => undefined));
    const files = createLogFiles(folder);
    const parts: SequencerParts = {
      store: createLogHeadStore(client),
      files,
      keeping: testKeeping(folder),
      signer: TEST_SIGNER,
      clock: () => new Date(),
    };
    return { client, parts };
  };
  return { database, owner, folder, sequencer };
}

export type LogDatabase = Awaited<ReturnType<typeof createLogDatabase>>;

/** Ends a connection as a restart of PostgreSQL would, from the side of the server. */
export async function endConnection(owner: pg.Pool, client: pg.Client): Promise<void> {
  const ended = new Promise(resolve => client.once('end', resolve));
  const name = (client as unknown as { connectionParameters: { application_name: string } })
    .connectionParameters.application_name;
  await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
    name,
  ]);
  await ended;
}

/** Asks until it is so: for what another process does in its own time. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(resolve => setImmediate(resolve));
}

/** A way to the database that a test can cut: from then on nothing of what the server answers arrives. */
export async function createCuttableWay(to: DatabaseAddress) {
  let isCut = false;
  const sockets: Socket[] = [];
  const server = createServer(near => {
    const far = connect(to.port, to.host);
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.on('data', bytes => far.write(bytes));
    far.on('data', bytes => isCut || near.write(bytes));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  whenTestsEnd(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: { ...to, port },
    cut: () => (isCut = true),
    end: () => sockets.forEach(socket => socket.destroy()),
  };
}
