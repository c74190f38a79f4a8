import { createHash, randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import { createSealer, createSegmentSealer, type EvidenceKeys } from '#adapters/age/index.ts';
import { createDiskStore } from '#adapters/blobs/disk-store.ts';
import { directDisk } from '#adapters/files/direct-disk.ts';
import { readLocalFile } from '#adapters/files/local-file.ts';
import { createStoredFile } from '#adapters/postgres/stored-files.ts';
import type { Tables } from '#adapters/postgres/tables.ts';
import { HandoverError } from '#domain/error.ts';
import type { SourceClass } from '#domain/intake/index.ts';
import { encodeStagedMeta, storeAndReadBack } from '#domain/sealing/index.ts';
import { toHex } from '#portable/bytes/index.ts';
import { beginReadBack } from './read-back/begin-read-back.ts';

type Place = {
  readonly storeFolder: string;
  readonly evidence: EvidenceKeys;
  readonly say: (line: string) => void;
};

type GivenFile = {
  readonly draftId: Uint8Array;
  readonly path: string;
  readonly kind: 'chat' | 'file';
  readonly sourceClass: SourceClass;
};

/**
 * Stores a file of this machine where it will rest, reads it back, and adds it to a draft; gives its id. Throws what
 * `storingFailure` has a sentence for; what was stored by then expires with the draft.
 */
export async function storeGivenFile(
  { storeFolder, evidence, say }: Place,
  tables: Kysely<Tables>,
  { draftId, path, kind, sourceClass }: GivenFile,
): Promise<Uint8Array> {
  const { recipients } = evidence;
  const fileId = randomBytes(16);
  const stored = createStoredFile(tables, draftId, fileId);
  const done = await storeAndReadBack(
    {
      blobs: createDiskStore(storeFolder, directDisk),
      sealer: createSegmentSealer(...recipients),
      digests: { sha256: () => createHash('sha256') },
      headers: stored,
      random: n => randomBytes(n),
    },
    withProgress(path, say),
    blobId => beginReadBack({ storeFolder, evidence, blobId }),
  );
  if (!done.ok) throw new HandoverError('seal-mismatch', `${basename(path)}: ${done.what}`);
  const { upload, digests } = done;
  const meta = encodeStagedMeta({
    kind,
    name: basename(path),
    sourceClass,
    sizeBytes: upload.sizeBytes,
    sha256Hex: toHex(upload.sha256),
    extractOf: null,
  });
  const sealedMeta = await createSealer(...recipients).seal(meta);
  await stored.complete({ segments: upload.segments, meta: sealedMeta, readBack: digests });
  return fileId;
}

/** What stopped a file from being stored, and what to do. Throws whatever has another cause. */
export function storingFailure(error: unknown): string {
  const isOurs =
    error instanceof HandoverError && ['storage-full', 'storage-away', 'seal-mismatch'].includes(error.code);
  if (!isOurs) throw error;
  const next =
    error.code === 'storage-full'
      ? 'Make room on the disk of the data folder, then give the command again.'
      : 'Give the command again. If it happens again, the disk of the data folder or of the files may be failing.';
  return `Nothing was handed in: ${error.message}. The files themselves are as they were. ${next}\n`;
}

const SHOWN_FROM_BYTES = 268_435_456;

/** The bytes of a file; of a large one every tenth part that went through is said. */
async function* withProgress(path: string, say: Place['say']): AsyncGenerator<Uint8Array> {
  const { size } = await stat(path);
  let done = 0;
  for await (const piece of readLocalFile(path)) {
    const before = done;
    yield piece;
    done += piece.length;
    const tenths = Math.floor((done * 10) / size);
    if (size >= SHOWN_FROM_BYTES && tenths > Math.floor((before * 10) / size) && tenths < 10)
      say(`${basename(path)}: ${tenths * 10}%\n`);
  }
}
