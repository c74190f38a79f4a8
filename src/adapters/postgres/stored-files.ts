import type { Kysely, Transaction } from 'kysely';
import type { HeaderShelf, ReadBackDigests } from '#domain/sealing/index.ts';
import type { Tables } from './tables.ts';

/** A file of a draft whose bodies go straight into the store. Order: as `HeaderShelf`, then `complete` once. */
type StoredFile = HeaderShelf & {
  /** Until then nothing of it counts. */
  complete(whole: WholeFile): Promise<void>;
};

type WholeFile = {
  readonly segments: number;
  /** An age file holding a StagedFileMeta. */
  readonly meta: Uint8Array;
  /** What was found when every segment was read back from the store; null when nobody did yet. */
  readonly readBack: ReadBackDigests | null;
};

/** Keeps what is known of a stored file until it is sealed, as the owner of the database. */
export function createStoredFile(
  tables: Kysely<Tables>,
  draftId: Uint8Array,
  fileId: Uint8Array,
): StoredFile {
  const id = Buffer.from(fileId);
  return {
    begin: blobId =>
      tables.transaction().execute(async trx => {
        await trx
          .insertInto('handover.staged_files')
          .values({ id, draft_id: Buffer.from(draftId), segments: null, meta: null, completed_at: null })
          .execute();
        await trx
          .insertInto('handover.stored_files')
          .values({ file_id: id, blob_id: Buffer.from(blobId), size_bytes: null, sha256: null, sha512: null })
          .execute();
      }),
    async keep(n, header) {
      await tables
        .insertInto('handover.stored_headers')
        .values({ file_id: id, n, header: Buffer.from(header) })
        .execute();
    },
    complete: whole => tables.transaction().execute(trx => complete(trx, id, whole)),
  };
}

async function complete(
  trx: Transaction<Tables>,
  id: Buffer,
  { segments, meta, readBack }: WholeFile,
): Promise<void> {
  const kept = await trx
    .selectFrom('handover.stored_headers')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('file_id', '=', id)
    .executeTakeFirstOrThrow();
  if (Number(kept.count) !== segments) throw new Error('a stored file is not whole');
  if (readBack !== null)
    await trx
      .updateTable('handover.stored_files')
      .set({
        size_bytes: String(readBack.sizeBytes),
        sha256: Buffer.from(readBack.sha256),
        sha512: Buffer.from(readBack.sha512),
      })
      .where('file_id', '=', id)
      .execute();
  await trx
    .updateTable('handover.staged_files')
    .set({ segments, meta: Buffer.from(meta), completed_at: new Date() })
    .where('id', '=', id)
    .execute();
}
