import type pg from 'pg';
import { HandoverError } from '#domain/error.ts';

/** The signed head as PostgreSQL holds it: the lock of the log. */
export type LogHead = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly checkpoint: string;
  readonly signedAt: Date;
};

/** `sealed` is what the event can be made again from; the sequencer cannot read it. */
export type WaitingEntry = { readonly commitment: Buffer; readonly sealed: Buffer };

/**
 * All statements of the sequencer, on the one connection that holds the advisory lock: if that connection is lost,
 * so is the leadership, and nothing can be committed by a paused old leader. Never through a transaction pooler.
 */
export type LogHeadStore = {
  lead(): Promise<boolean>;
  read(): Promise<LogHead>;
  waiting(limit: number): Promise<WaitingEntry[]>;
  /** One transaction: the head moves from `old` to `next`, each entry gets its index, and what was sealed is now in its batch alone. Throws `log-state-unknown` when the outcome is not known. */
  advance(old: LogHead, next: LogHead, entries: readonly WaitingEntry[]): Promise<void>;
  announce(): Promise<void>;
  publish(checkpoint: string, at: Date): Promise<void>;
};

const LOCK = 4811002;

export function createLogHeadStore(client: pg.ClientBase): LogHeadStore {
  return {
    async lead() {
      const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
        LOCK,
      ]);
      return rows[0]?.held === true;
    },
    read: () => readHead(client),
    async waiting(limit) {
      // Chosen by `log_index is null`, never by a remembered id: a transaction that commits late would be skipped.
      const { rows } = await client.query<WaitingEntry>(
        'select commitment, sealed from handover.log_entries where log_index is null order by queue_place limit $1',
        [limit],
      );
      return rows;
    },
    advance: (old, next, entries) => advance(client, old, next, entries),
    async announce() {
      await client.query(`select pg_notify('handover_logged', '')`);
    },
    async publish(checkpoint, at) {
      await client.query(
        `insert into handover.published_checkpoint (checkpoint, published_at) values ($1, $2)
         on conflict (singleton) do update set checkpoint = excluded.checkpoint, published_at = excluded.published_at`,
        [checkpoint, at],
      );
    },
  };
}

async function readHead(client: pg.ClientBase): Promise<LogHead> {
  const { rows } = await client.query<{
    origin: string;
    size: string;
    root: Buffer;
    checkpoint: string;
    signed_at: Date;
  }>('select origin, size, root, checkpoint, signed_at from handover.log_head');
  const row = rows[0];
  // Never created here: a log that vanished must not be begun anew unseen.
  if (row === undefined) throw new HandoverError('log-disagrees', 'the database holds no log head');
  return {
    origin: row.origin,
    size: Number(row.size),
    root: row.root,
    checkpoint: row.checkpoint,
    signedAt: row.signed_at,
  };
}

async function advance(
  client: pg.ClientBase,
  old: LogHead,
  next: LogHead,
  entries: readonly WaitingEntry[],
): Promise<void> {
  try {
    await client.query('begin');
    const moved = await client.query(
      'update handover.log_head set size = $1, root = $2, checkpoint = $3, signed_at = $4 where checkpoint = $5',
      [next.size, Buffer.from(next.root), next.checkpoint, next.signedAt, old.checkpoint],
    );
    if (moved.rowCount !== 1) throw new Error('the head moved under another hand');
    const indexed = await client.query(
      `update handover.log_entries e set log_index = $1 + u.n - 1, logged_at = $2, sealed = ''
       from unnest($3::bytea[]) with ordinality as u (commitment, n)
       where e.commitment = u.commitment and e.log_index is null`,
      [old.size, next.signedAt, entries.map(entry => entry.commitment)],
    );
    if (indexed.rowCount !== entries.length) throw new Error('an entry was indexed by another hand');
    await client.query('commit');
  } catch (cause) {
    // Whether it was committed is unknown: the process stops, and start-up recovers from what is stored.
    throw new HandoverError('log-state-unknown', 'the log head could not be advanced', { cause });
  }
}
