import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import pg from 'pg';
import { type EmbeddedServer, startEmbeddedPostgres } from '#adapters/postgres/embedded-server.ts';
import { migrate } from '#adapters/postgres/migrate.ts';
import { fillOutbox, foundLog } from '#support/log-database.ts';
import { testKeeping, TEST_SIGNER } from '#support/test-log.ts';
import { createLogFiles } from './log-files.ts';
import { createLogHeadStore } from './log-head.ts';
import { recover, sequenceOnce } from './sequencer.ts';
import { checkWholeLog } from './whole-log.ts';

const PROGRAM = join(import.meta.dirname, '../../../test/support/log-program.ts');
const ENTRIES = 2000;

const folder = mkdtempSync(join(tmpdir(), 'handover-restart-'));
let server: EmbeddedServer | null = null;
after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const start = async () =>
  (server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), durable: true }));

function addressOf(at: EmbeddedServer) {
  return {
    host: '127.0.0.1',
    port: at.port,
    user: 'handover_owner',
    password: at.ownerPassword,
    database: 'postgres',
  };
}

async function asOwner<T>(at: EmbeddedServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(addressOf(at));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Fast shutdown, or the whole server killed as by the system when memory is short. */
async function end(at: EmbeddedServer, how: 'stopped' | 'killed'): Promise<void> {
  if (how === 'killed') {
    const [pid = ''] = readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split(
      '\n',
    );
    process.kill(Number(pid), 'SIGKILL');
  }
  await at.stop();
}

/** Runs a sequencer until it has acknowledged `batches` batches, then ends PostgreSQL under it. */
async function runAndEnd(at: EmbeddedServer, batches: number, how: 'stopped' | 'killed'): Promise<number> {
  const program = spawn(
    process.execPath,
    ['--no-warnings', PROGRAM, join(folder, 'log'), JSON.stringify(addressOf(at))],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  let said = '';
  const ended = new Promise<number | null>(resolve => program.once('close', resolve));
  const enough = new Promise<void>(resolve =>
    program.stdout.on('data', bytes => {
      said += String(bytes);
      if ((said.match(/^acknowledged/gm)?.length ?? 0) >= batches) resolve();
    }),
  );
  program.stdin.write('go\n');
  await Promise.race([enough, ended]);
  await end(at, how);
  assert.notEqual(await ended, 0, said);
  return Number([...said.matchAll(/^acknowledged (\d+)$/gm)].at(-1)?.[1] ?? 0);
}

describe('PostgreSQL that goes away in the middle of the work', () => {
  test('stopped or killed, five times at different moments: the sequencer stops, and the next start goes on with nothing lost', async () => {
    await asOwner(await start(), async client => {
      await migrate(client);
      await foundLog(client);
      await fillOutbox(client, ENTRIES);
    });
    for (const [batches, how] of [
      [1, 'stopped'],
      [2, 'killed'],
      [3, 'stopped'],
      [4, 'killed'],
      [5, 'killed'],
    ] as const) {
      const acknowledged = await runAndEnd(server ?? assert.fail(), batches, how);
      await asOwner(await start(), async client => {
        const store = createLogHeadStore(client);
        await store.lead();
        const files = createLogFiles(join(folder, 'log'));
        const head = await recover({
          ...{ store, files, keeping: testKeeping(join(folder, 'log')) },
          signer: TEST_SIGNER,
          clock: () => new Date(),
        });
        assert.ok(head.size >= acknowledged, `${acknowledged} were acknowledged, ${head.size} are there`);
      });
    }
    await asOwner(server ?? assert.fail(), async client => {
      const store = createLogHeadStore(client);
      await store.lead();
      const parts = {
        store,
        files: createLogFiles(join(folder, 'log')),
        keeping: testKeeping(join(folder, 'log')),
        signer: TEST_SIGNER,
        clock: () => new Date(),
      };
      let head = await recover(parts);
      while ((await store.waiting(1)).length > 0) head = await sequenceOnce(parts, head);
      assert.equal(head.size, ENTRIES);
      await checkWholeLog(parts, head);
    });
  });
});
