import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { EventSealer } from '#domain/history/index.ts';
import type { Rotation, RotationStore, StagedPiece } from '#domain/sealing/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { appendEvent } from './event-chain.ts';
import type { Tables } from './tables.ts';

const ACTOR = { kind: 'system', id: 'rotate-keys' } as const;

/** Rotations of the evidence identity, as the owner of the database: no process may write these. */
export function createRotationStore(tables: Kysely<Tables>, sealer: EventSealer): RotationStore {
  return {
    begin: (recipients, at) => begin(tables, recipients, at),
    nextItems: (after, limit) => nextItems(tables, after, limit),
    recordItems: (rotation, itemIds, at) =>
      tables.transaction().execute(trx => recordItems({ trx, sealer }, { rotation, itemIds, at })),
    nextStaged: (after, limit) => nextStaged(tables, after, limit),
    replaceStaged: pieces => tables.transaction().execute(trx => replaceStaged(trx, pieces)),
    recordStaged: (rotation, count, at) =>
      tables.transaction().execute(async trx => {
        await update(trx, rotation, { staged_done: true });
        if (count > 0) await rewrapped({ trx, sealer }, rotation, { stagedPieces: count }, at);
      }),
    finish: (rotation, at) => tables.transaction().execute(trx => finish({ trx, sealer }, rotation, at)),
  };
}

async function begin(tables: Kysely<Tables>, recipients: readonly string[], at: Date): Promise<Rotation> {
  const recipient = recipients[0] ?? '';
  await tables
    .insertInto('handover.key_rotations')
    .values({ recipient, recipients: [...recipients], begun_at: at })
    .onConflict(conflict => conflict.column('recipient').doNothing())
    .execute();
  const row = await tables
    .selectFrom('handover.key_rotations')
    .selectAll()
    .where('recipient', '=', recipient)
    .executeTakeFirstOrThrow();
  // Escrow may have changed while the rotation was cut off: then it begins anew, for those of now.
  const isSame = row.finished_at !== null || row.recipients.join() === recipients.join();
  if (!isSame) {
    await tables
      .updateTable('handover.key_rotations')
      .set({ recipients: [...recipients], staged_done: false, done_through: null, items: 0 })
      .where('recipient', '=', recipient)
      .execute();
  }
  return {
    recipient,
    recipients,
    stagedDone: isSame && row.staged_done,
    doneThrough: isSame ? row.done_through : null,
    isFinished: row.finished_at !== null,
  };
}

async function nextItems(
  tables: Kysely<Tables>,
  after: Uint8Array | null,
  limit: number,
): Promise<Uint8Array[]> {
  const rows = await tables
    .selectFrom('handover.items as i')
    .select('i.id')
    .where('i.id', '>', Buffer.from(after ?? []))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('handover.disposals as d').select('d.item_id').whereRef('d.item_id', '=', 'i.id')),
      ),
    )
    .orderBy('i.id')
    .limit(limit)
    .execute();
  return rows.map(row => row.id);
}

/** The transaction of one step, and what seals its event. */
type Recorder = { readonly trx: Transaction<Tables>; readonly sealer: EventSealer };
type Batch = { rotation: Rotation; itemIds: readonly Uint8Array[]; at: Date };

async function recordItems(recorder: Recorder, { rotation, itemIds, at }: Batch): Promise<void> {
  const last = itemIds.at(-1);
  if (last === undefined) return;
  await recorder.trx
    .updateTable('handover.key_rotations')
    .set(({ eb }) => ({ done_through: Buffer.from(last), items: eb('items', '+', itemIds.length) }))
    .where('recipient', '=', rotation.recipient)
    .execute();
  await rewrapped(recorder, rotation, { items: itemIds.map(toHex) }, at);
}

type Wrapped = { items: string[] } | { stagedPieces: number };

async function rewrapped(
  { trx, sealer }: Recorder,
  { recipients }: Rotation,
  what: Wrapped,
  at: Date,
): Promise<void> {
  const facts = { ...what, recipients: [...recipients] };
  await appendEvent(trx, { type: 'headers-rewrapped', actor: ACTOR, submissionId: null, at, facts }, sealer);
}

const KINDS = ['piece', 'header', 'description'] as const;

/** Pieces of files first, then headers, then descriptions, each in order. */
async function nextStaged(
  tables: Kysely<Tables>,
  after: StagedPiece | null,
  limit: number,
): Promise<StagedPiece[]> {
  for (const kind of KINDS.slice(after === null ? 0 : KINDS.indexOf(after.kind))) {
    const from = kind === after?.kind ? after : null;
    const pieces = await (kind === 'description'
      ? descriptions(tables, from, limit)
      : segments(tables, { kind, after: from, limit }));
    if (pieces.length > 0) return pieces;
  }
  return [];
}

type Page = { kind: 'piece' | 'header'; after: StagedPiece | null; limit: number };
type SegmentRow = { file_id: Buffer; n: number; file: Buffer };

async function segments(tables: Kysely<Tables>, { kind, after, limit }: Page): Promise<StagedPiece[]> {
  const id = Buffer.from(after?.fileId ?? []);
  const n = after?.n ?? -1;
  const { rows } =
    kind === 'piece'
      ? await sql<SegmentRow>`select file_id, n, body as file from handover.staged_segments
          where (file_id, n) > (${id}, ${n}) order by file_id, n limit ${limit}`.execute(tables)
      : await sql<SegmentRow>`select file_id, n, header as file from handover.stored_headers
          where (file_id, n) > (${id}, ${n}) order by file_id, n limit ${limit}`.execute(tables);
  return rows.map(row => ({ kind, fileId: row.file_id, n: row.n, file: row.file }));
}

async function descriptions(
  tables: Kysely<Tables>,
  after: StagedPiece | null,
  limit: number,
): Promise<StagedPiece[]> {
  const rows = await tables
    .selectFrom('handover.staged_files')
    .select(['id', 'meta'])
    .where('meta', 'is not', null)
    .where('id', '>', Buffer.from(after?.fileId ?? []))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ id, meta }) =>
    meta === null ? [] : [{ kind: 'description' as const, fileId: id, n: 0, file: meta }],
  );
}

async function replaceStaged(trx: Transaction<Tables>, pieces: readonly StagedPiece[]): Promise<void> {
  for (const piece of pieces) await replaceOne(trx, piece);
}

async function replaceOne(trx: Transaction<Tables>, { kind, fileId, n, file }: StagedPiece): Promise<void> {
  const id = Buffer.from(fileId);
  const bytes = Buffer.from(file);
  if (kind === 'description')
    await trx.updateTable('handover.staged_files').set({ meta: bytes }).where('id', '=', id).execute();
  else if (kind === 'piece')
    await trx
      .updateTable('handover.staged_segments')
      .set({ body: bytes })
      .where('file_id', '=', id)
      .where('n', '=', n)
      .execute();
  else
    await trx
      .updateTable('handover.stored_headers')
      .set({ header: bytes })
      .where('file_id', '=', id)
      .where('n', '=', n)
      .execute();
}

function update(trx: Transaction<Tables>, { recipient }: Rotation, change: { staged_done: boolean }) {
  return trx.updateTable('handover.key_rotations').set(change).where('recipient', '=', recipient).execute();
}

async function finish({ trx, sealer }: Recorder, rotation: Rotation, at: Date): Promise<void> {
  const row = await trx
    .updateTable('handover.key_rotations')
    .set({ finished_at: at })
    .where('recipient', '=', rotation.recipient)
    .where('finished_at', 'is', null)
    .returning('items')
    .executeTakeFirstOrThrow();
  const facts = { items: row.items, recipients: [...rotation.recipients] };
  await appendEvent(trx, { type: 'keys-rotated', actor: ACTOR, submissionId: null, at, facts }, sealer);
}
