import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { encodeEventPayload, type EventSealer } from '#domain/history/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import {
  type ActorKind,
  type ContinuityEvent,
  encodeEvent,
  eventCommitment,
} from '#portable/continuity/index.ts';
import { type ChangedRows, rowImages } from './row-images.ts';
import type { Tables } from './tables.ts';

/** One event to append. `submissionId` null only for events of the service itself, which are in no chain. */
export type NewEvent = {
  readonly type: string;
  readonly actor: { readonly kind: ActorKind; readonly id: string };
  readonly submissionId: Buffer | null;
  readonly at: Date;
  readonly facts: ContinuityEvent['facts'];
  /** What this actor is doing, in at most 200 bytes, the same when it is tried again. An act without one cannot be repeated safely. */
  readonly key?: string;
  /** The rows this event changed, beside the submission's own: changed before the event is appended. */
  readonly rows?: ChangedRows;
  /** Writes rows that refer to the event itself, once it is there and nobody else made it, and names them. */
  readonly after?: (eventId: Buffer) => Promise<ChangedRows>;
};

export type AppendedEvent = {
  readonly id: Buffer;
  readonly commitment: Buffer;
  readonly n: number | null;
  /** True when this is the event of an earlier try: nothing was added, and the caller changes nothing either. */
  readonly again: boolean;
};

type Place = { n: number; previous: string | null; after: Date | null };

/** The event that this actor already made under this key, or null. */
export async function findEvent(
  tables: Kysely<Tables>,
  { kind, id }: NewEvent['actor'],
  key: string,
): Promise<AppendedEvent | null> {
  const row = await tables
    .selectFrom('handover.events')
    .select(['id', 'commitment', 'submission_n'])
    .where('actor_kind', '=', kind)
    .where('actor_id', '=', id)
    .where('idempotency', '=', key)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { id: row.id, commitment: row.commitment, n: row.submission_n, again: true };
}

/**
 * Appends one continuity event and its row in the log's outbox, in the caller's transaction: either both are there
 * with the change they record, or none is. The submission's row is locked first, so running numbers have no gap and
 * no two events share a predecessor (integrity.md 1.3). Strictly once for each actor and key: whoever repeats an act,
 * because its outcome was never learnt, gets the first event back. What it takes to make the event again after a restored
 * backup is sealed here, beside the outbox row: the sequencer passes it on without being able to read it.
 */
export async function appendEvent(
  trx: Transaction<Tables>,
  event: NewEvent,
  sealer: EventSealer,
): Promise<AppendedEvent> {
  const id = randomBytes(16);
  const next = event.submissionId === null ? null : await nextPlace(trx, event.submissionId);
  const first = event.key === undefined ? null : await findEvent(trx, event.actor, event.key);
  if (first !== null) return first;
  // A chain begins with the receiving of its submission. What an officer does in the second before that is recorded
  // stands in the log as an event of the service, in no chain: danger is never made to wait for sealing.
  const place = next?.n === 1 && event.actor.kind === 'officer' ? null : next;
  const submissionId = place === null ? null : event.submissionId;
  // Clocks of two processes may differ by a little; a chain never runs backwards.
  const at = place?.after && event.at < place.after ? place.after : event.at;
  const body = encodeEvent({
    v: 1,
    id: toHex(id),
    type: event.type,
    at: at.toISOString(),
    actor: { kind: event.actor.kind, id: event.actor.id },
    submission:
      place && submissionId ? { id: toHex(submissionId), n: place.n, previous: place.previous } : null,
    case: null,
    facts: event.facts,
  });
  const salt = randomBytes(32);
  const commitment = Buffer.from(eventCommitment(salt, body));
  const added = await trx
    .insertInto('handover.events')
    .values({
      id,
      type: event.type,
      at,
      actor_kind: event.actor.kind,
      actor_id: event.actor.id,
      submission_id: submissionId,
      submission_n: place?.n ?? null,
      case_id: null,
      case_n: null,
      body: Buffer.from(body),
      salt,
      commitment,
      idempotency: event.key ?? null,
    })
    .onConflict(conflict => conflict.columns(['actor_kind', 'actor_id', 'idempotency']).doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return earlierEvent(trx, event);
  // A submission whose chain has not begun is not made again by itself: without its items it would be sealed empty.
  const rows = await rowImages(trx, submissionId, { ...event.rows, ...(await event.after?.(id)) });
  const key = event.key ?? null;
  const sealed = Buffer.from(sealer.seal(encodeEventPayload({ event: body, salt, key, rows })));
  await trx
    .insertInto('handover.log_entries')
    .values({ commitment, log_index: null, logged_at: null, sealed })
    .execute();
  await sql`select pg_notify('handover_events', '')`.execute(trx);
  return { id, commitment, n: place?.n ?? null, again: false };
}

/** Two tries at the same moment: the second waited for the first to commit, and now finds its event. */
async function earlierEvent(trx: Transaction<Tables>, { actor, key = '' }: NewEvent): Promise<AppendedEvent> {
  const first = await findEvent(trx, actor, key);
  if (first === null) throw new Error('an event was neither added nor there');
  return first;
}

/** Whoever inserts a row that refers to the submission, and then appends an event, locks first. */
export async function lockSubmission(trx: Transaction<Tables>, submissionId: Buffer): Promise<void> {
  await trx
    .selectFrom('handover.submissions')
    .select('id')
    .where('id', '=', submissionId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function nextPlace(trx: Transaction<Tables>, submissionId: Buffer): Promise<Place> {
  await lockSubmission(trx, submissionId);
  const last = await trx
    .selectFrom('handover.events')
    .select(['submission_n', 'commitment', 'at'])
    .where('submission_id', '=', submissionId)
    .orderBy('submission_n', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined || last.submission_n === null) return { n: 1, previous: null, after: null };
  return { n: last.submission_n + 1, previous: toHex(last.commitment), after: last.at };
}
