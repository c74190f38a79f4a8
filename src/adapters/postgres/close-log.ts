import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { toHex } from '#portable/bytes/index.ts';
import { encodeEvent, eventCommitment } from '#portable/continuity/index.ts';
import { EMPTY_ROOT } from '#portable/tlog/index.ts';

export type LogChange = {
  readonly closed: { readonly origin: string; readonly lastCheckpoint: string };
  /** The empty log that follows, with its signed checkpoint of no entries. */
  readonly begun: { readonly origin: string; readonly checkpoint: string };
  readonly because: string;
  readonly at: Date;
};

/** The origin of the log whose head the database holds. */
export async function originInDatabase(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ origin: string }>('select origin from handover.log_head');
  return rows[0]?.origin ?? null;
}

/**
 * One transaction: the closed log is noted with where each event stood in it, the head becomes that of an empty log, and
 * every event waits to be logged again, in the order of before, behind an event `log-begun` that quotes the closed log's last
 * known checkpoint. As the owner, while nothing else runs.
 */
export async function changeLog(client: pg.ClientBase, change: LogChange): Promise<void> {
  await client.query('begin');
  try {
    await noteClosed(client, change);
    await client.query(
      `update handover.log_entries set log_index = null, logged_at = null, sealed = '' where log_index is not null`,
    );
    await beginWith(client, change);
    // What the public was shown, and proofs made for it, are of the closed log.
    await client.query('delete from handover.published_checkpoint');
    await client.query('delete from handover.consistency_asks');
    await client.query('update handover.batch_shelf set kept_from = 0');
    // Planned under proofs of the closed log; whoever asked can ask again.
    await client.query(
      `update handover.bundles set state = 'failed', failure = 'the log was closed meanwhile; ask for it again' where state = 'building'`,
    );
    await client.query(
      'update handover.log_head set origin = $1, size = 0, root = $2, checkpoint = $3, signed_at = $4',
      [change.begun.origin, Buffer.from(EMPTY_ROOT), change.begun.checkpoint, change.at],
    );
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    throw cause;
  }
}

async function noteClosed(client: pg.ClientBase, { closed, begun, because, at }: LogChange): Promise<void> {
  await client.query(
    `insert into handover.closed_logs (origin, last_checkpoint, database_checkpoint, because, followed_by, closed_at)
     select origin, $1, checkpoint, $2, $3, $4 from handover.log_head`,
    [closed.lastCheckpoint, because, begun.origin, at],
  );
  await client.query(
    `insert into handover.closed_log_entries (origin, log_index, commitment, logged_at)
     select $1, log_index, commitment, logged_at from handover.log_entries where log_index is not null`,
    [closed.origin],
  );
}

async function beginWith(client: pg.ClientBase, { closed, because, at }: LogChange): Promise<void> {
  const { rows } = await client.query<{ held: number }>('select size::float8 as held from handover.log_head');
  const id = randomBytes(16);
  const body = Buffer.from(
    encodeEvent({
      v: 1,
      id: toHex(id),
      type: 'log-begun',
      at: at.toISOString(),
      actor: { kind: 'system', id: 'new-log' },
      submission: null,
      case: null,
      facts: { because, checkpoint: closed.lastCheckpoint, closed: closed.origin, held: rows[0]?.held ?? 0 },
    }),
  );
  const salt = randomBytes(32);
  const commitment = Buffer.from(eventCommitment(salt, body));
  await client.query(
    `insert into handover.events (id, type, at, actor_kind, actor_id, body, salt, commitment)
     values ($1, 'log-begun', $2, 'system', 'new-log', $3, $4, $5)`,
    [id, at, body, salt, commitment],
  );
  await client.query(
    `insert into handover.log_entries (commitment, queue_place, sealed) overriding system value
     select $1, coalesce(min(queue_place), 1) - 1, '' from handover.log_entries`,
    [commitment],
  );
}
