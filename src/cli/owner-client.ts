import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { dataLayout, readSettings } from '#config';

/** A connection as the owner to the embedded PostgreSQL of the data folder; null when it does not answer. */
export async function ownerClient(): Promise<pg.Client | null> {
  const read = readSettings();
  if (!read.ok) return null;
  const folder = dataLayout(read.settings.dataFolder).postgres;
  try {
    const port = Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3]);
    const password = readFileSync(join(folder, 'owner-password'), 'utf8').trim();
    const client = new pg.Client({
      ...{ host: '127.0.0.1', port, user: 'handover_owner', password, database: 'handover' },
      connectionTimeoutMillis: 3000,
    });
    await client.connect();
    return client;
  } catch {
    return null;
  }
}
