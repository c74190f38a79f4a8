import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newIdentity, recipientOf } from '#adapters/age/index.ts';
import { startChild } from '../../src/processes/child.ts';
import type { PublicHandshake } from '../../src/processes/public-process.ts';
import { startBenchDatabase } from '../readings/bench-database.ts';

/** The product's public process over a PostgreSQL that waits for the disk, on loopback. Stop it once. */
export async function startPublicProcess(): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
  const database = await startBenchDatabase();
  const port = await freePort();
  const handshake: PublicHandshake = {
    database: database.as('handover_public'),
    evidenceRecipients: [await recipientOf(await newIdentity())],
    port,
    draftDays: 7,
    welshReview: null,
    trustedProxies: [],
    policy: '',
    closedLogs: [],
    verifierFolder: join(import.meta.dirname, '../../verifier/dist'),
  };
  const child = startChild({ role: 'public', handshake, flags: [], logFolder: folder }, () => undefined);
  const stop = async () => {
    await child.stop();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  await child.ready.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { port, stop };
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
