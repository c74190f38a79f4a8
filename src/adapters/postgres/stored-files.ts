import type { Kysely } from 'kysely';
import type { HeaderShelf } from '#domain/sealing/index.ts';
import type { Tables } from './tables.ts';

/** A file of a draft whose bodies go straight into the store. Order: as `HeaderShelf`, then `complete` once. */
type StoredFile = HeaderShelf & {
  /** Until then nothing of it counts. `meta` is an age file holding a StagedFileMeta. */
  complete(segments: number, meta: Uint8Array): Promise<void>;
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
          .values({ file_id: id, blob_id: Buffer.from(blobId) })
          .execute();
      }),
    async keep(n, header) {
      await tables
        .insertInto('handover.stored_headers')
        .values({ file_id: id, n, header: Buffer.from(header) })
        .execute();
    },
    async complete(segments, meta) {
      const kept = await tables
        .selectFrom('handover.stored_headers')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('file_id', '=', id)
        .executeTakeFirstOrThrow();
      if (Number(kept.count) !== segments) throw new Error('a stored file is not whole');
      await tables
        .updateTable('handover.staged_files')
        .set({ segments, meta: Buffer.from(meta), completed_at: new Date() })
        .where('id', '=', id)
        .execute();
    },
  };
}
