import { equalBytes, toHex } from '#portable/bytes/index.ts';
import { encodeEntry } from '#portable/continuity/index.ts';
import { readTile, rootFromTiles, type VerifierKey } from '#portable/tlog/index.ts';
import { type BatchName, type BatchShelf, type EventOpener, openBatch, openEntry } from '../history/index.ts';
import type { OpenedBatch } from '../history/index.ts';
import type { Check, Fault } from './check.ts';
import type { RecordPages, RestingLog } from './ports.ts';
import { publishedSize } from './published-size.ts';
import { CHECK_TITLES } from './titles.ts';

const BATCHES_A_SLICE = 16;
const TILE_WIDTH = 256;

type Found = Omit<Fault, 'check'>;

export type BatchParts = {
  readonly shelf: BatchShelf;
  readonly log: RestingLog;
  readonly pages: Pick<RecordPages, 'batchesKeptFrom'>;
  readonly key: VerifierKey;
  readonly opener: EventOpener;
  /** Whether the opener holds the retired identities too; one that does not leaves what is sealed to them closed. */
  readonly opensAll: boolean;
};

/**
 * Every kept batch: its signature covers each of its bytes, its checkpoints are heads of this log, its entries are those
 * of the log at their places, and each sealed event opens and gives the commitment of its entry, with no row beside it that does not fit it. From the first entry
 * that must be kept to the published head none may be without one. A batch that was never committed is no fault: a note counts it.
 */
export function batchCheck(parts: BatchParts): Check {
  return {
    id: 'batches',
    ...CHECK_TITLES.batches,
    async slice(from) {
      const size = await publishedSize(parts.log);
      const names = (await parts.shelf.from(0)).toSorted(inOrder);
      const start = from === null ? 0 : names.findIndex(name => placeOf(name) > from);
      const now = start < 0 ? [] : names.slice(start, start + BATCHES_A_SLICE);
      const results = [];
      for (const name of now) results.push(await checkBatch(parts, name, size));
      const faults = results.flatMap(result => result.faults);
      if (from === null) faults.push(...gapsIn(names, await parts.pages.batchesKeptFrom(), size));
      const last = now.at(-1);
      const isEnd = last === undefined || start + now.length >= names.length;
      return { next: isEnd ? null : placeOf(last), seen: now.length, faults, notes: notesOf(results) };
    },
  };
}

function inOrder(a: BatchName, b: BatchName): number {
  return placeOf(a) < placeOf(b) ? -1 : 1;
}

function placeOf({ first, size, rootHex }: BatchName): string {
  return `${String(first).padStart(16, '0')}/${String(size).padStart(16, '0')}/${rootHex}`;
}

type Result = {
  readonly faults: readonly Found[];
  readonly uncommitted: boolean;
  /** Entries that only a retired identity opens. */
  readonly closed: number;
};

async function checkBatch(parts: BatchParts, name: BatchName, published: number): Promise<Result> {
  const where = `batch ${name.first} to ${name.size - 1}`;
  const sound = (faults: readonly Found[], closed = 0): Result => ({ faults, closed, uncommitted: false });
  const bytes = await parts.shelf.get(name);
  // Removed since it was listed, because every backup holds it.
  if (bytes === null) return sound([]);
  const batch = openBatch(bytes, parts.key);
  if (batch === null || !isNamed(batch, name))
    return sound([{ where, what: 'It is damaged, or not what this log’s key signed under its name.' }]);
  // What is signed and not yet published may still be on its way.
  if (batch.to.size > published) return sound([]);
  if (!(await isHead(parts.log, batch.to)) || !(await isHead(parts.log, batch.from)))
    return { faults: [], closed: 0, uncommitted: true };
  const faults: Found[] = [];
  if (!(await isOfLog(parts.log, batch)))
    faults.push({ where, what: 'Its entries are not those of the log at their places.' });
  let closed = 0;
  for (const [n, entry] of batch.entries.entries()) {
    // Empty for events of before there were batches.
    if (entry.sealed.length === 0) continue;
    const opened = openEntry(parts.opener, entry);
    const at = `${where}, entry ${batch.from.size + n}`;
    if (opened !== null) faults.push(...opened.leftOut.map(what => ({ where: at, what: misfit(what) })));
    else if (!parts.opensAll && parts.opener.isForOthers(entry.sealed)) closed += 1;
    else
      faults.push({
        where: at,
        what: 'What is sealed there cannot be opened, or is not the event that was logged.',
      });
  }
  return sound(faults, closed);
}

function misfit(what: string): string {
  return `Somebody sealed a row there that does not fit: ${what}. A restore leaves it out.`;
}

function isNamed({ from, to }: OpenedBatch, name: BatchName): boolean {
  return from.size === name.first && to.size === name.size && toHex(to.root) === name.rootHex;
}

async function isHead(
  { readTile: read }: RestingLog,
  head: { readonly size: number; readonly root: Uint8Array },
): Promise<boolean> {
  const root = await rootFromTiles(head.size, read);
  // Tiles that cannot be read are named by their own check.
  return !root.ok || equalBytes(root.root, head.root);
}

async function isOfLog(log: RestingLog, { from, to, entries }: OpenedBatch): Promise<boolean> {
  const size = await publishedSize(log);
  for (let n = Math.floor(from.size / TILE_WIDTH); n * TILE_WIDTH < to.size; n += 1) {
    const width = Math.min(TILE_WIDTH, size - n * TILE_WIDTH);
    const bundle = await readTile({ level: 'entries', n, width }, log.readTile);
    if (!bundle.ok) continue;
    for (const [i, logged] of bundle.parts.entries()) {
      const entry = entries[n * TILE_WIDTH + i - from.size];
      if (entry !== undefined && !equalBytes(logged, encodeEntry(entry.commitment))) return false;
    }
  }
  return true;
}

/** Places from `keptFrom` to the published head that no batch reaches over. */
function gapsIn(names: readonly BatchName[], keptFrom: number, published: number): Found[] {
  const faults: Found[] = [];
  let reached = keptFrom;
  for (const { first, size } of names) {
    if (first > reached && reached < published) faults.push(gap(reached, Math.min(first, published)));
    reached = Math.max(reached, size);
  }
  if (reached < published) faults.push(gap(reached, published));
  return faults;
}

function gap(from: number, to: number): Found {
  const where = to - from === 1 ? `entry ${from}` : `entries ${from} to ${to - 1}`;
  return { where, what: 'No batch holds it: a restored database could not be rolled forward over it.' };
}

function notesOf(results: readonly Result[]): string[] {
  const uncommitted = results.filter(result => result.uncommitted).length;
  const closed = results.reduce((sum, result) => sum + result.closed, 0);
  return [
    ...(uncommitted > 0 ? [`${uncommitted} batches were signed and never committed.`] : []),
    ...(closed > 0
      ? [`${closed} entries are sealed to a retired evidence identity; "npx handover fsck" opens them.`]
      : []),
  ];
}
