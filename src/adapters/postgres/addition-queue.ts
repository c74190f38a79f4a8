import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { ADDITION_MISMATCH, ADDITION_RECEIVED, ADDITION_SEALED } from '#domain/engagement/index.ts';
import type { EventSealer } from '#domain/history/index.ts';
import type { AdditionQueue, SealedItem, WaitingAddition } from '#domain/sealing/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { ADDITION_ACKNOWLEDGED } from '#portable/receipt/index.ts';
import { appendEvent, findEvent, lockSubmission } from './event-chain.ts';
import { itemRow } from './item-row.ts';
import type { Tables } from './tables.ts';

const WORKER = { kind: 'worker', id: 'seal' } as const;

/** Additions that wait to be sealed, as the role handover_worker. */
export function createAdditionQueue(tables: Kysely<Tables>, sealer: EventSealer): AdditionQueue {
  return {
    next: except => nextAddition(tables, except),
    recordSealed: (addition, item, at) =>
      tables.transaction().execute(trx => recordSealed(trx, { addition, at, sealer }, item)),
    recordMismatch: (addition, what, at) =>
      tables.transaction().execute(trx => recordMismatch(trx, { addition, at, sealer }, what)),
  };
}

async function nextAddition(
  tables: Kysely<Tables>,
  except: readonly string[],
): Promise<WaitingAddition | null> {
  const row = await tables
    .selectFrom('handover.additions as a')
    .innerJoin('handover.submissions as s', 's.id', 'a.submission_id')
    .innerJoin('handover.staged_files as f', 'f.id', 'a.file_id')
    .select(['a.submission_id', 'a.id', 'a.kind', 'a.about', 'a.received_at', 's.reference'])
    .select(['f.id as file_id', 'f.segments', 'f.meta'])
    .where('a.state', '=', 'received')
    // Its chain has to be there, and its own items in it first.
    .where('s.state', '=', 'sealed')
    .where(sql<boolean>`encode(a.submission_id || a.id, 'hex') <> all(${[...except]}::text[])`)
    .orderBy('a.received_at')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const staged = { fileId: row.file_id, segments: row.segments ?? 0, meta: row.meta ?? Buffer.alloc(0) };
  return {
    submissionId: row.submission_id,
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    about: row.about,
    receivedAt: row.received_at,
    file: { number: 1, blobId: null, readBack: null, ...staged },
  };
}

type Recording = {
  readonly addition: WaitingAddition;
  readonly at: Date;
  readonly sealer: EventSealer;
};

async function recordSealed(trx: Transaction<Tables>, recording: Recording, item: SealedItem): Promise<void> {
  const { addition, at, sealer } = recording;
  const submissionId = Buffer.from(addition.submissionId);
  await lockSubmission(trx, submissionId);
  await settle(trx, addition, 'sealed');
  // A restored backup may hold the row as it was before, and its events from the log.
  if (await isSealed(trx, addition)) return;
  const receivedFacts = await received(trx, recording);
  const number = await nextNumber(trx, submissionId);
  await trx
    .insertInto('handover.items')
    .values(itemRow({ ...item, number }, submissionId, at))
    .execute();
  const facts = { item: toHex(item.id), content: item.content };
  const itemSealed = {
    ...{ type: 'item-sealed', key: `item-sealed ${toHex(item.id)}`, actor: WORKER, submissionId, at, facts },
    same: ['item', 'content'],
    rows: { items: [Buffer.from(item.id)] },
  };
  await appendEvent(trx, itemSealed, sealer);
  const { addition: name } = receivedFacts;
  const sealed = {
    ...{ type: ADDITION_SEALED, key: `${ADDITION_SEALED} ${name}`, actor: WORKER, submissionId, at },
    facts: { addition: name, item: facts.item, items: 1 },
    same: ['addition', 'item'],
  };
  await appendEvent(trx, sealed, sealer);
  const acknowledged = {
    type: ADDITION_ACKNOWLEDGED,
    key: `${ADDITION_ACKNOWLEDGED} ${name}`,
    actor: WORKER,
    submissionId: null,
    at,
    facts: {
      ...facts,
      ...{ addition: name, kind: addition.kind, receivedAt: receivedFacts.receivedAt },
      ...{ reference: addition.reference, force: await forceName(trx) },
    },
    same: ['addition', 'item', 'content', 'reference'],
  };
  await appendEvent(trx, acknowledged, sealer);
  await sql`select pg_notify('handover_sealed', '')`.execute(trx);
}

/** The event of its receiving, which comes into the chain with its sealing, as that of a submission does. */
async function received(trx: Transaction<Tables>, { addition, sealer }: Recording) {
  const facts = {
    addition: toHex(addition.id),
    kind: addition.kind,
    about: addition.about === null ? null : toHex(addition.about),
    receivedAt: addition.receivedAt.toISOString(),
  };
  const event = {
    type: ADDITION_RECEIVED,
    key: `${ADDITION_RECEIVED} ${facts.addition}`,
    actor: { kind: 'submitter', id: addition.reference },
    submissionId: Buffer.from(addition.submissionId),
    at: addition.receivedAt,
    facts,
    same: ['addition'],
  } as const;
  await appendEvent(trx, event, sealer);
  return facts;
}

async function isSealed(trx: Transaction<Tables>, addition: WaitingAddition): Promise<boolean> {
  const name = toHex(addition.id);
  const found = await findEvent(trx, {
    type: ADDITION_SEALED,
    actor: WORKER,
    key: `${ADDITION_SEALED} ${name}`,
    submissionId: Buffer.from(addition.submissionId),
  });
  return found !== null;
}

async function nextNumber(trx: Transaction<Tables>, submissionId: Buffer): Promise<number> {
  const { last } = await trx
    .selectFrom('handover.items')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('submission_id', '=', submissionId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

async function forceName(trx: Transaction<Tables>): Promise<string> {
  const { force_name } = await trx
    .selectFrom('handover.force_settings')
    .select('force_name')
    .executeTakeFirstOrThrow();
  return force_name;
}

async function recordMismatch(trx: Transaction<Tables>, recording: Recording, what: string): Promise<void> {
  const { addition, at, sealer } = recording;
  await lockSubmission(trx, Buffer.from(addition.submissionId));
  await settle(trx, addition, 'refused');
  if (await isSealed(trx, addition)) return;
  const { addition: name } = await received(trx, recording);
  const mismatch = {
    ...{ type: ADDITION_MISMATCH, key: `${ADDITION_MISMATCH} ${name}`, actor: WORKER, at },
    submissionId: Buffer.from(addition.submissionId),
    facts: { addition: name, what },
    same: ['addition'],
  };
  await appendEvent(trx, mismatch, sealer);
}

async function settle(
  trx: Transaction<Tables>,
  { submissionId, id }: WaitingAddition,
  state: 'sealed' | 'refused',
): Promise<void> {
  await trx
    .updateTable('handover.additions')
    .set({ state })
    .where('submission_id', '=', Buffer.from(submissionId))
    .where('id', '=', Buffer.from(id))
    .execute();
}
