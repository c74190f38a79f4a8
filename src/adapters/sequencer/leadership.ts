import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Disk, isCode, listOrNone } from '../files/disk.ts';

/**
 * Takes the log folder from any earlier leader and returns this leader's own scratch folder. Every file of the log is
 * made there and moved to its place, so whoever held the log before, paused or slow, can put nothing in place any more:
 * its scratch folder is gone, and each of its writes fails with ENOENT. The advisory lock says who leads; this makes it
 * true on the disk.
 */
export async function takeFolder(disk: Disk, log: string): Promise<string> {
  const leading = join(log, 'leading');
  for (const folder of [log, leading]) await makeFolder(disk, folder);
  const earlier = await disk.list(leading);
  const scratch = join(leading, randomBytes(8).toString('hex'));
  await disk.makeFolder(scratch);
  for (const name of earlier) await dismiss(disk, join(leading, name));
  return scratch;
}

/** Renamed first: from then on no path of the earlier leader leads anywhere, and what it left can be removed in peace. */
async function dismiss(disk: Disk, folder: string): Promise<void> {
  const gone = `${folder}.gone`;
  try {
    await disk.rename(folder, gone);
    for (const name of await listOrNone(disk, gone)) await disk.unlink(join(gone, name));
    await disk.removeFolder(gone);
  } catch (error) {
    // Somebody else takes the folder at the same moment; of the two, the later one is left.
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

async function makeFolder(disk: Disk, path: string): Promise<void> {
  try {
    await disk.makeFolder(path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}
