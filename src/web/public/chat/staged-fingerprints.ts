import { type CanonicalValue, concatBytes, encodeCanonicalJson, toHex } from '#portable/bytes/index.ts';
import { HandoverError } from '#domain/error.ts';
import {
  type ArchiveOfExtract,
  areOnlyNames,
  fingerprintListName,
  stageOwnBytes,
  type VisitorSecrets,
} from '#domain/intake/index.ts';
import type { Pages } from '../question.ts';
import { readFingerprints } from './archive-fields.ts';

/** 10,000 fingerprints with names of ordinary length. */
const LARGEST_LIST_BYTES = 4 * 1024 * 1024;

export type StagedList = { readonly id: string; readonly count: number };

/**
 * Stages the list of what stayed behind of an archive. Null when it broke off or is too long; 'none' for an empty one.
 * Throws `forbidden` for what our script cannot have written.
 */
export async function stageFingerprints(
  { parts }: Pick<Pages, 'parts'>,
  { secrets, archive }: { readonly secrets: VisitorSecrets; readonly archive: ArchiveOfExtract },
  chunks: AsyncIterable<Uint8Array>,
): Promise<StagedList | 'none' | null> {
  const bytes = await readWhole(chunks);
  if (bytes === null) return null;
  const list = readFingerprints(bytes);
  if (list === null || !areOnlyNames(list.map(({ name }) => name)))
    throw new HandoverError('forbidden', 'not the fingerprints of our script');
  if (list.length === 0) return 'none';
  const staged = await stageOwnBytes(
    parts,
    {
      draftId: secrets.draft.id,
      kind: 'fingerprints',
      name: fingerprintListName(archive.name),
      sourceClass: 'extract',
      extractOf: archive,
    },
    encodeCanonicalJson(list as unknown as CanonicalValue),
  );
  return { id: toHex(staged.id), count: list.length };
}

async function readWhole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of chunks) {
      sizeBytes += chunk.length;
      if (sizeBytes > LARGEST_LIST_BYTES) return null;
      pieces.push(chunk);
    }
  } catch {
    // The upload broke off.
    return null;
  }
  return concatBytes(...pieces);
}
