import { randomBytes } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { encodeEventPayload, type EventSealer, type RowImage } from '#domain/history/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import {
  type ActorKind,
  type ContinuityEvent,
  decodeEvent,
  encodeEvent,
  eventCommitment,
} from '#portable/continuity/index.ts';
import { noticeAfterCommit } from './after-commit.ts';
import { type ChangedRows, rowImages } from './row-images.ts';
import type { Tables } from './tables.ts';

/** One event to append. `submissionId` null only for events of the service itself, which are in no chain. */
export type NewEvent = {
  readonly type: string;
  readonly actor: { readonly kind: ActorKind; readonly id: string };
  readonly submissionId: Buffer | null;
  readonly at: Date;
  readonly facts: ContinuityEvent['facts'];
  /** What this actor is doing, in at most 190 bytes, the same when it is tried again. An act without one cannot be repeated safely. */
  readonly key?: string;
  /** Facts that an event under the key must share to be this act, beside its type and submission. */
  readonly same?: readonly string[];
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

type Place = {
  n: number;
  previous: string | null;
  after: Date | null;
  /** The submission's own row, when nobody has it: then it is all that an event without changed rows has to bring. */
  image: RowImage | null;
};

/** An act as it is looked for: of which submission is not compared where `submissionId` is left out. */
type SoughtAct = Pick<NewEvent, 'type' | 'actor'> &
  Partial<Pick<NewEvent, 'submissionId' | 'facts' | 'same'>> & { readonly key: string };

/** The event by which this actor already did this act, or null. */
export async function findEvent(tables: Kysely<Tables>, act: SoughtAct): Promise<AppendedEvent | null> {
  for (let n = 1; ; n += 1) {
    const found = await eventUnder(tables, { ...act, key: numbered(act.key, n) });
    if (found === null || found.isSame) return found?.event ?? null;
  }
}

/**
 * A key names an act, and whoever may append an event chooses its key. An event of another act under this one's key neither
 * is this act nor keeps it out: it is then appended under the key with a number, which the check of the record tells.
 */
function numbered(key: string, n: number): string {
  return n === 1 ? key : `${key} #${n}`;
}

type Found = { readonly event: AppendedEvent; readonly isSame: boolean };

async function eventUnder(tables: Kysely<Tables>, act: SoughtAct): Promise<Found | null> {
  const row = await tables
    .selectFrom('handover.events')
    .select(['id', 'type', 'submission_id', 'submission_n', 'body', 'commitment'])
    .where('actor_kind', '=', act.actor.kind)
    .where('actor_id', '=', act.actor.id)
    .where('idempotency', '=', act.key)
    .executeTakeFirst();
  if (row === undefined) return null;
  const event = { id: row.id, commitment: row.commitment, n: row.submission_n, again: true };
  const isSame = row.type === act.type && isOfSubmission(row.submission_id, act) && hasFacts(row.body, act);
  return { event, isSame };
}

/** What an officer did before the chain began is in no chain. */
function isOfSubmission(found: Buffer | null, { submissionId, actor }: SoughtAct): boolean {
  if (submissionId === undefined || (found === null && actor.kind === 'officer')) return true;
  return found === null || submissionId === null ? found === submissionId : found.equals(submissionId);
}

function hasFacts(body: Buffer, { facts = {}, same = [] }: SoughtAct): boolean {
  const decoded = decodeEvent(body);
  return decoded.ok && same.every(name => decoded.event.facts[name] === facts[name]);
}

/**
 * Appends one continuity event and its row in the log's outbox, in the caller's transaction: either both are there
 * with the change they record, or none is. The submission's row is locked first, so running numbers have no gap and
 * no two events share a predecessor (integrity.md 1.3). Strictly once for each actor and act: whoever repeats an act,
 * because its outcome was never learnt, gets the first event back. What it takes to make the event again after a restored
 * backup is sealed here, beside the outbox row: the sequencer passes it on without being able to read it.
 */
export async function appendEvent(
  trx: Transaction<Tables>,
  event: NewEvent,
  sealer: EventSealer,
): Promise<AppendedEvent> {
  for (let n = 1; ; n += 1) {
    const keyed = event.key === undefined ? event : { ...event, key: numbered(event.key, n) };
    const added = await appendUnder(trx, keyed, sealer);
    if (added === null) continue;
    if (!added.again) await noticeAfterCommit(trx);
    return added;
  }
}

/** Null when an event of another act stands under the key. */
async function appendUnder(
  trx: Transaction<Tables>,
  event: NewEvent,
  sealer: EventSealer,
): Promise<AppendedEvent | null> {
  const added = await tryAppend(trx, event, sealer);
  if (added !== null) return added;
  // Perhaps recorded while this try waited.
  const found = event.key === undefined ? null : await eventUnder(trx, { ...event, key: event.key });
  if (found !== null) return found.isSame ? found.event : null;
  // The second look sees what the first waited for: from then on the submission is locked.
  const second = await tryAppend(trx, event, sealer);
  if (second === null) throw new Error('an event was neither added nor there');
  return second;
}

/** Null when the place was taken meanwhile, or this act was recorded before. */
async function tryAppend(
  trx: Transaction<Tables>,
  event: NewEvent,
  sealer: EventSealer,
): Promise<AppendedEvent | null> {
  const id = randomBytes(16);
  const next = event.submissionId === null ? null : await nextPlace(trx, event.submissionId);
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
  const made: MadeEvent = {
    event,
    id,
    at,
    submissionId,
    n: place?.n ?? null,
    body: Buffer.from(body),
    salt,
    commitment,
    image: place?.image ?? null,
  };
  const isAdded =
    event.after === undefined ? await addAtOnce(trx, made, sealer) : await addInTwo(trx, made, sealer);
  return isAdded ? { id, commitment, n: made.n, again: false } : null;
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

type MadeEvent = {
  readonly event: NewEvent;
  readonly id: Buffer;
  readonly at: Date;
  readonly submissionId: Buffer | null;
  readonly n: number | null;
  readonly body: Buffer;
  readonly salt: Buffer;
  readonly commitment: Buffer;
  readonly image: RowImage | null;
};

/** The event and its outbox row in one statement. False when the place, or the key, is taken. */
async function addAtOnce(trx: Transaction<Tables>, made: MadeEvent, sealer: EventSealer): Promise<boolean> {
  // A submission whose chain has not begun is not made again by itself: without its items it would be sealed empty.
  const { submissionId, event, image } = made;
  const isAll = image !== null && event.rows === undefined;
  const rows = isAll ? [image] : await rowImages(trx, submissionId, event.rows ?? {});
  const sealed = sealedWith(made, rows, sealer);
  const added = await sql`/* named: append-event */ with event as (${insertion(made)} returning commitment)
    insert into handover.log_entries (commitment, sealed) select commitment, ${sealed} from event`.execute(
    trx,
  );
  return added.numAffectedRows === 1n;
}

/** First the event, then what refers to it, then the outbox row, which holds the rows as they are by then. */
async function addInTwo(trx: Transaction<Tables>, made: MadeEvent, sealer: EventSealer): Promise<boolean> {
  const added = await insertion(made).execute(trx);
  if (added.numAffectedRows !== 1n) return false;
  const rows = { ...made.event.rows, ...(await made.event.after?.(made.id)) };
  const sealed = sealedWith(made, await rowImages(trx, made.submissionId, rows), sealer);
  await sql`insert into handover.log_entries (commitment, sealed) values (${made.commitment}, ${sealed})`.execute(
    trx,
  );
  return true;
}

function insertion({ event, id, at, submissionId, n, body, salt, commitment }: MadeEvent) {
  const { type, actor, key = null } = event;
  return sql`insert into handover.events (id, type, at, actor_kind, actor_id, submission_id, submission_n, body, salt, commitment, idempotency)
    values (${id}, ${type}, ${at}, ${actor.kind}, ${actor.id}, ${submissionId}, ${n}, ${body}, ${salt}, ${commitment}, ${key})
    on conflict do nothing`;
}

function sealedWith(
  { event, body, salt }: MadeEvent,
  rows: Awaited<ReturnType<typeof rowImages>>,
  sealer: EventSealer,
): Buffer {
  return Buffer.from(sealer.seal(encodeEventPayload({ event: body, salt, key: event.key ?? null, rows })));
}

type Last = {
  submission_n: number | null;
  commitment: Buffer;
  at: Date;
  image: string;
  allocated_to: string | null;
};

/**
 * Locks the submission and finds the end of its chain in one statement. It does not see an event that was committed while it
 * waited for the lock: the place is then taken, and the next look, under the lock, finds the right one.
 */
async function nextPlace(trx: Transaction<Tables>, submissionId: Buffer): Promise<Place> {
  const { rows } = await sql<Last>`/* named: next-place */ with locked as materialized (
      select id, allocated_to, to_jsonb(t)::text as image from handover.submissions t where id = ${submissionId} for update)
    select last.submission_n, last.commitment, last.at, locked.image, locked.allocated_to from locked left join lateral (
      select submission_n, commitment, at from handover.events where submission_id = locked.id
      order by submission_n desc limit 1) last on true`.execute(trx);
  const [last] = rows;
  if (last === undefined) throw new Error('there is no such submission');
  const image = last.allocated_to === null ? { table: 'submissions' as const, row: last.image } : null;
  if (last.submission_n === null) return { n: 1, previous: null, after: null, image };
  return { n: last.submission_n + 1, previous: toHex(last.commitment), after: last.at, image };
}
