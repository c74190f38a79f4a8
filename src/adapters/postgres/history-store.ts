import type pg from 'pg';
import { HandoverError } from '#domain/error.ts';
import {
  type HistoryStore,
  ROLLED_TABLES,
  type RolledBatch,
  type RolledEvent,
  type RolledTable,
  type RowImage,
} from '#domain/history/index.ts';
import { fromHex } from '#portable/bytes/index.ts';
import { skipLostNumbers } from './lost-numbers.ts';

/** The database's history as its owner, on one connection. Other processes must not be running yet. */
export function createHistoryStore(client: pg.ClientBase): HistoryStore {
  const shapeOf = tableShapes(client);
  return {
    async checkpoint() {
      const { rows } = await client.query<{ checkpoint: string }>('select checkpoint from handover.log_head');
      const row = rows[0];
      if (row === undefined) throw new HandoverError('log-disagrees', 'the database holds no log head');
      return row.checkpoint;
    },
    async commitments(from, limit) {
      const { rows } = await client.query<{ commitment: Buffer }>(
        'select commitment from handover.log_entries where log_index >= $1 and log_index < $1 + $2 order by log_index',
        [from, limit],
      );
      return rows.map(row => row.commitment);
    },
    append: batch => inTransaction(client, () => appendBatch({ client, shapeOf }, batch)),
    async salvage(events) {
      let put = 0;
      await inTransaction(client, async () => {
        for (const event of events) if (await salvageEvent({ client, shapeOf }, event)) put += 1;
        await mendAround(client, events);
      });
      return put;
    },
  };
}

type TableColumns = { readonly columns: readonly string[]; readonly key: readonly string[] };

type Owner = {
  readonly client: pg.ClientBase;
  readonly shapeOf: (table: RolledTable) => Promise<TableColumns>;
};

async function inTransaction(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    if (isRefusal(cause)) {
      const code = 'code' in cause ? String(cause.code) : cause.name;
      const why = `what was logged after the backup does not fit what the database holds now (${code})`;
      throw new HandoverError('log-disagrees', why, { cause });
    }
    throw cause;
  }
}

async function appendBatch(owner: Owner, { from, to, signedAt, events }: RolledBatch): Promise<void> {
  for (const [n, event] of events.entries()) {
    await appendEvent(owner, event, { index: from.size + n, signedAt });
  }
  const moved = await owner.client.query(
    'update handover.log_head set size = $1, root = $2, checkpoint = $3, signed_at = $4 where checkpoint = $5',
    [to.size, Buffer.from(to.root), to.checkpoint, signedAt, from.checkpoint],
  );
  if (moved.rowCount !== 1) throw new HandoverError('log-disagrees', 'the head moved under another hand');
  await mendAround(owner.client, events);
}

type Placed = { readonly index: number; readonly signedAt: Date };

async function appendEvent(owner: Owner, event: RolledEvent, at: Placed): Promise<void> {
  const commitment = Buffer.from(event.commitment);
  await makeAgain(owner, event);
  const placed = await owner.client.query(
    `insert into handover.log_entries (commitment, log_index, logged_at, sealed) values ($1, $2, $3, '')
     on conflict (commitment) do update set log_index = excluded.log_index, logged_at = excluded.logged_at, sealed = ''
       where log_entries.log_index is null`,
    [commitment, at.index, at.signedAt],
  );
  if (placed.rowCount !== 1)
    throw new HandoverError('log-disagrees', `entry ${at.index} stands elsewhere in the log already`);
}

/** An event that the backup already had keeps its rows: what the database says of them is at least as new. */
async function makeAgain({ client, shapeOf }: Owner, event: RolledEvent): Promise<boolean> {
  const there = await client.query('select 1 from handover.events where commitment = $1', [
    Buffer.from(event.commitment),
  ]);
  if (there.rowCount !== 0) return false;
  const write = async (tables: readonly RolledTable[]) => {
    for (const table of tables)
      for (const row of event.rows)
        if (row.table === table) await put(client, { event, image: row }, shapeOf);
  };
  await write(ROLLED_TABLES.beforeEvent);
  await insertEvent(client, event);
  await write(ROLLED_TABLES.afterEvent);
  return true;
}

async function salvageEvent(owner: Owner, event: RolledEvent): Promise<boolean> {
  await owner.client.query('savepoint one_event');
  try {
    const made = await makeAgain(owner, event);
    if (made)
      await owner.client.query(`insert into handover.log_entries (commitment, sealed) values ($1, '')`, [
        Buffer.from(event.commitment),
      ]);
    return made;
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    await owner.client.query('rollback to savepoint one_event');
    return false;
  }
}

/** Classes of SQLSTATE that speak of the connection, of resources, or of the machine: all others speak of what was asked. */
const OF_THE_SERVER = ['08', '53', '57', '58'];

/** What the database, or the program that speaks to it, will not take however often it is tried. */
function isRefusal(error: unknown): error is Error {
  if (error instanceof RangeError) return true;
  if (!(error instanceof Error) || !('code' in error)) return false;
  return /^[0-9A-Z]{5}$/.test(String(error.code)) && !OF_THE_SERVER.includes(String(error.code).slice(0, 2));
}

async function insertEvent(
  client: pg.ClientBase,
  { event, body, salt, key, commitment }: RolledEvent,
): Promise<void> {
  const idOf = (hex: string | undefined) => (hex === undefined ? null : Buffer.from(fromHex(hex) ?? []));
  await client.query(
    `insert into handover.events (id, type, at, actor_kind, actor_id, submission_id, submission_n, case_id, case_n, body, salt, commitment, idempotency)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      idOf(event.id),
      event.type,
      event.at,
      event.actor.kind,
      event.actor.id,
      idOf(event.submission?.id),
      event.submission?.n ?? null,
      idOf(event.case?.id),
      event.case?.n ?? null,
      Buffer.from(body),
      Buffer.from(salt),
      Buffer.from(commitment),
      key,
    ],
  );
}

/**
 * What may be set anew where a row is there already. Every other column, and every row of the other tables, is set once:
 * what the database holds of it stands, whatever a batch says.
 */
const SET_AGAIN: Partial<Record<RolledTable, readonly string[]>> = {
  submissions: ['stage', 'allocated_to'],
  danger_reports: [
    'happening',
    'what',
    'where_text',
    'who',
    'safe_number',
    'may_ring',
    'changed_at',
    'taken_by',
    'taken_at',
    'closed_at',
    'incident_number',
    'closing_reason',
  ],
  bundles: ['state', 'name', 'build_order', 'bundle_sha256', 'event_id', 'failure', 'ready_at'],
  audit_view_states: ['last_at', 'looks', 'ranges'],
};

/** A row of somebody else's thing is never set, whatever its key; what a minute holds is final once its root is there. */
const ONLY_WHERE: Partial<Record<RolledTable, string>> = {
  danger_reports: 't.draft_id = excluded.draft_id',
  bundles: 't.submission_id = excluded.submission_id',
  audit_view_states: 'not exists (select from handover.audit_minutes m where m.minute = t.minute)',
};

type Put = { readonly event: RolledEvent; readonly image: RowImage };

/** Writes a row as it was. PostgreSQL reads its own JSON, so that nothing is rounded or spelt anew on the way. */
async function put(client: pg.ClientBase, { event, image }: Put, shapeOf: Owner['shapeOf']): Promise<void> {
  const { table, row } = image;
  const members = new Set(Object.keys(JSON.parse(row) as object));
  const shape = await shapeOf(table);
  const columns = shape.columns.filter(column => members.has(column));
  const isByOfficer = event.event.actor.kind === 'officer';
  const again =
    isByOfficer && table === 'bundles'
      ? []
      : columns.filter(column => SET_AGAIN[table]?.includes(column) === true);
  const [list, changes] = [quoted(columns), again.map(column => `"${column}" = excluded."${column}"`)];
  // The begin of a chain brings its submission; an officer only acts on one that is there.
  const isThere =
    isByOfficer && table === 'submissions'
      ? 'exists (select from handover.submissions s where s.id = r.id)'
      : 'true';
  const onConflict =
    changes.length === 0
      ? 'nothing'
      : `update set ${changes.join(', ')} where ${ONLY_WHERE[table] ?? 'true'}`;
  await client.query(
    `insert into handover.${table} as t (${list}) overriding system value
     select ${list} from jsonb_populate_record(null::handover.${table}, $1::jsonb) r where ${isThere}
     on conflict (${quoted(shape.key)}) do ${onConflict}`,
    [row],
  );
}

function quoted(columns: readonly string[]): string {
  return columns.map(column => `"${column}"`).join(', ');
}

/** What no event carries, for the submissions of these events: receipts that are due again, and numbers already given. */
async function mendAround(client: pg.ClientBase, events: readonly RolledEvent[]): Promise<void> {
  const ids = new Set(events.map(({ event }) => event.submission?.id).filter(id => id !== undefined));
  const submissions = [...ids].map(id => Buffer.from(fromHex(id) ?? []));
  // A receipt is written after its events are logged, so its letter is in no event.
  await client.query(
    `update handover.submissions s set state = 'received', sealed_at = null
     where id = any($1::bytea[]) and state = 'sealed'
       and not exists (select from handover.box_letters l where l.box_id = s.box_id and l.n = 0)`,
    [submissions],
  );
  // A minute whose root is in the log gets no row any more.
  await client.query(
    `update handover.audit_gate set open_from = greatest(open_from, (select max(minute) + interval '1 minute' from handover.audit_minutes))`,
  );
  await skipLostNumbers(client, submissions);
}

/**
 * The columns a table has now, and those of its primary key: an image of an older version lacks some, and theirs is the
 * default.
 */
function tableShapes(client: pg.ClientBase): Owner['shapeOf'] {
  const known = new Map<RolledTable, TableColumns>();
  return async table => {
    const found = known.get(table);
    if (found !== undefined) return found;
    const { rows } = await client.query<{ name: string; in_key: boolean }>(
      `select attname as name, coalesce(attnum = any(i.indkey), false) as in_key
       from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
       where attrelid = ('handover.' || $1)::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [table],
    );
    const shape = {
      columns: rows.map(row => row.name),
      key: rows.filter(row => row.in_key).map(row => row.name),
    };
    known.set(table, shape);
    return shape;
  };
}
