import { type CanonicalValue, concatBytes, encodeCanonicalJson, toHex } from '#portable/bytes/index.ts';
import { HandoverError } from '#domain/error.ts';
import {
  type ArchiveOfExtract,
  areOnlyNames,
  stageOwnBytes,
  type VisitorSecrets,
} from '#domain/intake/index.ts';
import { type Hold, PIECE_BYTES, TooBusy } from '#web/guards/index.ts';
import type { PublicParts } from '../parts.ts';
import type { Pages } from '../question.ts';
import { readFingerprints } from './archive-fields.ts';

/** 10,000 fingerprints with names of ordinary length. */
export const LARGEST_LIST_BYTES = 4 * 1024 * 1024;

type OfExtract = { readonly secrets: VisitorSecrets; readonly archive: ArchiveOfExtract };

export type StagedList = { readonly id: string; readonly count: number };

/**
 * Stages the list of what stayed behind of an archive. Null when it broke off or is too long; 'none' for an empty one.
 * Throws `forbidden` for what our script cannot have written, and `TooBusy`.
 */
export async function stageFingerprints(
  { parts }: Pick<Pages, 'parts'>,
  of: OfExtract,
  { chunks, hold }: { readonly chunks: AsyncIterable<Uint8Array>; readonly hold: Hold },
): Promise<StagedList | 'none' | null> {
  const bytes = await readWhole(chunks, hold);
  return bytes === null ? null : stage(parts, of, bytes);
}

async function stage(
  parts: PublicParts,
  { secrets, archive }: OfExtract,
  bytes: Uint8Array,
): Promise<StagedList | 'none'> {
  const list = readFingerprints(bytes);
  if (list === null || !areOnlyNames(list.map(({ name }) => name)))
    throw new HandoverError('forbidden', 'not the fingerprints of our script');
  if (list.length === 0) return 'none';
  const staged = await stageOwnBytes(
    parts,
    {
      draftId: secrets.draft.id,
      kind: 'fingerprints',
      name: `Fingerprints of what stayed in ${archive.name}.json`,
      sourceClass: 'extract',
      extractOf: archive,
    },
    encodeCanonicalJson(list as unknown as CanonicalValue),
  );
  return { id: toHex(staged.id), count: list.length };
}

async function readWhole(chunks: AsyncIterable<Uint8Array>, hold: Hold): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of chunks) {
      sizeBytes += chunk.length;
      if (sizeBytes > LARGEST_LIST_BYTES) return null;
      hold(chunk.length + PIECE_BYTES);
      pieces.push(chunk);
    }
  } catch (error) {
    if (error instanceof TooBusy) throw error;
    // The upload broke off.
    return null;
  }
  return concatBytes(...pieces);
}
