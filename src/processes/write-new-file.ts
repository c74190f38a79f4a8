import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MOST_NAMES = 1000;

/**
 * Writes a file that was not there, for its owner alone, and gives its path: `NAME.EXTENSION`, or `NAME-2.EXTENSION` and so on
 * where that name is taken. What is there is never written over.
 */
export async function writeNewFile(
  folder: string,
  { name, extension }: { readonly name: string; readonly extension: string },
  bytes: Uint8Array,
): Promise<string> {
  for (let n = 1; ; n += 1) {
    const path = join(folder, `${name}${n === 1 ? '' : `-${n}`}.${extension}`);
    try {
      await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
      return path;
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!isTaken || n === MOST_NAMES) throw error;
    }
  }
}
