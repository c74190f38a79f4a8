import type { VerifierKey } from '#portable/tlog/index.ts';
import { openBatch } from './batch.ts';
import type { BatchShelf, HeadElsewhere, HeadFile } from './ports.ts';
import { openSignedHead, type SignedHead } from './signed-head.ts';

export type Elsewhere = {
  readonly key: VerifierKey;
  readonly shelf: BatchShelf;
  readonly headFile: HeadFile;
  /** The published checkpoint, and one for each witness. */
  readonly others: readonly HeadElsewhere[];
};

/** What others than the database know of this log's heads; `foreign` when one of them is not signed by this log's key. */
export type KnownHeads = {
  readonly heads: readonly SignedHead[];
  readonly foreign: boolean;
  readonly hasHeadFile: boolean;
};

/**
 * Every head that was committed, as far as anything outside the database can say: the published checkpoint, the head
 * file, witnesses, and what batches beyond `size` build on. A batch is signed only after the one before it was committed,
 * so the head it builds on is history; the head it ends with may never have been committed, and does not count.
 */
export async function knownHeads(
  { key, shelf, headFile, others }: Elsewhere,
  size: number,
): Promise<KnownHeads> {
  const kept = await headFile.read();
  const texts = [kept, ...(await Promise.all(others.map(other => other.newest())))];
  const told = texts.filter(text => text !== null).map(text => openSignedHead(text, key));
  const built = await newestBuiltOn(shelf, key, size);
  return {
    heads: [...told, built].filter(head => head !== null),
    foreign: told.includes(null),
    hasHeadFile: kept !== null,
  };
}

async function newestBuiltOn(shelf: BatchShelf, key: VerifierKey, size: number): Promise<SignedHead | null> {
  const names = (await shelf.from(size)).filter(name => name.first > size);
  for (const name of names.toSorted((a, b) => b.first - a.first)) {
    const bytes = await shelf.get(name);
    const batch = bytes === null ? null : openBatch(bytes, key);
    if (batch !== null) return batch.from;
  }
  return null;
}
