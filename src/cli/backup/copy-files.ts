import { join } from 'node:path';
import { copyDurably, filesBelow, sizeOrNull, sumOf, tryToLink } from '#adapters/files/copy-durably.ts';
import type { Sums } from './manifest.ts';

/** An earlier backup in the same place: what has not changed since is linked, not copied. */
export type EarlierBackup = { readonly folder: string; readonly sums: Sums };

/** A folder of the installation and its name in the backup. A file that does not change is linked where it can be. */
export type SourceFolder = {
  readonly from: string;
  readonly to: string;
  readonly changes: (name: string) => boolean;
};

export type CopiedFile = { readonly path: string; readonly sizeBytes: number; readonly sha256Hex: string };

/**
 * Copies one folder of the running installation. A file that goes away meanwhile was disposed of, and is not missed. A file
 * that comes meanwhile is newer than the database in this backup, which does no harm.
 */
export async function* copyFolder(
  source: SourceFolder,
  target: string,
  earlier: EarlierBackup | null,
): AsyncGenerator<CopiedFile> {
  for (const name of await filesBelow(source.from)) {
    if (name.startsWith('staging/')) continue;
    const path = `${source.to}/${name}`;
    try {
      yield { path, ...(await takeFile(source, { name, path, target }, earlier)) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}

type Taken = { readonly name: string; readonly path: string; readonly target: string };

async function takeFile(source: SourceFolder, { name, path, target }: Taken, earlier: EarlierBackup | null) {
  const from = join(source.from, name);
  const to = join(target, path);
  if (source.changes(name)) return copyDurably(from, to);
  const known = earlier?.sums.get(path);
  if (earlier !== null && known !== undefined) {
    const there = join(earlier.folder, path);
    const sizeBytes = await sizeOrNull(there);
    if (sizeBytes !== null && sizeBytes === (await sizeOrNull(from)) && (await tryToLink(there, to)))
      return { sizeBytes, sha256Hex: known };
  }
  return (await tryToLink(from, to)) ? sumOf(to) : copyDurably(from, to);
}
