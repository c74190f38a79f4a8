import type pg from 'pg';
import { HandoverError } from '#domain/error.ts';
import { refuse } from './refusals.ts';

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
  /** Resolves once this connection leads; until then another one does. */
  lead(): Promise<void>;
  read(): Promise<LogHead>;
  /** The first in line, at most `limit` and at most 32 MiB of what is sealed. */
  waiting(limit: number): Promise<WaitingEntry[]>;
  /** The commitments that were given the places `from` and up, in order. A place nobody has is left out. */
  logged(from: number, count: number): Promise<Buffer[]>;
  /** One transaction: the head moves from `old` to `next`, each entry gets its index, and what was sealed is now in its batch alone. Throws `log-state-unknown` when the outcome is not known. */
  advance(old: LogHead, next: LogHead, entries: readonly WaitingEntry[]): Promise<void>;
  announce(): Promise<void>;
  /** Shows the head row as it is now to the public listener: never one from memory, which may be older. */
  publish(at: Date): Promise<void>;
};

const LOCK = 4811002;

/** What is sealed in one batch, and of one entry: whoever may append events must not be able to fill this process's memory. */
const BATCH_BYTES = 32 << 20;
/** As the table checks it. A larger one is of before there was a bound: its event is logged, and cannot be made again. */
const ENTRY_BYTES = 8 << 20;

export function createLogHeadStore(client: pg.ClientBase): LogHeadStore {
  return {
    async lead() {
      await client.query('select pg_advisory_lock($1)', [LOCK]);
    },
    read: () => readHead(client),
    async waiting(limit) {
      // Chosen by `log_index is null`, never by a remembered id: a transaction that commits late would be skipped.
      const { rows } = await client.query<WaitingEntry>(
        `select commitment, case when size <= $3 then sealed else '' end as sealed
         from (select *, sum(least(size, $3)) over (order by queue_place) as bytes
           from (select commitment, sealed, queue_place, octet_length(sealed) as size from handover.log_entries
             where log_index is null order by queue_place limit $1) first_in_line) counted
         where bytes <= $2 order by queue_place`,
        [limit, BATCH_BYTES, ENTRY_BYTES],
      );
      return rows;
    },
    async logged(from, count) {
      const { rows } = await client.query<{ commitment: Buffer }>(
        'select commitment from handover.log_entries where log_index >= $1 and log_index < $2 order by log_index',
        [from, from + count],
      );
      return rows.map(row => row.commitment);
    },
    advance: (old, next, entries) => advance(client, old, next, entries),
    async announce() {
      await client.query(`select pg_notify('handover_logged', '')`);
    },
    async publish(at) {
      await client.query(
        `insert into handover.published_checkpoint (checkpoint, published_at) select checkpoint, $1 from handover.log_head
         on conflict (singleton) do update set checkpoint = excluded.checkpoint, published_at = excluded.published_at`,
        [at],
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
  if (row === undefined) return refuse('head-missing');
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
    await client.query('select handover.advance_log($1, $2, $3, $4, $5, $6)', [
      old.checkpoint,
      next.size,
      Buffer.from(next.root),
      next.checkpoint,
      next.signedAt,
      entries.map(entry => entry.commitment),
    ]);
  } catch (cause) {
    // Whether it was committed is unknown: the process stops, and start-up recovers from what is stored.
    throw new HandoverError('log-state-unknown', 'the log head could not be advanced', { cause });
  }
}
