import { decodeCheckpoint, decodeNote } from '#portable/tlog/index.ts';
import type { RestingLog } from './ports.ts';

/** How many entries the published log has: all its tiles must be in place. 0 when there is no checkpoint that can be read; the check of heads says so. */
export async function publishedSize(log: RestingLog): Promise<number> {
  const text = await log.checkpoint();
  const note = text === null ? null : decodeNote(text);
  const decoded = note?.ok === true ? decodeCheckpoint(note.note.text) : null;
  return decoded?.ok === true ? decoded.checkpoint.size : 0;
}
