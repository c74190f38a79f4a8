import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** A table by its qualified name, and the columns that are copied, in order. */
export type TableShape = { readonly name: string; readonly columns: readonly string[] };

type SequenceState = { readonly name: string; readonly lastValue: string };

/** What a copy of the database holds besides the rows: which migrations made the tables, and where sequences stood. */
export type SnapshotFacts = {
  readonly migrations: readonly string[];
  readonly sequences: readonly SequenceState[];
  readonly tables: readonly TableShape[];
  /** The head at the moment of the snapshot. */
  readonly checkpoint: string;
};

/** Gives the rows of a table as PostgreSQL's text COPY, and how many there were once it has been read to its end. */
export type CopyTable = (table: TableShape) => { readonly stream: Readable; readonly rows: () => number };

/** Sessions end with the database they were opened in: a copy must not bring one back, nor what hangs on one. */
const SESSIONS = 'handover.police_sessions';

/**
 * Reads the whole database at one moment, while it is in use. As the owner; one table at a time on this one connection,
 * because only there is the moment held.
 */
export async function readSnapshot<T>(
  client: pg.ClientBase,
  work: (facts: SnapshotFacts, copy: CopyTable) => Promise<T>,
): Promise<T> {
  await client.query('begin isolation level repeatable read read only');
  try {
    return await work(await factsOf(client), table => {
      const query = client.query(copyTo(`copy (select ${columnList(table)} from ${table.name}) to stdout`));
      return { stream: query, rows: () => query.rowCount };
    });
  } finally {
    await client.query('rollback').catch(() => undefined);
  }
}

/**
 * Fills a database that the same migrations made, in one transaction: afterwards it holds the copied rows and no others.
 * Returns the number of rows of each table. References between rows are not checked again: the copy is of one moment.
 */
export async function fillDatabase(
  client: pg.ClientBase,
  facts: SnapshotFacts,
  source: (table: TableShape) => Readable,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  await client.query('begin');
  try {
    await client.query('set local session_replication_role = replica');
    const all = (await tablesOf(client)).map(table => table.name);
    await client.query(`truncate ${all.join(', ')} cascade`);
    await dropPartitions(client);
    for (const table of inOrder(facts.tables)) {
      if (table.name === PARTITIONED) await openPartitions(client);
      const sink = client.query(copyFrom(`copy ${table.name} (${columnList(table)}) from stdin`));
      await pipeline(source(table), sink);
      counts.set(table.name, sink.rowCount);
      if (table.name === PARTITIONED) await indexPartitions(client);
    }
    for (const { name, lastValue } of facts.sequences)
      await client.query('select setval($1::regclass, $2)', [name, lastValue]);
    await client.query('commit');
    return counts;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Its partitions, one a reading, are no tables of a copy: they are made anew for the readings that were copied. */
const PARTITIONED = 'handover.reading_lines';

function inOrder(tables: readonly TableShape[]): TableShape[] {
  return tables.toSorted((a, b) => Number(a.name === PARTITIONED) - Number(b.name === PARTITIONED));
}

/** Nothing to do in a database of before the lines were partitioned. */
async function isPartitioned(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ kind: string }>(
    'select relkind as kind from pg_class where oid = $1::regclass',
    [PARTITIONED],
  );
  return rows[0]?.kind === 'p';
}

async function dropPartitions(client: pg.ClientBase): Promise<void> {
  if (!(await isPartitioned(client))) return;
  const { rows } = await client.query<{ name: string }>(
    'select inhrelid::regclass::text as name from pg_inherits where inhparent = $1::regclass',
    [PARTITIONED],
  );
  for (const { name } of rows) await client.query(`drop table ${name}`);
}

async function openPartitions(client: pg.ClientBase): Promise<void> {
  if (await isPartitioned(client))
    await client.query(
      'select handover.make_lines(id), handover.attach_lines(id) from handover.readings order by id',
    );
}

async function indexPartitions(client: pg.ClientBase): Promise<void> {
  if (await isPartitioned(client))
    await client.query('select handover.index_lines(id) from handover.readings order by id');
}

function columnList({ columns }: TableShape): string {
  return columns.map(column => `"${column}"`).join(', ');
}

async function factsOf(client: pg.ClientBase): Promise<SnapshotFacts> {
  const migrations = await client.query<{ name: string }>(
    'select name from handover_migrations.applied order by name',
  );
  const sequences = await client.query<{ name: string; last: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_sequences
     where schemaname = 'handover' and last_value is not null order by 1`,
  );
  const head = await client.query<{ checkpoint: string }>('select checkpoint from handover.log_head');
  return {
    migrations: migrations.rows.map(row => row.name),
    sequences: sequences.rows.map(row => ({ name: row.name, lastValue: row.last })),
    tables: (await tablesOf(client))
      .filter(table => !table.ofSession)
      .map(({ name, columns }) => ({ name, columns })),
    checkpoint: head.rows[0]?.checkpoint ?? '',
  };
}

/** Every table of the service, from the catalogue: whoever adds one need not think of copies. Views hold no rows. */
async function tablesOf(client: pg.ClientBase): Promise<(TableShape & { readonly ofSession: boolean })[]> {
  const { rows } = await client.query<TableShape & { ofSession: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name, array_agg(a.attname::text order by a.attnum) as columns,
       c.oid = $1::regclass or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = $1::regclass) as "ofSession"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'handover' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.oid, n.nspname, c.relname order by 1`,
    [SESSIONS],
  );
  return rows;
}
