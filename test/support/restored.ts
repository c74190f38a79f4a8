import { Readable } from 'node:stream';
import { fillDatabase, readSnapshot, type SnapshotFacts } from '#adapters/postgres/database-copy.ts';
import { rollForward, type RollForward, type RollForwardParts } from '#domain/history/index.ts';
import { historyParts } from '../../src/processes/history.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import type { SpinePlace } from './spine.ts';

/** A database as it stood at one moment, in memory. */
export type KeptDatabase = { readonly facts: SnapshotFacts; readonly data: ReadonlyMap<string, Buffer> };

export async function keepDatabase(database: TestDatabase): Promise<KeptDatabase> {
  const client = await database.pool('owner').connect();
  try {
    return await readSnapshot(client, async (facts, copy) => {
      const data = new Map<string, Buffer>();
      for (const table of facts.tables) {
        const chunks: Buffer[] = [];
        for await (const chunk of copy(table).stream) chunks.push(chunk as Buffer);
        data.set(table.name, Buffer.concat(chunks));
      }
      return { facts, data };
    });
  } finally {
    client.release();
  }
}

/** A new database that holds what the other held then. */
export async function databaseOf({ facts, data }: KeptDatabase): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const client = await database.pool('owner').connect();
  try {
    await fillDatabase(client, facts, table => Readable.from([data.get(table.name) ?? Buffer.alloc(0)]));
  } finally {
    client.release();
  }
  return database;
}

/** Rolls a place forward, as its start does. `change` replaces parts, for example with one that fails. */
export async function rollPlaceForward(
  { database, folder, keys }: SpinePlace,
  change: (parts: RollForwardParts) => RollForwardParts = parts => parts,
): Promise<RollForward> {
  const client = await database.pool('owner').connect();
  try {
    const folders = { log: `${folder}/log`, store: `${folder}/store`, head: `${folder}/outside-backups` };
    return await rollForward(change(historyParts(client, keys, folders)));
  } finally {
    client.release();
  }
}
