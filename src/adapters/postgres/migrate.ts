import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

const FOLDER = join(import.meta.dirname, 'migrations');

/** The numbered migrations, in order: `0001-name.sql`. Up only; each is one transaction. */
export function listMigrations(): string[] {
  return readdirSync(FOLDER)
    .filter(name => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .toSorted();
}

/**
 * Applies the migrations not yet applied, as the owner; of them only those in `only`, when it is given. Returns their names.
 * Two callers at once wait for each other.
 */
export async function migrate(client: pg.ClientBase, only?: readonly string[]): Promise<string[]> {
  await client.query('select pg_advisory_lock(4811001)');
  try {
    await client.query('create schema if not exists handover_migrations');
    await client.query(
      'create table if not exists handover_migrations.applied (name text primary key, at timestamptz not null default now())',
    );
    const done = await client.query<{ name: string }>('select name from handover_migrations.applied');
    const known = new Set(done.rows.map(row => row.name));
    const waiting = listMigrations().filter(
      name => !known.has(name) && (only === undefined || only.includes(name)),
    );
    for (const name of waiting) await applyOne(client, name);
    return waiting;
  } finally {
    await client.query('select pg_advisory_unlock(4811001)');
  }
}

async function applyOne(client: pg.ClientBase, name: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(readFileSync(join(FOLDER, name), 'utf8'));
    await client.query('insert into handover_migrations.applied (name) values ($1)', [name]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`migration ${name} failed`, { cause });
  }
}
